// officials.named-next: the lead speaks of an office, the next paragraph opens with its holder's name. Knows links that the other
// rules made; abstains when the person is explained as somebody else, or the office has a holder already.
import { foldedAt, hasShape, isCapital } from '../../reading/reading.ts';
import { shape } from '../../reading/tokens.ts';
import {
  beginOf,
  isSaying,
  mentionsBy,
  type OfficeLink,
  type OfficialContext,
  type PersonMention,
  turnsAway,
} from '../context.ts';
import { placesIn } from '../level.ts';
import { isPublicOffice } from '../public-office.ts';
import type { TitledPhrase } from '../titled-phrases.ts';
import type { StoryRule } from './official-rule.ts';

export const namedNext: StoryRule = {
  id: 'officials.named-next',
  reads:
    'An office that a sentence of the lead is about, and a name not seen before that opens one of the next two paragraphs, not explained as somebody else.',
  match: findNamedNext,
  examples: {
    yes: [
      'Eastport’s interim city manager is leaving.\n\n[[Dana Whitlow]] told the council on Monday that it was time.',
      'The Harlan County sheriff wants a new jail.\n\n“It leaks,” he said.\n\n[[Lee Okafor]], a Republican elected in 2020, asked for $9 million.',
      'Eastport has a leak, the city clerk said.\n\n[[Ana Rojas]], 51, found it.',
    ],
    no: [
      'Eastport’s mayor is leaving.\n\nDana Whitlow, a plumber, was glad.',
      'Eastport’s mayor is leaving.\n\nDana Whitlow told the council so.\n\nWhitlow owns the bakery. Whitlow, the owner, is sorry.',
      'The district attorney will not charge anybody.\n\nDana Whitlow, who was shot in May, is well.',
      'Eastport’s mayor’s dog is leaving.\n\nDana Whitlow told the council so.',
      'Eastport Mayor [[Lee Okafor]] likes the mayor’s house. The mayor is leaving.\n\nDana Whitlow told the council so.',
    ],
    todo: ['The mayor was asleep.\n\nBy 2 a.m. the storm had woken [[Dana Whitlow]].'],
  },
};

/** Paragraphs from the beginning of a story that may introduce an office so. */
const leadMax = 3;
/** Titles that are looked at, at most. */
const phrasesMax = 12;
/** Offices of which a body has one. */
const soleRoles = new Set(
  'mayor city-staff police-chief fire-chief sheriff prosecutor governor coroner attorney-general us-attorney county-staff school-official'.split(
    ' ',
  ),
);

function findNamedNext(context: OfficialContext, links: readonly OfficeLink[]): OfficeLink[] {
  const { reading, mentions } = context;
  const leads = context.phrases.slice(0, phrasesMax).filter((phrase) => isLead(context, phrase, links));
  if (leads.length === 0) return [];
  const titled = new Set(links.map(({ person }) => person));
  const seen = new Set<number>();
  const found: OfficeLink[] = [];
  for (const mention of mentions) {
    const { person, from } = mention;
    const paragraph = reading.paragraphOf[from] ?? 0;
    if (paragraph > leadMax + 1) break;
    const isFirst = !seen.has(person);
    seen.add(person);
    if (!isFirst || titled.has(person) || context.document.people[person]?.given === null) continue;
    if (reading.paragraphStarts[paragraph] !== from || !maySpeakForItself(context, mention)) continue;
    const open = leads.filter(({ to }) => {
      const distance = paragraph - (reading.paragraphOf[to] ?? 0);
      return distance === 1 || distance === 2;
    });
    const [phrase] = open;
    if (!phrase || new Set(open.map(({ title }) => title.office.role)).size !== 1) continue;
    titled.add(person);
    found.push({ person, phrase, rule: 'officials.named-next' });
  }
  return found.length === 1 ? found : [];
}

