// The phrase that opens a sentence before its subject: "Under a policy adopted last year, the office …", "With protesters chanting outside, the board …".
// What stands in it governs nothing behind its comma; whoever made the paper it names made what follows. Knows word order; no sign.
import { foldedAt, isCapital } from '../../reading/reading.ts';
import type { Link } from '../chains/chains.ts';
import type { Candidate } from '../holders/candidate.ts';
import { isMaker } from '../holders/makers.ts';
import type { FrameHit, OperatorHit } from '../lexicon.ts';
import type { SentenceContext } from '../sentence-context.ts';
import { isOf } from './grammar.ts';

/** Where the clause begins whose subject an opening phrase stands before: the token behind the phrase's comma; the sentence's first token where none opens it. */
function endOfOpening({ grammar, reading, from, to }: SentenceContext): number {
  const begin = behindDateline(reading, from, to);
  const word = foldedAt(reading, begin);
  if (!isOf(grammar, reading, begin, 'preposition') && !/^(?:amid|after|following|since)$/.test(word)) return from;
  for (let i = begin + 1; i < to; i++) {
    if (foldedAt(reading, i) !== ',') continue;
    const goesOn =
      isOf(grammar, reading, i + 1, 'conjunction', 'relative', 'preposition', 'adverbial') ||
      /(?:ing|ed)$/.test(foldedAt(reading, i + 1));
    return goesOn ? from : i + 1;
  }
  return from;
}

/** Whether a phrase stands behind the opening that holds a verb: "Despite hours of testimony against it, the board approved …". "According to" reaches on. */
export function isBehindOpening(context: SentenceContext, hit: OperatorHit, frame: FrameHit): boolean {
  if (foldedAt(context.reading, hit.from) === 'according') return false;
  const end = endOfOpening(context);
  return hit.to <= end && frame.from >= end;
}

/** The token behind "SALEM — ". */
function behindDateline(reading: SentenceContext['reading'], from: number, to: number): number {
  if (!isCapital(reading, from)) return from;
  for (let i = from + 1; i < Math.min(to, from + 8); i++) if (/^(?:—|–|--)$/.test(foldedAt(reading, i))) return i + 1;
  return from;
}

/** Who made the paper that an opening phrase names. */
export interface OpeningMaker {
  readonly holder: Candidate;
  /** It is only proposed. */
  readonly proposed: boolean;
}

/** "Under a rule that the county wrote into the contract, video must be erased …", "Under the bill from Rep. Lee, …"; null where no opening phrase tells. */
export function openingMaker(context: SentenceContext): OpeningMaker | null {
  const { reading, from } = context;
  const end = endOfOpening(context);
  if (end === from) return null;
  const begin = behindDateline(reading, from, end);
  if (foldedAt(reading, begin) !== 'under') return null;
  for (let i = begin + 2; i < end; i++) {
    const word = foldedAt(reading, i);
    const proposed = proposes.test(word);
    if (word === 'from' && papers.test(foldedAt(reading, i - 1))) return madeBy(context, i + 1, end, true);
    if (!proposed && !makes.test(word)) continue;
    for (let by = i + 1; by < Math.min(end, i + 5); by++)
      if (foldedAt(reading, by) === 'by') return madeBy(context, by + 1, end, proposed);
    const maker = context.candidates.find((item) => item.to === i && isMaker(item));
    return maker ? { holder: maker, proposed } : null;
  }
  return null;
}

function madeBy({ candidates }: SentenceContext, from: number, end: number, proposed: boolean): OpeningMaker | null {
  const titled = candidates.filter(
    (item) => item.from >= from && item.from <= from + 3 && item.to < end && isMaker(item),
  );
  const holder = titled.find((item) => item.named) ?? titled[0];
  return holder ? { holder, proposed } : null;
}

/** Whether what stands behind the opening phrase is what the paper rules: not what somebody wants, thinks or decided of it, nor which ones do it. */
export function isRuled(context: SentenceContext, frame: FrameHit, links: readonly Link[]): boolean {
  const { segments, grammar, reading } = context;
  const kind = segments.list[segments.of(frame.from)]?.kind;
  if (kind !== 'main' && kind !== 'coordinate') return false;
  const lead = links.find((link) => !link.behind && link.kind !== 'not')?.hit.from ?? frame.from;
  const group = context.groupAt(lead);
  if (group.left === lead || isOf(grammar, reading, group.left - 1, 'relative', 'preposition')) return false;
  const rules = links.every((link) => /^(?:not|do|limit|should|effect)$/.test(link.kind) || modal(context, link));
  return rules && (frame.rule.source.kind !== 'noun' || links.length > 0);
}

/** "would have to sign", "may renew". */
function modal({ groupAt, grammar, reading }: SentenceContext, { hit }: Link): boolean {
  const { left, unsure, would, future, infinitive } = groupAt(hit.from);
  return unsure || would || future || (infinitive && isOf(grammar, reading, left - 1, 'auxiliary'));
}

const papers = /^(?:bill|plan|proposal|ordinance|resolution|measure|amendment|legislation|motion|order|directive)$/;
const makes = /^(?:passed|adopted|approved|enacted|signed|issued|wrote|written|imposed|set|ordered)$/;
const proposes = /^(?:drafted|introduced|proposed|sponsored|unveiled|authored|offered|floated)$/;
