// The answer on positions, read by city and by issue. Pure.
import type { DeskAnswer, DeskFilter } from '../../../../src/desk-api/contract.ts';
import { addPositions, type ByPosition, noPositions } from '../positions-words.ts';

export type CityIssue = DeskAnswer<'get_positions'>['cities'][number];

export interface City {
  readonly placeId: string;
  /** "Cedar Bend, AZ". */
  readonly name: string;
  readonly state: string | null;
  readonly lat: number | null;
  readonly lon: number | null;
  readonly byIssue: ReadonlyMap<string, CityIssue>;
  readonly total: number;
}

/** Cities with what is held there on any issue, the most stances first. */
export function citiesOf(rows: readonly CityIssue[]): City[] {
  return [...Map.groupBy(rows, ({ place_id }) => place_id)]
    .flatMap(([placeId, ofCity]) => {
      const [first] = ofCity;
      if (first === undefined) return [];
      const { name, state, lat, lon } = first;
      return [
        {
          ...{ placeId, name: state === null ? name : `${name}, ${state}`, state, lat, lon },
          byIssue: new Map(ofCity.map((row) => [row.issue, row])),
          total: ofCity.reduce((sum, { total }) => sum + total.count, 0),
        },
      ];
    })
    .sort((a, b) => b.total - a.total || a.name.localeCompare(b.name, 'en-US'));
}

/** What is known of one city for a mark: on one issue. */
export interface CityMark {
  readonly city: City;
  readonly counts: ByPosition;
  readonly total: number;
  readonly filter: DeskFilter;
}

/** Cities with stances on the issue, the most first. */
export function marksOf(cities: readonly City[], issue: string): CityMark[] {
  return cities
    .flatMap((city) => {
      const row = city.byIssue.get(issue);
      return row === undefined
        ? []
        : [{ city, counts: row.by_position, total: row.total.count, filter: row.total.filter }];
    })
    .sort((a, b) => b.total - a.total || a.city.name.localeCompare(b.city.name, 'en-US'));
}

export interface IssueTotal {
  readonly issue: string;
  readonly counts: ByPosition;
  readonly total: number;
}

/** Issues, the most stances first. */
export function issuesOf(rows: readonly CityIssue[]): IssueTotal[] {
  return [...Map.groupBy(rows, ({ issue }) => issue)]
    .map(([issue, ofIssue]) => ({
      issue,
      counts: ofIssue.reduce((sum, { by_position }) => addPositions(sum, by_position), noPositions),
      total: ofIssue.reduce((sum, { total }) => sum + total.count, 0),
    }))
    .sort((a, b) => b.total - a.total || (a.issue < b.issue ? -1 : 1));
}
