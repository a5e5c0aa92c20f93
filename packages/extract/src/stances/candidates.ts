// Who in a sentence could hold a stance: officials, people, organizations, places and the nouns that packs list.
// Knows names and their places in the text; not who holds what.
import type { Document } from '../document.ts';
import { foldedAt, hasShape, isCapital, type Reading, readText, tokenAt } from '../reading/reading.ts';
import { shape } from '../reading/tokens.ts';
import type { Vocabulary } from '../reading/vocabulary.ts';
import type { Candidate, TypeOf } from './candidate.ts';
import { canonicalName, isNamePart, leadsName, textOf } from './holder-names.ts';
import { findHolderWords, type HolderHit, type Lexicon } from './lexicon.ts';
import type { HolderRule } from './packs/compiled-packs.ts';
import { personRole } from './people-roles.ts';

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
    // "the Trump administration" is no person.
    const personal = candidate.role === 'official' || candidate.holderType === 'person';
    if (personal && candidate.named && foldedAt(reading, candidate.to) === 'administration') return;
    if (free(candidate.from, candidate.to)) taken.push(candidate);
  };
  // "Association of Sheriffs and Police Chiefs": the whole before its parts.
  for (const hit of words) {
    const opens = hit.rule.role === 'other' && foldedAt(reading, hit.to) === 'of' && isCapital(reading, hit.to + 1);
    if (opens && isCapital(reading, hit.from)) add(fromWords(document, lexicon, reading, hit, from, to, free));
  }
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
  return joinTitles(taken.sort((a, b) => a.from - b.from));
}

/** "Councilman" and "Jo Lee" side by side are one holder. */
function joinTitles(candidates: readonly Candidate[]): readonly Candidate[] {
  return candidates.flatMap((candidate, i) => {
    const next = candidates[i + 1];
    const isTitle = candidate.role === 'official' && !candidate.named;
    if (isTitle && next?.named && next.from === candidate.to && next.role !== 'government') return [];
    const title = candidates[i - 1];
    const joins = title?.role === 'official' && !title.named && title.to === candidate.from;
    return joins && candidate.named && candidate.role !== 'government'
      ? [{ ...candidate, from: title.from }]
      : [candidate];
  });
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
      // "Council members Rosa Diaz and Jo Lee": the plural names a body, each of them a member.
      holderType: type === null ? 'official' : type.holderType === 'council' ? 'council-member' : type.holderType,
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
      if (!range) return [];
      // "Hanover Selectboard": a body whose name looks like a person's.
      const body = typeOf(person.name);
      const role = body?.role === 'government' ? body : personRole(document, lexicon, typeOf, person.name);
      return [{ ...range, name: person.name, holderType: role.holderType, role: role.role, named: true }];
    }),
  );
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
    (role === 'government' || role === 'other' || foldedAt(reading, end - 1) === 'family') &&
    foldedAt(reading, end) === 'of' &&
    isCapital(reading, end + 1) &&
    end + 1 < to
  ) {
    end += 2;
    const joined = (): boolean => role === 'other' && foldedAt(reading, end) === 'and' && isNamePart(reading, end + 1);
    while (end < to && (isNamePart(reading, end) || joined())) end++;
  }
  let begin = hit.from;
  while (begin > from && free(begin - 1, begin) && leadsName(lexicon, reading, begin, from)) begin--;
  if (hasShape(reading, begin, shape.clitic)) begin++;
  const name = textOf(reading, begin, end);
  const whole = canonicalName(document, lexicon, name, holderType);
  return { from: begin, to: end, name: whole ?? name, holderType, role, named: whole !== null || begin < hit.from };
}
