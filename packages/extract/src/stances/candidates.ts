// Who in a sentence could hold a stance: officials, people, organizations, places and the nouns that packs list.
// Knows names and their places in the text; not who holds what.
import type { Document } from '../document.ts';
import { foldedAt, hasShape, isCapital, type Reading, readText, tokenAt, wordAt } from '../reading/reading.ts';
import { shape } from '../reading/tokens.ts';
import type { Vocabulary } from '../reading/vocabulary.ts';
import { isOf } from './grammar.ts';
import { findHolderWords, type HolderHit, type Lexicon } from './lexicon.ts';
import type { HolderRule } from './packs/compile-packs.ts';

/** A possible holder at tokens `[from, to)`. */
export interface Candidate {
  readonly from: number;
  readonly to: number;
  /** Canonical name where the story gives one, else the words of the text without their determiner. */
  readonly name: string;
  readonly holderType: string;
  readonly role: HolderRule['role'];
  /** A proper name, not a noun. */
  readonly named: boolean;
}

/** Tells the holder type and role of a title or an organization's name; null when no pack lists one of its words. */
export type TypeOf = (words: string) => HolderRule | null;

export function createTypeOf(lexicon: Lexicon, vocabulary: Vocabulary): TypeOf {
  const known = new Map<string, HolderRule | null>();
  return (words) => {
    const cached = known.get(words);
    if (cached !== undefined) return cached;
    const reading = readText(words, vocabulary);
    const rule = findHolderWords(lexicon, reading, 0, reading.count).at(-1)?.rule ?? null;
    // Bounded: a run over an archive must not grow without end.
    if (known.size > 2000) known.clear();
    known.set(words, rule);
    return rule;
  };
}

/** All candidates of tokens `[from, to)` in text order, none overlapping another. */
export function findCandidates(
  document: Document,
  lexicon: Lexicon,
  typeOf: TypeOf,
  from: number,
  to: number,
): readonly Candidate[] {
  const { reading } = document;
  const words = findHolderWords(lexicon, reading, from, to);
  const taken: Candidate[] = [];
  const free = (a: number, b: number): boolean => !taken.some((other) => other.from < b && a < other.to);
  const add = (candidate: Candidate): void => {
    if (free(candidate.from, candidate.to)) taken.push(candidate);
  };
  for (const candidate of namedOfficials(document, typeOf, from, to)) add(candidate);
  for (const candidate of namedPeople(document, lexicon, typeOf, from, to)) add(candidate);
  for (const candidate of namedOrganizations(document, typeOf, from, to)) add(candidate);
  // From the right: "Sheriff's Association" takes its "Sheriff" before that word is a holder of its own.
  for (const hit of words.toReversed()) {
    if (free(hit.from, hit.to)) add(fromWords(document, lexicon, reading, hit, from, to, free));
  }
  for (const place of document.places) {
    if (place.inOrg || !['city', 'county', 'state'].includes(place.type)) continue;
    const range = tokensOf(reading, place, from, to);
    if (range)
      add({
        ...range,
        name: place.type === 'city' ? `City of ${place.name}` : place.name,
        holderType: place.type,
        role: 'government',
        named: true,
      });
  }
  return taken.sort((a, b) => a.from - b.from);
}

interface Range {
  readonly from: number;
  readonly to: number;
}

function tokensOf(
  reading: Reading,
  span: { readonly start: number; readonly end: number },
  from: number,
  to: number,
): Range | null {
  const first = reading.starts[from] ?? 0;
  const last = reading.ends[to - 1] ?? 0;
  if (span.start < first || span.end > last) return null;
  return { from: tokenAt(reading, span.start), to: tokenAt(reading, span.end - 1) + 1 };
}

function namedOfficials(document: Document, typeOf: TypeOf, from: number, to: number): readonly Candidate[] {
  return document.officials.flatMap((official) => {
    const title = official.title ?? official.role ?? '';
    const type = typeOf(title) ?? typeOf(official.role ?? '');
    const name = official.name ?? [title, official.jurisdiction ? `of ${official.jurisdiction}` : ''].join(' ').trim();
    if (name === '') return [];
    const common = {
      name,
      holderType: type?.holderType ?? 'official',
      role: 'official' as const,
      named: official.name !== null,
    };
    return official.mentions.flatMap((mention) => {
      const range = tokensOf(document.reading, mention, from, to);
      return range ? [{ ...range, ...common }] : [];
    });
  });
}

function namedPeople(
  document: Document,
  lexicon: Lexicon,
  typeOf: TypeOf,
  from: number,
  to: number,
): readonly Candidate[] {
  return document.people.flatMap((person) =>
    person.mentions.flatMap((mention) => {
      const range = tokensOf(document.reading, mention, from, to);
      return range
        ? [{ ...range, name: person.name, ...personRole(document, lexicon, typeOf, person.name), named: true }]
        : [];
    }),
  );
}

const rolesOfDocument = new WeakMap<Document, Map<string, Pick<Candidate, 'holderType' | 'role'>>>();

