// Sentences that are too long to be judged. Knows their length alone.
import type { Document } from '../document.ts';
import { sentenceRange } from '../reading/reading.ts';

/** The longest sentence that is judged: beyond it there is no sentence but a list or a page without stops, and work would grow with its square. */
export const sentenceTokensMax = 400;

/** Notes on sentences that were too long to be judged. */
export function notesOnLength({ reading }: Document): readonly string[] {
  const notes: string[] = [];
  for (let s = 0; s + 1 < reading.sentenceStarts.length; s++) {
    const [from, to] = sentenceRange(reading, s);
    if (to - from > sentenceTokensMax)
      notes.push(`no stances from a sentence of ${to - from} words and marks: at most ${sentenceTokensMax} are judged`);
  }
  return notes;
}
