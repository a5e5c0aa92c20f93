// A title as a story writes it, with tenure and district, and what it says of the time. Knows words alone.
import type { Official } from '@civicwire/shared';
import { hasShape, spanOf, wordAt } from '../reading/reading.ts';
import { shape } from '../reading/tokens.ts';
import { cue } from './cue-words.ts';
import { onOneLine } from './one-line.ts';
import { isDistrictNumber } from './phrase-extent.ts';
import { hasCue, type Story } from './story.ts';

/** Tenure, district and the titles themselves; names of places and bodies are left out. */
export function writtenTitle(story: Story, from: number, titleFrom: number, to: number): string {
  const { reading } = story;
  let start = titleFrom;
  for (let i = titleFrom - 1; i >= from; i--) {
    if (isKept(story, i)) start = i;
    else if (!hasCue(story, i, cue.hyphen)) break;
  }
  const written = onOneLine(spanOf(reading, start, to).text);
  // "former Tulsa police chief", "ex-Tulsa mayor": the time word stands before the place.
  for (let i = from; i < start; i++)
    if (hasCue(story, i, cue.timeWord)) {
      const link = hasCue(story, i + 1, cue.hyphen) ? '-' : ' ';
      return `${wordAt(reading, i)}${link}${written}`;
    }
  return written;
}

function isKept(story: Story, i: number): boolean {
  const { reading } = story;
  if (hasCue(story, i, cue.tenure | cue.kept)) return true;
  if (hasShape(reading, i, shape.number)) return isDistrictNumber(story, i);
  return (
    hasCue(story, i, cue.district) && (hasShape(reading, i + 1, shape.number) || hasShape(reading, i - 1, shape.number))
  );
}

/** What the words of the phrase say of the time. */
export function tenureOf({ cues }: Story, from: number, to: number): Official['tenure'] {
  let seen = 0;
  for (let i = from; i < to; i++) seen |= cues[i] ?? 0;
  if ((seen & cue.past) !== 0) return 'former';
  if ((seen & cue.coming) !== 0) return 'elect';
  return (seen & cue.acting) !== 0 ? 'acting' : 'current';
}
