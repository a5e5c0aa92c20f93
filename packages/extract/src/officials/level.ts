// Which level of government an office belongs to. Knows titles, bodies and the words around them; names no place.
import type { LocatedPlace } from '../document.ts';
import { foldedAt, tokenAt } from '../reading/reading.ts';
import { cue } from './cue-words.ts';
import { firstWhere } from './first-where.ts';
import { rangeText } from './range-text.ts';
import { hasCue, type Story } from './story.ts';
import { countIn, once, tells } from './story-words.ts';
import type { TitleLevel } from './title-table.ts';
import type { TitledPhrase } from './titled-phrases.ts';

export type Level = 'city' | 'county' | 'state' | 'federal' | 'school';

/** Titles of these levels need no more words. */
const fixed: Partial<Record<TitleLevel, Level>> = {
  city: 'city',
  county: 'county',
  state: 'state',
  federal: 'federal',
  school: 'school',
};

/** The level of government; null when a title of no fixed level stands beside no body that tells. */
export function levelOf(document: Story, phrase: TitledPhrase): Level | null {
  const { title, from, to, tail, bodies } = phrase;
  const { level, role } = title.office;
  if (role !== 'police-officer' && role !== 'police-chief' && role !== 'city-staff') {
    if (level === 'county' || level === 'state' || level === 'federal') return level;
    if (level === 'city') return isStateAgency(document, phrase) ? 'state' : level;
  }
  const words = rangeText(document.reading, from, tail);
  const text = bodies.length === 0 ? `${words} ` : `${words} ${bodies.join(' ').toLowerCase()}`;
  if (level === 'court') return levelOfCourt(text);
  if (role === 'police-officer') return levelOfBody(text, level === 'county' ? 'county' : 'city');
  if (level === 'body')
    return levelOfBody(text, placesIn(document, phrase).some(({ type }) => type === 'state') ? 'state' : null);
  if (role === 'police-chief' && /\bcounty\b/.test(text)) return 'county';
  if (level === 'city' && /\bcounty\b/.test(text) && !/\bcity\b/.test(text) && role === 'city-staff') return 'county';
  if (level === 'city' && isStateAgency(document, phrase)) return 'state';
  if (level === 'school' && /\b(?:county|parish)\b/.test(words)) return 'county';
  if (level !== 'state-or-federal') return fixed[level] ?? null;
  if (/\bstate\b/.test(words.replace(/\bof state\b/, ''))) return 'state';
  if (/\bu\. ?s\.|\bunited states\b|\bfederal\b/.test(words)) return 'federal';
  const behind = phrase.behindName ? rangeText(document.reading, ...phrase.behindName) : '';
  if (/\b(?:house|senate|assembly|legislature)\b/.test(behind)) return /\bu\. ?s\./.test(behind) ? 'federal' : 'state';
  // "Arizona Attorney General" is the state's; "Arizona Sen." may sit in either house.
  if (role !== 'legislator' && placesIn(document, phrase, false).some(({ type }) => type === 'state')) return 'state';
  return (
    (role === 'legislator' ? partyTag(document, to) : null) ??
    stateOrFederal(document, role, /\b(?:speaker|leader|whip|president)\b/.test(words))
  );
}

/** "Minnesota Public Safety Commissioner", "Ohio Transportation Director": of the state that alone stands beside the title. */
function isStateAgency(document: Story, phrase: TitledPhrase): boolean {
  const { from, to } = phrase.title;
  if (
    document.places.length === 0 ||
    !/\b(?:commissioner|director|secretary)$/.test(rangeText(document.reading, from, to))
  )
    return false;
  const places = placesIn(document, phrase, false);
  return places.length > 0 && places.every(({ type }) => type === 'state');
}

/** Judges of a court that the words do not place have no level: their districts seldom end with a county. */
function levelOfCourt(text: string): Level | null {
  if (/\b(?:u\. ?s|united states|federal|immigration|bankruptcy|magistrate judge)\b/.test(text)) return 'federal';
  if (/\b(?:municipal|city|town|village|justice court)\b/.test(text)) return 'city';
  if (/\b(?:county|superior|circuit|common pleas|probate|family|surrogate|justice of the peace)\b/.test(text))
    return 'county';
  return /\b(?:supreme|appeals|appellate)\b/.test(text) ? 'state' : null;
}

function levelOfBody(text: string, otherwise: Level | null): Level | null {
  if (
    /\b(?:u\. ?s|united states|federal|immigration|customs|ice|dhs|homeland|fbi|cia|dea|epa|fema|irs|border patrol|white house|congress|national park|the president|coast guard|bureau of (?:reclamation|land management|indian affairs|prisons)|forest service|national weather service|army corps)\b/.test(
      text,
    )
  )
    return 'federal';
  if (/\b(?:county|county's|jail|[a-z]{1,3}cso|sheriff|sheriffs|sheriff's|parish|supervisors)\b/.test(text))
    return 'county';
  if (
    /\b(?:state|highway patrol|fish,? (?:and )?(?:wildlife|game)|game and fish|natural resources|environmental (?:quality|protection)|dnr|deq|[a-z]{1,5}dot|caltrans|troopers?|governor|gov\.|legislature|attorney general|state police|department of (?:public safety|corrections|transportation|health|natural resources|education|human services|environmental|fish|wildlife|agriculture|revenue|commerce|labor|insurance|motor vehicles|water resources|workforce|social services|children|economic))\b/.test(
      text,
    )
  )
    return 'state';
  if (/\b(?:school|schools|education)\b/.test(text)) return 'school';
  if (
    /\b(?:city|town|village|mayor|police|municipal|council|fire|public works|parks?|library|port|parking|housing|transit|planning|zoning|harbor|airport|redevelopment|utilities|select board|selectmen|aldermen|[a-z]{1,4}pd)\b/.test(
      text,
    )
  )
    return 'city';
  return otherwise;
}

