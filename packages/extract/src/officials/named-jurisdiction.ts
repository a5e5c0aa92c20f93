// How a jurisdiction is written, with its division id. Knows places; no titles.
import type { LocatedPlace } from '../document.ts';

export interface Named {
  /** "Phoenix, AZ", "Maricopa County, AZ", "AZ", "United States". */
  readonly name: string;
  /** Open Civic Data division id; null when it is unknown or has none. */
  readonly divisionId: string | null;
}

export const unitedStates: Named = { name: 'United States', divisionId: 'ocd-division/country:us' };

/** A state by its USPS code. Offices of the District of Columbia that a story calls the government's are the Union's. */
export function stateOf(code: string): Named {
  if (code === 'DC') return unitedStates;
  const kind = code === 'PR' ? 'territory' : 'state';
  return { name: code, divisionId: `ocd-division/country:us/${kind}:${code.toLowerCase()}` };
}

/** A place that a story names. */
export function named({ name, state, type, divisionId, text }: LocatedPlace): Named {
  if (type === 'state') return state ? stateOf(state) : { name, divisionId };
  const full = type === 'county' && !/\b(?:County|Parish|Borough|Census Area)$/.test(name) ? `${name} County` : name;
  // Towns of these states and the boroughs of New York City are subdivisions too, but called townships only where a story does.
  const isTownship =
    type === 'county-subdivision' && (/ Township$/.test(text) || !/^(?:NY|NJ|WI|ME|MA|NH|VT|CT|RI)$/.test(state ?? ''));
  const own = isTownship ? `${full} Township` : full;
  return { name: state ? `${own}, ${state}` : own, divisionId };
}
