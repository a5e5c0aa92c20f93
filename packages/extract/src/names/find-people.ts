// All persons that a text names. Knows the order of the steps; the judgements are in rules/.
import type { NamedPerson } from '../document.ts';
import { spanOf } from '../reading/reading.ts';
import { findCandidates, foldedRange, type NameCandidate, type NameContext } from './candidates.ts';
import { findCapitalRuns } from './capital-runs.ts';
import { isSurname } from './evidence.ts';
import { readGenders, usualPronoun } from './gender.ts';
import { addGivenNameMentions } from './given-name-mentions.ts';
import { isHeading } from './headings.ts';
import { cue } from './lexicon.ts';
import { hasCue, type NameReading } from './name-reading.ts';
import { onOneLine } from './one-line.ts';
import { administrationAt } from './organization-kinds.ts';
import {
  clusterFullNames,
  type NameMention,
  type PersonCluster,
  surnameCluster,
  surnameRange,
} from './person-clusters.ts';
import { nameRules } from './rules/index.ts';
import { addSurnameMentions, type OpenMention } from './surname-mentions.ts';

/** Persons in the order of their first mention, and notes on surnames left open. Reads what is marked in `scratch.closed`. */
export function findPeople(reading: NameReading): { readonly people: NamedPerson[]; readonly notes: string[] } {
  const { closed, taken } = reading.scratch;
  const candidates = findCandidates(reading, findCapitalRuns(reading)).filter(
    ({ from, to }) => !anyMarked(closed, from, to),
  );
  const mentions = acceptMentions(candidates, createContext(reading, candidates));
  const clusters = clusterFullNames(reading, mentions);
  for (let i = 0; i < reading.count; i++) taken[i] = closed[i] ?? 0;
  addSurnamesOnly(reading, clusters, [...mentions, ...findAdministrations(reading)]);
  for (const { full, short } of clusters) {
    mark(taken, full);
    mark(taken, short);
  }
  const open = addSurnameMentions(reading, clusters, taken);
  for (const { short } of clusters) mark(taken, short);
  addGivenNameMentions(reading, clusters, taken);
  return { people: toPeople(reading, clusters), notes: open.map((mention) => describeOpen(reading, mention)) };
}

/** "the Trump administration": a surname that need not stand anywhere else. */
function findAdministrations(reading: NameReading): NameMention[] {
  const found: NameMention[] = [];
  for (const i of reading.nameWords) {
    if (!hasCue(reading, i + 1, cue.administration) || !administrationAt(reading, i)) continue;
    if (isSurname(reading, i)) found.push({ from: i, to: i + 1, titleAt: -1, rule: 'names.administration' });
  }
  return found;
}

function describeOpen(reading: NameReading, { at, owners }: OpenMention): string {
  const { text, start } = spanOf(reading, at, at + 1);
  const names = owners.map(({ fullest }) => onOneLine(reading, fullest.from, fullest.to));
  return `names: “${text}” at ${start} may be ${names.join(' or ')}; left open`;
}

function createContext(reading: NameReading, candidates: readonly NameCandidate[]): NameContext {
  const placed = new Set<number>();
  const alone = new Map<number, number>();
  for (const { from, to, words, runFrom, runTo } of candidates) {
    const id = reading.ids[from] ?? -1;
    if (words === 1 && hasCue(reading, from - 1, cue.placing)) placed.add(id);
    if (to - from === 1 && runTo - runFrom <= 2) alone.set(id, (alone.get(id) ?? 0) + 1);
  }
  return { reading, placed, alone };
}

/** Accepted names. In a heading only those that the body of the text names too. */
function acceptMentions(candidates: readonly NameCandidate[], context: NameContext): NameMention[] {
  const { reading } = context;
  const accepted: NameMention[] = [];
  const inHeading: NameMention[] = [];
  let sentence = -1;
  let heading = false;
  for (const candidate of candidates) {
    const rule = ruleFor(candidate, context);
    if (rule === null) continue;
    const { from, to, titleAt } = candidate;
    const mention = { from, to, titleAt, rule };
    if (sentence !== reading.sentenceOf[from]) {
      sentence = reading.sentenceOf[from] ?? 0;
      heading = isHeading(reading, sentence);
    }
    accepted.push(mention);
    if (heading) inHeading.push(mention);
  }
  if (inHeading.length === 0) return accepted;
  const unsure = new Set(inHeading);
  const inBody = new Set<string>();
  for (const mention of accepted) if (!unsure.has(mention)) inBody.add(foldedRange(reading, mention.from, mention.to));
  return accepted.filter(
    (mention) => !unsure.has(mention) || inBody.has(foldedRange(reading, mention.from, mention.to)),
  );
}

/** The id of the first rule that accepts the candidate; null when none does. */
function ruleFor(candidate: NameCandidate, context: NameContext): string | null {
  for (const { id, match } of nameRules) if (match(candidate, context)) return id;
  return null;
}

/** A titled or speaking surname of nobody named in full makes a person of its own; others wait for `addSurnameMentions`. */
function addSurnamesOnly(reading: NameReading, clusters: PersonCluster[], mentions: readonly NameMention[]): void {
  const known = new Set<number>();
  for (const { surnameId } of clusters) known.add(surnameId);
  for (const mention of mentions) {
    const [start, end] = surnameRange(reading, mention);
    const id = reading.ids[end - 1] ?? -1;
    if (start !== mention.from || known.has(id)) continue;
    known.add(id);
    clusters.push(surnameCluster(reading, mention));
  }
}

function toPeople(reading: NameReading, clusters: readonly PersonCluster[]): NamedPerson[] {
  const genders = readGenders(reading, clusters);
  const people = clusters.map((cluster, index): NamedPerson => {
    const all = [...cluster.full, ...cluster.short];
    if (all.length > 1) all.sort((a, b) => a.from - b.from);
    const [start, end] = surnameRange(reading, cluster.fullest);
    return {
      name: onOneLine(reading, cluster.fullest.from, cluster.fullest.to),
      mentions: all.map(({ from, to }) => spanOf(reading, from, to)),
      given: cluster.given,
      surname: onOneLine(reading, start, end),
      gender: genders[index] ?? null,
      usualPronoun: usualPronoun(reading, cluster),
    };
  });
  return people.sort((a, b) => (a.mentions[0]?.start ?? 0) - (b.mentions[0]?.start ?? 0));
}

function mark(marks: Uint8Array, mentions: readonly NameMention[]): void {
  for (const { from, to } of mentions) for (let i = from; i < to; i++) marks[i] = 1;
}

function anyMarked(marks: Uint8Array, from: number, to: number): boolean {
  for (let i = from; i < to; i++) if (marks[i]) return true;
  return false;
}
