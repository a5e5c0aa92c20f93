// Tells sentences in Title Case or capitals, where a capital says nothing. Knows shapes.
import { hasShape, isCapital, sentenceRange } from '../reading/reading.ts';
import { shape } from '../reading/shapes.ts';
import type { NameReading } from './name-reading.ts';

/** Whether nearly all of the longer words of a sentence begin with a capital. */
export function isHeading(reading: NameReading, sentence: number): boolean {
  const [from, to] = sentenceRange(reading, sentence);
  let capitals = 0;
  let words = 0;
  for (let i = from; i < to; i++) {
    if (hasShape(reading, i, shape.mark | shape.number | shape.clitic)) continue;
    if ((reading.ends[i] ?? 0) - (reading.starts[i] ?? 0) < 4) continue;
    words++;
    if (isCapital(reading, i)) capitals++;
  }
  return words >= 4 && capitals >= words * 0.8 && !endsInStop(reading, from, to);
}

/** A full stop, a question mark or the like, with nothing but quotation marks behind it. */
function endsInStop(reading: NameReading, from: number, to: number): boolean {
  for (let i = to - 1; i >= from; i--) {
    if (/[.!?]/.test(reading.text.charAt((reading.ends[i] ?? 0) - 1))) return true;
    if (!hasShape(reading, i, shape.quote)) return false;
  }
  return false;
}
