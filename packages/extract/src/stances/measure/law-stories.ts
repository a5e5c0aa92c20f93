// Whether a story is about a law that is in force: "New state law changes …", "A state law that took effect this month has …".
// Knows how such laws are told of; not what they hold.
import { foldedAt, type Reading } from '../../reading/reading.ts';
import type { Analysis } from '../judge.ts';

/** Whether headline or first sentence tell of a law that is new or took effect. */
export function isLawStory(title: string | null, reading: Reading): boolean {
  if (/\bnew (?:[\p{L}.]+ ){0,2}law\b/iu.test(title ?? '')) return true;
  const end = reading.sentenceStarts[1] ?? reading.count;
  for (let i = 1; i < end; i++)
    if (
      foldedAt(reading, i) === 'law' &&
      /^(?:that|which)$/.test(foldedAt(reading, i + 1)) &&
      foldedAt(reading, i + 2) === 'took'
    )
      return true;
  return false;
}

/** "The law requires …", "House Bill 12 bars …": a sentence on what a law holds. */
export function isOfLaw({ context: { reading, from }, frame }: Analysis): boolean {
  const first = /^(?:the|that)$/.test(foldedAt(reading, from)) ? from + 1 : from;
  const at = /^(?:new|state|federal|house|senate|assembly)$/.test(foldedAt(reading, first)) ? first + 1 : first;
  return at < frame.from && /^(?:law|bill|statute|act|measure|legislation)$/.test(foldedAt(reading, at));
}
