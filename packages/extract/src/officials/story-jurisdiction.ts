// The jurisdiction of an office whose own words name no place: what the story is about, else where its publisher sits.
// Knows the document's places; not titles' forms.
import { spanOf } from '../reading/reading.ts';
import type { Level } from './level.ts';
import { type Named, named, stateOf, unitedStates } from './named-jurisdiction.ts';
import type { Story } from './story.ts';
import { answer, once, speaksOf } from './story-words.ts';
import type { TitledPhrase } from './titled-phrases.ts';

/** Null when the office has no level, or the story leaves several places open. */
export function fromStory(document: Story, phrase: TitledPhrase, level: Level | null): Named | null {
  if (level === 'federal') return unitedStates;
  if (level === 'state')
    return answer(document, 'state', phrase.title.office.level, () => stateOfStory(document, phrase));
  if (level === 'county') return countyOfStory(document, phrase);
  if (level === 'school') return once(document, 'school', () => boardOfSchools(document) ?? cityOfStory(document));
  if (level !== 'city') return null;
  const ofTownship = /\btownship\b/i.test(phraseText(document, phrase)) || isTownshipOffice(document, phrase);
  const own = once(document, ofTownship ? 'city of township' : 'city', () => cityOfStory(document, ofTownship));
  return own && countyForCity(document, own);
}

/** Hawaii has counties alone, but for Honolulu: the mayor is the county's. */
function countyForCity(document: Story, city: Named): Named {
  const [, place = ''] = /^(.+), HI$/.exec(city.name) ?? [];
  return place === '' || place === 'Honolulu' ? city : (document.countyOf(place, 'HI') ?? city);
}

/** The phrase with what stands behind it: "the township's fire chief". */
const phraseText = ({ reading }: Story, { from, tail }: TitledPhrase): string =>
  spanOf(reading, from, Math.max(tail, from + 1)).text;

/** A bare trustee or fiscal officer, where the story's trustees are a township's. */
function isTownshipOffice(document: Story, { title, written }: TitledPhrase): boolean {
  if (title.office.weak === 'before' && townLeads(document)) return true;
  return (
    title.office.level === 'city' &&
    /\btrustees?$|\bfiscal officer$|\bboard (?:president|chair\w*)$/i.test(written) &&
    speaksOf(document, /\btownship trustees?\b|\btownship board\b/)
  );
}

/** The story speaks of a town's or township's government before it speaks of any county's. */
export function townLeads(document: Story): boolean {
  return once(document, 'town leads', () => {
    const town = document.text.search(
      /\b(?:Town of [A-Z]|[A-Z]\w+ Township\b|[Tt]own(?:ship)? (?:[Bb]oard|[Cc]hair|[Tt]rustee|[Ss]upervisor))/,
    );
    const county = document.text.search(
      /\b(?:[Cc]ounty|[Pp]arish) (?:[Bb]oard|[Cc]ommission|[Cc]ouncil|[Ss]upervisor|[Cc]lerk)|\b[Bb]oard of (?:[Ss]upervisors|[Cc]ommissioners)/,
    );
    return town >= 0 && (county < 0 || town < county);
  });
}

/** "Deerfield Township", "the Town of Sevastopol": the one that the story names most, where it leads the others; null else. */
function onlyTownship(text: string): string | null {
  const counts = new Map<string, number>();
  for (const [whole, township, town] of text.matchAll(
    /\b(\p{Lu}\p{Ll}{2,20}(?: \p{Lu}\p{Ll}{2,20}){0,2} Township)\b|\bTown of (\p{Lu}\p{Ll}{2,20}(?: \p{Lu}\p{Ll}{2,20}){0,2})/gu,
  )) {
    const name = township ?? town ?? whole;
    counts.set(name, (counts.get(name) ?? 0) + 1);
  }
  const [first, second] = [...counts].sort((a, b) => b[1] - a[1]);
  if (!first) return null;
  return !second || first[1] > second[1] || text.indexOf(first[0]) < text.indexOf(second[0]) ? first[0] : second[0];
}

function stateOfStory({ places, home }: Story, phrase: TitledPhrase): Named | null {
  const statesOf = (list: Story['places']): Set<string> =>
    new Set(list.map(({ state }) => state).filter((state) => state !== null));
  const [inFocus, ...others] = statesOf(places.filter(({ focus }) => focus));
  if (inFocus !== undefined && others.length === 0) return stateOf(inFocus);
  if (home) return stateOf(home.state);
  const all = statesOf(places);
  const [only] = all;
  if (all.size === 1 && only !== undefined && inFocus === undefined) return stateOf(only);
  return phrase.title.office.level === 'state-or-federal' && all.size === 0 ? unitedStates : null;
}

