// Whether a headline speaks of the same thing as a phrase of its story. Knows words by their stems; no sign.
import type { Analysis } from '../judge.ts';

/** Whether the headline has a word of the phrase: then a single telling without a holder is what the story is about. */
export function isHeadlined({ context, frame }: Analysis, title: string | null): boolean {
  const { text, starts, ends } = context.reading;
  const stemsOf = (words: string): readonly string[] =>
    (words.toLowerCase().match(/\p{L}{4,}/gu) ?? []).map((word) => word.replace(/s$/, '').slice(0, 5));
  const stems = new Set(stemsOf(title ?? ''));
  return stemsOf(text.slice(starts[frame.from], ends[frame.to - 1])).some((stem) => stems.has(stem));
}
