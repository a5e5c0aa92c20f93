// The stage that finds places: candidates → rules → referents → focus. Knows their order; each step knows the rest.
import type { PlaceMention } from '@civicwire/shared';
import type { Document, LocatedPlace } from '../document.ts';
import { foldedAt, spanOf } from '../reading/reading.ts';
import type { Vocabulary } from '../reading/vocabulary.ts';
import type { Stage } from '../stage.ts';
import { type Candidate, createCandidateFinder } from './candidates.ts';
import { createContext, type PlaceContext, withHome } from './context.ts';
import { distanceKm } from './distance.ts';
import { createDivisionFinder, type DivisionFinder } from './division.ts';
import type { Found } from './evidence.ts';
import { findFocus, focusKey, type Weighed } from './focus.ts';
import { openGazetteer } from './gazetteer.ts';
import { describeHome, homeOf, isAbroad } from './home.ts';
import { judge, judgeBySurroundings } from './judge.ts';
import { kind, type PlaceEntry, type PlaceLetter } from './place-record.ts';
import { resolveAll } from './resolve.ts';
import { textRules } from './rules/index.ts';
import { isWord } from './surroundings.ts';
import { classifyPlaceWords, word } from './words.ts';

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
  const countiesId = vocabulary.intern('counties');
  const gazetteer = openGazetteer(data.gazetteer);
  const findCandidates = createCandidateFinder(vocabulary, gazetteer, words);
  const divisionOf = createDivisionFinder(data.divisions);
  return {
    name: 'places',
    run(document) {
      const { reading } = document;
      const home = homeOf(document, gazetteer);
      const abroad = isAbroad(document, gazetteer);
      const counties = reading.ids.includes(countiesId);
      const candidates = findCandidates(reading, counties);
      const context = createContext(document, { words, gazetteer, home, abroad, candidates, counties });
      const found = judgeAll(candidates, context);
      for (const { match } of textRules) found.push(...match(context, nothing));
      found.sort((a, b) => a.candidate.from - b.candidate.from);
      return {
        ...document,
        places: toMentions(document, found, context, divisionOf),
        home: home && describeHome(home, gazetteer, divisionOf),
      };
    },
  };
}

const nothing = { open: [], refused: [], strong: new Set<string>() };

/** A story without a publisher's home is judged twice: the first time tells where it plays. */
function judgeAll(candidates: readonly Candidate[], context: PlaceContext): Found[] {
  const settled = judgeBySurroundings(candidates, context);
  const found = judge(candidates, settled, context);
  const centre = context.home || context.abroad ? null : centreOf(found);
  return centre ? judge(candidates, settled, withHome(context, centre)) : found;
}

/** Where a story without a publisher's home plays: its most certain local place. Only tells which weak names to trust. */
function centreOf(found: readonly Found[]): PlaceEntry | null {
  const counts = new Map<PlaceEntry, number>();
  const { resolutions, order } = resolveAll(found, null, false);
  for (const item of order) {
    const resolution = resolutions[item];
    if (!resolution || !found[item]?.verdict.take || resolution.certainty < 0.85) continue;
    const { entry } = resolution;
    if ((entry.kind & kind.city) !== 0) counts.set(entry, (counts.get(entry) ?? 0) + 1);
  }
  let centre: PlaceEntry | null = null;
  for (const [entry, count] of counts) if (!centre || count > (counts.get(centre) ?? 0)) centre = entry;
  return centre;
}

function toMentions(
  document: Document,
  found: readonly Found[],
  context: PlaceContext,
  divisionOf: DivisionFinder,
): LocatedPlace[] {
  const { resolutions } = resolveAll(found, context.home, context.abroad);
  const weighed: Weighed[] = [];
  for (const [k, item] of found.entries()) {
    const resolution = resolutions[k];
    if (!item.verdict.take || !resolution) continue;
    const { from, to } = item.candidate;
    const { certainty } = resolution;
    const entry = townshipOf(item, resolution.entry, context);
    const mention: LocatedPlace = {
      ...spanOf(document.reading, from, to),
      name: entry.name,
      state: (entry.kind & (kind.n | kind.f | kind.r | kind.m)) !== 0 ? null : entry.region,
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
function townshipOf({ candidate, record }: Found, entry: PlaceEntry, context: PlaceContext): PlaceEntry {
  if ((entry.kind & kind.city) === 0 || !isWord(context, candidate.to, word.township)) return entry;
  const from = context.home ?? entry;
  const [near] = record.entries
    .filter((other) => other.letter === 'w' && other.region === entry.region)
    .sort((a, b) => distanceKm(a, from) - distanceKm(b, from));
  return near && distanceKm(near, from) < townshipReachKm ? near : entry;
}

/** A town or township that is named bare, as a city is, counts as one; a borough of New York City or "X Township" does not. */
function typeOfMention({ reading }: Document, { candidate }: Found, entry: PlaceEntry): PlaceMention['type'] {
  if (entry.letter !== 'w' || entry.isBorough) return typeOf[entry.letter];
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
