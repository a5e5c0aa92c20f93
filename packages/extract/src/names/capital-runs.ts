// Finds runs of words with capitals: what a name can be made of. Knows shapes and small words inside names; decides nothing.
import { foldedAt, hasShape, isCapital, type Reading } from '../reading/reading.ts';
import { shape } from '../reading/tokens.ts';
import type { NameLexicon } from './lexicon.ts';

/** Tokens `[from, to)` of one sentence that run on as one name might: "Rep. J. D. O'Neil-Diaz", "Ana “Nan” de la Cruz". */
export interface CapitalRun {
  readonly from: number;
  readonly to: number;
}

/** All runs of a text, in order, apart from each other and within their sentences. */
export function findCapitalRuns(reading: Reading, { classes }: NameLexicon): CapitalRun[] {
  const runs: CapitalRun[] = [];
  for (let s = 0; s + 1 < reading.sentenceStarts.length; s++) {
    const end = reading.sentenceStarts[s + 1] ?? reading.count;
    let i = reading.sentenceStarts[s] ?? end;
    while (i < end) {
      if (!isNameWord(reading, i)) {
        i++;
        continue;
      }
      const from = i++;
      for (let step = stepAt(i); step > 0 && i + step <= end; step = stepAt(i)) i += step;
      runs.push({ from, to: i });
    }
  }
  return runs;

  /** How many tokens from i on go with the name; 0 when it ends before i. */
  function stepAt(i: number): number {
    if (isNameWord(reading, i)) return hasShape(reading, i, shape.spaced) ? 1 : 0;
    const word = foldedAt(reading, i);
    if (word === '-' || word === '‑')
      return isNameWord(reading, i + 1) &&
        !hasShape(reading, i, shape.spaced) &&
        !hasShape(reading, i + 1, shape.spaced)
        ? 2
        : 0;
    if (word === ',') return classes.has(reading.ids[i + 1] ?? -1, 'suffix') && isCapital(reading, i + 1) ? 2 : 0;
    if (classes.has(reading.ids[i] ?? -1, 'particle') && hasShape(reading, i, shape.spaced)) return particleStep(i);
    if (word === '(' || hasShape(reading, i, shape.quote)) return nicknameStep(i);
    return 0;
  }

  function particleStep(i: number): number {
    const second = classes.has(reading.ids[i + 1] ?? -1, 'particle') && !isCapital(reading, i + 1) ? 1 : 0;
    return isNameWord(reading, i + 1 + second) ? 2 + second : 0;
  }

  function nicknameStep(i: number): number {
    if (!hasShape(reading, i, shape.spaced)) return 0;
    for (const width of [1, 2]) {
      const close = i + 1 + width;
      const mark = foldedAt(reading, close);
      if (mark !== ')' && !hasShape(reading, close, shape.quote)) continue;
      const inside = Array.from({ length: width }, (_, k) => i + 1 + k);
      if (inside.every((k) => isNameWord(reading, k)) && isNameWord(reading, close + 1)) return width + 3;
    }
    return 0;
  }
}

/** A word with a capital that is no clitic. */
export function isNameWord(reading: Reading, i: number): boolean {
  return isCapital(reading, i) && !hasShape(reading, i, shape.clitic | shape.mark);
}
