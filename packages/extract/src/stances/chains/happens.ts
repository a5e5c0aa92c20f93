// Whether a sentence tells that something happens to an issue phrase: it is decided, done or yet to come, or a word behind it says so. Knows verb groups; no holder.
import { foldedAt } from '../../reading/reading.ts';
import { isOf } from '../clauses/grammar.ts';
import type { FrameHit } from '../lexicon.ts';
import type { SentenceContext } from '../sentence-context.ts';
import type { Link } from './chains.ts';

/** Something is said to happen to the phrase: it is a verb, a word behind a noun tells ("camping … will be illegal"), or it would be done ("would have to sign it"). */
export function isTold(context: SentenceContext, frame: FrameHit, links: readonly Link[]): boolean {
  if (frame.rule.source.kind !== 'noun' || links.some((link) => link.behind)) return true;
  const [first] = links;
  if (first) {
    const { left, unsure, would, future, negated } = context.groupAt(first.hit.from);
    const must = foldedAt(context.reading, left) === 'to' && foldedAt(context.reading, left - 1) === 'have';
    return (first.kind === 'decide' || first.kind === 'do') && !negated && (unsure || would || future || must);
  }
  return mayBe(context, frame.to);
}

/** "(Duplexes and triplexes) may be built", "will be allowed": what a phrase may be. */
function mayBe({ reading, grammar, to }: SentenceContext, end: number): boolean {
  for (let i = end; i < Math.min(to, end + 8); i++) {
    if (foldedAt(reading, i) === ',' || isOf(grammar, reading, i, 'negator')) return false;
    if (isOf(grammar, reading, i, 'modal'))
      return (
        foldedAt(reading, i + 1) === 'be' &&
        /^(?:built|allowed|legal|permitted|added|bought|installed|used)$/.test(foldedAt(reading, i + 2))
      );
  }
  return false;
}
