// Where a story brings in a second thing under the noun of the first: "a bill in Concord", "a state law" beside a city's ordinance. Knows nouns and what stands before them; no sign.
import { foldedAt, isCapital, type Reading, sentenceRange } from '../../reading/reading.ts';
import type { Analysis } from '../judge.ts';
import { isAlike, looseNouns } from './thing-nouns.ts';

/** A telling of the first thing; `specific`: the noun itself stands in it. */
interface Told {
  readonly analysis: Analysis;
  readonly specific: boolean;
}

/** "A bill in Concord", "another petition" in a sentence that does not tell of this one: two things of one name. The sentence's first token; the text's end when there is none. */
export function introducedAgain(
  reading: Reading,
  places: readonly number[],
  noun: string,
  tellings: readonly Told[],
): number {
  if (!looseNouns.has(noun)) return reading.count;
  const named = tellings.some((telling) => telling.specific);
  // Of an ordinance: "a state law" is another law than it.
  const local = named && noun === 'law' && tellings.every(({ analysis }) => isLocal(analysis));
  const other = local
    ? /^(?:another|second|separate|different|state|federal)$/
    : named
      ? /^(?:another|second|separate|different)$/
      : /^(?:a|an|another|second|separate|different|earlier|state|federal|house|senate)$/;
  const own = new Set(tellings.map(({ analysis }) => reading.sentenceOf[analysis.context.from]));
  for (const i of places) {
    // "A similar ordinance" has the same friends and foes.
    if (own.has(reading.sentenceOf[i]) || isAlike(reading, i) || (local && isCapital(reading, i))) continue;
    for (let j = i - 1; j >= Math.max(0, i - 3); j--) {
      const word = foldedAt(reading, j);
      if (other.test(word)) return sentenceRange(reading, reading.sentenceOf[i] ?? 0)[0];
      if (!/^\p{Ll}+$/u.test(word) || /^(?:the|this|that|its|his|her|their)$/.test(word)) break;
    }
  }
  return reading.count;
}

/** A sentence that tells of a city's or county's ordinance. */
function isLocal({ context: { reading, from, to } }: Analysis): boolean {
  for (let i = from; i < to; i++)
    if (/^(?:ordinances?|bylaw|council|selectboard|aldermen|commissioners|supervisors)$/.test(foldedAt(reading, i)))
      return true;
  return false;
}
