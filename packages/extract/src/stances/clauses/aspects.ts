// Words over a verb that leave its subject as it is: "keep riding along", "sued in a bid to overturn". Knows word order; no holder.
import { foldedAt } from '../../reading/reading.ts';
import type { SentenceContext } from '../sentence-context.ts';

/** The verb before "riding" in "keep riding", "go on riding"; null for any other. */
export function aspectOf({ reading }: SentenceContext, verb: number): number | null {
  if (/^(?:keeps?|kept|began|begins?|started|starts?|resumed?|resumes)$/.test(foldedAt(reading, verb - 1)))
    return verb - 1;
  // "has spent months lobbying"
  if (/^(?:days|weeks|months|years|decades|hours)$/.test(foldedAt(reading, verb - 1)))
    for (const spent of [verb - 2, verb - 3])
      if (/^(?:spent|spends|spending)$/.test(foldedAt(reading, spent))) return spent;
  const goes = foldedAt(reading, verb - 1) === 'on' && /^(?:go|goes|went|gone)$/.test(foldedAt(reading, verb - 2));
  return goes ? verb - 2 : null;
}

/** "sued the state in a bid to overturn …", "in an effort to". */
export function isBid({ reading }: SentenceContext, to: number): boolean {
  return (
    /^(?:bid|effort|attempt|push|drive)$/.test(foldedAt(reading, to - 1)) &&
    /^(?:a|an|its|his|her|their)$/.test(foldedAt(reading, to - 2)) &&
    foldedAt(reading, to - 3) === 'in'
  );
}
