// officials.unnamed-office-holder: a holder whose title and name never stand together. Knows links that the other rules made;
// abstains when two persons could be meant.
import { foldedAt, type Reading } from '../../reading/reading.ts';
import { isSaying, mentionsBy, type OfficeLink, type OfficialContext, turnsAway } from '../context.ts';
import { isContested } from '../sought-office.ts';
import type { TitledPhrase } from '../titled-phrases.ts';
import type { StoryRule } from './official-rule.ts';

export const unnamedOfficeHolder: StoryRule = {
  id: 'officials.unnamed-office-holder',
  reads: 'An office that speaks but is never named, and one person who speaks and is never explained: they are one.',
  match: findHolder,
  examples: {
    yes: [
      'The mayor said the pool would close. “It leaks,” Democrat [[Dana Whitlow]] said. [[Whitlow]] said it was old.',
      'The sheriff said he would not run for re-election. “I am tired,” Democrat [[Bo Lane]] said. His next deputy ran from the sheriff’s office.',
    ],
    no: [
      'The mayor said the pool would close. “It leaks,” Dana Whitlow said. “It does not,” Lee Okafor said.',
      'The mayor said the pool would close. “It leaks,” said Dana Whitlow, a plumber.',
      "Two men want to be the county's next sheriff. The sheriff said no. Republican Gary Weston said he would keep it.",
      'Candidates for sheriff met in Salem. Gary Weston said the sheriff should answer to voters.',
      'Three people are running for mayor. The mayor said the pool would close. “It leaks,” Dana Whitlow said.',
      'The mayoral candidates met in Salem. The mayor said the pool would close. “It leaks,” Dana Whitlow said.',
      "The sheriff said no. Gary Weston said he would keep it. It is a quiet sheriff's race.",
      'Voters will elect a new mayor in May. The mayor said the pool would close. “It leaks,” Dana Whitlow said.',
    ],
  },
};

const soleHolders = new Set(['mayor', 'police-chief', 'sheriff', 'governor', 'prosecutor']);

/**
 * officials.unnamed-office-holder: "the mayor said" and "Oduya said" in turns, no mayor named, one person unexplained: a match.
 * The person must speak, carry no title or description but a party, and be the only such person; the office likewise.
 */
function findHolder(context: OfficialContext, links: readonly OfficeLink[]): OfficeLink[] {
  const { phrases } = context;
  if (!phrases.some(isSole)) return [];
  const held = new Set(links.map(({ phrase }) => phrase.title.office.role));
  const speaking = phrases.filter(
    (phrase) =>
      isSole(phrase) &&
      phrase.tenure !== 'former' &&
      !phrase.title.office.weak &&
      !turnsAway(context, phrase) &&
      !held.has(phrase.title.office.role),
  );
  const roles = new Set(speaking.map(({ title }) => title.office.role));
  const says = speaking.filter(({ from, to }) => isSaying(context, from, to) || isSaying(context, from - 1, to));
  const [phrase] = says;
  if (!phrase || roles.size !== 1) return [];
  // Where the office is fought for, who speaks in turn with its holder may be one who wants it.
  if (isContested(context.document, phrase.title.office.role)) return [];
  const titled = new Set(links.map(({ person }) => person));
  const people = context.document.people.map((_, index) => index).filter((index) => !titled.has(index));
  const candidates = people.filter((person) => speaks(context, person) && !isExplained(context, person));
  const partisans = candidates.filter((person) => hasParty(context, person));
  const [holder] = partisans.length === 1 ? partisans : candidates;
  if (holder === undefined || (candidates.length !== 1 && partisans.length !== 1)) return [];
  return [{ person: holder, phrase, rule: 'officials.unnamed-office-holder' }];
}

/** "the mayor": an office of one holder. */
const isSole = ({ article, title }: TitledPhrase): boolean =>
  article === 'definite' && !title.plural && soleHolders.has(title.office.role);

function speaks(context: OfficialContext, person: number): boolean {
  return mentionsBy(context, person).some(({ from, to }) => isSaying(context, from, to));
}

function hasParty(context: OfficialContext, person: number): boolean {
  return mentionsBy(context, person).some(({ from }) => isParty(context.reading, from - 1));
}

function isParty(reading: Reading, i: number): boolean {
  return /^(?:democrat|republican)$/.test(foldedAt(reading, i));
}

/** A role before the name, or an apposition or "who" behind it: then the person is somebody else. */
function isExplained(context: OfficialContext, person: number): boolean {
  const { reading } = context;
  return mentionsBy(context, person).some(({ from, to }) => {
    const before = foldedAt(reading, from - 1);
    const behind = foldedAt(reading, to + 1);
    if (
      foldedAt(reading, to) === ',' &&
      /^(?:a|an|the|who|whose|\d{1,2}|executive|president|director|founder|owner|co-founder|attorney|spokesman|spokeswoman)$/.test(
        behind,
      )
    )
      return true;
    if (foldedAt(reading, to) === 'of' || foldedAt(reading, to) === 'with') return true;
    if (isParty(reading, from - 1) || from === 0 || reading.sentenceOf[from] !== reading.sentenceOf[from - 1])
      return false;
    return (
      /^\p{L}{3,}$/u.test(before) &&
      !/^(?:said|says|told|asked|added|and|but|that|when|while|with|by|for|from|access|because|though|although|where|what|after|before|until|like|however)$/.test(
        before,
      ) &&
      !/(?:ed|ing|s)$/.test(before)
    );
  });
}
