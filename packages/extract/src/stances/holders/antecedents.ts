// Whom a relative clause or an infinitive tells of: "the city manager, who …", "chiefs who …", "Lee was the only member to …".
// Knows word order; a place is no "who".
import { foldedAt, hasShape } from '../../reading/reading.ts';
import { shape } from '../../reading/tokens.ts';
import { isOf } from '../clauses/grammar.ts';
import { beforePartyTag } from '../clauses/noun-phrases.ts';
import { beforeTime } from '../clauses/times.ts';
import type { SentenceContext } from '../sentence-context.ts';
import { memberOf } from './appositions.ts';
import type { Candidate } from './candidate.ts';
import { oneOfThose } from './one-of.ts';
import { paperBy } from './paper-by.ts';
import { noSubject, type Subject } from './subject.ts';

/** "Lee was the only member to …", "Lee is one of three who …"; null when nobody is told to be one of those. */
export function countedAmong(context: SentenceContext, until: number): Subject | null {
  const one = oneOfThose(context, until);
  if (one === null) return null;
  return typeof one === 'number'
    ? { type: 'pronoun', token: one }
    : { type: 'candidate', candidate: one, relative: true };
}

/** "the city manager, who …", "chiefs who …", "a petition that …". */
export function antecedent(context: SentenceContext, relative: number): Subject {
  const counted = countedAmong(context, relative);
  if (counted !== null) return counted;
  let end = relative;
  if (foldedAt(context.reading, end - 1) === ',') end--;
  while (end > context.from && hasShape(context.reading, end - 1, shape.quote)) end--;
  end = beforePartyTag(context, end);
  // "a measure Friday that would …", "a bill in March that would …"
  const dated = beforeTime(context, end);
  if (dated < end && isOf(context.grammar, context.reading, relative + 1, 'modal', 'auxiliary')) {
    const document = context.candidates.find((item) => item.to === dated && item.role === 'document');
    if (document) return { type: 'candidate', candidate: document, relative: true };
  }
  const found = context.candidates.find(
    (candidate) => candidate.from < end && candidate.to >= end && candidate.to <= relative,
  );
  // "Rep. Lee, a Republican from Oconee County who sponsored …": no place does.
  if (found && /^(?:who|whom)$/.test(foldedAt(context.reading, relative)) && isNoPerson(found))
    return personBefore(context, found);
  if (!found?.named && foldedAt(context.reading, relative) === 'who') {
    const bearer = bearerOf(context, end);
    if (bearer !== null) return { type: 'candidate', candidate: bearer, relative: true };
  }
  // "an amendment by Lee that would …": the amendment would.
  const paper = found && /^(?:that|which)$/.test(foldedAt(context.reading, relative)) ? paperBy(context, found) : null;
  if (paper) return { type: 'candidate', candidate: paper, relative: true };
  // "one of three in the state that hold people": the state is but where they are.
  if (found && end === relative && isPlaceOnly(context, found)) return noSubject;
  // "Lee of Renters United, who …": she does.
  const member =
    found && foldedAt(context.reading, relative) === 'who'
      ? memberOf(context.reading, context.candidates, found)
      : null;
  // "Fox, a lawyer with the Justice Center, who …": she does.
  const described =
    found && !member && foldedAt(context.reading, relative) === 'who' ? describedWith(context, found) : null;
  if (described) return { type: 'candidate', candidate: described, relative: true };
  if (member) return { type: 'candidate', candidate: member, relative: true };
  if (!found && foldedAt(context.reading, relative) === 'who') return describedBefore(context, end);
  return found ? { type: 'candidate', candidate: found, relative: true } : noSubject;
}

