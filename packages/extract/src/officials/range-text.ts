// Words of a text as rules compare them with patterns. Knows tokens alone.
import { foldedAt, type Reading } from '../reading/reading.ts';

/** The folded words of tokens `[from, to)` with single spaces between them; '' for none. */
export function rangeText(reading: Reading, from: number, to: number): string {
  if (from >= to) return '';
  let text = foldedAt(reading, from);
  for (let i = from + 1; i < to; i++) text += ` ${foldedAt(reading, i)}`;
  return text;
}
