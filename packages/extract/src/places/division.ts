// Open Civic Data division ids of places of the gazetteer. Knows how such ids are spelt, and a table of those spelt otherwise.
import type { PlaceEntry } from './place-record.ts';

/** The id of a referent; null where Open Civic Data has none (unincorporated places, cities abroad). */
export type DivisionFinder = (entry: PlaceEntry) => string | null;

/**
 * Makes the finder from the text of `data/divisions/divisions.tsv`: ids are derived from name and state, and the table
 * holds the exceptions by GEOID, and the counties (by their five digits) whose subdivisions have ids below them.
 */
export function createDivisionFinder(table: string): DivisionFinder {
  const cells = new Map<string, string>();
  for (const line of table.split('\n')) {
    const tab = line.indexOf('\t');
    if (tab > 0) cells.set(line.slice(0, tab), line.slice(tab + 1));
  }
  const find = (entry: PlaceEntry): string | null => {
    const told = cells.get(entry.geoid);
    if (told === '-') return null;
    const below = told ?? deriveDivision(entry, cells.get(entry.geoid.slice(0, 5)) ?? null);
    return below === null ? null : `ocd-division/country:us${below && `/${below}`}`;
  };
  const known = new Map<PlaceEntry, string | null>();
  return (entry) => {
    let id = known.get(entry);
    if (id === undefined) {
      id = find(entry);
      known.set(entry, id);
    }
    return id;
  };
}

/**
 * What follows "ocd-division/country:us/" by the usual spelling; '' for the United States, null without an id.
 * `county` is the part of the county that a county subdivision lies in.
 */
export function deriveDivision({ letter, region, name }: PlaceEntry, county: string | null): string | null {
  const state = region === 'DC' ? 'district:dc' : `${region === 'PR' ? 'territory' : 'state'}:${region.toLowerCase()}`;
  if (letter === 'n') return region === 'US' ? '' : null;
  if (letter === 's' || region === 'DC') return state;
  if (letter === 'y') return `${state}/${countyPart(name)}`;
  if (letter === 'c' || letter === 't') return `${state}/place:${slug(name)}`;
  return letter === 'w' && county !== null ? `${county}/place:${slug(name)}` : null;
}

function countyPart(name: string): string {
  const [, own = name, kind = 'County'] = /^(.+) (County|Parish|Borough|Census Area|Municipio)$/.exec(name) ?? [];
  return `${kind.toLowerCase().replace(' ', '_')}:${slug(own)}`;
}

/** "Coeur d'Alene" → "coeur_d~alene", "St. Paul" → "st_paul". */
const slug = (name: string): string =>
  name
    .toLowerCase()
    .replaceAll('.', '')
    .replaceAll(/['’]/g, '~')
    .replaceAll(/[^\p{L}\p{N}~-]+/gu, '_')
    .replace(/_$/, '');