/** A definite office without a holder that begins a sentence of the lead, or says what the sentence tells. */
function isLead(context: OfficialContext, phrase: TitledPhrase, links: readonly OfficeLink[]): boolean {
  const { reading, mentionFrom, mentionTo } = context;
  const { title, from, to, article, tenure } = phrase;
  if ((reading.paragraphOf[from] ?? 0) >= leadMax) return false;
  if (article !== 'definite' || title.plural || title.office.weak || !soleRoles.has(title.office.role)) return false;
  if (tenure === 'former' || turnsAway(context, phrase) || mentionFrom.has(to)) return false;
  if (foldedAt(reading, phrase.tail) === ',' && mentionFrom.has(phrase.tail + 1)) return false;
  const begin = beginOf(context, phrase);
  if (foldedAt(reading, begin - 1) === ',' && mentionTo.has(begin - 1)) return false;
  const opens = reading.sentenceStarts[reading.sentenceOf[from] ?? 0] === begin || ownerOpens(context, begin);
  if (!opens && !isSaying(context, begin, to)) return false;
  return isPublicOffice(context.document, phrase, false) && !isHeld(context, phrase, links);
}

/** "Eastport's interim city manager": the owner stands before the phrase and opens the sentence. */
function ownerOpens({ reading }: OfficialContext, begin: number): boolean {
  const start = reading.sentenceStarts[reading.sentenceOf[begin] ?? 0] ?? 0;
  for (let i = start; i < begin; i++)
    if (!isCapital(reading, i) && !hasShape(reading, i, shape.clitic) && foldedAt(reading, i) !== "'") return false;
  return begin - start < 5;
}

/** The office, of the same place or of none told, has a holder who is named. */
function isHeld({ document }: OfficialContext, phrase: TitledPhrase, links: readonly OfficeLink[]): boolean {
  const own = new Set(placesIn(document, phrase).map(({ name }) => name));
  return links.some(({ phrase: other }) => {
    if (other.title.office.role !== phrase.title.office.role || /^(?:former|acting)$/.test(other.tenure)) return false;
    if (phrase.title.office.role.endsWith('-staff') || phrase.title.office.role === 'school-official')
      return other.written.split(' ').at(-1) === phrase.written.split(' ').at(-1);
    const places = placesIn(document, other);
    return own.size === 0 || places.length === 0 || places.some(({ name }) => own.has(name));
  });
}

/** What follows the name is a verb, an age, a party or a career in office: nothing that makes the person somebody else. */
function maySpeakForItself(context: OfficialContext, mention: PersonMention): boolean {
  const { reading } = context;
  if (mentionsBy(context, mention.person).some((each) => each !== mention && isExplained(context, each))) return false;
  const word = foldedAt(reading, mention.to);
  if (word !== ',') return /^\p{Ll}{3,}$/u.test(word) && !isCapital(reading, mention.to) && !notVerbs.has(word);
  const told = [1, 2, 3].map((k) => foldedAt(reading, mention.to + k));
  if (/^\d\d$/.test(told[0] ?? '')) return told[1] === ',' && !/^(?:a|an|the|who|of)$/.test(told[2] ?? '');
  if (/^(?:a|the)$/.test(told[0] ?? ''))
    return /^(?:democrat|republican|independent|political|first-term)$/.test(told[1] ?? '');
  if (told[0] === 'who')
    return /^(?:appointed|elected|hired|named|sworn|promoted|run|led|served|held|took|became|joined|came|began|leads|runs|started|retires|retired|retiring)$/.test(
      /^(?:was|has|had|is|will)$/.test(told[1] ?? '') ? (told[2] ?? '') : (told[1] ?? ''),
    );
  return /^(?:appointed|elected|hired|named|promoted)$/.test(told[0] ?? '');
}

const notVerbs = new Set('and with from for the who whose but or nor than that'.split(' '));

/** An apposition, a relative clause or a role before the name, further on. */
function isExplained({ reading }: OfficialContext, { from, to }: PersonMention): boolean {
  return (
    (foldedAt(reading, to) === ',' && /^(?:a|an|the|who|whose|executive|owner)$/.test(foldedAt(reading, to + 1))) ||
    /^(?:defendant|suspect|victim|owner|plaintiff|resident|driver|attorney|candidate)$/.test(
      foldedAt(reading, from - 1),
    )
  );
}
