// What a story as a whole tells of where its places lie: states and countries named, places that are certain, shared
// names that may lie together. Knows names that were found; not which referent each has.
import type { Name } from './candidates.ts';
import type { Verdict } from './context.ts';
import { kind, type PlaceEntry, type PlaceRecord, rank } from './place-record.ts';

/** A candidate that a rule took (or that only hints), with the record that it names. */
export interface Found {
  readonly candidate: Name;
  readonly verdict: Verdict;
  readonly rule: string;
  readonly record: PlaceRecord;
}

/** All that was found under one name. */
export interface Form {
  readonly record: PlaceRecord;
  /** Numbers of its items among what was found, in text order. */
  readonly items: readonly number[];
}

export interface Evidence {
  /** Times that each state and country is named, by `ownRegion`. */
  readonly regions: ReadonlyMap<string, number>;
  /** Places that are certain. */
  readonly anchors: readonly PlaceEntry[];
  /** Records of shared names, counties first: two of them that lie together tell of each other. */
  readonly companions: readonly PlaceRecord[];
  readonly home: PlaceEntry | null;
  /** The publisher sits abroad, or the story plays there. */
  readonly abroad: boolean;
}

/** Bounds the work for a text that is a long list of places. */
export const anchorsMax = 40;
const companionsMax = 12;
/** A name of as many places as this tells nothing of another. */
const sharedMax = 80;

/** What was found, by name, in the order of first mentions. */
export function groupByForm(found: readonly Found[]): Form[] {
  const forms = new Map<PlaceRecord, number[]>();
  found.forEach(({ record }, item) => {
    const items = forms.get(record);
    if (items) items.push(item);
    else forms.set(record, [item]);
  });
  return Array.from(forms, ([record, items]) => ({ record, items }));
}

/** For each item the place that it gives with a state of its own; null where it gives none. */
export function findTold(found: readonly Found[]): readonly (PlaceEntry | null)[] {
  return found.map(({ verdict, record }) => (verdict.state ? entryIn(record, verdict.state) : null));
}

/** The first-ranking place of the name in a state; null when it has none there. */
function entryIn(record: PlaceRecord, region: string): PlaceEntry | null {
  let first: PlaceEntry | null = null;
  for (const entry of record.entries) {
    if (entry.region !== region || (entry.kind & kind.local) === 0) continue;
    if (first === null || rank(entry) > rank(first)) first = entry;
  }
  return first;
}

/** Names of a state that are as often a city's. */
const twofold: ReadonlySet<string> = new Set(['washington', 'new york']);

/** Times that each state and country is named. Georgia is the state where a story names no other country. */
function countRegions(found: readonly Found[], forms: readonly Form[]): ReadonlyMap<string, number> {
  const regions = new Map<string, number>();
  const count = (region: string, times: number): void => void regions.set(region, (regions.get(region) ?? 0) + times);
  for (const { verdict } of found) if (verdict.state) count(verdict.state, 1);
  let georgia = 0;
  for (const { record, items } of forms) {
    if (record.key === 'georgia') georgia = items.length;
    else if (record.area && !twofold.has(record.key)) count(record.area.ownRegion, items.length);
  }
  const countries = [...regions.keys()].filter((region) => region.startsWith('/') && region !== '/US');
  if (georgia > 0 && countries.length === 0) count('GA', georgia);
  return regions;
}

/** The evidence of a story without anything found is that of its publisher alone. */
export function gatherEvidence(
  found: readonly Found[],
  forms: readonly Form[],
  anchors: readonly PlaceEntry[],
  home: PlaceEntry | null,
  abroad: boolean,
): Evidence {
  const regions = countRegions(found, forms);
  const companions = findCompanions(forms);
  return { regions, anchors, companions, home, abroad: abroad || (home === null && playsAbroad(regions)) };
}

/** The first places of a story that are certain, at most `anchorsMax`. */
export function findAnchors(found: readonly Found[], told: readonly (PlaceEntry | null)[]): PlaceEntry[] {
  const anchors = new Set<PlaceEntry>();
  for (const [item, { record }] of found.entries()) {
    const { certain } = record;
    const entry = told[item];
    if (entry) anchors.add(entry);
    if (certain && (certain.kind & kind.local) !== 0) anchors.add(certain);
    if (anchors.size >= anchorsMax) break;
  }
  return [...anchors].slice(0, anchorsMax);
}

export const isCounty = (record: PlaceRecord): boolean => record.entries[0]?.letter === 'y';

function findCompanions(forms: readonly Form[]): PlaceRecord[] {
  const counties: PlaceRecord[] = [];
  const others: PlaceRecord[] = [];
  for (const { record } of forms) {
    if (record.entries.length >= sharedMax || (record.kinds & kind.local) === 0) continue;
    (isCounty(record) ? counties : others).push(record);
    if (counties.length === companionsMax) break;
  }
  return [...counties, ...others].slice(0, companionsMax);
}

/** Whether a story names two foreign countries or one twice, and neither the Union nor a state of it. */
function playsAbroad(regions: ReadonlyMap<string, number>): boolean {
  let foreign = 0;
  for (const [region, count] of regions) {
    if (region === '/US' || !region.startsWith('/')) return false;
    foreign += count;
  }
  return foreign >= 2;
}