/** "D-Calif." behind a name is a member of Congress, "D-Tulsa" of a state's legislature; null without such a tag. */
function partyTag({ reading }: Story, to: number): Level | null {
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
  /\b[DR]-[A-Z][a-z]{3,}\b(?!\.)|\b(?:Senate President|[Ss]tate (?:Sen|Rep|Senate|House|Legislature|legislat|Capitol|lawmaker)|General Assembly|[Ss]tatehouse|Legislature)/g;

const ofDiplomacy = /\b(?:State Department|foreign|diploma\w+|[Pp]resident [A-Z]|embassy|White House|treaty)\b/;
/** In a local paper, leaders of chambers are the state's unless the story speaks of Congress. */
const ofCongressAlone = /\b(?:Congress|Washington|Capitol Hill|U\. ?S\. (?:House|Senate|Sen|Rep))\b/;
const ofState =
  /\b(?:ballots?|voter registration|county clerks?|petitions?|elections?|Gov\.|governor|Legislature|state Sen|state Rep|Attorney General|secretary of state’s office)/;

/** A title of both governments: what the story speaks of elsewhere decides. */
function stateOrFederal(document: Story, role: string, isLeader: boolean): Level {
  if (role === 'legislator' && document.home !== null && isLeader && !tells(document, ofCongressAlone)) return 'state';
  if (role === 'legislator')
    return countIn(document, ofStatehouse) > countIn(document, ofCongress) ? 'state' : 'federal';
  if (role === 'secretary-of-state')
    return tells(document, ofDiplomacy) || !tells(document, ofState) ? 'federal' : 'state';
  if (tells(document, /\bU\. ?S\. [Aa]ttorney [Gg]eneral/)) return 'federal';
  if (
    document.home !== null &&
    tells(document, /\b(?:Gov\.|governor|Governor|state [Aa]ttorney [Gg]eneral|Legislature)/)
  )
    return 'state';
  return document.organizations.some(({ name }) => /Department of Justice|Immigration and Customs/.test(name))
    ? 'federal'
    : 'state';
}

/** Mentions of a body that are searched for a place, at most. */
const mentionsMax = 20;

/** The places that overlap characters `[start, end)`: those of a list in text order, by binary search. */
const none: readonly LocatedPlace[] = [];

export function placesBetween(places: readonly LocatedPlace[], start: number, end: number): readonly LocatedPlace[] {
  if (places.length === 0) return none;
  let at = firstWhere(places.length, (i) => (places[i]?.end ?? 0) > start);
  if ((places[at]?.start ?? end) >= end) return none;
  const found: LocatedPlace[] = [];
  for (let place = places[at]; place && place.start < end; place = places[++at]) found.push(place);
  return found;
}

/**
 * Places in the phrase, or inside of the names of its bodies; those behind the holder's name when it has none itself and
 * `withBehind` asks for them.
 */
export function placesIn(
  story: Story,
  { from, tail, behindName, bodies }: TitledPhrase,
  withBehind = true,
): readonly LocatedPlace[] {
  const { reading, places } = story;
  if (places.length === 0) return none;
  const own = placesBetween(places, reading.starts[from] ?? 0, reading.ends[tail - 1] ?? 0);
  if (own.length > 0) return own;
  if (hasCue(story, from - 1, cue.comma)) {
    const ahead = placesAhead(story, from);
    if (ahead.length > 0) return ahead;
  }
  const ofBodies = bodies.length === 0 ? none : placesOfBodies(story, bodies);
  if (ofBodies.length > 0 || !behindName || !withBehind) return ofBodies;
  return placesBetween(places, reading.starts[behindName[0]] ?? 0, reading.ends[behindName[1] - 1] ?? 0);
}

function placesOfBodies(story: Story, bodies: readonly string[]): readonly LocatedPlace[] {
  const named = once(story, 'bodies by name', () => new Map(story.organizations.map((each) => [each.name, each])));
  return bodies.flatMap((name) =>
    (named.get(name)?.mentions ?? [])
      .slice(0, mentionsMax)
      .flatMap(({ start, end }) => placesBetween(story.places, start, end)),
  );
}

/** "Springfield, Missouri, Mayor Ana Ode" and, first in its sentence, "In Pima County, Clerk Ana Ode": the places before the comma. */
function placesAhead({ reading, places }: Story, from: number): LocatedPlace[] {
  const endingAt = (token: number): LocatedPlace[] => {
    const at = reading.ends[token] ?? 0;
    return placesBetween(places, at - 1, at).filter(({ end }) => end === at);
  };
  const [last] = endingAt(from - 2);
  if (!last) return [];
  const first = tokenAt(reading, last.start);
  if (last.type === 'state') {
    const city = foldedAt(reading, first - 1) === ',' ? endingAt(first - 2) : [];
    return city.length > 0 ? [...city, last] : [];
  }
  const opens = reading.sentenceStarts[reading.sentenceOf[first] ?? 0] === first - 1;
  return opens && /^(?:in|at)$/.test(foldedAt(reading, first - 1)) ? [last] : [];
}
