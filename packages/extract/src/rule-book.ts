// What each rule reads, by its id: the sentence that editors see beside a finding. Knows the rules' own words only.

import { nameRules } from './names/rules/index.ts';
import { officialRules, storyRules } from './officials/rules/index.ts';
import { leftoverRules, placeRules, textRules } from './places/rules/index.ts';
import { attributionRules, followRules } from './quotes/rules/index.ts';

const sentences: ReadonlyMap<string, string> = new Map(
  [
    ...nameRules,
    ...placeRules,
    ...leftoverRules,
    ...textRules,
    ...officialRules,
    ...storyRules,
    ...attributionRules,
    ...followRules,
  ].map(({ id, reads }) => [id, reads]),
);

/** The sentence of a rule, from its own words or (for a pack's) from its parts; null for an id that is unknown. */
export function describeRule(id: string): string | null {
  return sentences.get(id) ?? describePackRule(id);
}

/** "immigration-enforcement@0.1.0 requires·not·ask-status": act and negators down to the frame, as the pack names them. */
function describePackRule(id: string): string | null {
  const [, pack, version, parts] = /^([\w-]+)@(\S+) (\S+)$/.exec(id) ?? [];
  const frame = parts?.split('·').at(-1);
  if (!pack || !version || !parts || !frame) return null;
  const chain = parts.split('·').slice(0, -1);
  const through = chain.length > 0 ? `, reached through ${chain.map((part) => `“${part}”`).join(', then ')}` : '';
  return `The issue phrase “${frame}” of the pack ${pack}, version ${version}${through}.`;
}
