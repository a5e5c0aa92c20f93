// officials.predecessor: whom an official succeeds held the same office. Knows links that the other rules made.
import { foldedAt } from '../../reading/reading.ts';
import type { OfficeLink, OfficialContext } from '../context.ts';
import type { StoryRule } from './official-rule.ts';

export const predecessor: StoryRule = {
  id: 'officials.predecessor',
  reads: 'A name behind “succeeds” or “replaces”, right behind one who holds an office: the former holder.',
  match: findPredecessors,
  examples: {
    yes: [
      'The council hired City Clerk [[Dana Whitlow]]. She succeeds [[Lee Tanaka]], who retired.',
      'Police Chief [[Dana Whitlow]] replaced [[Lee Tanaka]] in May.',
    ],
    no: [
      'City Clerk [[Dana Whitlow]] spoke. Dr. Rosa Delgado replaced Lee Tanaka at the hospital.',
      'City Clerk [[Dana Whitlow]] thanked Lee Tanaka.',
    ],
    todo: ['The search began when [[Rosa Delgado]] left the post of city clerk.'],
  },
};

/** Between the holder's name and the verb stand at most this many tokens. */
const reach = 30;

function findPredecessors({ reading, mentions }: OfficialContext, links: readonly OfficeLink[]): OfficeLink[] {
  const offices = new Map(links.map((link) => [link.person, link]));
  const found: OfficeLink[] = [];
  mentions.forEach(({ person, from }, index) => {
    if (offices.has(person)) return;
    const verb = foldedAt(reading, from - 1);
    if (!/^(?:succeeds|succeeded|succeeding|replaces|replaced|replacing|replace|succeed)$/.test(verb)) return;
    const holder = mentions[index - 1];
    const link = holder ? offices.get(holder.person) : undefined;
    if (!holder || !link || from - holder.to > reach) return;
    found.push({ person, phrase: { ...link.phrase, tenure: 'former' }, rule: 'officials.predecessor' });
  });
  return found;
}
