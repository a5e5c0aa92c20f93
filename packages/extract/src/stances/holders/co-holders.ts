// Who else holds what the last of several named holders holds: "A, B and C voted no". Knows lists of names; not what is held.
import { foldedAt, isCapital } from '../../reading/reading.ts';
import { isOf } from '../clauses/grammar.ts';
import type { Ruling } from '../ruling.ts';
import type { SentenceContext } from '../sentence-context.ts';
import type { Candidate } from './candidate.ts';
import { namesListed } from './named-sides.ts';

/** "Ruiz and two other members". */
const fellows = /^(?:other|fellow|two|three|four|five|members)$/;

/** "A, B and C voted no": one ruling for each holder of a coordinated subject. */
export function shared(context: SentenceContext, item: Ruling): readonly Ruling[] {
  const holders = [item.holder];
  for (let first = item.holder; first.from > context.from; ) {
    const title = context.candidates.find((item) => item.to === first.from && !item.named && first.named);
    let i = (title ?? first).from - 1;
    while (isOf(context.grammar, context.reading, i, 'determiner') || fellows.test(foldedAt(context.reading, i))) i--;
    const joined =
      foldedAt(context.reading, i) === 'and' || (foldedAt(context.reading, i) === ',' && holders.length > 1);
    if (foldedAt(context.reading, i) === 'and' && foldedAt(context.reading, i - 1) === ',') i--;
    const other = joined ? endingAt(context, i) : undefined;
    if (!other || other.role === 'document' || other.role !== first.role) break;
    holders.unshift(other);
    first = other;
  }
  const last = item.holder;
  const listed = last.named ? [] : namesListed(context, last.to);
  return [...holders, ...listed].map((holder) => ({ ...item, holder }));
}

/** The candidate that ends at a token, or before "of Maine" that does. */
function endingAt(context: SentenceContext, end: number): Candidate | undefined {
  const found = context.candidates.find((candidate) => candidate.to === end && candidate.holderType !== 'state');
  if (found) return found;
  for (let i = end - 1; i > end - 4 && isCapital(context.reading, i); i--) {
    if (/^(?:of|for)$/.test(foldedAt(context.reading, i - 1)))
      return context.candidates.find((candidate) => candidate.to === i - 1 && candidate.named);
  }
  return undefined;
}
