// Whether a phrase tells of an amendment to the measure: "She offered an amendment that would exempt duplexes." Knows words; not what is amended.
import { foldedAt } from '../../reading/reading.ts';
import type { Analysis } from '../judge.ts';

/** An amendment brought in before the phrase: what it would do is not what the measure does. */
export function isAmending({ context: { reading, from }, frame }: Analysis): boolean {
  for (let i = from + 1; i < frame.from; i++) {
    if (!amendments.test(foldedAt(reading, i)) || charters.test(foldedAt(reading, i - 1))) continue;
    for (let k = i - 1; k >= Math.max(from, i - 4); k--)
      if (/^(?:a|an|another|two|three|several|his|her|'s)$/.test(foldedAt(reading, k))) return true;
  }
  return false;
}

const amendments = /^(?:amendments?)$/;
/** "A charter amendment" is a measure of its own. */
const charters = /^(?:charter|constitutional|zoning|code|budget|text|ordinance|contract|bylaw|policy|first|fourth)$/;
