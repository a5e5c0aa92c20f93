// Where a sentence begins behind its dateline: "TULSA — …", "ATHENS, Ga. (AP) — …". Knows capitals and marks; no place.
import { foldedAt, hasShape, isCapital, type Reading } from '../../reading/reading.ts';
import { shape } from '../../reading/tokens.ts';

/** So many tokens a dateline has at most: "ST. PAUL, Minn. (Pioneer News Service) —". */
const tokensMax = 14;

/** The token behind the dateline that opens `[from, to)`; `from` where none does. */
export function behindDateline(reading: Reading, from: number, to: number): number {
  if (!hasShape(reading, from, shape.allCaps) && !/^(?:st|ft|mt)\.?$/.test(foldedAt(reading, from))) return from;
  for (let i = from + 1; i < Math.min(to - 1, from + tokensMax); i++) {
    if (/^(?:—|–|--)$/.test(foldedAt(reading, i)) || isSpacedHyphen(reading, i)) return i + 1;
    if (!isCapital(reading, i) && !/^[,.()]$/.test(foldedAt(reading, i))) return from;
  }
  return from;
}

/** "DAYTON, Ohio - The council": not the one of "WINSTON-SALEM". */
function isSpacedHyphen(reading: Reading, i: number): boolean {
  return foldedAt(reading, i) === '-' && hasShape(reading, i, shape.spaced) && hasShape(reading, i + 1, shape.spaced);
}
