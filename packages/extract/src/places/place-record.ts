// What is known of a name's places, read from one line of the gazetteer. Knows the line's form and what follows from
// it alone; nothing of texts.
import { radians } from './distance.ts';

/**
 * c: incorporated place; d: unincorporated place (Census designated, or a GeoNames village); t: town of New England;
 * w: other county subdivision (township, NY town, borough of New York City); y: county; s: state; n: country;
 * f: city abroad; r: province or region abroad; m: word for what is of a country ("French"), never a place itself.
 */
export type PlaceLetter = 'c' | 'd' | 't' | 'w' | 'y' | 's' | 'n' | 'f' | 'r' | 'm';

const bitOf: Readonly<Record<PlaceLetter, number>> = {
  c: 1,
  d: 2,
  t: 4,
  w: 8,
  y: 16,
  s: 32,
  n: 64,
  f: 128,
  r: 256,
  m: 512,
};

/** Bits of `PlaceEntry.kind` and `PlaceRecord.kinds`. */
export const kind = {
  ...bitOf,
  /** City, village or town. */
  city: bitOf.c | bitOf.d | bitOf.t,
  /** Anything within a state. */
  local: bitOf.c | bitOf.d | bitOf.t | bitOf.w | bitOf.y,
  /** State or country, or what belongs to one. */
  area: bitOf.s | bitOf.n | bitOf.r | bitOf.m,
} as const;

/** One referent of a name. `region` is a USPS code, or an ISO country code for letters n, f, r and m. */
export interface PlaceEntry {
  readonly letter: PlaceLetter;
  /** The letter's bit of `kind`. */
  readonly kind: number;
  readonly region: string;
  /** A region that no other shares: "GA" is Georgia in the Union, "/GA" is Gabon. */
  readonly ownRegion: string;
  /** Census GEOID; '' where there is none. */
  readonly geoid: string;
  /** Inhabitants in 2010; 0 when unknown. */
  readonly population: number;
  readonly lat: number;
  readonly lon: number;
  readonly cosLat: number;
  readonly name: string;
  /** A borough of New York City. */
  readonly isBorough: boolean;
}

/** All referents of one name. */
export interface PlaceRecord {
  readonly key: string;
  /** Also an English word, one of the 3,000 commonest surnames, a given name. */
  readonly isWord: boolean;
  readonly isSurname: boolean;
  readonly isGivenName: boolean;
  readonly entries: readonly PlaceEntry[];
  /** The bits of all entries' kinds. */
  readonly kinds: number;
  readonly counties: readonly PlaceEntry[];
  /** All entries but townships. */
  readonly cities: readonly PlaceEntry[];
  /** The first state, country or region of the name; null when it has none. */
  readonly area: PlaceEntry | null;
  /** The referent that needs no evidence: the only one, or one that dwarfs all others. Null when there is none. */
  readonly certain: PlaceEntry | null;
  /** Inhabitants of the largest city or township of the name; 0 when it has none. */
  readonly largestCity: number;
  /** Inhabitants of the largest place of the name, townships apart. */
  readonly mostPeople: number;
}

type Flags = Pick<PlaceRecord, 'key' | 'isWord' | 'isSurname' | 'isGivenName'>;

/** Reads a line of data/places/gazetteer.tsv (see its source.md). */
export function readRecord(line: string): PlaceRecord {
  const [key = '', flags = '', display = '', entries = ''] = line.split('\t');
  return createRecord(
    { key, isWord: flags.includes('w'), isSurname: flags.includes('s'), isGivenName: flags.includes('g') },
    entries.split('|').map((cells) => readEntry(cells, display)),
  );
}

/** A record with everything that follows from its entries. */
export function createRecord(
  { key, isWord, isSurname, isGivenName }: Flags,
  entries: readonly PlaceEntry[],
): PlaceRecord {
  const kinds = entries.reduce((bits, entry) => bits | entry.kind, 0);
  return {
    key,
    isWord,
    isSurname,
    isGivenName,
    entries,
    kinds,
    counties: (kinds & kind.y) === 0 ? none : entries.filter((entry) => entry.letter === 'y'),
    cities: (kinds & kind.w) === 0 ? entries : entries.filter((entry) => entry.letter !== 'w' || entry.isBorough),
    area: entries.find((entry) => (entry.kind & kind.area) !== 0) ?? null,
    certain: isWord || isSurname || isGivenName ? null : certainEntry(entries),
    largestCity: largest(entries, kind.city | kind.w),
    mostPeople: largest(entries, ~kind.w),
  };
}

const none: readonly PlaceEntry[] = [];

/** Inhabitants of the largest entry of these kinds; 0 when there is none. */
function largest(entries: readonly PlaceEntry[], kinds: number): number {
  let most = 0;
  for (const entry of entries) if ((entry.kind & kinds) !== 0) most = Math.max(most, entry.population);
  return most;
}

function readEntry(cells: string, display: string): PlaceEntry {
  const [letter, region = '', geoid = '', population = '', lat = '', lon = '', name = display] = cells.split(',');
  return {
    letter: letter as PlaceLetter,
    kind: bitOf[letter as PlaceLetter],
    region,
    ownRegion: letter && 'nfrm'.includes(letter) ? `/${region}` : region,
    geoid,
    population: Number(population),
    lat: Number(lat),
    lon: Number(lon),
    cosLat: Math.cos(radians(Number(lat))),
    name,
    isBorough: /^360(?:61|47|81|05|85)/.test(geoid),
  };
}

/** Cities before townships of one name and state, then the larger before the smaller. */
export function rank(entry: PlaceEntry): number {
  return (entry.letter === 'w' ? -20 : entry.letter === 'd' ? -1 : 0) + Math.log(entry.population + 100);
}

/** The only place of that name, or one that all others are dwarfed by. */
function certainEntry(all: readonly PlaceEntry[]): PlaceEntry | null {
  const [first, second] = all.filter((entry) => entry.letter !== 'w').sort((a, b) => rank(b) - rank(a));
  if (!first) return null;
  if (!second) return first.population > 500 || first.letter === 'y' ? first : null;
  return first.population > 150_000 && first.population > 40 * second.population ? first : null;
}
