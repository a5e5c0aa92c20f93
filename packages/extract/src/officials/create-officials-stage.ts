// The stage of officials: who holds public office, under which title, for whom. Reads people, organizations and places that
// earlier stages found; knows no list of office holders.
import type { Official } from '@civicwire/shared';
import { foldedAt, isCapital, spanOf } from '../reading/reading.ts';
import type { Vocabulary } from '../reading/vocabulary.ts';
import type { Stage } from '../stage.ts';
import { createOfficialContext, type OfficeLink, type OfficialContext } from './context.ts';
import { jurisdictionOf } from './jurisdiction.ts';
import { type HeldOffice, readOfficeMentions } from './office-mentions.ts';
import { organizationOf } from './organization-name.ts';
import { officialRules, storyRules } from './rules/index.ts';
import { speechVerbs } from './speech-verbs.ts';
import { createTitleFinder } from './title-table.ts';
import { findTitledPhrases, type TitledPhrase } from './titled-phrases.ts';
import { foreignNations } from './words.ts';

/**
 * Fills `officials` from the text of `data/titles/titles.json`; throws only on a bad table, never for a text.
 * Offices that nobody named holds come with `name` null. A story without offices gives an empty list.
 */
export function createOfficialsStage(vocabulary: Vocabulary, titles: string): Stage {
  const findTitles = createTitleFinder(vocabulary, titles);
  const { bit, of } = vocabulary.classify({ speech: speechVerbs });
  return {
    name: 'officials',
    run: (document) => {
      const phrases = findTitledPhrases(document, findTitles);
      const context = createOfficialContext(document, phrases, (id) => (of(id) & bit.speech) !== 0);
      return { ...document, officials: findOfficials(context) };
    },
  };
}

function findOfficials(context: OfficialContext): Official[] {
  const links = readLinks(context).filter(
    ({ phrase, person }) =>
      phrase.title.office.role !== 'president' || (isAmerican(context, person) && !isKin(context, person)),
  );
  for (const { match } of storyRules) links.push(...match(context, links));
  const byPerson = Map.groupBy(links, ({ person }) => person);
  const held = [...byPerson].map(([person, own]) => holdOffice(context, person, own));
  const linked = new Set(
    links
      .filter(({ rule }) => rule !== 'officials.unnamed-office-holder' && rule !== 'officials.national-figure')
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
  return [...named, ...unnamed].sort((a, b) => (a.mentions[0]?.start ?? 0) - (b.mentions[0]?.start ?? 0));
}

function readLinks(context: OfficialContext): OfficeLink[] {
  const links: OfficeLink[] = [];
  for (const phrase of context.phrases)
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
}

function holdOffice(context: OfficialContext, person: number, own: readonly OfficeLink[]): HeldOfficial {
  const { phrase, rule } = chooseLink(own);
  const { office } = phrase.title;
  const { document } = context;
  const alike = [
    phrase,
    ...own.map((link) => link.phrase).filter((other) => other !== phrase && other.title.office.role === office.role),
  ].map((each) => withPlaceBehind(context, each));
  const isPolice = alike.some(({ bodies }) => bodies.some((body) => /\bPolice\b|PD$/.test(body)));
  const role = settledRole(context, alike[0] ?? phrase, isPolice);
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
      kind: given !== null && /[\s\u00a0]/.test(mention.text) ? 'full' : 'surname',
    })),
    rule,
  };
  return { official, role, jurisdiction, tenure: phrase.tenure, officeMentions: [] };
}

/** Titles that mean another office beside some bodies: a commissioner of police, a trustee of a village. */
function settledRole(
  { reading }: OfficialContext,
  { title, from, tail, behindName }: TitledPhrase,
  isPolice: boolean,
): string {
  const { role } = title.office;
  if (role === 'county-commissioner' && isPolice) return 'police-chief';
  const written = (first: number, last: number): string => (first < last ? spanOf(reading, first, last).text : '');
  const around = `${written(from, tail)} ${behindName ? written(...behindName) : ''}`;
  return role === 'school-official' && /trustee/i.test(around) && /\b(?:village|town|township|city)\b/i.test(around)
    ? 'council-member'
    : role;
}

/** "Mayor Ana Ode of Salem", "Speaker Lee Ruiz of the Maine House": the place behind the name belongs to the office. */
function withPlaceBehind({ reading, mentionFrom }: OfficialContext, phrase: TitledPhrase): TitledPhrase {
  const mention = mentionFrom.get(phrase.to);
  if (!mention || foldedAt(reading, mention.to) !== 'of') return phrase;
  let end = mention.to + 1;
  if (foldedAt(reading, end) === 'the') end++;
  while (isCapital(reading, end)) end++;
  return { ...phrase, behindName: [mention.to + 1, end] };
}

/** The first title that is an office by its own words and not past, else the first of all. */
function chooseLink(own: readonly OfficeLink[]): OfficeLink {
  const strong = own.filter(({ phrase }) => !phrase.title.office.weak);
  const chosen = strong.find(({ phrase }) => phrase.tenure !== 'former') ?? strong[0] ?? own[0];
  if (!chosen) throw new Error('an official needs at least one link');
  return chosen;
}
