// People told by their number: "14 people spoke against it", "most of the 26 speakers asked …", "Of the 22 residents who spoke, 13 opposed it", "six of them".
// Knows words of number and nouns of people; who "them" and a bare number are, the sentence before tells. Nothing of what is held.
import { foldedAt, hasShape, type Reading, sentenceRange } from '../../reading/reading.ts';
import { shape } from '../../reading/tokens.ts';
import { type Grammar, irregularPast, isAdverb, isOf } from '../clauses/grammar.ts';
import type { OperatorHit } from '../lexicon.ts';
import type { Candidate } from './candidate.ts';
import { textOf } from './holder-names.ts';

interface Range {
  readonly from: number;
  readonly to: number;
}

/** The candidates and, where a number of people is a verb's subject, those. What was a part of their phrase goes. */
export function withCountedPeople(
  grammar: Grammar,
  reading: Reading,
  range: Range,
  candidates: readonly Candidate[],
  operators: readonly OperatorHit[],
): readonly Candidate[] {
  let all = candidates;
  for (let i = range.from; i < range.to; i++) {
    if (!isOf(grammar, reading, i, 'counts') && !hasShape(reading, i, shape.number) && !isDozen(reading, i)) continue;
    if (!opensSubject(grammar, reading, i, range.from)) continue;
    const found = countedAt(grammar, reading, i, range, operators);
    if (found === null || all.some((item) => item.from <= i && i < item.to)) continue;
    // "About 60 residents": a noun that is listed stands for them by itself.
    if (all.some((item) => item.from === i + 1 && item.to === found.to)) continue;
    all = [...all.filter((item) => item.to <= i || found.to <= item.from), found].toSorted((a, b) => a.from - b.from);
    i = found.to - 1;
  }
  return all;
}

/** "A dozen" */
function isDozen(reading: Reading, i: number): boolean {
  return foldedAt(reading, i) === 'a' && foldedAt(reading, i + 1) === 'dozen';
}

