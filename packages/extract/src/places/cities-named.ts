// Cities of a name, for a person to choose from. Knows the gazetteer; judges no text.
import type { Gazetteer } from './gazetteer.ts';
import { placeKey } from './place-key.ts';

/** A city, village or town of the United States. */
export interface NamedCity {
  readonly name: string;
  /** USPS code. */
  readonly state: string;
  readonly geoid: string;
  readonly lat: number;
  readonly lon: number;
}

/** Incorporated and designated places of this name, the most populous first; empty when there is none. */
export function citiesNamed(gazetteer: Gazetteer, name: string): NamedCity[] {
  const cities = (gazetteer.lookup(placeKey(name))?.cities ?? []).filter(
    ({ letter, geoid }) => 'cdt'.includes(letter) && geoid !== '',
  );
  return cities
    .toSorted((a, b) => b.population - a.population || (a.geoid < b.geoid ? -1 : 1))
    .map(({ name: own, region, geoid, lat, lon }) => ({ name: own, state: region, geoid, lat, lon }));
}
