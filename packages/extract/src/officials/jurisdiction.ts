// Whose office it is: a city, county, state or the United States. Knows places of the document; not titles' forms.
import type { Document, LocatedPlace } from '../document.ts';
import { foldedAt, hasShape, isCapital, spanOf } from '../reading/reading.ts';
import { shape } from '../reading/tokens.ts';
import type { TitleLevel } from './title-table.ts';
import type { TitledPhrase } from './titled-phrases.ts';
import { districtWords, modifiers, privateBody } from './words.ts';

type Level = 'city' | 'county' | 'state' | 'federal' | 'school';

export interface Jurisdiction {
  /** "Phoenix, AZ", "Maricopa County, AZ", "AZ", "United States". */
  readonly name: string;
  /** Open Civic Data division id; null when it is unknown or has none. */
  readonly divisionId: string | null;
  /** What told it: words beside the title, or what the story is about. */
  readonly from: 'phrase' | 'story';
}

/** Null when nothing in the story tells. */
export function jurisdictionOf(document: Document, phrases: readonly TitledPhrase[]): Jurisdiction | null {
  for (const phrase of phrases) {
    const own = fromPhrase(document, phrase);
    if (own !== null) return { ...own, from: 'phrase' };
  }
  const first = phrases[0];
  const told = first ? fromStory(document, first) : null;
  return told && { ...told, from: 'story' };
}

/** From what stands in the phrase itself. */
type Named = Omit<Jurisdiction, 'from'>;

const unitedStates: Named = { name: 'United States', divisionId: 'ocd-division/country:us' };

function stateOf(code: string): Named {
  if (code === 'DC') return unitedStates;
  const kind = code === 'PR' ? 'territory' : 'state';
  return { name: code, divisionId: `ocd-division/country:us/${kind}:${code.toLowerCase()}` };
}

function fromPhrase(document: Document, phrase: TitledPhrase): Named | null {
  const level = levelOf(document, phrase);
  if (level === 'federal') return unitedStates;
  const places = placesIn(document, phrase);
  const place =
    places.find(({ type }) => fits(type, level)) ?? (level === 'state' ? places.find(({ state }) => state) : undefined);
  if (place) return level === 'state' && place.state ? stateOf(place.state) : named(place);
  // A city named in the phrase of a county's office, or the other way round, still tells the place.
  const other = places.find(({ type }) => type === 'city' || type === 'county' || type === 'county-subdivision');
  if (other && level !== 'state') return named(other);
  if (places.length > 0 || phrase.bodies.some((body) => privateBody.test(body.toLowerCase()))) return null;
  const name = level === 'city' || level === 'county' ? unresolvedName(document, phrase) : null;
  return name === null ? null : { name, divisionId: null };
}

function fromStory(document: Document, phrase: TitledPhrase): Named | null {
  const level = levelOf(document, phrase) ?? (phrase.title.office.level === 'court' ? 'county' : null);
  if (level === null) return null;
  const { places } = document;
  const focus = places.filter((place) => place.focus);
  if (level === 'state') {
    const states = new Set(
      (focus.length > 0 ? focus : places).map(({ state }) => state).filter((state) => state !== null),
    );
    const [state] = states;
    if (states.size !== 1 || state === undefined)
      return phrase.title.office.level === 'state-or-federal' && states.size === 0 ? unitedStates : null;
    return stateOf(state);
  }
  if (level === 'county')
    return only(focus.filter(({ type }) => type === 'county')) ?? only(places.filter(({ type }) => type === 'county'));
  const cities = focus.filter(({ type }) => type === 'city' || type === 'county-subdivision');
  if (cities.length > 0) return mostNamed(cities);
  return only(places.filter(({ type }) => type === 'city'));
}

