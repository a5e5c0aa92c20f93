// Whether words name another thing of the story than the one in question: "sponsored the law", where the law is on another issue.
// Knows what the story itself calls its things; not what is said of them.
import { foldedAt, type Reading } from '../../reading/reading.ts';
import type { Instrument } from './instruments.ts';

/** Whether tokens `[from, to)` hold the noun of a thing that the story told of before and by that name, on another issue than this one. */
export type NamesOther = (issue: string, from: number, to: number) => boolean;

/** Reads that off a story's things. */
export function createNamesOther(reading: Reading, instruments: readonly Instrument[]): NamesOther {
  const named = instruments.filter((item) => item.named);
  if (named.length === 0) return () => false;
  return (issue, from, to) => {
    for (let i = from; i < to; i++)
      if (
        named.some(
          (item) =>
            item.noun === foldedAt(reading, i) && item.from <= i && i < item.until && item.rule.source.issue !== issue,
        )
      )
        return true;
    return false;
  };
}
