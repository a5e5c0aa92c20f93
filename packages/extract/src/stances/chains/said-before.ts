// What was said before a later act of saying goes no further. Knows quotations and verbs of saying; no issue.
import { foldedAt } from '../../reading/reading.ts';
import { isOf } from '../clauses/grammar.ts';
import { quoteAt } from '../clauses/quotations.ts';
import type { FrameHit, OperatorHit } from '../lexicon.ts';
import type { SentenceContext } from '../sentence-context.ts';

/** “We can't go on,” said Lee, who asked …; The board should go, Lee told them in asking …: what was said before goes no further. */
export function isSaidBefore(
  { document, reading, hits, grammar }: SentenceContext,
  hit: OperatorHit,
  frame: FrameHit,
): boolean {
  const quote = quoteAt(document, hit.from);
  if (quote?.direct && (reading.starts[frame.from] ?? 0) >= quote.end) return true;
  return hits.operators.some(({ rule, from, to }) => {
    if (from < hit.to || to > frame.from || rule.type !== 'act' || rule.source.kind !== 'say') return false;
    // "should, Lee said, end it" goes on behind it.
    if (foldedAt(reading, to) === ',') return false;
    for (let i = from - 1; i > hit.to && i > from - 5; i--) {
      if (foldedAt(reading, i) === ',') return !isOf(grammar, reading, i + 1, 'conjunction', 'relative', 'adverbial');
      if (isOf(grammar, reading, i, 'auxiliary', 'modal', 'relative', 'conjunction', 'preposition')) return false;
    }
    return false;
  });
}
