// Gives each name of a story one referent. Knows states, distances and sizes; not how names were recognised.
import { type Candidate, largestCity } from './candidates.ts';
import type { Verdict } from './context.ts';
import { distanceKm } from './distance.ts';
import type { PlaceEntry, PlaceRecord } from './gazetteer.ts';

/** A candidate that a rule took (or that only hints), with the record that it names. */
export interface Found {
  readonly candidate: Candidate;
  readonly verdict: Verdict;
  readonly rule: string;
  readonly record: PlaceRecord;
}

export interface Resolution {
  readonly entry: PlaceEntry;
  /** 0 to 1: how far the best referent is ahead of the next. */
  readonly certainty: number;
}

interface Evidence {
  /** Times that each state is named, by USPS code; countries by their letter code. */
  readonly regions: ReadonlyMap<string, number>;
  /** Places that are certain. */
  readonly anchors: readonly PlaceEntry[];
  /** Records of shared names, counties first: two of them that lie together tell of each other. */
  readonly companions: readonly PlaceRecord[];
  readonly home: PlaceEntry | null;
  /** The publisher sits abroad, or the story plays there. */
  readonly abroad: boolean;
}

const foreignOffset = -3.2;
/** A city abroad this many times larger than any of its name in the country is what a story means by default ("Paris"). */
const famousTimes = 40;
/** Bounds the work for a text that is a long list of places. */
const anchorsMax = 40;
const companionsMax = 12;
/** Degrees of latitude beyond which one place says nothing of another (over 550 km). */
const farLatitudes = 5;

/**
 * One referent for each found name: a state in the text first ("one referent per form per story"), else the best by
 * states named, counties and certain places nearby, the publisher's home, and size.
 */
export function resolveAll(found: readonly Found[], home: PlaceEntry | null, abroad: boolean): Map<Found, Resolution> {
  const byForm = Map.groupBy(found, (item) => item.record.key);
  const evidence = gatherEvidence(found, home, abroad);
  const resolved = new Map<Found, Resolution>();
  const settled = evidence.anchors.slice(0, anchorsMax);
  const forms = [...byForm.values()].sort((a, b) => ambiguity(a) - ambiguity(b));
  for (const items of forms) {
    const told = namesHome(items, home) ? null : (items.map(explicitEntry).find((entry) => entry !== null) ?? null);
    const shared = told ? { entry: told, certainty: 0.98 } : best(items, { ...evidence, anchors: settled });
    for (const item of items) {
      const own = explicitEntry(item);
      const resolution = own ? { entry: own, certainty: 0.98 } : shared;
      if (resolution) resolved.set(item, resolution);
    }
    if (shared && shared.certainty > 0.8 && isLocal(shared.entry) && settled.length < anchorsMax)
      settled.push(shared.entry);
  }
  return resolved;
}

/** A name of the publisher's home that stands bare before a namesake is named with its state: the bare ones are the home. */
function namesHome(items: readonly Found[], home: PlaceEntry | null): boolean {
  const first = items[0];
  return home !== null && first?.record.entries.includes(home) === true && !first.verdict.state;
}

function ambiguity(items: readonly Found[]): number {
  return items.some((item) => explicitEntry(item)) ? 0 : (items[0]?.record.entries.length ?? 0);
}

const isLocal = (entry: PlaceEntry): boolean => 'cdtwy'.includes(entry.letter);

function explicitEntry({ record, verdict }: Found): PlaceEntry | null {
  if (!verdict.state) return null;
  const inState = record.entries.filter((entry) => entry.region === verdict.state && isLocal(entry));
  return inState.sort((a, b) => rank(b) - rank(a))[0] ?? null;
}

/** Cities before townships of one name and state. */
function rank(entry: PlaceEntry): number {
  return (entry.letter === 'w' ? -20 : entry.letter === 'd' ? -1 : 0) + Math.log(entry.population + 100);
}

