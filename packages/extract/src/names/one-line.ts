// Writes names on one line, with single spaces. Knows white space.
import { type Reading, spanOf } from '../reading/reading.ts';
import { shape } from '../reading/shapes.ts';

/** The text of tokens `[from, to)` with one space wherever white space stands. */
export function onOneLine(reading: Reading, from: number, to: number): string {
  const { text } = spanOf(reading, from, to);
  return isOnOneLine(reading, from, to) ? text : text.replaceAll(/\s+/g, ' ');
}

/** Whether single spaces alone stand between the tokens, and no white space in them: of all tokens only initials hold any. */
function isOnOneLine({ text, starts, ends, shapes }: Reading, from: number, to: number): boolean {
  for (let i = from; i < to; i++) {
    if (((shapes[i] ?? 0) & shape.abbreviation) !== 0) return false;
    const gap = i + 1 < to ? (starts[i + 1] ?? 0) - (ends[i] ?? 0) : 0;
    if (gap > 1 || (gap === 1 && text.charCodeAt(ends[i] ?? 0) !== 32)) return false;
  }
  return true;
}
