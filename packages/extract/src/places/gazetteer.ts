// Looks place names up. Knows the compact data file's form; nothing of texts.
// The file stays one string: a hash table of line offsets is all that is built, and lines are read when asked for.

import { stateName } from '../states.ts';
import type { KeyBuffer } from './key-buffer.ts';
import { hashOf, seed, slotOf, slots, step } from './key-hash.ts';
import { placeKey } from './place-key.ts';
import { createRecord, type PlaceEntry, type PlaceRecord, readRecord } from './place-record.ts';

export interface Gazetteer {
  /** The record of a key (see `placeKey`); null when no place has that name. */
  lookup(key: string): PlaceRecord | null;
  /** The record of the key in a buffer; null when no place has that name. */
  find(key: KeyBuffer): PlaceRecord | null;
  /** All counties and parishes of a state, by its USPS code. Found by one search of the file when first asked for. */
  counties(region: string): readonly PlaceEntry[];
  /** The record of a state alone, of the towns of its name apart; null when there is no such state. */
  state(region: string): PlaceRecord | null;
  /** By the hash of a word: false only when no name begins with it. */
  mayBegin(hash: number): boolean;
  /** By the hash of a key: false only when no name begins with it and goes on with a further word. */
  mayGoOn(hash: number): boolean;
}

/** Bits of what the hashes of a name's beginnings tell: a name ends here, a name goes on behind a space. */
const ends = 1;
const goesOn = 2;

/** Indexes the text of data/places/gazetteer.tsv. Linear in its length; lines are parsed on first use and kept. */
export function openGazetteer(file: string): Gazetteer {
  const offsets = new Int32Array(slots).fill(-1);
  const beginnings = new Uint8Array(slots);
  indexLines(file, offsets, beginnings);
  const known = new Map<number, PlaceRecord>();
  const recordAt = (offset: number): PlaceRecord | null => {
    if (offset < 0) return null;
    const cached = known.get(offset);
    if (cached) return cached;
    const record = readRecord(file.slice(offset, file.indexOf('\n', offset)));
    known.set(offset, record);
    return record;
  };
  const lookup = (key: string): PlaceRecord | null => recordAt(findKey(file, offsets, key));
  const states = new Map<string, PlaceRecord | null>();
  let byState: ReadonlyMap<string, readonly PlaceEntry[]> | null = null;
  return {
    lookup,
    find: (key) => recordAt(findBuffer(file, offsets, key)),
    counties(region) {
      byState ??= Map.groupBy(readCounties(file), (entry) => entry.region);
      return byState.get(region) ?? [];
    },
    state(region) {
      let record = states.get(region);
      if (record === undefined) {
        record = stateAlone(region, lookup(placeKey(stateName(region) ?? '')));
        states.set(region, record);
      }
      return record;
    },
    mayBegin: (hash) => beginnings[slotOf(hash)] !== 0,
    mayGoOn: (hash) => ((beginnings[slotOf(hash)] ?? 0) & goesOn) !== 0,
  };
}

function indexLines(file: string, offsets: Int32Array, beginnings: Uint8Array): void {
  for (let start = 0; start < file.length; ) {
    let hash = seed;
    let i = start;
    for (let code = file.charCodeAt(i); code !== tab && i < file.length; code = file.charCodeAt(++i)) {
      if (code === 32) mark(beginnings, hash, goesOn);
      hash = step(hash, code);
    }
    mark(beginnings, hash, ends);
    let slot = slotOf(hash);
    while (offsets[slot] !== -1) slot = (slot + 1) % slots;
    offsets[slot] = start;
    const end = file.indexOf('\n', i);
    start = end < 0 ? file.length : end + 1;
  }
}

const tab = 9;

function mark(beginnings: Uint8Array, hash: number, bit: number): void {
  const slot = slotOf(hash);
  beginnings[slot] = (beginnings[slot] ?? 0) | bit;
}

/** The offset of the line of a key; -1 when there is none. */
function findKey(file: string, offsets: Int32Array, key: string): number {
  let slot = slotOf(hashOf(key));
  for (let at = offsets[slot] ?? -1; at !== -1; at = offsets[slot] ?? -1) {
    if (file.startsWith(key, at) && file.charCodeAt(at + key.length) === tab) return at;
    slot = (slot + 1) % slots;
  }
  return -1;
}

/** The same for a key in a buffer. */
function findBuffer(file: string, offsets: Int32Array, { codes, length, hash }: KeyBuffer): number {
  let slot = slotOf(hash);
  for (let at = offsets[slot] ?? -1; at !== -1; at = offsets[slot] ?? -1) {
    let k = 0;
    while (k < length && file.charCodeAt(at + k) === codes[k]) k++;
    if (k === length && file.charCodeAt(at + k) === tab) return at;
    slot = (slot + 1) % slots;
  }
  return -1;
}

function readCounties(file: string): PlaceEntry[] {
  const lines = [...file.matchAll(/^[^\t\n]+ (?:county|parish)\t.*$/gm)];
  return lines.flatMap(([line]) => readRecord(line).entries).filter(({ letter }) => letter === 'y');
}

function stateAlone(region: string, named: PlaceRecord | null): PlaceRecord | null {
  const entry = named?.entries.find((each) => each.letter === 's' && each.region === region);
  return named && entry ? createRecord({ ...named, key: `state ${region}` }, [entry]) : null;
}