/** The level of government; null when a title of no fixed level stands beside no body that tells. */
function levelOf(document: Document, phrase: TitledPhrase): Level | null {
  const { title, from, to, tail, bodies } = phrase;
  const words = rangeText(document, from, tail);
  const text = `${words} ${bodies.join(' ').toLowerCase()}`;
  const fixed: Partial<Record<TitleLevel, Level>> = {
    city: 'city',
    county: 'county',
    state: 'state',
    federal: 'federal',
    school: 'school',
  };
  const { level, role } = title.office;
  if (role === 'police-officer' || level === 'body' || level === 'court')
    return levelOfBody(text, level === 'body' || level === 'court' ? null : 'city');
  if (role === 'police-chief' && /\bcounty\b/.test(text)) return 'county';
  if (level === 'city' && /\bcounty\b/.test(text) && !/\bcity\b/.test(text) && role === 'city-staff') return 'county';
  if (level !== 'state-or-federal') return fixed[level] ?? null;
  if (/\bstate\b/.test(words.replace(/\bof state\b/, ''))) return 'state';
  if (/\bu\. ?s\.|\bunited states\b|\bfederal\b/.test(words)) return 'federal';
  const behind = phrase.behindName ? rangeText(document, ...phrase.behindName) : '';
  if (/\b(?:house|senate|assembly|legislature)\b/.test(behind)) return /\bu\. ?s\./.test(behind) ? 'federal' : 'state';
  // "Arizona Attorney General" is the state's; "Arizona Sen." may sit in either house.
  if (role !== 'legislator' && placesIn(document, withoutName(phrase)).some(({ type }) => type === 'state'))
    return 'state';
  return (role === 'legislator' ? partyTag(document, to) : null) ?? stateOrFederal(document, role);
}

function withoutName({ behindName: _, ...phrase }: TitledPhrase): TitledPhrase {
  return phrase;
}

