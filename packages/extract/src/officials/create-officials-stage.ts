// The stage of officials: who holds public office, under which title, for whom. Reads people, organizations and places that
// earlier stages found; knows no list of office holders.
import type { Official } from '@civicwire/shared';
import { foldedAt, spanOf } from '../reading/reading.ts';
import type { Vocabulary } from '../reading/vocabulary.ts';
import type { Stage } from '../stage.ts';
import { createOfficialContext, type OfficeLink, type OfficialContext } from './context.ts';
import { createCountyFinder } from './county-of-place.ts';
import { isHistoric } from './historic.ts';
import { jurisdictionOf } from './jurisdiction.ts';
import { afterOwner, type HeldOffice, readOfficeMentions } from './office-mentions.ts';
import { isForeign, withPlaceBehind } from './office-place.ts';
import { organizationOf } from './organization-name.ts';
import { createPresidentFinder } from './presidents.ts';
import { officialRules, storyRules } from './rules/index.ts';
import { settleOffice } from './settle-office.ts';
import { speechVerbs } from './speech-verbs.ts';
import { createTitleFinder } from './title-table.ts';
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
  const findTitles = createTitleFinder(vocabulary, tables.titles);
  const countyOf = createCountyFinder(tables.placeCounties);
  const { bit, of } = vocabulary.classify({ speech: speechVerbs });
  return {
    name: 'officials',
    run: (document) => {
      const phrases = findTitledPhrases(document, findTitles);
      const context = createOfficialContext({ ...document, countyOf }, phrases, {
        isSpeech: (id) => (of(id) & bit.speech) !== 0,
        presidentOf,
      });
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
  for (const { match } of storyRules) links.push(...match(context, links));
  const byPerson = Map.groupBy(links, ({ person }) => person);
  const held = placeStaff([...byPerson].map(([person, own]) => holdOffice(context, person, own)));
  const linked = new Set(
    links
      .filter(
        ({ rule }) =>
          rule !== 'officials.unnamed-office-holder' &&
          rule !== 'officials.predecessor' &&
          rule !== 'officials.national-figure',
      )
      .map(({ phrase }) => phrase),
  );
  const unnamed = readOfficeMentions(context, linked, held);
  const named = held.map(
    ({ official, officeMentions }): Official => ({
      ...official,
      mentions: [
        ...official.mentions,
        ...officeMentions.map((mention) => ({ ...mention, kind: 'office' as const })),
      ].sort((a, b) => a.start - b.start),
    }),
  );
  const officials = [...named, ...unnamed].sort((a, b) => (a.mentions[0]?.start ?? 0) - (b.mentions[0]?.start ?? 0));
  return { officials, notes: describeDefaults(context, held) };
}

/** Which officials have their jurisdiction from the story alone, and how far its focus stands out. */
function describeDefaults({ document }: OfficialContext, held: readonly HeldOfficial[]): string[] {
  const byPlace = Map.groupBy(
    held.filter(({ jurisdiction }) => jurisdiction?.from === 'story' && jurisdiction.name !== 'United States'),
    ({ jurisdiction }) => jurisdiction?.name ?? '',
  );
  const focus = document.places.find(({ focusConfidence }) => focusConfidence !== null)?.focusConfidence;
  const sure = focus === undefined || focus === null ? 'no focus city' : `focus city at ${focus}`;
  return [...byPlace].map(
    ([place, officials]) =>
      `officials: ${place} is taken from the story (${sure}), not from their titles, for ${officials.map(({ official }) => official.name).join(', ')}`,
  );
}

/** Offices by every phrase; then those of staff who serve a person now known to hold office ("Falcone's chief of staff"). */
function readLinks(context: OfficialContext): OfficeLink[] {
  const known = new Map<number, boolean>();
  const historic = (person: number): boolean => {
    const told = known.get(person) ?? isHistoric(context, person);
    known.set(person, told);
    return told;
  };
  const links = linkPhrases(context, context.phrases).filter(
    (link) => !isForeign(context, link.phrase) && !historic(link.person),
  );
  const holders = new Set(links.map(({ person }) => person));
  const linked = new Set(links.map(({ phrase }) => phrase));
  const serving = context.phrases
    .filter((phrase) => !linked.has(phrase) && holders.has(phrase.serves) && phrase.title.office.weak === 'body')
    .map((phrase) => ({ ...phrase, servesOfficial: true }));
  return [...links, ...linkPhrases(context, serving)];
}

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
  const { text, people } = document;
  const surname = people[person]?.surname ?? '';
  if (text.includes(`${surname} administration`) || /\bWhite House\b/.test(text)) return true;
  let foreign = 0;
  for (const { type, name, state } of document.places)
    if (type === 'country' && state === null && !/^United States/.test(name)) foreign++;
  foreign += text.match(foreignNations)?.length ?? 0;
  return (
    foreign <=
    (text.match(/\b(?:U\. ?S\.|US|America|Americans?|United States|federal|Congress|Washington)\b|U\.S\./g)?.length ??
      0) +
      1
  );
}

/** "First lady Ana Ode" is not whom "President Ode" means, though the story names no other Ode. */
function isKin({ reading, mentions }: OfficialContext, person: number): boolean {
  return mentions.some(
    (mention) =>
      mention.person === person &&
      /^(?:lady|wife|husband|son|daughter|brother|sister)$/.test(foldedAt(reading, mention.from - 1)),
  );
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
  const others = own.map((link) => link.phrase).filter((other) => other !== phrase);
  const alike = [first, ...others.map(settle).filter((other) => other.title.office.role === role)];
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
    mentions: mentions.map((mention) => ({
      ...mention,
      kind: given !== null && isFull(name, mention.text) ? 'full' : 'surname',
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
      rule === 'officials.named-next'
        ? [spanOf(document.reading, afterOwner(document.reading, phrase), phrase.to)]
        : [],
    person,
    serves: first,
  };
}

/** "Betty Van Dyke" is a full name, "Van Dyke" the end of one. */
function isFull(name: string, text: string): boolean {
  const written = text.replaceAll(/\s+/g, ' ');
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
  // "Former Mayor Ana Ode … Ode was mayor until 2000": what stands beside the name tells more than a verb.
  const beside = own.filter(
    ({ rule }) => rule !== 'officials.who-is-title' || !own.some(({ phrase }) => phrase.tenure === 'former'),
  );
  const told = beside.length > 0 ? beside : own;
  const present = told.filter(({ phrase }) => phrase.tenure !== 'former');
  const written = (present.length > 0 ? present : told).filter(
    ({ phrase }) => phrase.written !== phrase.written.toUpperCase(),
  );
  const chosen = written.find(({ phrase }) => !phrase.title.office.weak) ?? written[0] ?? present[0] ?? own[0];
  if (!chosen) throw new Error('an official needs at least one link');
  return chosen;
}
