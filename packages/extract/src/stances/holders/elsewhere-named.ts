// Which place a sentence opens with, where that is not the story's own: "In Elko, 25 miles to the east, the city gave up its readers." Knows openings; no stance.
import type { LocatedPlace } from '../../document.ts';
import { foldedAt, type Reading } from '../../reading/reading.ts';

type Place = Pick<LocatedPlace, 'name' | 'type' | 'focus' | 'start'>;

/** The place that opens the sentence from token `from` on; null where none does, or it is the first that the story is about. */
export function openingElsewhere(
  { places, reading }: { readonly places: readonly Place[]; readonly reading: Reading },
  from: number,
): Place | null {
  let at = from;
  if (/^(?:and|but|meanwhile|over|up|down)$/.test(foldedAt(reading, at))) at++;
  if (foldedAt(reading, at) === ',') at++;
  if (foldedAt(reading, at) !== 'in') return null;
  at++;
  if (/^(?:nearby|neighboring)$/.test(foldedAt(reading, at))) at++;
  const begin = reading.starts[at] ?? -1;
  const place = places.find(({ start, type }) => start === begin && type === 'city');
  const own = places.find(({ focus, type }) => focus && type === 'city');
  return place && place.name !== own?.name ? place : null;
}
