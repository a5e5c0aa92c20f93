// Puts the full names of a story together into persons. Knows given names, nicknames and surnames; not surname-only mentions.
import { foldedAt, foldedWord, hasShape, isCapital, spanOf } from '../reading/reading.ts';
import { shape } from '../reading/shapes.ts';
import { foldedRange } from './candidates.ts';
import { isInitial, lastNameToken } from './evidence.ts';
import { is, type NameLexicon } from './lexicon.ts';
import { hasClass, isNameWord, type NameReading } from './name-reading.ts';

/** A stretch of the text that names a person: tokens `[from, to)`. */
export interface NameMention {
  readonly from: number;
  readonly to: number;
  /** The title or role before it; -1 when there is none. */
  readonly titleAt: number;
  readonly rule: string;
}

export interface PersonCluster {
  /** As written in the fullest mention; null when the story gives the surname alone. */
  readonly given: string | null;
  /** Tokens `[from, to)` of the surname where it was met first: "de", "la", "cruz", or "smith", "-", "jones". */
  readonly surname: readonly [number, number];
  /** Word id of the surname's last word. */
  readonly surnameId: number;
  /** Word ids of all forms of the given name seen: "william", "bill", "w.". */
  readonly givenIds: number[];
  fullest: NameMention;
  readonly full: NameMention[];
  /** In no order. */
  readonly short: NameMention[];
}

/**
 * Persons of one surname that are told apart by their given names, at most, and forms of one given name: no story has
 * so many, and the cost stays linear in hostile texts.
 */
export const namesakesMax = 24;
const formsMax = 16;

/** Persons with a given name, in the order of their first mention. */
export function clusterFullNames(reading: NameReading, mentions: readonly NameMention[]): PersonCluster[] {
  const clusters: PersonCluster[] = [];
  const bySurname = new Map<number, PersonCluster[]>();
  const byLongSurname = new Map<string, PersonCluster>();
  for (const mention of mentions) {
    const surname = surnameRange(reading, mention);
    if (surname[0] === mention.from) continue;
    // "Van Houten" behind "Earl Van Houten": the whole mention is the surname of somebody named before.
    const bearer = byLongSurname.size > 0 ? byLongSurname.get(rangeKey(reading, mention.from, mention.to)) : undefined;
    if (bearer) {
      bearer.short.push(mention);
      continue;
    }
    const given = givenIds(reading, mention, surname[0]);
    const surnameId = reading.ids[surname[1] - 1] ?? -1;
    const namesakes = bySurname.get(surnameId) ?? [];
    const known = namesakes.find((namesake) => sharesGiven(reading, namesake.givenIds, given));
    if (known) {
      for (const id of given)
        if (known.givenIds.length < formsMax && !known.givenIds.includes(id)) known.givenIds.push(id);
      known.full.push(mention);
      if (mention.to - mention.from > known.fullest.to - known.fullest.from) known.fullest = mention;
      continue;
    }
    const cluster = newCluster(reading, mention, surname, given);
    clusters.push(cluster);
    if (namesakes.length < namesakesMax) namesakes.push(cluster);
    if (namesakes.length === 1) bySurname.set(surnameId, namesakes);
    if (surname[1] - surname[0] < 2) continue;
    const key = rangeKey(reading, surname[0], surname[1]);
    if (!byLongSurname.has(key)) byLongSurname.set(key, cluster);
  }
  return clusters;
}

/** Equal for ranges of the same folded tokens only. */
function rangeKey(reading: NameReading, from: number, to: number): string {
  return `${to - from} ${foldedRange(reading, from, to)}`;
}

/** A person of whom the story gives the surname alone. */
export function surnameCluster(reading: NameReading, mention: NameMention): PersonCluster {
  return { ...newCluster(reading, mention, surnameRange(reading, mention), []), full: [], short: [mention] };
}

function newCluster(
  reading: NameReading,
  mention: NameMention,
  surname: readonly [number, number],
  givenIds: number[],
): PersonCluster {
  return {
    given: surname[0] > mention.from ? spanOf(reading, mention.from, mention.from + 1).text : null,
    surname,
    surnameId: reading.ids[surname[1] - 1] ?? -1,
    givenIds,
    fullest: mention,
    full: [mention],
    short: [],
  };
}

/** Tokens of the surname: the last word with the particles and hyphenated parts before it, without a suffix. */
export function surnameRange(
  reading: NameReading,
  { from, to }: { readonly from: number; readonly to: number },
): readonly [number, number] {
  const last = lastNameToken(reading, from, to);
  let start = last;
  while (start - 2 > from && hasClass(reading, start - 1, is.hyphen) && isNameWord(reading, start - 2)) start -= 2;
  if (start - 2 === from && hasClass(reading, start - 1, is.hyphen)) start = from;
  while (start - 1 > from && isParticle(reading, start - 1)) start--;
  return [start, last + 1];
}

function isParticle(reading: NameReading, i: number): boolean {
  if (!hasClass(reading, i, is.particle)) return false;
  // "Van Dyke", "De Blasio": with a capital too, unless it is an initial or a given name ("Al Gore").
  if (!isCapital(reading, i)) return true;
  if (isInitial(reading, i)) return false;
  return !hasClass(reading, i, is.given) || /^(?:van|von|de|del|della|la|st\.)$/.test(foldedAt(reading, i));
}

/** Word ids of the first given name and of every nickname in quotation marks or brackets. */
function givenIds(reading: NameReading, { from }: NameMention, surnameFrom: number): number[] {
  const ids = [reading.ids[from] ?? 0];
  for (let i = from + 1; i < surnameFrom; i++) {
    const marked = hasClass(reading, i - 1, is.bracket) || hasShape(reading, i - 1, shape.quote);
    if (marked && isNameWord(reading, i)) ids.push(reading.ids[i] ?? 0);
  }
  // "J. Edgar Hoover": the second name is the one in use.
  const second = from + 1;
  if (second < surnameFrom && isInitial(reading, from) && isNameWord(reading, second) && !isInitial(reading, second))
    ids.push(reading.ids[second] ?? 0);
  return ids;
}

function sharesGiven(reading: NameReading, known: readonly number[], given: readonly number[]): boolean {
  for (const id of given) if (known.includes(id)) return true;
  for (const a of known)
    for (const b of given) if (sameGiven(reading.lexicon, foldedWord(reading, a), foldedWord(reading, b))) return true;
  return false;
}

/** The same given name: an initial of it, or a known short form of it. */
function sameGiven({ nicknames }: NameLexicon, a: string, b: string): boolean {
  const [x, y] = [a.replaceAll(/[.\s]/g, ''), b.replaceAll(/[.\s]/g, '')];
  if (x.length === 1 || y.length === 1 || a.endsWith('.') || b.endsWith('.')) return x[0] === y[0];
  return Boolean(nicknames.get(x)?.has(y) || nicknames.get(y)?.has(x));
}
