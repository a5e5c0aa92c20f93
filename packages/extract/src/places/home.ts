// Where a publisher sits: its place in the gazetteer, whether that is abroad, and the county of its name. Knows the
// publisher's record; not what the story says.
import type { Document, Home } from '../document.ts';
import { stateCode } from '../states.ts';
import { distanceKm } from './distance.ts';
import type { DivisionFinder } from './division.ts';
import type { Gazetteer } from './gazetteer.ts';
import { placeKey } from './place-key.ts';
import type { PlaceEntry } from './place-record.ts';

/** From a county's middle to a city in it, at most. */
const countyReachKm = 50;

/** The publisher's home in the gazetteer; null for a national outlet, or when its record names no known place. */
export function homeOf(document: Document, gazetteer: Gazetteer): PlaceEntry | null {
  if (!document.publisherPlace || document.publisherNational) return null;
  const { name, state } = document.publisherPlace;
  const code = state === null ? null : stateCode(state);
  const entries = gazetteer.lookup(placeKey(name))?.entries.filter((entry) => 'cdtw'.includes(entry.letter)) ?? [];
  if (state !== null && code === null) return null;
  const here = entries.filter((entry) => code === null || entry.region === code);
  const [first] = here.sort(
    (a, b) => Number(a.letter === 'w') - Number(b.letter === 'w') || b.population - a.population,
  );
  return first && (code !== null || here.length === 1) ? first : null;
}

/** The home as officials read it: a county of its name in its state is taken for the one it lies in. */
export function describeHome(home: PlaceEntry, gazetteer: Gazetteer, divisionOf: DivisionFinder): Home {
  const { name, region } = home;
  const county = gazetteer
    .lookup(placeKey(`${name} county`))
    ?.entries.find((entry) => entry.region === region && isOwnCounty(entry, home, gazetteer));
  return {
    name,
    state: region,
    divisionId: divisionOf(home),
    county: county ? { name: county.name, divisionId: divisionOf(county) } : null,
  };
}

/** Whether the publisher's record names a place outside of the United States: no state of the Union, or a city that only other countries have. */
export function isAbroad(document: Document, gazetteer: Gazetteer): boolean {
  if (!document.publisherPlace) return false;
  const { name, state } = document.publisherPlace;
  if (state !== null) return stateCode(state) === null;
  const entries = gazetteer.lookup(placeKey(name))?.entries ?? [];
  const abroad = entries.filter((entry) => 'fnr'.includes(entry.letter));
  return (
    Math.max(0, ...abroad.map((entry) => entry.population)) >
    Math.max(0, ...entries.filter((entry) => 'cdt'.includes(entry.letter)).map((entry) => entry.population))
  );
}

/** Near, or no other county of the state has its middle nearer: western counties are large. */
function isOwnCounty(county: PlaceEntry, home: PlaceEntry, gazetteer: Gazetteer): boolean {
  const distance = distanceKm(county, home);
  if (distance < countyReachKm) return true;
  return gazetteer.counties(county.region).every((other) => distanceKm(other, home) >= distance);
}
