// The places that stand round a title and a name, and whether they make the office one of another country. Knows places only.
import { foldedAt, isCapital } from '../reading/reading.ts';
import type { OfficialContext } from './context.ts';
import { placesIn } from './level.ts';
import type { TitledPhrase } from './titled-phrases.ts';

/** "Mayor Ana Ode of Salem", "Speaker Lee Ruiz of the Maine House": the place behind the name belongs to the office. */
export function withPlaceBehind({ reading, mentionFrom }: OfficialContext, phrase: TitledPhrase): TitledPhrase {
  const mention = mentionFrom.get(phrase.to);
  if (!mention || foldedAt(reading, mention.to) !== 'of') return phrase;
  let end = mention.to + 1;
  if (foldedAt(reading, end) === 'the') end++;
  while (isCapital(reading, end)) end++;
  return { ...phrase, behindName: [mention.to + 1, end] };
}

/** "Sonora Gov. Ana Ode", "in Sonora, Mayor Ana Ode", "the mayor of Augsburg": every place that tells of the office is abroad. */
export function isForeign(context: OfficialContext, phrase: TitledPhrase): boolean {
  const { document, reading } = context;
  const before = foldedAt(reading, phrase.from - 1) === ',' ? reading.starts[phrase.from - 1] : undefined;
  const told = [
    ...placesIn(document, withPlaceBehind(context, phrase)),
    ...document.places.filter(({ end }) => end === before),
  ];
  return told.length > 0 && told.every(({ state, name }) => state === null && !/^United States/.test(name));
}
