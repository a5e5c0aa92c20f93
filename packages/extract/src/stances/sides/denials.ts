// Who denies what somebody was told to allege: "denied the allegation", "called the claims false". Knows such words; what was alleged, the story has told.
import type { Stance } from '@civicwire/shared';
import { foldedAt, type Reading, sentenceRange, spanOf } from '../../reading/reading.ts';
import { isOf } from '../clauses/grammar.ts';
import type { Candidate } from '../holders/candidate.ts';
import { holderOf } from '../holders/speakers.ts';
import { subjectOf } from '../holders/subjects.ts';
import type { Analysis } from '../judge.ts';
import type { Talk } from './agreements.ts';

const denies = /^(?:denied|denies|denying|disputed|disputes)$/;
const calls = /^(?:called|calls)$/;
const charges = /^(?:allegations?|accusations?|claims?|charges?)$/;
const untrue = /^(?:false|untrue|baseless|unfounded|absurd|lies)$/;
/** So many sentences behind an allegation it may be denied. */
const sentencesFar = 12;
const wordsMax = 80;

/** The stances of those who deny what was alleged before: what they are said to do, they say that they do not. */
export function findDenials(talk: Talk, analyses: readonly Analysis[]): readonly Analysis[] {
  const { reading } = talk.document;
  const alleged = analyses.filter(isAllegation);
  const [first] = alleged;
  if (!first) return [];
  const found: Analysis[] = [];
  for (let s = sentenceOf(first) + 1; s + 1 < reading.sentenceStarts.length; s++) {
    const [from, to] = sentenceRange(reading, s);
    if (to - from > wordsMax) continue;
    const verb = denialIn(reading, from, to);
    if (verb === null || talk.told.at(from).length > 0) continue;
    const base = alleged.filter((item) => sentenceOf(item) < s && s - sentenceOf(item) <= sentencesFar);
    const context = talk.read(s);
    const holder = holderOf(context, talk.judge, subjectOf(context, verb));
    if (holder === null || base.length === 0 || !mayDeny(holder) || context.groupAt(verb).negated) continue;
    const denial = denialOf(context, base, holder, verb);
    if (denial === null) continue;
    found.push(denial);
    talk.told.add(denial);
  }
  return found;
}

function sentenceOf({ context }: Analysis): number {
  return context.reading.sentenceOf[context.from] ?? 0;
}

function isAllegation({ judgement }: Analysis): boolean {
  return 'stances' in judgement && judgement.stances.some(({ act }) => act === 'allegation');
}

/** The verb of "denied the allegation", "called the claims false" among tokens `[from, to)`; null where none stands. */
function denialIn(reading: Reading, from: number, to: number): number | null {
  for (let i = from + 1; i + 2 < to; i++) {
    const denied = denies.test(foldedAt(reading, i));
    if (!denied && !calls.test(foldedAt(reading, i))) continue;
    const noun = /^(?:the|those|these|such|any|all|that|her|his|their)$/.test(foldedAt(reading, i + 1)) ? i + 2 : i + 1;
    if (!charges.test(foldedAt(reading, noun))) continue;
    const next = foldedAt(reading, noun + 1);
    if (denied ? !/^(?:that|of|by|against)$/.test(next) : untrue.test(next)) return i;
  }
  return null;
}

/** Who is accused: an official, a body or a firm; no accuser. */
function mayDeny({ role, holderType }: Candidate): boolean {
  return role === 'official' || role === 'government' || holderType === 'business';
}

/** The holder with the positions of the accusers, where those are one on each issue and none is the holder's; null otherwise. */
function denialOf(
  context: Analysis['context'],
  base: readonly Analysis[],
  holder: Candidate,
  verb: number,
): Analysis | null {
  const told = base.flatMap(({ judgement }) =>
    'stances' in judgement ? judgement.stances.filter(({ act }) => act === 'allegation') : [],
  );
  if (told.some((stance) => stance.holder === holder.name)) return null;
  const byIssue = new Map<string, Stance>();
  for (const stance of told) {
    const other = byIssue.get(stance.issue);
    if (other && other.position !== stance.position) return null;
    byIssue.set(stance.issue, stance);
  }
  const { reading, grammar } = context;
  let to = verb + 1;
  while (to < context.to && !charges.test(foldedAt(reading, to))) to++;
  if (isOf(grammar, reading, verb - 1, 'negator')) return null;
  const evidence = spanOf(reading, Math.min(holder.from, verb), to + 1);
  const stances = [...byIssue.values()].map((stance) => ({
    ...stance,
    holder: holder.name,
    holderType: holder.holderType,
    act: 'denial',
    modality: 'denied',
    target: null,
    attributedBy: null,
    evidence,
    trace: `“${evidence.text}” denies what ${stance.holder} alleges (${stance.trace}): ${holder.name} ${stance.position} ${stance.issue}`,
    confidence: Math.max(0.3, Math.round((stance.confidence - 0.15) * 100) / 100),
  })) satisfies readonly Stance[];
  const [analysis] = base;
  return analysis ? { context, frame: analysis.frame, judgement: { stances, chain: analysis.judgement.chain } } : null;
}
