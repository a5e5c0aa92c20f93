// The places that stand round a title and a name, and whether they make the office one of another country. Knows places only.
import type { LocatedPlace } from '../document.ts';
import { foldedAt, type Reading, tokenAt } from '../reading/reading.ts';
import type { OfficialContext, PersonMention } from './context.ts';
import { cue } from './cue-words.ts';
import { placesBetween, placesIn } from './level.ts';
import { tailEnd } from './phrase-extent.ts';
import { hasCue } from './story.ts';
import { bodiesWithin } from './story-bodies.ts';
import type { TitledPhrase } from './titled-phrases.ts';

/**
 * "Mayor Ana Ode of Salem", "Spokeswoman Ana Ode of the sheriff's office": what stands behind the name belongs to the office,
 * the bodies named there too.
 */
export function withPlaceBehind(
  { document, reading, mentions, mentionFrom }: OfficialContext,
  phrase: TitledPhrase,
  person = -1,
): TitledPhrase {
  // In a list behind a plural title each name has its own place: "Mayors Ana Ode of Salem and Lee Ruiz of Bend".
  const listed = phrase.title.plural ? mentionIn(mentions, reading, phrase, person) : undefined;
  const mention = listed ?? mentionFrom.get(phrase.to);
  if (!mention || !hasCue(document, mention.to, cue.tie)) return phrase;
  if (!/^(?:of|with|for)$/.test(foldedAt(reading, mention.to))) return phrase;
  let end = tailEnd(document, mention.to, false);
  if (end <= mention.to + 1) return phrase;
  // "of Hof, Germany"
  const next = foldedAt(reading, end) === ',' ? reading.starts[end + 1] : undefined;
  const [wider] =
    next === undefined
      ? []
      : placesBetween(document.places, next, next + 1).filter(({ type }) => type === 'country' || type === 'state');
  if (wider) end = tokenAt(reading, wider.end - 1) + 1;
  const from = reading.starts[mention.to] ?? 0;
  const to = reading.ends[end - 1] ?? 0;
  const bodies = phrase.bodies.length > 0 ? phrase.bodies : bodiesWithin(document, from + 1, to);
  return { ...phrase, bodies, behindName: [mention.to + 1, end] };
}

/** The person's first mention behind a title, in its sentence. */
function mentionIn(
  mentions: readonly PersonMention[],
  reading: Reading,
  { from, to }: TitledPhrase,
  person: number,
): PersonMention | undefined {
  let low = 0;
  let high = mentions.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((mentions[middle]?.from ?? 0) >= to) high = middle;
    else low = middle + 1;
  }
  for (let mention = mentions[low]; mention; mention = mentions[++low]) {
    if (reading.sentenceOf[mention.from] !== reading.sentenceOf[from]) return undefined;
    if (mention.person === person) return mention;
  }
  return undefined;
}

/** "Sonora Gov. Ana Ode", "in Sonora, Mayor Ana Ode", "the mayor of Augsburg": every place that tells of the office is abroad. */
export function isForeign(context: OfficialContext, phrase: TitledPhrase): boolean {
  const { document, reading } = context;
  if (document.places.length === 0) return false;
  const told = placesIn(document, withPlaceBehind(context, phrase));
  if (!told.every(isAbroad)) return false;
  const before = hasCue(document, phrase.from - 1, cue.comma) ? (reading.starts[phrase.from - 1] ?? 0) : -1;
  const ahead = before < 0 ? [] : placesBetween(document.places, before - 1, before);
  return told.length + ahead.length > 0 && ahead.every(isAbroad);
}

const isAbroad = ({ state, name }: LocatedPlace): boolean => state === null && !name.startsWith('United States');
