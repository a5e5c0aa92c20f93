// The stage of officials: who holds public office, under which title, for whom. Reads people, organizations and places that
// earlier stages found; knows no list of office holders.
import type { Official } from '@civicwire/shared';
import { spanOf } from '../reading/reading.ts';
import type { Vocabulary } from '../reading/vocabulary.ts';
import type { Stage } from '../stage.ts';
import { createOfficialContext, mentionsBy, type OfficeLink, type OfficialContext } from './context.ts';
import { createCountyFinder } from './county-of-place.ts';
import { classifyCues, cue } from './cue-words.ts';
import { isHistoric } from './historic.ts';
import { jurisdictionOf } from './jurisdiction.ts';
import { afterOwner, type HeldOffice, readOfficeMentions } from './office-mentions.ts';
import { isForeign, withPlaceBehind } from './office-place.ts';
import { onOneLine } from './one-line.ts';
import { organizationOf } from './organization-name.ts';
import { createPresidentFinder } from './presidents.ts';
import { officialRules, storyRules } from './rules/index.ts';
import { settleOffice } from './settle-office.ts';
import { createStory, hasCue, type Story } from './story.ts';
import { countIn, once, tells } from './story-words.ts';
import { readTitles } from './title-table.ts';
import { findTitledPhrases, type TitledPhrase } from './titled-phrases.ts';
import { foreignNations } from './words.ts';

/** Texts of `data/titles/titles.json`, `data/presidents/presidents.tsv` and `data/place-counties/place-counties.tsv`. */
export interface OfficialTables {
  readonly titles: string;
  readonly presidents: string;
  readonly placeCounties: string;
}

/**
 * Fills `officials`; throws only on a bad table, never for a text.
 * Offices that nobody named holds come with `name` null. A story without offices gives an empty list.
 */
export function createOfficialsStage(vocabulary: Vocabulary, tables: OfficialTables): Stage {
  const presidentOf = createPresidentFinder(tables.presidents);
  const { findTitles, firstWords } = readTitles(vocabulary, tables.titles);
  const countyOf = createCountyFinder(tables.placeCounties);
  const cues = classifyCues(vocabulary, firstWords);
  return {
    name: 'officials',
    run: (document) => {
      const story = createStory(document, cues.ofAll(document.reading.ids), countyOf);
      const phrases = findTitledPhrases(story, findTitles);
      const context = createOfficialContext(story, phrases, presidentOf);
      const { officials, notes } = findOfficials(context);
      return { ...document, officials, notes: [...document.notes, ...notes] };
    },
  };
}

function findOfficials(context: OfficialContext): { readonly officials: Official[]; readonly notes: string[] } {
  const links = readLinks(context).filter(
    ({ phrase, person }) =>
      phrase.title.office.role !== 'president' || (isAmerican(context, person) && !isKin(context, person)),
  );
  for (const { match } of storyRules) for (const link of match(context, links)) links.push(link);
  const byPerson = new Map<number, OfficeLink[]>();
  const linked = new Set<TitledPhrase>();
  for (const link of links) {
    const own = byPerson.get(link.person);
    if (own) own.push(link);
    else byPerson.set(link.person, [link]);
    if (!loose.has(link.rule)) linked.add(link.phrase);
  }
  const held = placeStaff(Array.from(byPerson, ([person, own]) => holdOffice(context, person, own)));
  const unnamed = readOfficeMentions(context, linked, held);
  const officials = held.map(withOfficeMentions).concat(unnamed);
  officials.sort((a, b) => (a.mentions[0]?.start ?? 0) - (b.mentions[0]?.start ?? 0));
  return { officials, notes: describeDefaults(context, held) };
}

/** Rules whose phrases may be said of others too: they stay open as mentions of an office. */
const loose = new Set(['officials.unnamed-office-holder', 'officials.predecessor', 'officials.national-figure']);

function withOfficeMentions({ official, officeMentions }: HeldOfficial): Official {
  for (const mention of officeMentions) official.mentions.push({ ...mention, kind: 'office' });
  official.mentions.sort((a, b) => a.start - b.start);
  return official;
}

/** Which officials have their jurisdiction from the story alone, and how far its focus stands out. */
function describeDefaults({ document }: OfficialContext, held: readonly HeldOfficial[]): string[] {
  const byPlace = new Map<string, string>();
  for (const { jurisdiction, official } of held) {
    if (jurisdiction?.from !== 'story' || jurisdiction.name === 'United States') continue;
    const names = byPlace.get(jurisdiction.name);
    byPlace.set(jurisdiction.name, names === undefined ? `${official.name}` : `${names}, ${official.name}`);
  }
  if (byPlace.size === 0) return [];
  const focus = document.places.find(({ focusConfidence }) => focusConfidence !== null)?.focusConfidence;
  const sure = focus === undefined || focus === null ? 'no focus city' : `focus city at ${focus}`;
  return Array.from(
    byPlace,
    ([place, names]) => `officials: ${place} is taken from the story (${sure}), not from their titles, for ${names}`,
  );
}

/** Offices by every phrase; then those of staff who serve a person now known to hold office ("Falcone's chief of staff"). */
function readLinks(context: OfficialContext): OfficeLink[] {
  const { phrases } = context;
  const historic = new Map<number, boolean>();
  const links = linkPhrases(context, phrases).filter(({ phrase, person }) => {
    if (isForeign(context, phrase)) return false;
    const told = historic.get(person) ?? isHistoric(context, person);
    historic.set(person, told);
    return !told;
  });
  if (links.length === 0 || !phrases.some(isOfStaff)) return links;
  const holders = new Set(links.map(({ person }) => person));
  const linked = new Set(links.map(({ phrase }) => phrase));
  const serving = phrases
    .filter((phrase) => isOfStaff(phrase) && !linked.has(phrase) && holders.has(phrase.serves))
    .map((phrase) => ({ ...phrase, servesOfficial: true }));
  return [...links, ...linkPhrases(context, serving)];
}

