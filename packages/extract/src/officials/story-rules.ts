// Rules that read the whole story: a holder whose title and name never stand together, and a president known by an administration.
// Knows links that the other rules made; abstains when two persons could be meant.
import { foldedAt, type Reading } from '../reading/reading.ts';
import { isSaying, type OfficeLink, type OfficialContext, turnsAway } from './context.ts';
import type { TitledPhrase } from './titled-phrases.ts';

const soleHolders = new Set(['mayor', 'police-chief', 'sheriff', 'governor', 'prosecutor']);

/**
 * officials.unnamed-office-holder: "the mayor said" and "Kenney said" in turns, no mayor named, one person unexplained: a match.
 * The person must speak, carry no title or description but a party, and be the only such person; the office likewise.
 */
export function unnamedOfficeHolder(context: OfficialContext, links: readonly OfficeLink[]): OfficeLink[] {
  const { phrases } = context;
  const held = new Set(links.map(({ phrase }) => phrase.title.office.role));
  const speaking = phrases.filter(
    (phrase) =>
      phrase.article === 'definite' &&
      !phrase.title.plural &&
      soleHolders.has(phrase.title.office.role) &&
      !phrase.former &&
      !phrase.title.office.weak &&
      !turnsAway(context, phrase) &&
      !held.has(phrase.title.office.role),
  );
  const roles = new Set(speaking.map(({ title }) => title.office.role));
  const says = speaking.filter(({ from, to }) => isSaying(context, from, to) || isSaying(context, from - 1, to));
  const [phrase] = says;
  if (!phrase || roles.size !== 1) return [];
  const titled = new Set(links.map(({ person }) => person));
  const people = context.document.people.map((_, index) => index).filter((index) => !titled.has(index));
  const candidates = people.filter((person) => speaks(context, person) && !isExplained(context, person));
  const partisans = candidates.filter((person) => hasParty(context, person));
  const [holder] = partisans.length === 1 ? partisans : candidates;
  if (holder === undefined || (candidates.length !== 1 && partisans.length !== 1)) return [];
  return [{ person: holder, phrase, rule: 'officials.unnamed-office-holder' }];
}

function speaks({ mentions, ...context }: OfficialContext, person: number): boolean {
  return mentions.some(
    (mention) => mention.person === person && isSaying({ mentions, ...context }, mention.from, mention.to),
  );
}

function hasParty({ reading, mentions }: OfficialContext, person: number): boolean {
  return mentions.some((mention) => mention.person === person && isParty(reading, mention.from - 1));
}

function isParty(reading: Reading, i: number): boolean {
  return /^(?:democrat|republican)$/.test(foldedAt(reading, i));
}

/** A role before the name, or an apposition or "who" behind it: then the person is somebody else. */
function isExplained({ reading, mentions }: OfficialContext, person: number): boolean {
  return mentions.some(({ person: owner, from, to }) => {
    if (owner !== person) return false;
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

/**
 * officials.national-figure: a person without a title whose administration, presidency or election as president the story names.
 * The title is what the story says ("president-elect"), else null with the role alone.
 */
export function nationalFigure(context: OfficialContext, links: readonly OfficeLink[]): OfficeLink[] {
  const { reading, document, mentions, phrases } = context;
  const titled = new Set(links.map(({ person }) => person));
  const presidency = phrases.find(({ title, article }) => title.office.role === 'president' && article === 'definite');
  const found: OfficeLink[] = [];
  for (const person of document.people.keys()) {
    if (titled.has(person)) continue;
    const anchor = mentions.find(
      (mention) => mention.person === person && isPresidential(reading, mention.to, mention.from),
    );
    if (!anchor) continue;
    found.push({ person, phrase: presidency ?? barePresidency(anchor.from), rule: 'officials.national-figure' });
  }
  // Two persons with administrations ("the Obama and Trump administrations") cannot share one "the president".
  return found.length > 1 ? found.map((link) => ({ ...link, phrase: barePresidency(link.phrase.from) })) : found;
}

/** "the Ode administration", "Ode's presidential victory", "Ode's executive order", "Ode won the presidency". */
function isPresidential(reading: Reading, to: number, from: number): boolean {
  const next = foldedAt(reading, to);
  if (next === 'administration') return foldedAt(reading, from - 1) === 'the';
  if (next !== "'s" && next !== "'") return false;
  for (let i = to + 1; i < to + 5; i++) {
    if (/^(?:presidential|presidency|inauguration)$/.test(foldedAt(reading, i))) return true;
    if (foldedAt(reading, i) === 'executive' && /^orders?$/.test(foldedAt(reading, i + 1))) return true;
  }
  return false;
}

function barePresidency(at: number): TitledPhrase {
  return {
    from: at,
    to: at,
    tail: at,
    title: {
      from: at,
      to: at,
      plural: false,
      office: { role: 'president', level: 'federal', body: 'president', organization: 'United States' },
    },
    article: null,
    written: '',
    former: false,
    bodies: [],
  };
}