/** Whether a number at a token may begin a clause's subject: nothing, a mark or a conjunction stands before it, but for "about" and its like. */
function opensSubject(grammar: Grammar, reading: Reading, i: number, from: number): boolean {
  let before = i - 1;
  while (before >= from && roughly.test(foldedAt(reading, before))) before--;
  if (before < from) return true;
  if (isOf(grammar, reading, before, 'conjunction', 'adverbial') || foldedAt(reading, before) === 'that') return true;
  return hasShape(reading, before, shape.mark) && !/^[-$#’']$/.test(foldedAt(reading, before));
}

/** The people whose number begins at a token, where a verb stands behind them; null otherwise. */
function countedAt(
  grammar: Grammar,
  reading: Reading,
  at: number,
  { from, to }: Range,
  operators: readonly OperatorHit[],
): Candidate | null {
  const isNumber = (i: number): boolean => hasShape(reading, i, shape.number) || small.test(foldedAt(reading, i));
  // "All but two urged the council to …"
  const most = foldedAt(reading, at) === 'all' && foldedAt(reading, at + 1) === 'but';
  let next = most ? at + 3 : foldedAt(reading, at + 1) === 'dozen' ? at + 2 : at + 1;
  const parts = foldedAt(reading, next) === 'of';
  if (parts)
    for (
      next++;
      isOf(grammar, reading, next, 'determiner') || isNumber(next) || roughly.test(foldedAt(reading, next));
    )
      next++;
  // "most of those who spoke": "those" is a determiner.
  const those = parts && foldedAt(reading, next) === 'who';
  const own = nounAt(reading, next);
  const bare = !parts || those || foldedAt(reading, next) === 'them';
  if (own === null && !bare) return null;
  const behind = own === null ? (parts && !those ? next + 1 : next) : next + own.length;
  const end = behindWho(reading, behind, to, operators);
  if (end === null) return null;
  // "…, nearly all of them urging the council to pass it"
  const hangs = parts && at > from && /^(?:,|nearly|almost)$/.test(foldedAt(reading, at - 1)) && isAct(operators, end);
  if (!hangs && !opensVerb(grammar, reading, end, to, operators)) return null;
  const noun = own?.noun ?? (those ? 'speakers' : peopleBefore(reading, at, from));
  if (noun === null) return null;
  // Of those who came to speak nobody votes.
  if (!/^(?:members|voters)$/.test(noun) && /^(?:voted|votes|vote)$/.test(foldedAt(reading, end))) return null;
  const members = noun === 'members';
  const count = most ? 'most' : textOf(reading, at, foldedAt(reading, at + 1) === 'dozen' ? at + 2 : at + 1);
  const whole = isNumber(at) || isDozen(reading, at) || most || count.toLowerCase() === 'all';
  const name = whole
    ? `${count} ${members ? 'council members' : noun}`
    : own === null
      ? `${count} of the ${noun}`
      : textOf(reading, at, behind);
  return {
    from: at,
    to: end,
    name,
    holderType: members ? 'council-member' : 'residents',
    role: members ? 'official' : 'critic',
    named: false,
  };
}

function isAct(operators: readonly OperatorHit[], i: number): boolean {
  return operators.some(({ rule, from }) => from === i && rule.type === 'act');
}

/** The noun of people at a token ("residents", "council members") and its words; null elsewhere. */
function nounAt(reading: Reading, i: number): { readonly noun: string; readonly length: number } | null {
  const word = foldedAt(reading, i);
  if (people.test(word)) return { noun: word, length: 1 };
  const members = /^(?:council|board|commission)$/.test(word) && foldedAt(reading, i + 1) === 'members';
  return members ? { noun: 'members', length: 2 } : null;
}

/** Behind "who spoke at the hearing", "who testified"; the token itself where nothing of the kind stands there, null where another clause does. */
function behindWho(reading: Reading, i: number, to: number, operators: readonly OperatorHit[]): number | null {
  if (foldedAt(reading, i) !== 'who') return foldedAt(reading, i) === 'that' ? null : i;
  if (!takesPart.test(foldedAt(reading, i + 1))) return null;
  for (let k = i + 2; k < Math.min(to, i + 12); k++) {
    // "who spoke during the two-hour hearing"
    if (hasShape(reading, k, shape.mark) && foldedAt(reading, k) !== '-') return null;
    const acts = operators.some(({ rule, from }) => from === k && rule.type === 'act');
    if ((acts && !/^(?:to|and)$/.test(foldedAt(reading, k - 1))) || /^(?:were|was|are)$/.test(foldedAt(reading, k)))
      return k;
  }
  return null;
}

/** Whether a finite verb begins at a token, or an adverb before one. */
function opensVerb(
  grammar: Grammar,
  reading: Reading,
  i: number,
  to: number,
  operators: readonly OperatorHit[],
): boolean {
  if (i >= to) return false;
  const word = foldedAt(reading, i);
  // "Ten people spoke, eight of them against it."
  if (word === 'against' || (word === 'in' && /^(?:favor|support|opposition)$/.test(foldedAt(reading, i + 1))))
    return true;
  if (/^(?:were|had|would|opposed)$/.test(word) || irregularPast.has(word)) return true;
  if (operators.some(({ rule, from }) => from === i && rule.type === 'act')) return !/ing$/.test(word);
  return isAdverb(grammar, reading, i) && opensVerb(grammar, reading, i + 1, to, operators);
}

/** The people whom a bare number or "them" at a token counts: those who were counted earlier in its sentence or the one before; null where none or another thing is. */
export function peopleBefore(reading: Reading, at: number, from: number): string | null {
  const s = reading.sentenceOf[at] ?? 0;
  const here = lastPeople(reading, from, at);
  if (here !== null || s === 0) return here;
  const [begin, end] = sentenceRange(reading, s - 1);
  return lastPeople(reading, begin, end);
}

/** The noun of the last people in `[from, to)` who are told by number and to have come or spoken. */
function lastPeople(reading: Reading, from: number, to: number): string | null {
  for (let i = to - 1; i > from; i--) {
    const word = foldedAt(reading, i);
    if (!people.test(word)) continue;
    const before = foldedAt(reading, i - 1);
    const shown =
      hasShape(reading, i - 1, shape.number) || small.test(before) || /^(?:of|dozen|the|several|many)$/.test(before);
    const next = foldedAt(reading, i + 1) === 'who' ? i + 2 : i + 1;
    const spoke =
      takesPart.test(foldedAt(reading, next)) || (word === 'members' && foldedAt(reading, next) === 'voted');
    const heard = [i - 2, i - 3, i - 4].some((k) => k >= from && /^(?:heard|from)$/.test(foldedAt(reading, k)));
    if (shown && (spoke || heard || word === 'speakers')) return word;
  }
  return null;
}

const people =
  /^(?:people|residents|speakers|neighbors|homeowners|tenants|renters|landlords|members|parents|students|voters|commenters|attendees|citizens|owners|testifiers|protesters|marchers)$/;
const takesPart =
  /^(?:spoke|speaking|testified|commented|attended|addressed|turned|came|showed|signed|wrote|packed|filled|gathered|weighed|lined|appeared|submitted)$/;
const roughly = /^(?:about|nearly|almost|around|roughly|over|more|than|least|at|some|dozen|hundred)$/;
const small =
  /^(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen|twenty|thirty|forty|fifty|dozen)$/;
