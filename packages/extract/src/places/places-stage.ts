// The stage that finds places: candidates → rules → referents → focus. Knows their order; each step knows the rest.
import type { PlaceMention } from '@civicwire/shared';
import type { Document, LocatedPlace } from '../document.ts';
import { foldedAt, spanOf } from '../reading/reading.ts';
import type { Vocabulary } from '../reading/vocabulary.ts';
import type { Stage } from '../stage.ts';
import { type Candidate, findCandidates } from './candidates.ts';
import { createContext, type PlaceContext } from './context.ts';
import { distanceKm } from './distance.ts';
import { createDivisionFinder, type DivisionFinder } from './division.ts';
import { findFocus, focusKey, type Weighed } from './focus.ts';
import { openGazetteer, type PlaceEntry, type PlaceLetter } from './gazetteer.ts';
import { describeHome, homeOf, isAbroad } from './home.ts';
import { type Found, isBorough, resolveAll } from './resolve.ts';
import { leftoverRules, placeRules, textRules } from './rules/index.ts';
import { classifyPlaceWords } from './words.ts';

/** From a publisher's home, or else the city of the name, to the township of a name, at most. */
const townshipReachKm = 60;

/** The texts of data/places/gazetteer.tsv and data/divisions/divisions.tsv. */
export interface PlacesData {
  readonly gazetteer: string;
  readonly divisions: string;
}

/**
 * Fills `document.places`: every toponym that resolves, in text order, each with one referent per form of name and the
 * focus flag. Reads people (their names are no places) and the publisher's home. A text without places gives [].
 */
export function createPlacesStage(vocabulary: Vocabulary, data: PlacesData): Stage {
  const words = classifyPlaceWords(vocabulary);
  const gazetteer = openGazetteer(data.gazetteer);
  const divisionOf = createDivisionFinder(data.divisions);
  return {
    name: 'places',
    run(document) {
      const home = homeOf(document, gazetteer);
      const abroad = isAbroad(document, gazetteer);
      const candidates = findCandidates(document.reading, gazetteer, words);
      const context = createContext(document, { words, gazetteer, home, abroad, candidates });
      const own = judge(candidates, context);
      const judged = home || abroad ? own : judge(candidates, { ...context, home: centreOf(own) });
      const nothing = { open: [], refused: [], strong: new Set<string>() };
      const found = [...judged, ...textRules.flatMap(({ match }) => match(context, nothing))];
      found.sort((a, b) => a.candidate.from - b.candidate.from);
      return {
        ...document,
        places: toMentions(document, found, context, divisionOf),
        home: home && describeHome(home, gazetteer, divisionOf),
      };
    },
  };
}

/** Where a story without a publisher's home plays: its most certain local place. Only tells which weak names to trust. */
function centreOf(found: readonly Found[]): PlaceEntry | null {
  const counts = new Map<PlaceEntry, number>();
  for (const [item, { entry, certainty }] of resolveAll(found, null, false)) {
    if (!item.verdict.take || certainty < 0.85 || !'cdt'.includes(entry.letter)) continue;
    counts.set(entry, (counts.get(entry) ?? 0) + 1);
  }
  return [...counts].sort(([, a], [, b]) => b - a)[0]?.[0] ?? null;
}

/** Two rounds: surnames are learnt in the first; in the second a name without evidence follows its like elsewhere. */
function judge(candidates: readonly Candidate[], context: PlaceContext): Found[] {
  for (const candidate of candidates)
    for (const rule of placeRules.slice(0, 3)) if (rule.match(candidate, context)) break;
  const found: Found[] = [];
  const open: Candidate[] = [];
  const refused: Found[] = [];
  const strong = new Set<string>();
  for (const candidate of candidates) {
    const item = firstVerdict(candidate, context);
    if (!item) open.push(candidate);
    else {
      if (item.verdict.take || item.verdict.hint) found.push(item);
      if (!item.verdict.take) refused.push(item);
    }
    if (item?.verdict.take && item.verdict.confidence > 0.8) strong.add(candidate.record.key);
  }
  const added = leftoverRules.flatMap(({ match }) => match(context, { open, refused, strong }));
  const replaced = new Set(added.map(({ candidate }) => candidate));
  return [...found.filter(({ candidate }) => !replaced.has(candidate)), ...added];
}

function firstVerdict(candidate: Candidate, context: PlaceContext): Found | null {
  for (const rule of placeRules) {
    const verdict = rule.match(candidate, context);
    if (verdict) return { candidate, verdict, rule: rule.id, record: verdict.record ?? candidate.record };
  }
  return null;
}

function toMentions(
  document: Document,
  found: readonly Found[],
  { home, abroad }: PlaceContext,
  divisionOf: DivisionFinder,
): LocatedPlace[] {
  const resolved = resolveAll(found, home, abroad);
  const weighed: Weighed[] = [];
  for (const item of found) {
    const resolution = resolved.get(item);
    if (!item.verdict.take || !resolution) continue;
    const { from, to } = item.candidate;
    const { certainty } = resolution;
    const entry = townshipOf(document, item, resolution.entry, home);
    const mention: LocatedPlace = {
      ...spanOf(document.reading, from, to),
      name: entry.name,
      state: 'nfrm'.includes(entry.letter) ? null : entry.region,
      geoid: entry.geoid || null,
      lat: entry.lat,
      lon: entry.lon,
      type: typeOfMention(document, item, entry),
      inOrg: item.verdict.inOrg ?? false,
      focus: false,
      focusConfidence: null,
      confidence: Math.round(item.verdict.confidence * (0.5 + certainty / 2) * 100) / 100,
      rule: item.rule,
      divisionId: divisionOf(entry),
    };
    weighed.push({ mention, paragraph: document.reading.paragraphOf[from] ?? 0 });
  }
  const focus = findFocus(document, weighed);
  return weighed.map(({ mention }) => {
    const confidence = focus.get(focusKey(mention));
    return confidence === undefined ? mention : { ...mention, focus: true, focusConfidence: confidence };
  });
}

/** "Portland Township" is not the city of Portland beside it. */
function townshipOf(
  { reading }: Document,
  { candidate, record }: Found,
  entry: PlaceEntry,
  home: PlaceEntry | null,
): PlaceEntry {
  if (!'cdt'.includes(entry.letter) || !/^(?:township|twp\.?)$/.test(foldedAt(reading, candidate.to))) return entry;
  const [near] = record.entries
    .filter((other) => other.letter === 'w' && other.region === entry.region)
    .sort((a, b) => distanceKm(a, home ?? entry) - distanceKm(b, home ?? entry));
  return near && distanceKm(near, home ?? entry) < townshipReachKm ? near : entry;
}

/** A town or township that is named bare, as a city is, counts as one; a borough of New York City or "X Township" does not. */
function typeOfMention({ reading }: Document, { candidate }: Found, entry: PlaceEntry): PlaceMention['type'] {
  if (entry.letter !== 'w' || isBorough(entry)) return typeOf[entry.letter];
  return /^(?:township|twp)/.test(foldedAt(reading, candidate.to)) ? 'county-subdivision' : 'city';
}

const typeOf: Readonly<Record<PlaceLetter, PlaceMention['type']>> = {
  c: 'city',
  d: 'city',
  t: 'city',
  w: 'county-subdivision',
  y: 'county',
  s: 'state',
  n: 'country',
  f: 'other',
  r: 'other',
  m: 'other',
};
