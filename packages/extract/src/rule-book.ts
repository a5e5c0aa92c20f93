// What each rule reads, by its id: the sentence that editors see beside a finding. Knows the rules' own words only.
import { officialRules, storyRules } from './officials/rules/index.ts';
import { placeRules } from './places/rules/index.ts';
import { attributionRules } from './quotes/rules/index.ts';

const sentences: ReadonlyMap<string, string> = new Map(
  [...placeRules, ...officialRules, ...storyRules, ...attributionRules].map(({ id, reads }) => [id, reads]),
);

/** The sentence of a rule of the language's grammar; null for an id that is unknown here (a pack's rules explain themselves by their trace). */
export function describeRule(id: string): string | null {
  return sentences.get(id) ?? null;
}
