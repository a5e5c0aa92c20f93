// The quotation that covers a token, with its speaker. Knows what the quotes stage found; not what is said.
import type { Document } from '../../document.ts';
import { tokenAt } from '../../reading/reading.ts';

/** The quotation of a document that covers a token, with its speaker; null outside of quotations. */
export function quoteAt(
  document: Document,
  token: number,
): {
  readonly speaker: string | null;
  readonly start: number;
  readonly end: number;
  readonly direct: boolean;
  readonly speakerToken: number | null;
} | null {
  const at = document.reading.starts[token] ?? 0;
  const quote = document.quotes.find((item) => item.kind !== 'indirect' && item.start <= at && at < item.end);
  if (!quote) return null;
  const speakerToken = quote.speaker ? tokenAt(document.reading, quote.speaker.start) : null;
  return {
    speaker: quote.speakerName ?? null,
    start: quote.start,
    end: quote.end,
    direct: quote.kind === 'direct',
    speakerToken,
  };
}
