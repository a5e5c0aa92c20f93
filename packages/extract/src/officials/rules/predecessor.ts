// officials.predecessor: whom an official succeeds held the same office. Knows links that the other rules made.
import { foldedAt } from '../../reading/reading.ts';
import type { OfficeLink, OfficialContext } from '../context.ts';
import { cue } from '../cue-words.ts';
import { hasCue } from '../story.ts';
import type { TitledPhrase } from '../titled-phrases.ts';
import type { StoryRule } from './official-rule.ts';

export const predecessor: StoryRule = {
  id: 'officials.predecessor',
  reads:
    'A name behind “succeeds”, “replaces”, “her predecessor” or “his deputy”, right behind one who holds an office.',
  match: findPredecessors,
  examples: {
    yes: [
      'The council hired City Clerk [[Dana Whitlow]]. She succeeds [[Lee Tanaka]], who retired.',
      'City Clerk [[Dana Whitlow]] agreed. Her predecessor, [[Lee Tanaka]], did not. Neither did [[Lee Tanaka]].',
      'City Clerk [[Dana Whitlow]] agreed, and so did her deputy, [[Lee Tanaka]].',
      'Police Chief [[Dana Whitlow]] replaced [[Lee Tanaka]] in May.',
    ],
    no: [
      'City Clerk [[Dana Whitlow]] spoke. Dr. Rosa Delgado replaced Lee Tanaka at the hospital.',
      'City Clerk [[Dana Whitlow]] agreed. The predecessor of her dog, Lee Tanaka said, bit.',
      'City Clerk [[Dana Whitlow]] thanked Lee Tanaka.',
    ],
    todo: ['The search began when [[Rosa Delgado]] left the post of city clerk.'],
  },
};

/** Between the holder's name and the verb stand at most this many tokens. */
const reach = 30;

function findPredecessors(
  { document, reading, mentions }: OfficialContext,
  links: readonly OfficeLink[],
): OfficeLink[] {
  if (links.length === 0) return [];
  const offices = new Map<number, OfficeLink>();
  for (const link of links) if (!offices.has(link.person)) offices.set(link.person, link);
  const found: OfficeLink[] = [];
  for (let index = 1; index < mentions.length; index++) {
    const mention = mentions[index];
    const holder = mentions[index - 1];
    if (!mention || !holder || offices.has(mention.person)) continue;
    const { person, from } = mention;
    const link = offices.get(holder.person);
    if (!link) continue;
    const kinAt = hasCue(document, from - 1, cue.comma) ? from - 2 : from - 1;
    const kin = foldedAt(reading, kinAt);
    let phrase: TitledPhrase | null = null;
    if ((kin === 'predecessor' || kin === 'deputy') && /^(?:his|her|their)$/.test(foldedAt(reading, kinAt - 1)))
      phrase =
        kin === 'deputy'
          ? { ...link.phrase, written: `deputy ${link.phrase.written}`, tenure: 'current' }
          : { ...link.phrase, tenure: 'former' };
    else if (hasCue(document, from - 1, cue.succeeds) && from - holder.to <= reach)
      phrase = { ...link.phrase, tenure: 'former' };
    if (phrase) found.push({ person, phrase, rule: 'officials.predecessor' });
  }
  return found;
}
