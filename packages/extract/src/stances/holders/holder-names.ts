// Which words belong to a holder's name, and which name of the story a bare noun stands for. Knows capitals and names; no stance.
import type { Document } from '../../document.ts';
import { foldedAt, hasShape, isCapital, type Reading, tokenAt, wordAt } from '../../reading/reading.ts';
import { shape } from '../../reading/tokens.ts';
import { isOf } from '../clauses/grammar.ts';
import { findHolderWords, type Lexicon } from '../lexicon.ts';

export function isNamePart(reading: Reading, i: number): boolean {
  return isCapital(reading, i) && !hasShape(reading, i, shape.clitic);
}

/** Whether the word before token `begin` belongs to the name: a capital that is no determiner, also "Pasadena's". */
export function leadsName(lexicon: Lexicon, reading: Reading, begin: number, from: number): boolean {
  const i = begin - 1;
  if (hasShape(reading, i, shape.clitic)) {
    return (
      i > from &&
      isCapital(reading, i - 1) &&
      foldedAt(reading, i) === "'s" &&
      !plainOpeners.has(foldedAt(reading, i - 1))
    );
  }
  if (
    !isCapital(reading, i) ||
    isOf(
      lexicon.grammar,
      reading,
      i,
      'determiner',
      'preposition',
      'pronoun',
      'conjunction',
      'adverbial',
      'condition',
      'relative',
    )
  )
    return false;
  if (/^(?:here|why|how|what|who|where|they|there)$/.test(foldedAt(reading, i))) return false;
  return (
    i > from ||
    isCapital(reading, begin) ||
    hasShape(reading, begin, shape.clitic) ||
    !plainOpeners.has(foldedAt(reading, i))
  );
}

/** "the city" → the one city that the story is about; "the council" → the one organization whose name ends so. Null when there is none or several. */
export function canonicalName(document: Document, lexicon: Lexicon, name: string, holderType: string): string | null {
  const folded = name.toLowerCase();
  if (
    holderType === 'activists' &&
    /^(?:activists|organizers|advocates|group|organization|nonprofit|coalition)$/.test(folded)
  ) {
    return soleNonprofit(document, lexicon);
  }
  if (holderType === 'city' && (folded === 'city' || folded === 'town')) {
    const cities = new Set(
      document.places.filter((place) => place.focus && place.type === 'city').map((place) => place.name),
    );
    return cities.size === 1 ? `City of ${[...cities][0]}` : null;
  }
  if (holderType === 'court' && /\b(?:judge|justice|magistrate)$/.test(folded)) return soleJudge(document);
  if (folded === 'agency') {
    const names = new Set(document.organizations.map((item) => item.name).filter((item) => agencies.test(item)));
    return names.size === 1 ? ([...names][0] ?? null) : null;
  }
  if (/^(?:city council|council|department|police department|county|board|commission)$/.test(folded)) {
    const names = new Set(
      document.organizations.map((item) => item.name).filter((item) => item.toLowerCase().endsWith(` ${folded}`)),
    );
    return names.size === 1 ? ([...names][0] ?? null) : null;
  }
  return null;
}

/** The one judge whom the story names; null when it names several or none. */
function soleJudge({ officials }: Document): string | null {
  const names = new Set<string>();
  for (const { name, title, role } of officials)
    if (name !== null && /\b(?:judge|justice|magistrate)\b/i.test(title ?? role ?? '')) names.add(name);
  return names.size === 1 ? ([...names][0] ?? null) : null;
}

/** What a story may go on to call "the agency". */
const agencies = /(?: agency|immigration and customs enforcement|homeland security|border protection|border patrol)$/i;

/** The one organization that the story calls a nonprofit, group or coalition ("the nonprofit Harbor Light"); null when it calls several so, or none. */
function soleNonprofit(document: Document, lexicon: Lexicon): string | null {
  const names = new Set<string>();
  for (const { name, mentions } of document.organizations) {
    const called = mentions.some((mention) => {
      const from = tokenAt(document.reading, mention.start);
      return findHolderWords(lexicon, document.reading, Math.max(0, from - 3), from).some(
        (hit) => hit.to === from && hit.rule.holderType === 'activists',
      );
    });
    if (called) names.add(name);
  }
  return names.size === 1 ? ([...names][0] ?? null) : null;
}

/** Words that open a sentence with a capital and are no part of a name: "Local police". */
const plainOpeners = new Set(
  'local federal state many other area nearby former some most few top elected undocumented several two three four five here why how what who where they these those there this that its hundreds thousands dozens if when as in on at for but and also still even only both all no more'.split(
    ' ',
  ),
);

/** The text of tokens `[from, to)`. */
export function textOf(reading: Reading, from: number, to: number): string {
  return from + 1 === to
    ? wordAt(reading, from)
    : reading.text.slice(reading.starts[from], reading.ends[to - 1]).replace(/\s+/g, ' ');
}
