// Finds runs of words with capitals: what a name can be made of. Knows shapes and small words inside names; decides nothing.
import { foldedAt, hasShape, isCapital } from '../reading/reading.ts';
import { shape } from '../reading/shapes.ts';
import { is } from './lexicon.ts';
import { hasClass, isNameWord, type NameReading } from './name-reading.ts';

/** Tokens `[from, to)` of one sentence that run on as one name might: "Rep. J. D. O'Neil-Diaz", "Ana “Nan” de la Cruz". */
export interface CapitalRun {
  readonly from: number;
  readonly to: number;
}

/** All runs of a text, in order, apart from each other and within their sentences. */
export function findCapitalRuns(reading: NameReading): CapitalRun[] {
  const runs: CapitalRun[] = [];
  let to = 0;
  for (const from of reading.nameWords) {
    if (from < to) continue;
    const end = reading.sentenceStarts[(reading.sentenceOf[from] ?? 0) + 1] ?? reading.count;
    to = from + 1;
    for (let step = stepAt(reading, to); step > 0 && to + step <= end; step = stepAt(reading, to)) to += step;
    runs.push({ from, to });
  }
  return runs;
}

/** How many tokens from i on go with the name; 0 when it ends before i. */
function stepAt(reading: NameReading, i: number): number {
  const isSpaced = hasShape(reading, i, shape.spaced);
  if (isNameWord(reading, i)) return isSpaced ? 1 : 0;
  if (hasClass(reading, i, is.joiner))
    return isNameWord(reading, i + 1) && !isSpaced && !hasShape(reading, i + 1, shape.spaced) ? 2 : 0;
  if (hasClass(reading, i, is.comma)) return hasClass(reading, i + 1, is.suffix) && isCapital(reading, i + 1) ? 2 : 0;
  if (!isSpaced) return 0;
  if (hasClass(reading, i, is.particle)) return particleStep(reading, i);
  return hasClass(reading, i, is.bracket) || hasShape(reading, i, shape.quote) ? nicknameStep(reading, i) : 0;
}

function particleStep(reading: NameReading, i: number): number {
  const second = hasClass(reading, i + 1, is.particle) && !isCapital(reading, i + 1) ? 1 : 0;
  return isNameWord(reading, i + 1 + second) ? 2 + second : 0;
}

/** One or two words between quotation marks or brackets, and a name behind them. */
function nicknameStep(reading: NameReading, i: number): number {
  if (!isNameWord(reading, i + 1)) return 0;
  if (closesNickname(reading, i + 2)) return isNameWord(reading, i + 3) ? 4 : 0;
  return isNameWord(reading, i + 2) && closesNickname(reading, i + 3) && isNameWord(reading, i + 4) ? 5 : 0;
}

function closesNickname(reading: NameReading, i: number): boolean {
  return hasShape(reading, i, shape.quote) || foldedAt(reading, i) === ')';
}
