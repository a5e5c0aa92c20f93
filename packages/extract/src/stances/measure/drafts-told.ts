// Whether a sentence tells of what is but drafted or yet to be decided: "voted 5-4 on an ordinance that would …", "split over renewing …", "is weighing a ban".
// Knows nouns of papers and words of deciding; neither issues nor signs.
import { foldedAt, isCapital } from '../../reading/reading.ts';
import type { Analysis } from '../judge.ts';
import type { FrameHit } from '../lexicon.ts';
import type { SentenceContext } from '../sentence-context.ts';
import { isDecisionOpen } from './questions.ts';
import { documentNouns, looseNouns } from './thing-nouns.ts';

/** So many tokens may stand between a draft and what it would do: "an ordinance introduced Monday that would". */
const insertionMax = 4;

/** Whether what a phrase tells is what "an ordinance that would", "Diaz's proposal to", "a resolution calling for" holds. */
export function isOfDraft({ context, frame, judgement }: Analysis): boolean {
  if (isDraftPhrase(context, frame)) return true;
  const { reading, from } = context;
  const first = Math.min(
    frame.from,
    ...judgement.chain.links.filter(({ hit }) => hit.from > from).map(({ hit }) => hit.from),
  );
  for (let i = frame.from - 1; i > from; i--) {
    const word = foldedAt(reading, i);
    if (/^[;:]$/.test(word) || (word === ',' && i < first)) return false;
    if (!isDraft(context, i)) continue;
    // "Opponents of a bill requiring …": whose side is told before the draft turns it.
    const sided = judgement.chain.links.some(({ hit, kind }) => hit.from < i && !/^(?:decide|open)$/.test(kind));
    return !sided && !isBeside(context, i) && opensAt(context, i, frame.from);
  }
  return false;
}

/** "The clerk, who has read a bill that …": what is told beside somebody. */
function isBeside({ reading, from }: SentenceContext, noun: number): boolean {
  for (let i = from; i < noun; i++) if (/^(?:who|whose|whom)$/.test(foldedAt(reading, i))) return true;
  return false;
}

/** Whether a phrase is itself "(an) ordinance that would make police ask first". */
export function isDraftPhrase({ reading }: SentenceContext, { rule, from, to }: FrameHit): boolean {
  if (rule.source.kind !== 'noun' || !documentNouns.has(foldedAt(reading, from))) return false;
  return (
    /^(?:a|an|proposed)$/.test(foldedAt(reading, from - 1)) &&
    /^(?:that|which)$/.test(foldedAt(reading, from + 1)) &&
    foldedAt(reading, from + 2) === 'would' &&
    from + 2 < to
  );
}

/** "an ordinance", "a proposed lease", "Diaz's bill" */
function isDraft({ reading, from }: SentenceContext, noun: number): boolean {
  const word = foldedAt(reading, noun);
  if (isCapital(reading, noun) || !(looseNouns.has(word) || documentNouns.has(word))) return false;
  for (let i = noun - 1; i >= Math.max(from, noun - 4); i--) {
    if (/^(?:a|an|proposed|draft)$/.test(foldedAt(reading, i)) || foldedAt(reading, i) === "'s") return true;
    if (!/^\p{Ll}+$/u.test(foldedAt(reading, i)) || /^(?:the|this|that|of|on|for|under)$/.test(foldedAt(reading, i)))
      return false;
  }
  return false;
}

/** Whether "that would", "to" or "calling for" stands behind a draft, shortly before what it would do. */
function opensAt({ reading }: SentenceContext, noun: number, until: number): boolean {
  for (let i = noun + 1; i <= Math.min(noun + insertionMax, until - 1); i++) {
    const word = foldedAt(reading, i);
    if (/^(?:that|which)$/.test(word)) return /^(?:would|could|might|will)$/.test(foldedAt(reading, i + 1));
    if (word === 'to' && i === noun + 1) return true;
    if (/^(?:calling|requiring|barring|banning|letting|allowing|creating|ending|limiting)$/.test(word)) return true;
  }
  return false;
}

/** Whether a body "is weighing" what a phrase tells, is asked to decide it, or is split over doing so. */
export function isWeighed({ context, frame, judgement }: Analysis): boolean {
  const [lead] = judgement.chain.links;
  if (lead === undefined || lead.behind) return false;
  if (lead.hit.rule.id === 'considers' || (lead.kind === 'demand' && lead.passive)) return true;
  const first = Math.min(lead.hit.from, frame.from);
  return (
    /ing$/.test(foldedAt(context.reading, first)) &&
    /^(?:on|over|about)$/.test(foldedAt(context.reading, first - 1)) &&
    isDecisionOpen(context.reading, context.from, first - 1)
  );
}
