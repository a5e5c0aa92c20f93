// Puts the full names of a story together into persons. Knows given names, nicknames and surnames; not surname-only mentions.
import { foldedAt, hasShape, isCapital, spanOf } from '../reading/reading.ts';
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
  /** Folded words of the surname, as tokens: ["de", "la", "cruz"], ["smith", "-", "jones"]. */
  readonly surnameWords: readonly string[];
  /** Word id of the surname's last word. */
  readonly surnameId: number;
  /** All folded forms of the given name seen: "william", "bill", "w.". */
  readonly givenForms: Set<string>;
  fullest: NameMention;
  readonly full: NameMention[];
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
    const forms = givenForms(reading, mention, surname[0]);
    const surnameId = reading.ids[surname[1] - 1] ?? -1;
    const namesakes = bySurname.get(surnameId) ?? [];
    const known = namesakes.find(({ givenForms: all }) => sharesGiven(reading.lexicon, all, forms));
    if (known) {
      for (const form of forms) if (known.givenForms.size < formsMax) known.givenForms.add(form);
      known.full.push(mention);
      if (mention.to - mention.from > known.fullest.to - known.fullest.from) known.fullest = mention;
      continue;
    }
    const cluster = newCluster(reading, mention, surname, forms);
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
  forms: readonly string[],
): PersonCluster {
  return {
    given: surname[0] > mention.from ? spanOf(reading, mention.from, mention.from + 1).text : null,
    surnameWords: Array.from({ length: surname[1] - surname[0] }, (_, k) => foldedAt(reading, surname[0] + k)),
    surnameId: reading.ids[surname[1] - 1] ?? -1,
    givenForms: new Set(forms),
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

/** The first given name and every nickname in quotation marks or brackets, folded. */
function givenForms(reading: NameReading, { from }: NameMention, surnameFrom: number): string[] {
  const forms = [foldedAt(reading, from)];
  for (let i = from + 1; i < surnameFrom; i++) {
    const marked = hasClass(reading, i - 1, is.bracket) || hasShape(reading, i - 1, shape.quote);
    if (marked && isNameWord(reading, i)) forms.push(foldedAt(reading, i));
  }
  // "J. Edgar Hoover": the second name is the one in use.
  const second = from + 1;
  if (second < surnameFrom && isInitial(reading, from) && isNameWord(reading, second) && !isInitial(reading, second))
    forms.push(foldedAt(reading, second));
  return forms;
}

function sharesGiven(lexicon: NameLexicon, known: ReadonlySet<string>, forms: readonly string[]): boolean {
  for (const form of forms) if (known.has(form)) return true;
  for (const a of known) for (const b of forms) if (sameGiven(lexicon, a, b)) return true;
  return false;
}

/** The same given name: an initial of it, or a known short form of it. */
function sameGiven({ nicknames }: NameLexicon, a: string, b: string): boolean {
  const [x, y] = [a.replaceAll(/[.\s]/g, ''), b.replaceAll(/[.\s]/g, '')];
  if (x.length === 1 || y.length === 1 || a.endsWith('.') || b.endsWith('.')) return x[0] === y[0];
  return Boolean(nicknames.get(x)?.has(y) || nicknames.get(y)?.has(x));
}
