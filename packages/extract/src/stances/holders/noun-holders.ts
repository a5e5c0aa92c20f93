// Holders told by a common noun that heads the subject of a verb: "The jail administrator noted …", "Regents voted …", "Portland's auditor called for …".
// Knows where a subject may stand; which nouns name holders, packs tell (`heads`).
import { foldedAt, hasShape, isCapital, type Reading } from '../../reading/reading.ts';
import { shape } from '../../reading/tokens.ts';
import { type Grammar, irregularPast, isAdverb, isOf } from '../clauses/grammar.ts';
import { type FrameHit, findHolderHeads, type HolderHit, type Lexicon, type OperatorHit } from '../lexicon.ts';
import type { Candidate } from './candidate.ts';
import { textOf } from './holder-names.ts';

interface Range {
  readonly from: number;
  readonly to: number;
}

/** The candidates and those whom a noun names as a verb's subject; what is but a part of their phrase ("the jail administrator") goes. */
export function withNounHolders(
  lexicon: Lexicon,
  reading: Reading,
  range: Range,
  candidates: readonly Candidate[],
  operators: readonly OperatorHit[],
  frames: readonly FrameHit[],
): readonly Candidate[] {
  let all = candidates;
  // From the right: "leaders of the state's party" needs to know the party.
  for (const hit of findHolderHeads(lexicon, reading, range.from, range.to).toReversed()) {
    const body = nounHolder(lexicon.grammar, reading, range, all, hit, [...operators, ...frames]);
    if (body === null || isNamedBehind(reading, all, body.to)) continue;
    if (!opensVerb(lexicon.grammar, reading, body.to, range.to, operators, frames)) continue;
    all = [...all.filter((item) => item.to <= body.from || body.to <= item.from), body].toSorted(
      (a, b) => a.from - b.from,
    );
  }
  return all;
}

/** The holder that a noun names; null where it belongs to a longer name, is the object of a verb or stands behind a preposition. */
function nounHolder(
  grammar: Grammar,
  reading: Reading,
  { from }: Range,
  candidates: readonly Candidate[],
  { rule, from: at, to }: HolderHit,
  known: readonly (OperatorHit | FrameHit)[],
): Candidate | null {
  const isPart = ({ from: first, to: end }: Candidate): boolean => first <= at && at < end;
  if (candidates.some((item) => isPart(item) || (item.from < to && at < item.from))) return null;
  if (known.some((hit) => hit.from < to && at < hit.to)) return null;
  let begin = at;
  while (begin > from && isModifier(grammar, reading, begin - 1, known)) begin--;
  if (hasVerb(grammar, reading, begin, at)) return null;
  const owner = ownerAt(reading, begin, from);
  const first = owner ?? begin;
  if (!isSubjectPlace(grammar, reading, first, from, candidates)) return null;
  const inside = candidates.filter((item) => item.to > first && item.from < at);
  // "Gov. Al Roe's office said": he does.
  const [chief] = inside;
  if (chief?.named && chief.to === begin - 1 && ofSomebody.test(foldedAt(reading, at)))
    return isPlain(chief) ? null : { ...chief, to };
  // "Fresno crews", "City crews": the city stands there already.
  if (chief && isPlain(chief) && foldedAt(reading, to - 1) === 'crews') return null;
  // "The police commission members": of that body.
  if (chief?.role === 'government' && chief.to === at && foldedAt(reading, at) === 'members') return { ...chief, to };
  // "Jo Lee teachers": a person beside a noun is no part of its phrase.
  if (inside.some((item) => item.from < first || !isPlain(item))) return null;
  if (!isOwner(grammar, reading, first) && !isPlural(reading, to - 1)) return null;
  const whole = wholeOf(reading, candidates, first, to);
  if (whole !== undefined) return whole;
  // "Members voted 6-3": of the body that votes.
  // What a committee puts off may be over or not.
  if (
    /^(?:committee|subcommittee|panel)$/.test(foldedAt(reading, to - 1)) &&
    known.some(
      ({ rule: { source, type }, from: verb }) =>
        verb >= to && verb < to + 4 && type === 'act' && source.kind === 'open',
    )
  )
    return null;
  // "The board voted": a board is as often the thing that is spoken of.
  const bare =
    first === at &&
    (foldedAt(reading, at) === 'board' || (foldedAt(reading, at) === 'members' && !isOwner(grammar, reading, first)));
  if (
    bare &&
    !known.some(({ rule: { source, type }, from: verb }) => verb === to && type === 'act' && source.kind === 'decide')
  )
    return null;
  // "crews will bag the cameras", "…, officials said": nobody's own.
  if (first === at && /^(?:crews|officials)$/.test(foldedAt(reading, at)) && !isOwner(grammar, reading, first))
    return null;
  // "The chapter", "the office": whose, an earlier sentence tells.
  if (branches.test(foldedAt(reading, at)) || (begin === at && owner === null && told.test(foldedAt(reading, at))))
    return null;
  // Other boards are told by the packs' patterns: "review board" is a thing as often.
  if (foldedAt(reading, at) === 'board' && (begin !== at || owner !== null)) return null;
  const name = textOf(reading, first, to);
  return { from: first, to, name, holderType: rule.holderType, role: rule.role, named: isNamed(reading, first, to) };
}