/** "Lee, a Democrat who …", "Lee, the only Republican who …": the named person before the comma. */
function describedBefore({ reading, grammar, candidates, from }: SentenceContext, end: number): Subject {
  for (let i = end - 1; i > Math.max(from, end - 7); i--) {
    if (hasShape(reading, i, shape.quote) || isOf(grammar, reading, i, 'relative', 'conjunction', 'preposition')) break;
    if (foldedAt(reading, i) !== ',') continue;
    if (!/^(?:an?|the)$/.test(foldedAt(reading, i + 1))) break;
    const person = candidates.find(
      (item) => item.to === i && item.named && (item.role === 'official' || item.holderType === 'person'),
    );
    return person ? { type: 'candidate', candidate: person, relative: true } : noSubject;
  }
  return noSubject;
}

/** The named person whom an apposition describes that ends in a body: "Fox, a lawyer with the Justice Center"; null without one. */
function describedWith({ reading, candidates, grammar }: SentenceContext, body: Candidate): Candidate | null {
  if (body.role === 'official' || body.role === 'document' || body.holderType === 'person') return null;
  let at = body.from - 1;
  while (isOf(grammar, reading, at, 'determiner') || hasShape(reading, at, shape.capital)) at--;
  if (!/^(?:with|of|for|at|from)$/.test(foldedAt(reading, at))) return null;
  for (let i = at - 1; i > at - 8; i--) {
    if (foldedAt(reading, i) !== ',') continue;
    if (!/^(?:an?|the)$/.test(foldedAt(reading, i + 1)) && !/^\p{Ll}+$/u.test(foldedAt(reading, i + 1))) return null;
    const person = candidates.find((item) => item.to === i && item.named);
    return person && (person.role === 'official' || person.holderType === 'person') ? person : null;
  }
  return null;
}

function isNoPerson({ holderType, role, named }: Candidate): boolean {
  return (
    role === 'document' ||
    (named && role === 'government' && /^(?:county|city|state|school-district)$/.test(holderType))
  );
}

/** The named person whom an apposition describes that ends in a place. */
function personBefore({ reading, candidates }: SentenceContext, place: Candidate): Subject {
  for (let i = place.from - 1; i > place.from - 10; i--) {
    if (foldedAt(reading, i) !== ',') continue;
    const person = candidates.find((item) => item.to === i && item.named && item.role !== 'government');
    if (person) return { type: 'candidate', candidate: person, relative: true };
  }
  const person = candidates.find((item) => item.to === place.from - 1 && item.named && item.role !== 'government');
  return person && foldedAt(reading, place.from - 1) === 'of'
    ? { type: 'candidate', candidate: person, relative: true }
    : noSubject;
}

/** "Ann Lee, 62, a retired teacher [who …]": the name that a noun phrase without one, ending at a token, stands beside; null elsewhere. */
function bearerOf({ grammar, reading, candidates, from }: SentenceContext, end: number): Candidate | null {
  let i = end - 1;
  while (i > Math.max(from, end - wordsOfNoun) && !/^(?:an?|the)$/.test(foldedAt(reading, i))) {
    if (hasShape(reading, i, shape.mark) && foldedAt(reading, i) !== '-') return null;
    if (isOf(grammar, reading, i, 'auxiliary', 'modal', 'relative', 'pronoun', 'conjunction')) return null;
    i--;
  }
  if (!/^(?:an?|the)$/.test(foldedAt(reading, i)) || foldedAt(reading, i - 1) !== ',') return null;
  const comma = hasShape(reading, i - 2, shape.number) && foldedAt(reading, i - 3) === ',' ? i - 3 : i - 1;
  const name = candidates.find((item) => item.to === comma && item.named);
  return name && (name.role === 'official' || name.holderType === 'person' || name.role === 'critic') ? name : null;
}

/** "a retired teacher from the east side" */
const wordsOfNoun = 9;

function isPlaceOnly({ grammar, reading }: SentenceContext, { from, holderType }: Candidate): boolean {
  let before = from - 1;
  while (isOf(grammar, reading, before, 'determiner')) before--;
  return /^(?:in|across|around)$/.test(foldedAt(reading, before)) && /^(?:state|county|city)$/.test(holderType);
}
