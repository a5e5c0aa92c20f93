// Writes names on one line, with single spaces. Knows white space.
import { hasShape, type Reading, spanOf } from '../reading/reading.ts';
import { shape } from '../reading/shapes.ts';

/** The text of tokens `[from, to)` with one space wherever white space stands. */
export function onOneLine(reading: Reading, from: number, to: number): string {
  const { text } = spanOf(reading, from, to);
  // Of single tokens only initials hold white space.
  return to - from === 1 && !hasShape(reading, from, shape.abbreviation) ? text : text.replaceAll(/\s+/g, ' ');
}
