// Looks place names up. Knows the compact data file's form; nothing of texts.
// The file stays one string: a hash table of line offsets is all that is built, and lines are read when asked for.

/**
 * c: incorporated place; d: unincorporated place (Census designated, or a GeoNames village); t: town of New England;
 * w: other county subdivision (township, NY town, borough of New York City); y: county; s: state; n: country;
 * f: city abroad; r: province or region abroad; m: word for what is of a country ("French"), never a place itself.
 */
export type PlaceLetter = 'c' | 'd' | 't' | 'w' | 'y' | 's' | 'n' | 'f' | 'r' | 'm';

/** One referent of a name. `region` is a USPS code, or an ISO country code for letters n, f, r and m. */
export interface PlaceEntry {
  readonly letter: PlaceLetter;
  readonly region: string;
  /** Census GEOID; '' where there is none. */
  readonly geoid: string;
  /** Inhabitants in 2010; 0 when unknown. */
  readonly population: number;
  readonly lat: number;
  readonly lon: number;
  readonly name: string;
}

/** All referents of one name. */
export interface PlaceRecord {
  readonly key: string;
  /** Also an English word, one of the 3,000 commonest surnames, a given name. */
  readonly isWord: boolean;
  readonly isSurname: boolean;
  readonly isGivenName: boolean;
  readonly entries: readonly PlaceEntry[];
}

export interface Gazetteer {
  /** The record of a key (see `placeKey`); null when no place has that name. */
  lookup(key: string): PlaceRecord | null;
  /** All counties and parishes of a state, by its USPS code. Found by one search of the file when first asked for. */
  counties(region: string): readonly PlaceEntry[];
  /** False only when no name begins with this word (of a key). */
  mayBegin(word: string): boolean;
}

const slots = 1 << 17;

/** Indexes the text of data/places/gazetteer.tsv. Linear in its length; lines are parsed on first use and kept. */
export function openGazetteer(file: string): Gazetteer {
  const offsets = new Int32Array(slots).fill(-1);
  const firstWords = new Uint8Array(slots);
  for (let start = 0; start < file.length; ) {
    let hash = seed;
    let i = start;
    for (let code = file.charCodeAt(i); code !== 9 && i < file.length; code = file.charCodeAt(++i)) {
      if (code === 32) firstWords[slotOf(hash)] = 1;
      hash = step(hash, code);
    }
    firstWords[slotOf(hash)] = 1;
    let slot = slotOf(hash);
    while (offsets[slot] !== -1) slot = (slot + 1) % slots;
    offsets[slot] = start;
    const end = file.indexOf('\n', i);
    start = end < 0 ? file.length : end + 1;
  }
  const known = new Map<string, PlaceRecord>();
  let byState: ReadonlyMap<string, readonly PlaceEntry[]> | null = null;
  return {
    lookup(key) {
      const cached = known.get(key);
      if (cached) return cached;
      const at = find(file, offsets, key);
      if (at < 0) return null;
      const record = readLine(file.slice(at, file.indexOf('\n', at)));
      known.set(key, record);
      return record;
    },
    counties(region) {
      byState ??= Map.groupBy(readCounties(file), (entry) => entry.region);
      return byState.get(region) ?? [];
    },
    mayBegin: (word) => firstWords[slotOf(hashOf(word))] === 1,
  };
}

const seed = 0x811c9dc5 | 0;
const step = (hash: number, code: number): number => Math.imul(hash ^ code, 0x01000193);
const slotOf = (hash: number): number => ((hash ^ (hash >>> 15)) >>> 0) % slots;

function hashOf(text: string): number {
  let hash = seed;
  for (let i = 0; i < text.length; i++) hash = step(hash, text.charCodeAt(i));
  return hash;
}

function find(file: string, offsets: Int32Array, key: string): number {
  let slot = slotOf(hashOf(key));
  for (let at = offsets[slot] ?? -1; at !== -1; at = offsets[slot] ?? -1) {
    if (file.startsWith(key, at) && file.charCodeAt(at + key.length) === 9) return at;
    slot = (slot + 1) % slots;
  }
  return -1;
}

function readCounties(file: string): PlaceEntry[] {
  const lines = [...file.matchAll(/^[^\t\n]+ (?:county|parish)\t.*$/gm)];
  return lines.flatMap(([line]) => readLine(line).entries).filter(({ letter }) => letter === 'y');
}

function readLine(line: string): PlaceRecord {
  const [key = '', flags = '', display = '', entries = ''] = line.split('\t');
  return {
    key,
    isWord: flags.includes('w'),
    isSurname: flags.includes('s'),
    isGivenName: flags.includes('g'),
    entries: entries.split('|').map((cells) => {
      const [letter, region = '', geoid = '', population = '', lat = '', lon = '', name = display] = cells.split(',');
      const numbers = { population: Number(population), lat: Number(lat), lon: Number(lon) };
      return { letter: letter as PlaceLetter, region, geoid, ...numbers, name };
    }),
  };
}