/** "The third candidate, teacher Ann Lee, said …": it is told who that is. */
function isNamedBehind(reading: Reading, candidates: readonly Candidate[], end: number): boolean {
  if (foldedAt(reading, end) !== ',') return false;
  return candidates.some(
    (item) => item.named && item.from > end && item.from <= end + 4 && foldedAt(reading, item.to) === ',',
  );
}

/** "members of Homes Now", "the local chapter of the Farm Bureau", "crews with the city of Salem": the body that they belong to; null where it has no name, undefined where none is told. */
function wholeOf(
  reading: Reading,
  candidates: readonly Candidate[],
  first: number,
  end: number,
): Candidate | null | undefined {
  const head = foldedAt(reading, end - 1);
  if (!/^(?:of|with|for|from)$/.test(foldedAt(reading, end)) || !belonging.test(head)) return undefined;
  const at = /^(?:the|a|an)$/.test(foldedAt(reading, end + 1)) ? end + 2 : end + 1;
  const body = candidates.find((item) => item.from <= at && at < item.to && item.role !== 'document');
  const isPlace = body?.named === true && /^(?:city|county|state)$/.test(body.holderType);
  // A chapter may differ from its body: "the Peoria chapter of the NAACP".
  if (body && head === 'chapter') return null;
  if (body && (!isPlace || head === 'crews')) return { ...body, from: first };
  let to = at;
  const joins = (): boolean => /^(?:of|for)$/.test(foldedAt(reading, to)) && to > at && isCapital(reading, to + 1);
  while ((isCapital(reading, to) && !hasShape(reading, to, shape.clitic)) || joins()) to++;
  // "St. Luke's parish"
  if (to > at && foldedAt(reading, to) === "'s") to += 2;
  if (!body && to > at && !/^(?:leaders|leadership)$/.test(head))
    // "the local chapter of Habitat": Habitat.
    return {
      from: first,
      to,
      name: textOf(reading, branches.test(head) ? at : first, to),
      holderType: 'nonprofit',
      role: 'critic',
      named: true,
    };
  return /^(?:members|leaders)$/.test(head) ? null : undefined;
}

const ofSomebody = /^(?:office|administration|staff)$/;
const told = /^(?:office|company|firm|corporation|foundation|institute)$/;
const branches = /^(?:chapter|branch|affiliate|local|locals|lodge|leaders|leadership)$/;
const belonging =
  /^(?:members|leaders|leadership|officials|representatives|chapter|branch|affiliate|local|lodge|board|committee|caucus|delegation|crews|staff|volunteers|administrators|trustees)$/;

/** What may stand inside of another holder's phrase: a place, a body, a noun. */
function isPlain({ named, role, holderType }: Candidate): boolean {
  return role !== 'document' && (!named || (role === 'government' && holderType !== 'person'));
}

/** A determiner, an owner or a number stands before it, or its first word is one that owns. */
function isOwner(grammar: Grammar, reading: Reading, first: number): boolean {
  const before = first - 1;
  return (
    isOf(grammar, reading, before, 'determiner') ||
    hasShape(reading, before, shape.number) ||
    numbers.test(foldedAt(reading, before)) ||
    /^(?:'s|’|')$/.test(foldedAt(reading, first + 1)) ||
    /^(?:'s|’|')$/.test(foldedAt(reading, first + 2)) ||
    foldedAt(reading, before) === "'s"
  );
}

/** "Regents", "City crews": a plural needs no determiner; a singular without one is a title ("Candidate Al Roe"). */
function isPlural(reading: Reading, last: number): boolean {
  const word = foldedAt(reading, last);
  return /[^su]s$/.test(word) || /^(?:men|women|people|staff|faculty|clergy|alumni|congressmen|councilmen)$/.test(word);
}

/** "Boise Regents": capitals throughout are a name, of which a first word alone is none. */
function isNamed(reading: Reading, from: number, to: number): boolean {
  for (let i = from; i < to; i++) if (!isCapital(reading, i)) return false;
  return to - from > 1;
}

/** "state corrections [officials]", "weekly [newspaper]", "striking [teachers]": words that tell which ones. */
function isModifier(
  grammar: Grammar,
  reading: Reading,
  i: number,
  known: readonly (OperatorHit | FrameHit)[],
): boolean {
  const word = foldedAt(reading, i);
  if (word === '-') return !hasShape(reading, i + 1, shape.spaced) && !hasShape(reading, i, shape.spaced);
  if (!/^\p{L}[\p{L}.]*$/u.test(word) || hasShape(reading, i, shape.clitic)) return false;
  if (
    isOf(grammar, reading, i, ...closed) ||
    (isAdverb(grammar, reading, i) && !often.test(word)) ||
    irregularPast.has(word)
  )
    return false;
  return !known.some((hit) => hit.from <= i && i < hit.to) && !time.test(word) && !notModifier.test(word);
}

