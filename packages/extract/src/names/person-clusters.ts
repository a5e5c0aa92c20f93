// Puts the full names of a story together into persons. Knows given names, nicknames and surnames; not surname-only mentions.
import { foldedAt, hasShape, type Reading, spanOf } from '../reading/reading.ts';
import { shape } from '../reading/tokens.ts';
import { isNameWord } from './capital-runs.ts';
import { isInitial, lastNameToken } from './evidence.ts';
import type { NameLexicon } from './lexicon.ts';

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

/** Persons with a given name, in the order of their first mention. */
export function clusterFullNames(
  reading: Reading,
  lexicon: NameLexicon,
  mentions: readonly NameMention[],
): PersonCluster[] {
  const clusters: PersonCluster[] = [];
  for (const mention of mentions) {
    const surname = surnameRange(reading, lexicon, mention);
    if (surname[0] === mention.from) continue;
    const forms = givenForms(reading, mention, surname[0]);
    const surnameId = reading.ids[surname[1] - 1] ?? -1;
    const bearer = clusters.find((cluster) => isSurnameOf(reading, mention, cluster));
    if (bearer) {
      bearer.short.push(mention);
      continue;
    }
    const known = clusters.find(
      (cluster) =>
        cluster.surnameId === surnameId &&
        [...cluster.givenForms].some((a) => forms.some((b) => sameGiven(lexicon, a, b))),
    );
    if (known) {
      for (const form of forms) known.givenForms.add(form);
      known.full.push(mention);
      if (mention.to - mention.from > known.fullest.to - known.fullest.from) known.fullest = mention;
    } else clusters.push(newCluster(reading, mention, surname, forms));
  }
  return clusters;
}

/** "Van Houten" behind "Earl Van Houten": the whole mention is the surname of somebody named before. */
function isSurnameOf(reading: Reading, { from, to }: NameMention, { surnameWords }: PersonCluster): boolean {
  return (
    surnameWords.length > 1 &&
    surnameWords.length === to - from &&
    surnameWords.every((word, k) => foldedAt(reading, from + k) === word)
  );
}

/** A person of whom the story gives the surname alone. */
export function surnameCluster(reading: Reading, lexicon: NameLexicon, mention: NameMention): PersonCluster {
  return { ...newCluster(reading, mention, surnameRange(reading, lexicon, mention), []), full: [], short: [mention] };
}

function newCluster(
  reading: Reading,
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
  reading: Reading,
  lexicon: NameLexicon,
  { from, to }: { readonly from: number; readonly to: number },
): readonly [number, number] {
  const last = lastNameToken(reading, lexicon, from, to);
  let start = last;
  while (start - 2 > from && foldedAt(reading, start - 1) === '-' && isNameWord(reading, start - 2)) start -= 2;
  if (start - 2 === from && foldedAt(reading, start - 1) === '-') start = from;
  while (start - 1 > from && isParticle(reading, lexicon, start - 1)) start--;
  return [start, last + 1];
}

function isParticle(reading: Reading, { classes }: NameLexicon, i: number): boolean {
  const id = reading.ids[i] ?? -1;
  if (!classes.has(id, 'particle')) return false;
  // "Van Dyke", "De Blasio": with a capital too, unless it is an initial or a given name ("Al Gore").
  const own = /^(?:van|von|de|del|della|la|st\.)$/.test(foldedAt(reading, i));
  return !hasShape(reading, i, shape.capital) || (!isInitial(reading, i) && (own || !classes.has(id, 'given')));
}

/** The first given name and every nickname in quotation marks or brackets, folded. */
function givenForms(reading: Reading, { from }: NameMention, surnameFrom: number): string[] {
  const forms = [foldedAt(reading, from)];
  for (let i = from + 1; i < surnameFrom; i++) {
    const marked = foldedAt(reading, i - 1) === '(' || hasShape(reading, i - 1, shape.quote);
    if (marked && isNameWord(reading, i)) forms.push(foldedAt(reading, i));
  }
  // "J. Edgar Hoover": the second name is the one in use.
  if (
    isInitial(reading, from) &&
    from + 1 < surnameFrom &&
    isNameWord(reading, from + 1) &&
    !isInitial(reading, from + 1)
  )
    forms.push(foldedAt(reading, from + 1));
  return forms;
}

/** The same given name: equal, an initial of it, or a known short form of it. */
function sameGiven({ nicknames }: NameLexicon, a: string, b: string): boolean {
  if (a === b) return true;
  const [x, y] = [a.replaceAll(/[.\s]/g, ''), b.replaceAll(/[.\s]/g, '')];
  if (x.length === 1 || y.length === 1) return x[0] === y[0];
  if (/\.$/.test(a) || /\.$/.test(b)) return x[0] === y[0];
  return Boolean(nicknames.get(x)?.has(y) || nicknames.get(y)?.has(x));
}
