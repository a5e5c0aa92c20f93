// Tells sentences in Title Case or capitals, where a capital says nothing. Knows shapes.
import { hasShape, isCapital, type Reading, sentenceRange, wordAt } from '../reading/reading.ts';
import { shape } from '../reading/tokens.ts';

/** For each sentence, whether nearly all of its longer words begin with a capital. */
export function findHeadings(reading: Reading): Uint8Array {
  const headings = new Uint8Array(reading.sentenceStarts.length);
  for (let s = 0; s + 1 < reading.sentenceStarts.length; s++) {
    const [from, to] = sentenceRange(reading, s);
    let capitals = 0;
    let words = 0;
    let stops = false;
    for (let i = from; i < to; i++) {
      if (/[.!?]$/.test(wordAt(reading, i)) && closes(reading, i + 1, to)) stops = true;
      if (hasShape(reading, i, shape.mark | shape.number | shape.clitic) || wordAt(reading, i).length < 4) continue;
      words++;
      if (isCapital(reading, i)) capitals++;
    }
    if (!stops && words >= 4 && capitals >= words * 0.8) headings[s] = 1;
  }
  return headings;
}

/** Nothing but quotation marks between i and the end of the sentence. */
function closes(reading: Reading, from: number, to: number): boolean {
  for (let i = from; i < to; i++) if (!hasShape(reading, i, shape.quote)) return false;
  return true;
}
