// Finds where a known person is named by the surname alone. Knows persons; settles two of one surname by title and nearness.
import { foldedAt, hasShape, isCapital } from '../reading/reading.ts';
import { shape } from '../reading/shapes.ts';
import { is } from './lexicon.ts';
import { hasClass, isNameWord, type NameReading } from './name-reading.ts';
import { groupNamesakes, type Namesakes, settleNamesake } from './namesakes.ts';
import type { NameMention, PersonCluster } from './person-clusters.ts';

/** A surname that stands alone and could be one of several persons. */
export interface OpenMention {
  readonly at: number;
  readonly owners: readonly PersonCluster[];
}

/**
 * Adds surname-only mentions to the clusters' `short`; returns those that are left open between several persons.
 * `taken` marks tokens that belong to full names or organizations.
 */
export function addSurnameMentions(
  reading: NameReading,
  clusters: readonly PersonCluster[],
  taken: Uint8Array,
): OpenMention[] {
  if (clusters.length === 0) return [];
  const open: OpenMention[] = [];
  const bySurname = groupNamesakes(reading, clusters);
  for (const i of reading.nameWords) {
    if (taken[i]) continue;
    const namesakes = bySurname.get(reading.ids[i] ?? -1);
    const mention = namesakes && standsAlone(reading, i) ? mentionAt(reading, namesakes, i) : null;
    if (!namesakes || !mention) continue;
    const owner = settleNamesake(reading, namesakes, mention);
    if (owner) owner.short.push(mention);
    else if (namesakes.persons.length > 1) open.push({ at: mention.from, owners: namesakes.persons });
  }
  return open;
}

/** What may follow a surname that is a plain word as well, at the beginning of a sentence. */
const verbBehind =
  /^(?:was|is|has|had|did|does|will|would|could|can|also|and|,|left|went|took|gave|made|met|won|lost|ran|kept|held|came|saw|knew|thought|felt|began|became|stood|sat|wrote|spoke|drove|paid|led|never|then|later|[a-z]{3,}ed)$/;

/** Not a word of another name, a street or a body, and not a plain word that only begins its sentence. */
function standsAlone(reading: NameReading, i: number): boolean {
  const next = i + 1;
  const joined = isNameWord(reading, next) && hasShape(reading, next, shape.spaced);
  if (joined && hasClass(reading, next, is.organization | is.thing) && !hasClass(reading, next, is.title)) return false;
  // "Gerken Paving": a plain word with a capital makes it another name.
  if (joined && hasClass(reading, next, is.known) && !hasClass(reading, next, notPlain)) return false;
  if (hasClass(reading, next, is.hyphen) && isCapital(reading, i + 2) && !hasShape(reading, next, shape.spaced))
    return false;
  if (!hasClass(reading, i, is.known | is.function | is.thing | is.world | is.state)) return true;
  const begins = reading.sentenceStarts[reading.sentenceOf[i] ?? 0] === i || hasShape(reading, i - 1, shape.quote);
  if (!begins) return !joined;
  return (
    hasClass(reading, next, is.speech) ||
    hasShape(reading, next, shape.clitic) ||
    verbBehind.test(foldedAt(reading, next))
  );
}

const notPlain = is.function | is.title | is.world | is.surname | is.speech | is.given | is.role;

/** The mention that ends in the surname at i; null when it is part of another name. */
function mentionAt(reading: NameReading, { reaches }: Namesakes, i: number): NameMention | null {
  let from = i;
  for (const { last, most, sure } of reaches) {
    // "Bear Heels", "de la Cruz": as far back as the words go on like the full name's, but for the given name.
    let back = 0;
    while (
      back < most &&
      i > back &&
      reading.ids[i - back - 1] === reading.ids[last - back - 1] &&
      (back < sure || isNameWord(reading, i - back - 1))
    )
      back++;
    from = Math.min(from, i - back);
  }
  const before = from - 1;
  const sameSentence = before >= 0 && reading.sentenceOf[before] === reading.sentenceOf[i];
  const titleAt = sameSentence && hasClass(reading, before, is.title) ? before : -1;
  // A capital before it that is no title makes it part of another name: "Fred Trump", "Camp Trump".
  const adjoins = sameSentence && isNameWord(reading, before) && hasShape(reading, from, shape.spaced);
  if (adjoins && titleAt < 0) {
    if (!hasClass(reading, before, is.function | is.state | is.world | is.known)) return null;
    if (hasClass(reading, before, is.given)) return null;
  }
  if (sameSentence && hasClass(reading, before, is.hyphen) && !hasShape(reading, before, shape.spaced)) return null;
  return { from, to: i + 1, titleAt, rule: 'names.surname-alone' };
}
