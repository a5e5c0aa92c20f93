// Whether a sentence goes on to other business: "The council then took up the pool". Knows words; not what is taken up.
import { foldedAt, type Reading } from '../../reading/reading.ts';

/** Whether tokens `[from, to)` tell that something else was taken up. */
export function takesUp(reading: Reading, from: number, to: number): boolean {
  for (let i = from; i + 1 < to; i++)
    if (/^(?:took|takes|turned|moved) (?:up|to|on)$/.test(`${foldedAt(reading, i)} ${foldedAt(reading, i + 1)}`))
      return true;
  return false;
}
