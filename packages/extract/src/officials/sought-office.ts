// Whether an office is told as one that people want, run for or are to be chosen for: "the next sheriff", "running for mayor".
// Knows the words round a title; not who wants it.
import { foldedAt } from '../reading/reading.ts';
import { beginOf, type OfficialContext } from './context.ts';
import type { Story } from './story.ts';
import { tells } from './story-words.ts';
import type { TitledPhrase } from './titled-phrases.ts';

/** Words before the title that are looked at. */
const wordsMax = 8;

/** “wants to be the next sheriff”, “candidates for sheriff”, “elect a new mayor”: a title of nobody's. */
export function isSought(context: OfficialContext, phrase: TitledPhrase): boolean {
  const { reading } = context;
  const end = phrase.title.from;
  const begin = beginOf(context, phrase) - wordsMax;
  let before = '';
  for (let i = Math.max(reading.sentenceStarts[reading.sentenceOf[end] ?? 0] ?? 0, begin); i < end; i++)
    before += `${foldedAt(reading, i)} `;
  return soughtTitle.test(before);
}

const wish =
  /want(?:s|ed|ing)?|hop(?:e|es|ed|ing)|aim(?:s|ed|ing)?|seek(?:s|ing)?|sought|vy(?:ing)?|vies|vied|bids?|try|tries|tried|trying|compet(?:e|es|ed|ing)|would like|aspir(?:e|es|ed|ing)|campaign(?:s|ed|ing)?/
    .source;
const race =
  /run(?:s|ning)?|ran|vie|vying|vies|vied|bids?|bidding|compet(?:e|es|ed|ing)|campaign(?:s|ed|ing)?|candidates?|candidac(?:y|ies)|contenders?|contests?|hopefuls?|nominees?|nomination|nominated|race|election|primary|runoff|challengers?/
    .source;
const wants = `next|(?:${wish}) to (?:be|become|succeed|replace|unseat|oust|serve as)|(?:${race}) for|(?:elect|electing|choose|choosing|pick|picking) (?:an?|their|its|the)|whoever`;
const soughtTitle = new RegExp(`\\b(?:${wants}) (?:[\\p{L}.'’-]+ ){0,4}?$`, 'u');

/** Names of the offices that one person holds, by role. */
const names: Readonly<Record<string, string>> = {
  mayor: 'mayor',
  'police-chief': 'police chief',
  sheriff: 'sheriff',
  governor: 'governor',
  prosecutor: "(?:(?:district|prosecuting|county|city|commonwealth['’]s|state['’]s) attorney|prosecutor)",
};
const adjectives: Readonly<Record<string, string>> = { mayor: 'mayoral', governor: 'gubernatorial' };
const contest =
  /candidates?|hopefuls?|contenders?|nominees?|challengers?|opponents?|races?|elections?|primary|runoff|debate|contest|forum/
    .source;

/** Patterns by role: “wants to be mayor”, “the sheriff's race”, “mayoral candidates”. */
const contests: ReadonlyMap<string, RegExp> = new Map(
  Object.entries(names).map(([role, name]) => {
    const before = adjectives[role] ?? name;
    return [
      role,
      new RegExp(
        `\\b(?:${wants}) (?:[\\p{L}.'’-]+ ){0,4}?${name}\\b(?!['’]s (?:office|department|wife|husband))|\\b(?:${name}|${before})(?:['’]s)? (?:${contest})\\b`,
        'iu',
      ),
    ];
  }),
);

/** The story tells of people who want the office, so that one who speaks in it need not hold it. */
export function isContested(story: Story, role: string): boolean {
  const pattern = contests.get(role);
  return pattern !== undefined && tells(story, pattern);
}