/** The county of a school district that the story names by its county ("Marion County schools"). */
function boardOfSchools({ places, text }: Story): Named | null {
  const counties = places.filter(
    ({ type, end }) => type === 'county' && /^ (?:[Pp]ublic )?[Ss]chool/.test(text.slice(end, end + 16)),
  );
  return mostNamed(counties);
}

/** Below these a focus is one mention in passing: a local paper's own city is likelier. */
const passing = { near: 0.4, inOtherState: 0.6 } as const;

function isPassing({ state, focusConfidence }: Story['places'][number], home: Story['home']): boolean {
  if (home === null) return false;
  return (focusConfidence ?? 0) < (state === home.state ? passing.near : passing.inOtherState);
}

function cityOfStory({ places, home, text }: Story, ofTownship = false): Named | null {
  const townships = places.filter(({ type }) => type === 'county-subdivision');
  if (ofTownship && townships.length > 0) return mostNamed(townships);
  if (ofTownship) {
    const township = onlyTownship(text);
    if (township !== null && home) return { name: `${township}, ${home.state}`, divisionId: null };
  }
  const cities = places.filter(
    ({ type }) => type === 'city' || (townships.length === places.length && type !== 'county'),
  );
  const focus = cities.filter((place) => place.focus && !isPassing(place, home));
  // A publisher's own town that is no city to the gazetteer, where the story names it as often as any.
  const isHome = ({ name, state }: Story['places'][number]): boolean => name === home?.name && state === home.state;
  const atOwn = townships.filter(isHome).length;
  if (home && atOwn > 0 && [...Map.groupBy(focus, ({ name }) => name).values()].every((list) => list.length <= atOwn))
    return { name: `${home.name}, ${home.state}`, divisionId: home.divisionId };
  if (focus.length > 0) {
    const atHome = focus.find(({ name, state }) => name === home?.name && state === home.state);
    const isSurest = focus.every(({ focusConfidence }) => (focusConfidence ?? 0) <= (atHome?.focusConfidence ?? 0));
    const names = focus.map((place) => named(place).name);
    return atHome && (isSurest || isAmongMost(named(atHome).name, names)) ? named(atHome) : mostNamed(focus);
  }
  if (home) return { name: `${home.name}, ${home.state}`, divisionId: home.divisionId };
  const names = new Map(cities.map((place) => [named(place).name, named(place)]));
  const [only] = names.values();
  return names.size === 1 && only ? only : null;
}

/** Counties by how often they are named; that of the city's or the publisher's name counts as one and a half mentions. */
function countyOfStory(document: Story, phrase: TitledPhrase): Named | null {
  const { places, reading } = document;
  const [first, second] = once(document, 'counties', () => weighCounties(document));
  if (first && first.weight > (second?.weight ?? 0)) return first.county;
  // Of several named alike the last one before the office.
  const here = reading.starts[phrase.from] ?? 0;
  const counties = once(document, 'counties in text order', () => places.filter(({ type }) => type === 'county'));
  let low = 0;
  let high = counties.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((counties[middle]?.start ?? 0) >= here) high = middle;
    else low = middle + 1;
  }
  const last = counties[low - 1];
  return last ? named(last) : null;
}

function weighCounties({ places, home, countyOf }: Story): { readonly county: Named; readonly weight: number }[] {
  const counts = new Map<string, { readonly county: Named; weight: number }>();
  const add = (county: Named, weight: number): void => {
    const known = counts.get(county.name);
    if (known) known.weight += weight;
    else counts.set(county.name, { county, weight });
  };
  for (const place of places) if (place.type === 'county') add(named(place), place.focus ? 2 : 1);
  const own = home?.county
    ? { name: `${home.county.name}, ${home.state}`, divisionId: home.county.divisionId }
    : home && countyOf(home.name, home.state);
  if (own) add(own, 1.5);
  // The county of the city that the story is about, where it names none.
  const city = places.find(({ type, focus }) => focus && type === 'city');
  const around = city?.state ? countyOf(city.name, city.state) : null;
  if (around && around.name !== own?.name) add(around, counts.size > (own ? 1 : 0) ? 1 : 1.75);
  return [...counts.values()].sort((a, b) => b.weight - a.weight);
}

function isAmongMost(name: string, names: readonly string[]): boolean {
  const counts = new Map<string, number>();
  for (const each of names) counts.set(each, (counts.get(each) ?? 0) + 1);
  return [...counts.values()].every((count) => count <= (counts.get(name) ?? 0));
}

function mostNamed(places: Story['places']): Named | null {
  const groups = [...Map.groupBy(places, (place) => named(place).name).values()];
  const [first] = groups.sort((a, b) => b.length - a.length)[0] ?? [];
  return first ? named(first) : null;
}
