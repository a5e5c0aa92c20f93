// Whose office it is: a city, county, state or the United States. Knows places of the document; not titles' forms.
import type { LocatedPlace } from '../document.ts';
import { foldedAt, hasShape, isCapital, spanOf } from '../reading/reading.ts';
import { shape } from '../reading/tokens.ts';
import { cue } from './cue-words.ts';
import { type Level, levelOf, placesIn } from './level.ts';
import { type Named, named, stateOf, unitedStates } from './named-jurisdiction.ts';
import { hasCue, type Story } from './story.ts';
import { fromStory } from './story-jurisdiction.ts';
import type { TitledPhrase } from './titled-phrases.ts';
import { privateBody } from './words.ts';

export interface Jurisdiction extends Named {
  /** What told it: words beside the title, or what the story is about. */
  readonly from: 'phrase' | 'story';
}

/** Null when nothing in the story tells. */
export function jurisdictionOf(document: Story, phrases: readonly TitledPhrase[]): Jurisdiction | null {
  const [first] = phrases;
  if (!first) return null;
  const level = levelOf(document, first);
  for (const phrase of phrases) {
    const own = fromPhrase(document, phrase, phrase === first ? level : levelOf(document, phrase));
    if (own !== null) return { name: own.name, divisionId: own.divisionId, from: 'phrase' };
  }
  const told = fromStory(document, first, level);
  return told && { name: told.name, divisionId: told.divisionId, from: 'story' };
}

/** From what stands in the phrase itself. */
function fromPhrase(document: Story, phrase: TitledPhrase, level: Level | null): Named | null {
  if (level === 'federal') return unitedStates;
  const places = placesIn(document, phrase);
  if (places.length > 0) {
    const own = fromPlaces(document, phrase, level, places);
    if (own !== undefined) return own;
  }
  // "Oregon's mayor", "the Indiana police chief": no state has one, so it is a city of the name.
  const [state] = places;
  if (state?.type === 'state' && document.home && ofCityAlone.test(phrase.title.office.role) && level === 'city')
    return { name: `${state.name}, ${document.home.state}`, divisionId: null };
  if (
    places.length > 0 ||
    phrase.title.office.weak ||
    phrase.bodies.some((body) => privateBody.test(body.toLowerCase()))
  )
    return null;
  const name = level === 'city' || level === 'county' ? unresolvedName(document, phrase) : null;
  if (name !== null && level === 'city' && document.home?.state === 'HI' && name !== 'Honolulu')
    return document.countyOf(document.home.name, 'HI');
  return name === null ? null : { name: document.home ? `${name}, ${document.home.state}` : name, divisionId: null };
}

/** From the places beside the title; undefined when none of them fits. */
function fromPlaces(
  document: Story,
  phrase: TitledPhrase,
  level: Level | null,
  places: readonly LocatedPlace[],
): Named | null | undefined {
  const place =
    places.find(({ type }) => fits(type, level)) ?? (level === 'state' ? places.find(({ state }) => state) : undefined);
  if (place?.state === 'HI' && place.type === 'city' && place.name !== 'Honolulu')
    return document.countyOf(place.name, 'HI') ?? null;
  if (place) return level === 'state' && place.state ? stateOf(place.state) : named(place);
  // A city named in the phrase of a county's office, or the other way round, still tells the place; one behind the
  // holder's name may be where he or she lives.
  const own = phrase.behindName ? placesIn(document, phrase, false) : places;
  const other = own.find(({ type }) => type === 'city' || type === 'county' || type === 'county-subdivision');
  return other && level !== 'state' ? named(other) : undefined;
}

const ofCityAlone = /^(?:mayor|council-member|police-chief|fire-chief)$/;

function fits(type: LocatedPlace['type'], level: Level | null): boolean {
  if (level === 'state') return type === 'state';
  if (level === 'county') return type === 'county';
  return level !== 'federal' && (type === 'city' || type === 'county-subdivision');
}

const noPlace = new Set(
  'general high grand chief honorary intelligence security division mayor superior circuit probate municipal juvenile family supreme criminal civil traffic revenue fiscal tax public emergency principal presiding internal park parks port transit harbor airport campus library fire assembly community regional mr. mrs. ms. miss dr. new honorable hon. economic national executive advisory student youth tribal academic policy in university college state'.split(
    ' ',
  ),
);

/** What a title's first word says of the place before it: "Harlan [County Clerk]". */
const kindOf: Readonly<Record<string, string>> = { county: ' County', parish: ' Parish', township: ' Township' };

/** Capitals before the title that no gazetteer resolved: "Riverbend Mayor". Better said without a state than given to another city. */
function unresolvedName(document: Story, { from, title, tail, to }: TitledPhrase): string | null {
  const { reading } = document;
  const isName = (i: number): boolean =>
    isCapital(reading, i) &&
    !hasShape(reading, i, shape.allCaps) &&
    !hasCue(document, i, cue.modifier | cue.district) &&
    (document.personAt[i] ?? -1) < 0 &&
    !noPlace.has(foldedAt(reading, i));
  let end = title.from;
  while (end > from && !isName(end - 1)) end--;
  let start = end;
  while (start > from && isName(start - 1)) start--;
  if (
    start < end &&
    end - start <= 4 &&
    !/\b(?:council|department|office|board|commission)\b/i.test(spanOf(reading, start, end).text)
  )
    return `${spanOf(reading, start, end).text}${kindOf[foldedAt(reading, title.from)] ?? ''}`;
  if (foldedAt(reading, to) === 'of' && tail > to + 1 && isName(to + 1))
    return spanOf(reading, to + 1, tail).text.replace(/['’]s?$/, '');
  return null;
}
