// The second predicate of one subject: "the contract has cost the county money and ought to be dropped". Knows word order; no sign.
import { foldedAt, hasShape } from '../../reading/reading.ts';
import { shape } from '../../reading/tokens.ts';
import { isAdverb, isOf } from '../clauses/grammar.ts';
import type { FrameHit, OperatorHit } from '../lexicon.ts';
import type { SentenceContext } from '../sentence-context.ts';
import type { Link } from './chains.ts';

/** So many words may stand between a thing and its second predicate. */
const wordsMax = 20;

/** Whether a verb group that begins at `left` is joined to the predicate of the thing before it, and nothing between takes another subject. */
export function isSecondPredicate(
  context: SentenceContext,
  frame: FrameHit,
  { from }: OperatorHit,
  left: number,
): boolean {
  const { grammar, reading, segments, hits } = context;
  if (frame.rule.source.kind !== 'noun' || left - frame.to > wordsMax) return false;
  let and = left - 1;
  while (isAdverb(grammar, reading, and)) and--;
  if (!/^(?:and|but)$/.test(foldedAt(reading, and))) return false;
  const own = segments.of(frame.from);
  const joined = segments.list[segments.of(left)];
  if (segments.of(left) !== own && !(joined?.kind === 'coordinate' && joined.parent === own)) return false;
  // A negator of the second verb is read with its own predicate or not at all.
  for (let i = left; i < from; i++) if (isOf(grammar, reading, i, 'negator')) return false;
  const first = firstPredicate(context, frame.to, and);
  if (first < 0) return false;
  for (let i = first; i < and; i++) {
    if (isOf(grammar, reading, i, 'relative', 'adverbial', 'condition', 'pronoun')) return false;
    if (hasShape(reading, i, shape.quote) || /^(?:,|;|:|that)$/.test(foldedAt(reading, i))) return false;
  }
  return !hits.operators.some(
    ({ rule, from: at, to }) => rule.type === 'act' && rule.source.kind === 'say' && at >= frame.to && to <= left,
  );
}

/** Where the thing's own predicate begins, when nothing but what hangs on the thing stands before it; -1 where that is not plain. */
function firstPredicate(context: SentenceContext, after: number, until: number): number {
  const { grammar, reading } = context;
  for (let i = after; i < Math.min(until, after + 7); i++) {
    if (isOf(grammar, reading, i, 'auxiliary', 'modal') || context.verbAt(i)) {
      const finite = !/ing$/.test(foldedAt(reading, i)) && foldedAt(reading, i - 1) !== 'to';
      return finite ? i : -1;
    }
    if (isOf(grammar, reading, i, 'relative', 'pronoun', 'conjunction') || hasShape(reading, i, shape.mark)) return -1;
  }
  return -1;
}

/** Of several judgements behind a thing the first, where all agree; the words of one that does not agree; null where there is but one. */
export function agreedEffect(behind: readonly Link[]): { readonly first: Link; readonly differs: Link | null } | null {
  const effects = behind.filter((link) => link.kind === 'effect');
  const [first, ...others] = effects;
  if (!first || others.length === 0) return null;
  const negated = behind.some((link) => link.kind === 'not');
  return { first, differs: others.find((link) => negated || link.sign !== first.sign) ?? null };
}