/** An office that serves somebody: "Falcone's chief of staff". */
const isOfStaff = ({ serves, title }: TitledPhrase): boolean => serves >= 0 && title.office.weak === 'body';

function linkPhrases(context: OfficialContext, phrases: readonly TitledPhrase[]): OfficeLink[] {
  const links: OfficeLink[] = [];
  for (const phrase of phrases)
    for (const { id, match } of officialRules) {
      const persons = match(phrase, context);
      for (const person of persons) links.push({ person, phrase, rule: id });
      if (persons.length > 0) break;
    }
  return links;
}

/** A president, when the story does not speak more of other nations than of the United States. */
function isAmerican({ document }: OfficialContext, person: number): boolean {
  const surname = document.people[person]?.surname ?? '';
  if (document.text.includes(`${surname} administration`) || tells(document, whiteHouse)) return true;
  const abroad = once(document, 'countries', () => countCountries(document)) + countIn(document, foreignNations);
  return abroad <= countIn(document, ofUnitedStates) + 1;
}

const whiteHouse = /\bWhite House\b/;
const ofUnitedStates = /\b(?:U\. ?S\.|US|America|Americans?|United States|federal|Congress|Washington)\b|U\.S\./g;

/** Mentions of countries other than the United States. */
function countCountries({ places }: Story): number {
  let count = 0;
  for (const { type, name, state } of places)
    if (type === 'country' && state === null && !name.startsWith('United States')) count++;
  return count;
}

/** "First lady Ana Ode" is not whom "President Ode" means, though the story names no other Ode. */
function isKin(context: OfficialContext, person: number): boolean {
  return mentionsBy(context, person).some(({ from }) => hasCue(context.document, from - 1, cue.kin));
}

interface HeldOfficial extends HeldOffice {
  readonly official: Official;
  readonly person: number;
  readonly serves: TitledPhrase;
}

function holdOffice(context: OfficialContext, person: number, own: readonly OfficeLink[]): HeldOfficial {
  const { phrase, rule } = chooseLink(own);
  const { document } = context;
  const settle = (each: TitledPhrase): TitledPhrase => settleOffice(document, withPlaceBehind(context, each, person));
  const first = settle(phrase);
  const { role } = first.title.office;
  const alike = [first];
  for (const link of own.length > 1 ? own : []) {
    const other = link.phrase === phrase ? first : settle(link.phrase);
    if (other !== first && other.title.office.role === role) alike.push(other);
  }
  const jurisdiction = jurisdictionOf(document, alike);
  const { name, mentions, given } = document.people[person] ?? { name: '', mentions: [], given: null };
  const official: Official = {
    name,
    title: phrase.written || null,
    role,
    organization: organizationOf(document, alike, jurisdiction?.name ?? null),
    jurisdiction: jurisdiction?.name ?? null,
    jurisdictionId: jurisdiction?.divisionId ?? null,
    tenure: phrase.tenure,
    mentions: mentions.map(({ start, end, text }) => ({
      start,
      end,
      text,
      kind: given !== null && isFull(name, text) ? 'full' : 'surname',
    })),
    rule,
  };
  return {
    official,
    role,
    jurisdiction,
    tenure: phrase.tenure,
    title: phrase.written,
    // The lead's own words for the office stand for its holder.
    officeMentions:
      rule === 'officials.named-next' ? [spanOf(document.reading, afterOwner(document, phrase), phrase.to)] : [],
    person,
    serves: first,
  };
}

/** "Betty Van Dyke" is a full name, "Van Dyke" the end of one. */
function isFull(name: string, text: string): boolean {
  const written = onOneLine(text);
  return written.includes(' ') && (written === name || !name.endsWith(written));
}

/** Those who serve an official have that official's jurisdiction, unless their own words name one. */
function placeStaff(held: readonly HeldOfficial[]): HeldOfficial[] {
  return held.map((own) => {
    const { serves, servesOfficial } = own.serves;
    const superior = servesOfficial ? held.find(({ person }) => person === serves) : undefined;
    if (!superior || own.jurisdiction?.from === 'phrase') return own;
    const { jurisdiction, jurisdictionId } = superior.official;
    return {
      ...own,
      jurisdiction: superior.jurisdiction,
      official: { ...own.official, jurisdiction, jurisdictionId },
    };
  });
}

/** The first title that is not past nor in a heading's capitals and is an office by its own words, else the first of all. */
function chooseLink(own: readonly OfficeLink[]): OfficeLink {
  const [only] = own;
  if (!only) throw new Error('an official needs at least one link');
  if (own.length === 1) return only;
  // "Former Mayor Ana Ode … Ode was mayor until 2000": what stands beside the name tells more than a verb.
  const isPast = own.some(({ phrase }) => phrase.tenure === 'former');
  const beside = isPast ? own.filter(({ rule }) => rule !== 'officials.who-is-title') : own;
  const told = beside.length > 0 ? beside : own;
  const present = isPast ? told.filter(({ phrase }) => phrase.tenure !== 'former') : told;
  const written = (present.length > 0 ? present : told).filter(
    ({ phrase }) => phrase.written !== phrase.written.toUpperCase(),
  );
  return written.find(({ phrase }) => !phrase.title.office.weak) ?? written[0] ?? present[0] ?? only;
}
