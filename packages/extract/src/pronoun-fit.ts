// How well "he" or "she" goes with a person. Knows what the text tells of the person, then what is usual for the given name.
import type { NamedPerson } from './document.ts';

/**
 * `told`: the text tells it; `usual`: nearly all people of that given name have it; `open`: nothing tells; `unusual`:
 * nearly all have the other one; `no`: the text tells the other one. An `unusual` one is a doubt and no more than that.
 */
export type PronounFit = 'told' | 'usual' | 'open' | 'unusual' | 'no';

/** The fit of a pronoun. Whoever asks must publish nothing of it. */
export function pronounFit(
  { gender, usualPronoun }: Pick<NamedPerson, 'gender' | 'usualPronoun'>,
  word: 'he' | 'she',
): PronounFit {
  if (gender !== null) return (gender === 'female') === (word === 'she') ? 'told' : 'no';
  if (usualPronoun === null) return 'open';
  return usualPronoun === word ? 'usual' : 'unusual';
}