function levelOfBody(text: string, otherwise: Level | null): Level | null {
  if (
    /\b(?:u\. ?s|united states|federal|immigration|customs|ice|dhs|homeland|fbi|cia|dea|epa|fema|irs|border patrol|white house|congress|national park|president)\b/.test(
      text,
    )
  )
    return 'federal';
  if (/\b(?:county|sheriff|sheriffs|sheriff's|parish|supervisors)\b/.test(text)) return 'county';
  if (
    /\b(?:state|highway patrol|governor|gov\.|legislature|attorney general|state police|department of (?:public safety|corrections|transportation|health|natural resources|education|human services))\b/.test(
      text,
    )
  )
    return 'state';
  if (/\b(?:school|schools|education)\b/.test(text)) return 'school';
  if (/\b(?:city|town|village|mayor|police|municipal|council|fire|public works|parks|[a-z]{1,4}pd)\b/.test(text))
    return 'city';
  return otherwise;
}

/** "D-Calif." behind a name is a member of Congress, "D-Tulsa" of a state's legislature; null without such a tag. */
function partyTag({ reading }: Document, to: number): Level | null {
  for (let i = to; i < to + 10; i++) {
    if (!/^[dri]$/.test(foldedAt(reading, i)) || !/^[-–]$/.test(foldedAt(reading, i + 1))) continue;
    const place = foldedAt(reading, i + 2);
    return /\.$/.test(place) || /^(?:ohio|iowa|utah|idaho|alaska|hawaii|maine|texas)$/.test(place)
      ? 'federal'
      : 'state';
  }
  return null;
}

const ofCongress = /\b(?:Congress|congressional|U\. ?S\. (?:Senate|House|Rep|Sen)|Capitol Hill)\b/g;
const ofStatehouse =
  /\b(?:[Ss]tate (?:Sen|Rep|Senate|House|Legislature|legislat|Capitol|lawmaker)|General Assembly|[Ss]tatehouse|Legislature)/g;

const ofDiplomacy = /\b(?:State Department|foreign|diploma\w+|[Pp]resident|embassy)\b/;

/** A title of both governments: what the story speaks of elsewhere decides. */
function stateOrFederal({ text, organizations }: Document, role: string): Level {
  if (role === 'legislator')
    return (text.match(ofStatehouse)?.length ?? 0) > (text.match(ofCongress)?.length ?? 0) ? 'state' : 'federal';
  if (role === 'secretary-of-state')
    return /\b(?:ballots?|voter registration|county clerks?|petitions?)\b/.test(text) && !ofDiplomacy.test(text)
      ? 'state'
      : 'federal';
  return organizations.some(({ name }) => /Department of Justice|Immigration and Customs/.test(name))
    ? 'federal'
    : 'state';
}

/** Places in the phrase; those behind the holder's name when it has none itself. */
function placesIn({ reading, places }: Document, { from, tail, behindName }: TitledPhrase): LocatedPlace[] {
  const within = (first: number, last: number): LocatedPlace[] => {
    const start = reading.starts[first] ?? 0;
    const end = reading.ends[last - 1] ?? 0;
    return places.filter((place) => place.start < end && place.end > start);
  };
  const own = within(from, tail);
  return own.length > 0 || !behindName ? own : within(...behindName);
}

function fits(type: LocatedPlace['type'], level: Level | null): boolean {
  if (level === 'state') return type === 'state';
  if (level === 'county') return type === 'county';
  return level !== 'federal' && (type === 'city' || type === 'county-subdivision');
}

function named({ name, state, type, divisionId }: LocatedPlace): Named {
  if (type === 'state') return state ? stateOf(state) : { name, divisionId };
  const full = type === 'county' && !/\b(?:County|Parish|Borough|Census Area)$/.test(name) ? `${name} County` : name;
  return { name: state ? `${full}, ${state}` : full, divisionId };
}

const noPlace =
  /^(?:general|high|grand|chief|honorary|intelligence|security|division|mayor|principal|presiding|internal|public|emergency|mr\.|mrs\.|ms\.|miss|dr\.|new|honorable|hon\.|economic|national|executive|advisory|student|youth|tribal|academic|policy|in|university|college|state)$/;

/** Capitals before the title that no gazetteer resolved: "Riverbend Mayor". Better said without a state than given to another city. */
function unresolvedName({ reading, people }: Document, { from, title, tail, to }: TitledPhrase): string | null {
  const isName = (i: number): boolean =>
    isCapital(reading, i) &&
    !hasShape(reading, i, shape.allCaps) &&
    !modifiers.has(foldedAt(reading, i)) &&
    !districtWords.has(foldedAt(reading, i)) &&
    !noPlace.test(foldedAt(reading, i)) &&
    !people.some(({ mentions }) =>
      mentions.some(({ start, end }) => start <= (reading.starts[i] ?? 0) && end > (reading.starts[i] ?? 0)),
    );
  let end = title.from;
  while (end > from && !isName(end - 1)) end--;
  let start = end;
  while (start > from && isName(start - 1)) start--;
  if (
    start < end &&
    end - start <= 4 &&
    !/\b(?:council|department|office|board|commission)\b/i.test(spanOf(reading, start, end).text)
  )
    return `${spanOf(reading, start, end).text}${foldedAt(reading, title.from) === 'county' ? ' County' : ''}`;
  if (foldedAt(reading, to) === 'of' && tail > to + 1 && isName(to + 1))
    return spanOf(reading, to + 1, tail).text.replace(/['’]s?$/, '');
  return null;
}

function only(places: readonly LocatedPlace[]): Named | null {
  const byName = new Map(places.map((place) => [named(place).name, named(place)]));
  return byName.size === 1 ? ([...byName.values()][0] ?? null) : null;
}

function mostNamed(places: readonly LocatedPlace[]): Named | null {
  const groups = [...Map.groupBy(places, (place) => named(place).name).values()];
  const [first] = groups.sort((a, b) => b.length - a.length)[0] ?? [];
  return first ? named(first) : null;
}

function rangeText({ reading }: Document, from: number, to: number): string {
  const words: string[] = [];
  for (let i = from; i < to; i++) words.push(foldedAt(reading, i));
  return words.join(' ');
}
