// Who in a sentence could hold a stance: officials, people, organizations, places and the nouns that packs list.
// Knows names and their places in the text; not who holds what.
import type { Document } from '../../document.ts';
import { foldedAt, hasShape, isCapital, type Reading, readText, sentenceRange } from '../../reading/reading.ts';
import { shape } from '../../reading/tokens.ts';
import type { Vocabulary } from '../../reading/vocabulary.ts';
import { behindDateline } from '../clauses/datelines.ts';
import { type Grammar, isOf } from '../clauses/grammar.ts';
import { findHolderWords, type HolderHit, type Lexicon } from '../lexicon.ts';
import type { HolderRule } from '../packs/compiled-packs.ts';
import { findLawPhrases } from '../papers/law-phrases.ts';
import { groupCalled } from './called-groups.ts';
import type { Candidate, TypeOf } from './candidate.ts';
import { openingElsewhere } from './elsewhere-named.ts';
import { canonicalName, isNamePart, leadsName, textOf } from './holder-names.ts';
import { withListedMembers } from './listed-members.ts';
import type { Mentions } from './mentions.ts';

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

/** All candidates of sentence s in text order, none overlapping another. */
export function findCandidates(
  document: Document,
  lexicon: Lexicon,
  mentions: Mentions,
  s: number,
): readonly Candidate[] {
  const { reading } = document;
  const [start, to] = sentenceRange(reading, s);
  const from = behindDateline(reading, start, to);
  const words = findHolderWords(lexicon, reading, from, to);
  const taken: Candidate[] = [];
  const isTaken: boolean[] = new Array(to - from).fill(false);
  const free = (a: number, b: number): boolean => {
    for (let i = a; i < b; i++) if (isTaken[i - from] === true) return false;
    return true;
  };
  const add = (candidate: Candidate): void => {
    if (candidate.from < from || !free(candidate.from, candidate.to)) return;
    // "the Trump administration" is no person.
    const personal = candidate.role === 'official' || candidate.holderType === 'person';
    if (personal && candidate.named && foldedAt(reading, candidate.to) === 'administration') return;
    taken.push(candidate);
    isTaken.fill(true, candidate.from - from, candidate.to - from);
  };
  // "Association of Sheriffs and Police Chiefs", "Tempe Police Officers' Association", "city of Tempe": the whole before its parts.
  for (const hit of words) {
    const ofName = foldedAt(reading, hit.to) === 'of' && isCapital(reading, hit.to + 1);
    const body = hit.rule.role === 'other' && isCapital(reading, hit.from);
    const whole = body
      ? ofName || /^[’']$/.test(foldedAt(reading, hit.from - 1))
      : ofName && hit.rule.holderType === 'city';
    if (whole) add(fromWords(document, lexicon, reading, hit, from, to, free));
  }
  // "the Sanctuary Promise Act": the words of a law's name are nobody's act.
  for (const law of findLawPhrases(lexicon.grammar, reading, from, to))
    if (foldedAt(reading, law.to - 1) === 'act') add({ ...law, holderType: 'statute', role: 'document' });
  for (const candidate of mentions.namedIn(s)) if (!isInTitle(reading, candidate)) add(ofState(reading, candidate));
  // From the right: "Sheriff's Association" takes its "Sheriff" before that word is a holder of its own.
  for (const hit of words.toReversed()) {
    if (free(hit.from, hit.to)) add(fromWords(document, lexicon, reading, hit, from, to, free));
  }
  for (const candidate of mentions.placesIn(s)) if (!tellsWhichOne(lexicon.grammar, reading, candidate)) add(candidate);
  const all = taken.sort((a, b) => a.from - b.from);
  return joinTitles(joinMembers(reading, withListedMembers(reading, all)));
}

/** "The Peoria chapter", "a Macon newspaper", "the league's Ohio branch": a place inside of another noun's phrase. */
function tellsWhichOne(grammar: Grammar, reading: Reading, { from, to }: Candidate): boolean {
  // "A Salem mother", "two Salem landlords"
  if (/^(?:an?|one|two|three|four|five|another|several|some|many)$/.test(foldedAt(reading, from - 1))) return true;
  if (!/^(?:the|'s)$/.test(foldedAt(reading, from - 1))) return false;
  // "The Portland, Maine, chamber"
  const stated = foldedAt(reading, to) === ',' && isCapital(reading, to + 1) && foldedAt(reading, to + 2) === ',';
  const noun = stated ? to + 3 : to;
  return bodies.test(foldedAt(reading, noun)) && !isOf(grammar, reading, noun, 'auxiliary');
}

const bodies =
  /^(?:chapter|branch|affiliate|local|lodge|chamber|newspaper|magazine|station|news|radio|television|tv|nonprofit|group|coalition|organization|company|firm|developer|landlord|church|bar|league|society|union)$/;

/** "The state Supreme Court" is not the one in Washington. */
function ofState(reading: Reading, candidate: Candidate): Candidate {
  // "A state Supreme Court justice": the court is in the judge's title.
  if (
    candidate.name !== 'U.S. Supreme Court' ||
    /^(?:justice|judge)$/.test(foldedAt(reading, candidate.to)) ||
    foldedAt(reading, candidate.from - 1) !== 'state'
  )
    return candidate;
  return { ...candidate, from: candidate.from - 1, name: textOf(reading, candidate.from - 1, candidate.to) };
}

/** The "Council" of "Council member Jo Lee" is a part of her title, the "Salem police" of "the Salem police union" of its name. */
function isInTitle(reading: Reading, { role, to }: Candidate): boolean {
  if (role !== 'government') return false;
  if (/^(?:union|unions|guild|association|federation|brotherhood|foundation)$/.test(foldedAt(reading, to))) return true;
  return (
    /^(?:council|board|commission|committee)$/.test(foldedAt(reading, to - 1)) &&
    /^(?:member|president|chair|chairman|chairwoman|chairperson|committee|subcommittee|panel)$/.test(
      foldedAt(reading, to),
    )
  );
}

/** "Organizers with the Main South Alliance": the alliance; "a spokesman for ICE": the agency. */
function joinMembers(reading: Reading, candidates: readonly Candidate[]): readonly Candidate[] {
  const isOwn = (one: Candidate | undefined, other: Candidate | undefined): boolean => {
    if (one === undefined || other === undefined || one.named || other.from - one.to > 2) return false;
    const joint = foldedAt(reading, one.to);
    if (one.holderType === 'police-spokesperson') return joint === 'for' && other.holderType === 'federal-agency';
    const body = other.named && (other.role === 'critic' || other.role === 'other');
    return one.holderType === 'activists' && joint === 'with' && body;
  };
  return candidates.flatMap((candidate, i) => {
    if (isOwn(candidate, candidates[i + 1])) return [];
    const before = candidates[i - 1];
    return before && isOwn(before, candidate) ? [{ ...candidate, from: before.from }] : [candidate];
  });
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
    // "Interstate Sheriffs Forum": a plural inside of capitals is no title.
    let first = hit.from;
    const plural = /s$/.test(foldedAt(reading, hit.to - 1)) && isCapital(reading, hit.from);
    while (plural && first > from && free(first - 1, first) && leadsName(lexicon, reading, first, from)) first--;
    if (first < hit.from)
      return {
        from: first,
        to: end,
        name: textOf(reading, first, end),
        holderType: 'nonprofit',
        role: 'critic',
        named: true,
      };
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
    while (end < to && (isNamePart(reading, end) || joined() || isOfPolice(reading, end))) end++;
  }
  // "Lee proposed legislation": he did.
  let begin = hit.from;
  if (role === 'document' && foldedAt(reading, begin) === 'proposed' && isDoer(lexicon.grammar, reading, begin - 1))
    begin++;
  while (begin > from && free(begin - 1, begin) && leadsName(lexicon, reading, begin, from)) begin--;
  if (hasShape(reading, begin, shape.clitic)) begin++;
  else begin = ownersOf(reading, begin, from, free);
  const name = textOf(reading, begin, end);
  // "every agency" is not the one named before.
  const one = foldedAt(reading, begin) !== 'agency' || foldedAt(reading, begin - 1) === 'the';
  const group = end - begin === 1 ? groupCalled(reading, begin) : null;
  const elsewhere = group === null && one && end - begin < 3 ? openingElsewhere(document, from) : null;
  const whole = elsewhere
    ? nameElsewhere(elsewhere.name, name)
    : (group ?? (one ? canonicalName(document, lexicon, name, holderType) : null));
  return { from: begin, to: end, name: whole ?? name, holderType, role, named: whole !== null || begin < hit.from };
}

/** "Association of Chiefs of Police" */
function isOfPolice(reading: Reading, i: number): boolean {
  return foldedAt(reading, i) === 'of' && foldedAt(reading, i - 1) === 'chiefs' && isCapital(reading, i + 1);
}

/** "In Elko, the city …": Elko. A council there has no name that the story tells. */
function nameElsewhere(place: string, name: string): string | null {
  return /^(?:city|town)$/i.test(name) ? `City of ${place}` : null;
}

/** A name or a pronoun, or a helper of the verb, right before it. */
function isDoer(grammar: Grammar, reading: Reading, i: number): boolean {
  return isCapital(reading, i)
    ? !isOf(grammar, reading, i, 'determiner')
    : isOf(grammar, reading, i, 'pronoun', 'relative') || /^(?:has|have|had)$/.test(foldedAt(reading, i));
}

/** "Albuquerque Police Officers' Association": capitals before an apostrophe belong to the name of what is theirs. */
function ownersOf(reading: Reading, begin: number, from: number, free: (a: number, b: number) => boolean): number {
  if (!/^[’']$/.test(foldedAt(reading, begin - 1)) || !isCapital(reading, begin)) return begin;
  let first = begin - 1;
  const belongs = (i: number): boolean => isNamePart(reading, i) && !/^(?:the|an?)$/.test(foldedAt(reading, i));
  while (first > from && belongs(first - 1) && free(first - 1, first)) first--;
  return first < begin - 1 ? first : begin;
}
