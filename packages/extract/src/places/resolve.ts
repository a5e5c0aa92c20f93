// Gives each name of a story one referent. Knows which referents a name may have here; how well each fits, score.ts
// tells; not how names were recognised.
import { distanceKm } from './distance.ts';
import {
  anchorsMax,
  type Evidence,
  type Found,
  findAnchors,
  findTold,
  gatherEvidence,
  groupByForm,
} from './evidence.ts';
import { kind, type PlaceEntry, type PlaceRecord } from './place-record.ts';
import { findBest } from './score.ts';

export interface Resolution {
  readonly entry: PlaceEntry;
  /** 0 to 1: how far the best referent is ahead of the next. */
  readonly certainty: number;
}

/** The referents of what was found. */
export interface Resolved {
  /** For each item its referent; null where the name is more likely no place of the gazetteer. */
  readonly resolutions: readonly (Resolution | null)[];
  /** Numbers of the items, those of the least ambiguous names first. */
  readonly order: readonly number[];
}

/** Of a referent that the text gives with its state. */
const toldCertainty = 0.98;

/**
 * One referent for each found name: a state in the text first ("one referent per form per story"), else the best by
 * states named, counties and certain places nearby, the publisher's home, and size. Names that are given a referent
 * with certainty tell of those that come after them; the least ambiguous come first.
 */
export function resolveAll(found: readonly Found[], home: PlaceEntry | null, abroad: boolean): Resolved {
  const forms = groupByForm(found);
  const told = findTold(found);
  const settled = findAnchors(found, told);
  const evidence = gatherEvidence(found, forms, settled, home, abroad);
  const resolutions = told.map((entry) => entry && { entry, certainty: toldCertainty });
  const ordered = forms.map((form) => {
    const teller = form.items.find((item) => told[item]);
    return { form, teller, ambiguity: teller === undefined ? form.record.entries.length : 0 };
  });
  ordered.sort((a, b) => a.ambiguity - b.ambiguity);
  for (const { form, teller } of ordered) {
    const { record, items } = form;
    const bare = teller === undefined || namesHome(record, found[items[0] ?? 0], home);
    const shared = bare ? resolveBare(record, evidence) : (resolutions[teller] ?? null);
    for (const item of items) resolutions[item] ??= shared;
    if (shared && shared.certainty > 0.8 && isLocal(shared.entry) && settled.length < anchorsMax)
      settled.push(shared.entry);
  }
  return { resolutions, order: ordered.flatMap(({ form }) => form.items) };
}

/** A name of the publisher's home that stands bare before a namesake is named with its state: the bare ones are the home. */
function namesHome(record: PlaceRecord, first: Found | undefined, home: PlaceEntry | null): boolean {
  return home !== null && !first?.verdict.state && record.entries.includes(home);
}

const isLocal = (entry: PlaceEntry): boolean => (entry.kind & kind.local) !== 0;

/** The referent of a name that no state stands behind. */
function resolveBare(record: PlaceRecord, evidence: Evidence): Resolution | null {
  const best = findBest(eligible(record, evidence), evidence, record);
  if (!best || strayed(best.entry, evidence)) return null;
  const { entry, lead } = best;
  if (evidence.abroad && isLocal(entry) && entry.population < 50_000) return null;
  return { entry, certainty: 1 / (1 + Math.exp(-lead)) };
}

/** A small place far from the publisher's home that nothing else in the story points to: more likely another thing's name. */
function strayed(entry: PlaceEntry, { home, regions, anchors }: Evidence): boolean {
  if (home === null) return false;
  if (!isLocal(entry) || entry.letter === 'y' || entry.population > 50_000)
    return entry.letter === 'f' && entry.population < 300_000 && !regions.has(entry.ownRegion);
  if (regions.has(entry.region) || distanceKm(entry, home) < 350) return false;
  return !anchors.some(
    (anchor) => anchor !== entry && anchor.region === entry.region && distanceKm(anchor, entry) < 150,
  );
}

/** The referents that a name may have in this story: counties, else a state or country, else cities before townships. */
function eligible(record: PlaceRecord, { home, abroad, regions }: Evidence): readonly PlaceEntry[] {
  if (record.counties.length > 0) return record.counties;
  const area = (record.kinds & (kind.s | kind.n | kind.r)) === 0 ? null : areaOf(record, regions, abroad);
  if (area && record.key !== 'new york' && record.key !== 'washington') {
    const nearHome = (entry: PlaceEntry): boolean =>
      (record.kinds & kind.s) === 0 && (entry.kind & kind.city) !== 0 && home !== null && distanceKm(entry, home) < 60;
    if (home === null || !record.entries.some((entry) => entry === home || nearHome(entry))) return [area];
  }
  if ((record.kinds & kind.w) === 0) return record.entries;
  const cities =
    home === null ? record.cities : record.entries.filter((entry) => isCityFrom(home.region, entry, record));
  return cities.length > 0 ? cities : record.entries;
}

/** The state, country or region abroad that a name means first; null when it is none's. */
function areaOf(record: PlaceRecord, regions: ReadonlyMap<string, number>, abroad: boolean): PlaceEntry | null {
  const inUnion = record.entries.find((entry) => entry.letter === 's');
  const other = record.entries.find((entry) => entry.letter === 'n' || entry.letter === 'r');
  const away = abroad || !inUnion || (regions.has('/GE') && regions.has('/RU'));
  return (away ? other : null) ?? inUnion ?? null;
}

/** Whether a referent is one to a reader in that state: not a township, but where no city bears its name. */
function isCityFrom(region: string, entry: PlaceEntry, record: PlaceRecord): boolean {
  if (entry.letter !== 'w' || entry.isBorough) return true;
  return entry.region === region && !hasCity(record.entries, entry);
}

/** Whether a city bears the township's name in the same state, nearby. */
function hasCity(entries: readonly PlaceEntry[], township: PlaceEntry): boolean {
  return entries.some(
    (entry) => (entry.kind & kind.city) !== 0 && entry.region === township.region && distanceKm(entry, township) < 60,
  );
}
