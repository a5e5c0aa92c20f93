// officials.predecessor: whom an official succeeds held the same office. Knows links that the other rules made.
import { foldedAt } from '../../reading/reading.ts';
import type { OfficeLink, OfficialContext } from '../context.ts';
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

const verbs = new Set('succeeds succeeded succeeding replaces replaced replacing replace succeed'.split(' '));

/** Between the holder's name and the verb stand at most this many tokens. */
const reach = 30;

function findPredecessors({ reading, mentions }: OfficialContext, links: readonly OfficeLink[]): OfficeLink[] {
  const offices = new Map(links.toReversed().map((link) => [link.person, link]));
  const found: OfficeLink[] = [];
  mentions.forEach(({ person, from }, index) => {
    if (offices.has(person)) return;
    const verb = foldedAt(reading, from - 1);
    const kinAt = verb === ',' ? from - 2 : from - 1;
    const kin = foldedAt(reading, kinAt);
    if ((kin === 'predecessor' || kin === 'deputy') && /^(?:his|her|their)$/.test(foldedAt(reading, kinAt - 1))) {
      const link = offices.get(mentions[index - 1]?.person ?? -1);
      if (!link) return;
      const phrase: TitledPhrase =
        kin === 'deputy'
          ? { ...link.phrase, written: `deputy ${link.phrase.written}`, tenure: 'current' }
          : { ...link.phrase, tenure: 'former' };
      found.push({ person, phrase, rule: 'officials.predecessor' });
      return;
    }
    if (!verbs.has(verb)) return;
    const holder = mentions[index - 1];
    const link = holder ? offices.get(holder.person) : undefined;
    if (!holder || !link || from - holder.to > reach) return;
    found.push({ person, phrase: { ...link.phrase, tenure: 'former' }, rule: 'officials.predecessor' });
  });
  return found;
}