const closed = [
  ...([
    'determiner',
    'preposition',
    'pronoun',
    'conjunction',
    'relative',
    'adverbial',
    'condition',
    'auxiliary',
  ] as const),
  ...(['modal', 'negator', 'asks'] as const),
] as const;
/** "The city fined [landlords]", "The jail feeds [inmates]": inside of a phrase stands a word that looks like a verb. */
function hasVerb(grammar: Grammar, reading: Reading, begin: number, at: number): boolean {
  for (let i = begin; i < at; i++) {
    const word = foldedAt(reading, i);
    if (isCapital(reading, i) || plurals.test(word)) continue;
    if (/[^s]s$/.test(word) && foldedAt(reading, i + 1) !== '-') return true;
    if (/ed$/.test(word) && i > begin && !isAdverb(grammar, reading, i - 1) && foldedAt(reading, i - 1) !== '-')
      return true;
  }
  return false;
}

/** Plurals that stand before another noun. */
const plurals =
  /^(?:corrections|sports|rights|affairs|services|veterans|parks|works|elections|operations|resources|communications|schools|taxpayers|plans|programs|politics|arts|relations|bus|campus|business|homeless)$/;
const often = /^(?:weekly|daily|monthly|elderly|family|early|friendly)$/;
const notModifier = /^(?:if|so|as|than|how|why|what|there|here|more|less|fewer|other|others|another)$/;
const time =
  /^(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|january|february|march|april|may|june|july|august|september|october|november|december|week|month|year|today|yesterday)$/;

/** The first token of "Portland's", "the monitor's" before a phrase that begins at a token; null where nobody owns it. */
function ownerAt(reading: Reading, begin: number, from: number): number | null {
  if (foldedAt(reading, begin - 1) !== "'s" && !/^[’']$/.test(foldedAt(reading, begin - 1))) return null;
  let first = begin - 1;
  while (first > from && (isCapital(reading, first - 1) || first === begin - 1)) first--;
  return first < begin - 1 ? first : null;
}

/** Nothing before it but a determiner or number, and before that the clause's beginning. */
function isSubjectPlace(
  grammar: Grammar,
  reading: Reading,
  first: number,
  from: number,
  candidates: readonly Candidate[],
): boolean {
  let i = first - 1;
  const counts = (): boolean =>
    (isOf(grammar, reading, i, 'determiner') && !notTheirs.test(foldedAt(reading, i))) ||
    hasShape(reading, i, shape.number) ||
    numbers.test(foldedAt(reading, i));
  while (i >= from && counts()) i--;
  if (foldedAt(reading, i) === 'of' && partitives.test(foldedAt(reading, i - 1))) {
    i -= 2;
    while (i >= from && counts()) i--;
  }
  if (i < from) return true;
  if (foldedAt(reading, i) === ',') {
    // "Jane Roe, director of the shelter, said": what she is.
    if (candidates.some((item) => item.to === i && item.named)) return false;
    return true;
  }
  if (hasShape(reading, i, shape.mark)) return foldedAt(reading, i) !== '-';
  if (foldedAt(reading, i) === 'that' || isOf(grammar, reading, i, 'conjunction', 'adverbial', 'condition'))
    return true;
  if (time.test(foldedAt(reading, i)) || isAdverb(grammar, reading, i)) return true;
  // "said drivers think that …": reported, and by whom it is held stays open.
  return false;
}

/** "no", and "his office", "its lawyers": another's, who is the one to be told. */
const notTheirs = /^(?:no|any|his|her|its|their|our|my|your|these|those)$/;
const numbers =
  /^(?:dozen|hundred|thousand|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|twenty|thirty|about|nearly|almost|around|roughly|over|more|than|least|at)$/;
const partitives =
  /^(?:one|two|three|dozens|hundreds|scores|thousands|half|thirds|majority|handful|most|some|many|all|several)$/;

/** Whether a verb's group stands next, or what may stand between a subject and its verb. */
function opensVerb(
  grammar: Grammar,
  reading: Reading,
  i: number,
  to: number,
  operators: readonly OperatorHit[],
  frames: readonly FrameHit[],
): boolean {
  if (i >= to || hasShape(reading, i, shape.clitic)) return false;
  const word = foldedAt(reading, i);
  if (isOf(grammar, reading, i, 'auxiliary', 'modal', 'relative', 'preposition') || isAdverb(grammar, reading, i))
    return true;
  if (word === ',' || word === '—' || time.test(word)) return true;
  if (operators.some(({ rule, from }) => from === i && rule.type === 'act')) return true;
  if (frames.some(({ rule, from }) => from === i && rule.source.kind === 'verb')) return true;
  return irregularPast.has(word) || /^\p{Ll}{2,}ed$/u.test(word);
}
