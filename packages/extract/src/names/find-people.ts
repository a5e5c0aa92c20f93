// All persons that a text names. Knows the order of the steps; the judgements are in rules/.
import type { NamedPerson } from '../document.ts';
import { foldedAt, type Reading, spanOf } from '../reading/reading.ts';
import { findCandidates, foldedRange, type NameCandidate, type NameContext } from './candidates.ts';
import { findCapitalRuns } from './capital-runs.ts';
import { isSurname } from './evidence.ts';
import { readGenders } from './gender.ts';
import { addGivenNameMentions } from './given-name-mentions.ts';
import { findHeadings } from './headings.ts';
import type { NameLexicon } from './lexicon.ts';
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

/** Persons in the order of their first mention, and notes on surnames left open. `closed` marks tokens inside names of organizations. */
export function findPeople(
  reading: Reading,
  lexicon: NameLexicon,
  closed: Uint8Array,
): { readonly people: NamedPerson[]; readonly notes: string[] } {
  const candidates = findCandidates(reading, lexicon, findCapitalRuns(reading, lexicon)).filter(
    ({ from, to }) => !anyMarked(closed, from, to),
  );
  const context = createContext(reading, lexicon, candidates);
  const mentions = acceptMentions(candidates, context);
  const clusters = clusterFullNames(reading, lexicon, mentions);
  const taken = closed.slice();
  for (const { full } of clusters) for (const { from, to } of full) taken.fill(1, from, to);
  for (const mention of mentions) addSurnameOnly(reading, lexicon, clusters, mention);
  for (const mention of findAdministrations(reading, lexicon)) addSurnameOnly(reading, lexicon, clusters, mention);
  for (const { full, short } of clusters) for (const { from, to } of [...full, ...short]) taken.fill(1, from, to);
  const open = addSurnameMentions(reading, lexicon, clusters, taken);
  for (const { short } of clusters) for (const { from, to } of short) taken.fill(1, from, to);
  addGivenNameMentions(reading, lexicon, clusters, taken);
  return { people: toPeople(reading, lexicon, clusters), notes: open.map((mention) => describeOpen(reading, mention)) };
}

/** "the Trump administration": a surname that need not stand anywhere else. */
function findAdministrations(reading: Reading, lexicon: NameLexicon): NameMention[] {
  const found: NameMention[] = [];
  for (let i = 1; i < reading.count; i++) {
    if (foldedAt(reading, i) !== 'administration' || !administrationAt(reading, lexicon, i - 1)) continue;
    if (!isSurname(reading, lexicon, i - 1)) continue;
    found.push({ from: i - 1, to: i, titleAt: -1, rule: 'names.administration' });
  }
  return found;
}

function describeOpen(reading: Reading, { at, owners }: OpenMention): string {
  const { text, start } = spanOf(reading, at, at + 1);
  const names = owners.map(({ fullest }) => spanOf(reading, fullest.from, fullest.to).text.replaceAll(/\s+/g, ' '));
  return `names: “${text}” at ${start} may be ${names.join(' or ')}; left open`;
}

function createContext(reading: Reading, lexicon: NameLexicon, candidates: readonly NameCandidate[]): NameContext {
  const placed = new Set<number>();
  const alone = new Map<number, number>();
  for (const { from, to, words, runFrom, runTo } of candidates) {
    const id = reading.ids[from] ?? -1;
    if (words === 1 && /^(?:in|at|near|outside|from|downtown)$/.test(foldedAt(reading, from - 1))) placed.add(id);
    if (to - from === 1 && runTo - runFrom <= 2) alone.set(id, (alone.get(id) ?? 0) + 1);
  }
  return { reading, lexicon, placed, alone };
}

/** Accepted names. In a heading only those that the body of the text names too. */
function acceptMentions(candidates: readonly NameCandidate[], context: NameContext): NameMention[] {
  const { reading } = context;
  const headings = findHeadings(reading);
  const accepted: (NameMention & { readonly inHeading: boolean })[] = [];
  for (const candidate of candidates) {
    const rule = nameRules.find(({ match }) => match(candidate, context));
    if (!rule) continue;
    const { from, to, titleAt } = candidate;
    accepted.push({ from, to, titleAt, rule: rule.id, inHeading: headings[reading.sentenceOf[from] ?? 0] === 1 });
  }
  const inBody = new Set(
    accepted.filter(({ inHeading }) => !inHeading).map(({ from, to }) => foldedRange(reading, from, to)),
  );
  return accepted.filter(({ from, to, inHeading }) => !inHeading || inBody.has(foldedRange(reading, from, to)));
}

/** A titled or speaking surname of nobody named in full makes a person of its own; others wait for `addSurnameMentions`. */
function addSurnameOnly(reading: Reading, lexicon: NameLexicon, clusters: PersonCluster[], mention: NameMention): void {
  const [start, end] = surnameRange(reading, lexicon, mention);
  if (start !== mention.from) return;
  const id = reading.ids[end - 1] ?? -1;
  if (!clusters.some(({ surnameId }) => surnameId === id)) clusters.push(surnameCluster(reading, lexicon, mention));
}

function toPeople(reading: Reading, lexicon: NameLexicon, clusters: readonly PersonCluster[]): NamedPerson[] {
  const genders = readGenders(reading, lexicon, clusters);
  const people = clusters.map((cluster, index): NamedPerson => {
    const all = [...cluster.full, ...cluster.short].sort((a, b) => a.from - b.from);
    const [start, end] = surnameRange(reading, lexicon, cluster.fullest);
    return {
      name: spanOf(reading, cluster.fullest.from, cluster.fullest.to).text.replaceAll(/\s+/g, ' '),
      mentions: all.map(({ from, to }) => spanOf(reading, from, to)),
      given: cluster.given,
      surname: spanOf(reading, start, end).text.replaceAll(/\s+/g, ' '),
      gender: genders[index] ?? null,
    };
  });
  return people.sort((a, b) => (a.mentions[0]?.start ?? 0) - (b.mentions[0]?.start ?? 0));
}

function anyMarked(marks: Uint8Array, from: number, to: number): boolean {
  for (let i = from; i < to; i++) if (marks[i]) return true;
  return false;
}
