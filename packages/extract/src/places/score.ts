// How well a referent fits its story: size, home, states named, certain and shared names nearby. Knows distances; the
// weights were settled on development news.
import { distanceKm } from './distance.ts';
import { type Evidence, isCounty } from './evidence.ts';
import { kind, type PlaceEntry, type PlaceRecord } from './place-record.ts';

const foreignOffset = -3.2;
/** A city abroad this many times larger than any of its name in the country is what a story means by default ("Paris"). */
const famousTimes = 40;
/** Degrees of latitude beyond which one place says nothing of another (over 550 km). */
const farLatitudes = 5;
/** What places nearby may add at most: certain ones, and shared names. */
const nearMax = 5;
const companyMax = { withHome: 4, withoutHome: 5 } as const;
/** What another shared name with a referent nearby adds, and what it adds to the only referent that it is near. */
const companyOfCounty = { nearby: 1.5, paired: 4 } as const;
const companyOfCity = { nearby: 0.7, paired: 3 } as const;

/** The best of several referents and how far it is ahead of the next. */
export interface Lead {
  readonly entry: PlaceEntry;
  /** In units of score; `unrivalled` for an only referent. */
  readonly lead: number;
}

const unrivalled = 4;

/**
 * The referent with the highest score (of equal ones the first); null when there are none. A referent that could not
 * become second with all that places nearby may add is not looked at further.
 */
export function findBest(entries: readonly PlaceEntry[], evidence: Evidence, record: PlaceRecord): Lead | null {
  const [only] = entries;
  if (!only || entries.length === 1) return only ? { entry: only, lead: unrivalled } : null;
  const pairs = evidence.home ? noPairs : findPairs(entries, record, evidence.companions);
  const most = evidence.home ? companyMax.withHome : companyMax.withoutHome;
  let best = only;
  let first = Number.NEGATIVE_INFINITY;
  let second = Number.NEGATIVE_INFINITY;
  for (const entry of entries) {
    let score = ownScore(entry, evidence, record);
    if (entry.letter !== 'f') {
      if (score + nearMax + most < second) continue;
      score += Math.min(nearMax, nearnessOf(entry, evidence.anchors));
      if (score + most < second) continue;
      score += Math.min(most, companyOf(entry, record, evidence.companions, pairs));
    }
    if (score > first) {
      second = first;
      first = score;
      best = entry;
    } else if (score > second) second = score;
  }
  return { entry: best, lead: first - second };
}

/** What speaks for a referent by itself: its size, the home, and its state. */
function ownScore(entry: PlaceEntry, { regions, home, abroad }: Evidence, record: PlaceRecord): number {
  const inhabitants = entry.letter === 's' ? 200_000 : entry.population || 1_500;
  let sum = Math.log(inhabitants + 300) * (entry.letter === 'y' ? 0.5 : 0.9);
  if (entry.letter === 'w' && entry.population < 300_000) sum -= 2;
  if (entry.letter === 'd') sum -= 0.5;
  if (entry.letter === 'f')
    return (
      sum +
      foreignOffset +
      (entry.population > famousTimes * record.largestCity ? 1.7 : 0) +
      (home ? -2 : 0) +
      (abroad ? 4 : 0) +
      5 * Math.min(1, regions.get(entry.ownRegion) ?? 0)
    );
  if (record.key === 'washington' && entry.region === 'DC') sum += 6;
  if (abroad && entry.population < 400_000) sum -= 4;
  if (home) {
    sum += 8 / (1 + distanceKm(entry, home) / 60);
    if (entry.region === home.region) sum += 2.5;
  }
  const named = regions.get(entry.region) ?? 0;
  return named > 0 ? sum + (2.5 + Math.min(1.5, 0.4 * named)) : sum;
}

/** What certain places add to a referent: each by its nearness, and by its state. Counted up to `nearMax`. */
function nearnessOf(entry: PlaceEntry, anchors: readonly PlaceEntry[]): number {
  let near = 0;
  for (const anchor of anchors) {
    if (anchor === entry) continue;
    if (anchor.region === entry.region) near += 0.5;
    if (Math.abs(anchor.lat - entry.lat) > farLatitudes) continue;
    near += (anchor.letter === 'y' ? 3 : 1.6) * Math.exp(-distanceKm(entry, anchor) / 70);
    if (near >= nearMax) break;
  }
  return near;
}

const noPairs: ReadonlyMap<PlaceRecord, PlaceEntry> = new Map();

/**
 * A county and a city of shared names that lie together but once: there are many of the name Paris and of the name
 * Henry County, but only one Paris in a Henry County. For each such companion the referent that it is near.
 */
function findPairs(
  entries: readonly PlaceEntry[],
  record: PlaceRecord,
  companions: readonly PlaceRecord[],
): ReadonlyMap<PlaceRecord, PlaceEntry> {
  const pairs = new Map<PlaceRecord, PlaceEntry>();
  for (const other of companions) {
    if (isCounty(other) === isCounty(record)) continue;
    const near = entries.filter((entry) => entry.letter !== 'f' && hasReferentNear(other, entry));
    if (near.length === 1 && near[0]) pairs.set(other, near[0]);
  }
  return pairs;
}

/** What the other shared names of the story add: each that has a referent nearby in the same state. */
function companyOf(
  entry: PlaceEntry,
  record: PlaceRecord,
  companions: readonly PlaceRecord[],
  pairs: ReadonlyMap<PlaceRecord, PlaceEntry>,
): number {
  let sum = 0;
  for (const other of companions) {
    if (other === record || !hasReferentNear(other, entry)) continue;
    const { nearby, paired } = isCounty(other) ? companyOfCounty : companyOfCity;
    sum += pairs.get(other) === entry ? paired : nearby;
  }
  return sum;
}

function hasReferentNear(record: PlaceRecord, entry: PlaceEntry): boolean {
  return record.entries.some(
    (each) =>
      each.region === entry.region &&
      Math.abs(each.lat - entry.lat) < 0.5 &&
      (each.kind & (kind.city | kind.y)) !== 0 &&
      distanceKm(each, entry) < 45,
  );
}