function gatherEvidence(found: readonly Found[], home: PlaceEntry | null, abroad: boolean): Evidence {
  const regions = new Map<string, number>();
  const anchors = new Map<PlaceEntry, true>();
  const count = (region: string, by: number): void => void regions.set(region, (regions.get(region) ?? 0) + by);
  for (const item of found) {
    const { record, verdict } = item;
    const told = explicitEntry(item);
    if (told) anchors.set(told, true);
    if (verdict.state) count(verdict.state, 1);
    const area = record.entries.find((entry) => 'snrm'.includes(entry.letter));
    const twofold = area && (area.name === 'Washington' || area.name === 'New York' || area.name === 'Georgia');
    if (area && !twofold) count(area.letter === 's' ? area.region : `/${area.region}`, 1);
    const certain = certainEntry(record);
    if (certain && isLocal(certain)) anchors.set(certain, true);
  }
  const companions = [...new Set(found.map((item) => item.record))]
    .filter((record) => record.entries.length < 80 && record.entries.some(isLocal))
    .sort((a, b) => Number(isCounty(b)) - Number(isCounty(a)))
    .slice(0, companionsMax);
  return {
    companions,
    regions,
    anchors: [...anchors.keys()],
    home,
    abroad: abroad || (home === null && playsAbroad(regions)),
  };
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

/** The only place of that name, or one that all others are dwarfed by. */
function certainEntry(record: PlaceRecord): PlaceEntry | null {
  const entries = record.entries.filter((entry) => entry.letter !== 'w').sort((a, b) => rank(b) - rank(a));
  const [first, second] = entries;
  if (!first || record.isWord || record.isSurname || record.isGivenName) return null;
  if (!second) return first.population > 500 || first.letter === 'y' ? first : null;
  return first.population > 150_000 && first.population > 40 * second.population ? first : null;
}

function best(items: readonly Found[], evidence: Evidence): Resolution | null {
  const first = items[0];
  if (!first) return null;
  const scored = eligible(first.record, evidence)
    .map((entry) => ({ entry, score: score(entry, evidence, first.record) }))
    .sort((a, b) => b.score - a.score);
  const [top, next] = scored;
  if (!top) return null;
  if (strayed(top.entry, evidence)) return null;
  if (evidence.abroad && isLocal(top.entry) && top.entry.population < 50_000) return null;
  const lead = next ? top.score - next.score : 4;
  return { entry: top.entry, certainty: 1 / (1 + Math.exp(-lead)) };
}

/** A small place far from the publisher's home that nothing else in the story points to: more likely another thing's name. */
function strayed(entry: PlaceEntry, { home, regions, anchors }: Evidence): boolean {
  if (!home || !isLocal(entry) || entry.letter === 'y' || entry.population > 50_000)
    return entry.letter === 'f' && home !== null && entry.population < 300_000 && !regions.has(`/${entry.region}`);
  if (regions.has(entry.region) || distanceKm(entry, home) < 350) return false;
  return !anchors.some(
    (anchor) => anchor !== entry && anchor.region === entry.region && distanceKm(anchor, entry) < 150,
  );
}

function eligible(record: PlaceRecord, { home, abroad, regions }: Evidence): readonly PlaceEntry[] {
  const { entries } = record;
  const counties = entries.filter((entry) => entry.letter === 'y');
  if (counties.length > 0) return counties;
  const inUnion = entries.find((entry) => entry.letter === 's');
  const other = entries.find((entry) => entry.letter === 'n' || entry.letter === 'r');
  const away = other && (abroad || !inUnion || (regions.has('/GE') && regions.has('/RU')));
  const area = away ? other : (inUnion ?? other);
  const atHome =
    home !== null &&
    (entries.includes(home) ||
      (!inUnion && entries.some((entry) => 'cdt'.includes(entry.letter) && distanceKm(entry, home) < 60)));
  if (area && !atHome && record.key !== 'new york' && record.key !== 'washington') return [area];
  const cities = entries.filter(
    (entry) => entry.letter !== 'w' || isBorough(entry) || (entry.region === home?.region && !hasCity(entries, entry)),
  );
  return cities.length > 0 ? cities : entries;
}

const isCounty = (record: PlaceRecord): boolean => record.entries[0]?.letter === 'y';

/** What the other shared names of the story add to one referent: each that has a referent nearby in the same state. */
function companyOf(entry: PlaceEntry, record: PlaceRecord, companions: readonly PlaceRecord[]): number {
  let sum = 0;
  for (const other of companions) {
    if (other === record) continue;
    const near = other.entries.some(
      (each) =>
        each.region === entry.region &&
        Math.abs(each.lat - entry.lat) < 0.5 &&
        isLocal(each) &&
        each.letter !== 'w' &&
        distanceKm(each, entry) < 45,
    );
    if (near) sum += isCounty(other) ? 1.5 : 0.7;
  }
  return sum;
}

/** A borough of New York City. */
export function isBorough(entry: PlaceEntry): boolean {
  return /^360(?:61|47|81|05|85)/.test(entry.geoid);
}

/** Whether a city bears the township's name in the same state, nearby. */
function hasCity(entries: readonly PlaceEntry[], township: PlaceEntry): boolean {
  return entries.some(
    (entry) => 'cdt'.includes(entry.letter) && entry.region === township.region && distanceKm(entry, township) < 60,
  );
}

function score(
  entry: PlaceEntry,
  { regions, anchors, companions, home, abroad }: Evidence,
  record: PlaceRecord,
): number {
  const inhabitants = entry.letter === 's' ? 200_000 : entry.population || 1_500;
  let sum = Math.log(inhabitants + 300) * (entry.letter === 'y' ? 0.5 : 0.9);
  if (entry.letter === 'w' && entry.population < 300_000) sum -= 2;
  if (entry.letter === 'd') sum -= 0.5;
  if (entry.letter === 'f') {
    const largest = largestCity(record);
    return (
      sum +
      foreignOffset +
      (entry.population > famousTimes * largest ? 1.7 : 0) +
      (home ? -2 : 0) +
      (abroad ? 4 : 0) +
      5 * Math.min(1, regions.get(`/${entry.region}`) ?? 0)
    );
  }
  if (record.key === 'washington' && entry.region === 'DC') sum += 6;
  if (abroad && entry.population < 400_000) sum -= 4;
  if (home) {
    sum += 8 / (1 + distanceKm(entry, home) / 60);
    if (entry.region === home.region) sum += 2.5;
  }
  const named = regions.get(entry.region) ?? 0;
  if (named > 0) sum += 2.5 + Math.min(1.5, 0.4 * named);
  let near = 0;
  for (const anchor of anchors) {
    if (anchor === entry) continue;
    if (anchor.region === entry.region) near += 0.5;
    if (Math.abs(anchor.lat - entry.lat) > farLatitudes) continue;
    near += (anchor.letter === 'y' ? 3 : 1.6) * Math.exp(-distanceKm(entry, anchor) / 70);
  }
  return sum + Math.min(5, near) + Math.min(4, companyOf(entry, record, companions));
}
