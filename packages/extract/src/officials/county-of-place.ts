// The county that a city or town lies in, by a table. Knows no text.
import type { Named } from './named-jurisdiction.ts';

/** The county of a place by the gazetteer's name and its state's code; null when it is unknown or has none. */
export type CountyFinder = (place: string, state: string) => Named | null;

/** Reads the text of `data/place-counties/place-counties.tsv` when it is first asked. Never throws. */
export function createCountyFinder(table: string): CountyFinder {
  let counties: ReadonlyMap<string, Named> | null = null;
  return (place, state) => {
    counties ??= readCounties(table);
    return counties.get(`${place}, ${state}`) ?? null;
  };
}

function readCounties(table: string): ReadonlyMap<string, Named> {
  const counties = new Map<string, Named>();
  for (const line of table.split('\n')) {
    const [state = '', name = '', division = '', places = ''] = line.split('\t');
    const county: Named = {
      name: `${name}, ${state}`,
      divisionId: division ? `ocd-division/country:us/${division}` : null,
    };
    for (const place of places.split('|')) counties.set(`${place}, ${state}`, county);
  }
  return counties;
}
