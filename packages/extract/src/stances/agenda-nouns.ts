// By which nouns a story may call back to the measure that it is about. Knows nouns and where others of the kind are introduced; no sign.
import { foldedAt, type Reading } from '../reading/reading.ts';
import type { Agenda } from './agenda.ts';
import type { Instrument } from './instruments.ts';
import { looseNouns } from './thing-nouns.ts';

/** What only a change is called, never what it would change. */
const changeNouns = 'motion proposal change changes idea effort push request approach concept'.split(' ');
/** The things that the story names (`own`, `told`) and, by any general noun that none of them has, the measure that it is about. */
export function withAgenda(
  reading: Reading,
  agenda: Agenda,
  own: readonly Instrument[],
  told: { readonly has: (noun: string) => boolean },
  places: ReadonlyMap<string, readonly number[]>,
): readonly Instrument[] {
  const nouns = agenda.undoes ? changeNouns : looseNouns;
  const placesOfAll = [...places.values()].flat();
  const others = [...nouns, 'it'].filter((noun) => {
    if (told.has(noun) || standing.has(noun)) return false;
    // "It" only where nothing else is introduced.
    if (noun === 'it' && (agenda.undoes || agenda.outcome < 0)) return false;
    return !isAnother(reading, noun === 'it' ? placesOfAll : (places.get(noun) ?? []), agenda.from);
  });
  const plain = own.filter(({ noun, rule }) => noun !== 'it' || rule.source.sign === agenda.rule.source.sign);
  return [...plain, ...others.map((noun) => ({ noun, rule: agenda.rule, from: agenda.from, loose: true as const }))];
}

/** What mostly stands already, by whomever it was made. */
const standing = new Set('law policy rule rules regulation regulations restriction restrictions'.split(' '));

/** "A separate bill", "a state law" behind the measure's telling: the noun stands for two things. */
function isAnother(reading: Reading, places: readonly number[], from: number): boolean {
  return places.some((i) => {
    for (let j = i - 1; j >= Math.max(0, i - 3); j--) {
      const word = foldedAt(reading, j);
      if (/^(?:another|second|separate|similar|different|earlier|other|state|federal|house|senate)$/.test(word))
        return true;
      if (i > from && /^(?:a|an)$/.test(word)) return true;
      if (!/^\p{Ll}+$/u.test(word) || /^(?:the|this|that|its|his|her|their)$/.test(word)) return false;
    }
    return false;
  });
}
