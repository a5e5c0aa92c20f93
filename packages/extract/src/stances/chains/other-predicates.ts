// Whether a verb between an act and an issue phrase opens another predicate, so that the act does not reach the phrase. Knows word order; no sign.
import { foldedAt } from '../../reading/reading.ts';
import { isAdverb, isFiniteForm, isOf } from '../clauses/grammar.ts';
import type { FrameHit, OperatorHit } from '../lexicon.ts';
import type { SentenceContext } from '../sentence-context.ts';

/** "Barring officers from asking helps witnesses": the first verb is inside of the subject of the second. */
export function hasPredicateBetween(context: SentenceContext, hit: OperatorHit, frame: FrameHit): boolean {
  if (!/ing$/.test(foldedAt(context.reading, hit.from))) return false;
  return context.hits.operators.some(
    (other) =>
      other.from >= hit.to &&
      other.to <= frame.from &&
      other.rule.type === 'act' &&
      other.rule.source.kind === 'effect' &&
      isFiniteForm(context.reading, other.from),
  );
}

/** "Lee, one of two who voted against it, applauded the veto": the clause of "who" is over. "approved it 6-1, with Lee the lone vote against it": another's vote. */
export function isClosedBefore(context: SentenceContext, hit: OperatorHit, frame: FrameHit): boolean {
  const { grammar, reading } = context;
  if (isOtherVoter(context, hit, frame)) return true;
  if (!isOf(grammar, reading, context.groupAt(hit.from).left - 1, 'relative')) return false;
  for (let i = hit.to; i < frame.from; i++) {
    if (foldedAt(reading, i) !== ',') continue;
    let next = i + 1;
    while (isAdverb(grammar, reading, next)) next++;
    if (context.verbAt(next) && isFiniteForm(reading, next)) return true;
  }
  return false;
}

function isOtherVoter({ reading, candidates }: SentenceContext, hit: OperatorHit, frame: FrameHit): boolean {
  for (let i = hit.to; i + 2 < frame.from; i++)
    if (foldedAt(reading, i) === ',' && foldedAt(reading, i + 1) === 'with')
      return candidates.some(
        (item) =>
          item.named && item.role === 'official' && item.from >= i + 2 && item.from <= i + 4 && item.to <= frame.from,
      );
  return false;
}

/** "end the contract and cooperate": the second verb is not what the first one ends. */
export function isJoinedVerb(context: SentenceContext, from: number, frame: FrameHit): boolean {
  for (let i = from; i < frame.from; i++) {
    if (!isOf(context.grammar, context.reading, i, 'conjunction')) continue;
    let next = i + 1;
    while (
      next < frame.from &&
      (isAdverb(context.grammar, context.reading, next) || foldedAt(context.reading, next) === 'to')
    )
      next++;
    if (context.verbAt(next)) return true;
  }
  return false;
}