/** What a person without an office is: "attorney Emi Lane", "Miros Mejia of Poder in Action", anywhere in the story; else just a person. */
export function personRole(
  document: Document,
  lexicon: Lexicon,
  typeOf: TypeOf,
  name: string,
): Pick<Candidate, 'holderType' | 'role'> {
  const known = rolesOfDocument.get(document) ?? new Map<string, Pick<Candidate, 'holderType' | 'role'>>();
  rolesOfDocument.set(document, known);
  const cached = known.get(name);
  if (cached) return cached;
  const role = findPersonRole(document, lexicon, typeOf, name) ?? { holderType: 'person', role: 'other' as const };
  known.set(name, role);
  return role;
}

function findPersonRole(
  document: Document,
  lexicon: Lexicon,
  typeOf: TypeOf,
  name: string,
): Pick<Candidate, 'holderType' | 'role'> | null {
  const { reading } = document;
  for (const mention of document.people.find((person) => person.name === name)?.mentions ?? []) {
    const from = tokenAt(reading, mention.start);
    const title = findHolderWords(lexicon, reading, Math.max(0, from - 4), from).find((hit) => hit.to === from);
    if (title) return { holderType: title.rule.holderType, role: title.rule.role };
    const behind = tokenAt(reading, mention.end - 1) + 1;
    if (foldedAt(reading, behind) !== 'of' && foldedAt(reading, behind) !== 'with') continue;
    const at = reading.starts[behind + 1] ?? -1;
    const organization = document.organizations.find((item) => item.mentions.some((place) => place.start === at));
    const type = organization ? typeOf(organization.name) : null;
    if (organization && type?.role !== 'government')
      return { holderType: type?.holderType ?? 'nonprofit', role: type?.role ?? 'critic' };
  }
  return null;
}

function namedOrganizations(document: Document, typeOf: TypeOf, from: number, to: number): readonly Candidate[] {
  return document.organizations.flatMap((organization) => {
    const type = typeOf(organization.name);
    const common = {
      name: organization.name,
      holderType: type?.holderType ?? 'nonprofit',
      role: type?.role ?? ('critic' as const),
      named: true,
    };
    return organization.mentions.flatMap((mention) => {
      const range = tokensOf(document.reading, mention, from, to);
      return range ? [{ ...range, ...common }] : [];
    });
  });
}

/** A holder's noun with the capitals that belong to it: "Phoenix City Council", "Mayor Ana Ruiz", "the city of Mesa". */
function fromWords(
  document: Document,
  lexicon: Lexicon,
  reading: Reading,
  hit: HolderHit,
  from: number,
  to: number,
  free: (a: number, b: number) => boolean,
): Candidate {
  const { holderType, role } = hit.rule;
  let end = hit.to;
  const titled = isCapital(reading, hit.from) || role === 'critic' || role === 'official';
  while (
    titled &&
    (role === 'official' || role === 'critic') &&
    end < to &&
    isNamePart(reading, end) &&
    free(end, end + 1)
  )
    end++;
  if (end > hit.to) {
    return { from: hit.from, to: end, name: textOf(reading, hit.to, end), holderType, role, named: true };
  }
  if (
    (role === 'government' || role === 'other') &&
    foldedAt(reading, end) === 'of' &&
    isCapital(reading, end + 1) &&
    end + 1 < to
  ) {
    end += 2;
    while (end < to && isNamePart(reading, end)) end++;
  }
  let begin = hit.from;
  while (begin > from && free(begin - 1, begin) && leadsName(lexicon, reading, begin, from)) begin--;
  const name = textOf(reading, begin, end);
  const whole = canonicalName(document, lexicon, name, holderType);
  return { from: begin, to: end, name: whole ?? name, holderType, role, named: whole !== null || begin < hit.from };
}

function isNamePart(reading: Reading, i: number): boolean {
  return isCapital(reading, i) && !hasShape(reading, i, shape.clitic);
}

/** Whether the word before token `begin` belongs to the name: a capital that is no determiner, also "Pasadena's". */
function leadsName(lexicon: Lexicon, reading: Reading, begin: number, from: number): boolean {
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

/** Words that open a sentence with a capital and are no part of a name: "Local police". */
const plainOpeners = new Set(
  'local federal state many other area nearby former some most few top elected undocumented several two three four five here why how what who where they these those there this that its hundreds thousands dozens if when as in on at for but and also still even only both all no more'.split(
    ' ',
  ),
);

/** "the city" → the one city that the story is about; "the council" → the one organization whose name ends so. Null when there is none or several. */
function canonicalName(document: Document, lexicon: Lexicon, name: string, holderType: string): string | null {
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
  if (/^(?:city council|council|department|police department|county|board|commission)$/.test(folded)) {
    const names = new Set(
      document.organizations.map((item) => item.name).filter((item) => item.toLowerCase().endsWith(` ${folded}`)),
    );
    return names.size === 1 ? ([...names][0] ?? null) : null;
  }
  return null;
}

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

/** The text of tokens `[from, to)`. */
export function textOf(reading: Reading, from: number, to: number): string {
  return from + 1 === to
    ? wordAt(reading, from)
    : reading.text.slice(reading.starts[from], reading.ends[to - 1]).replace(/\s+/g, ' ');
}
