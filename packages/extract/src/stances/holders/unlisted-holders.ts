// Bodies that no list of names knows: capitals that open a sentence before a verb of demanding, judging or saying ("Oregon Rental Owners oppose …").
// Knows capitals and verbs; not what anybody holds.
import { foldedAt, hasShape, isCapital, type Reading } from '../../reading/reading.ts';
import { shape } from '../../reading/tokens.ts';
import { type Grammar, isAdverb, isOf } from '../clauses/grammar.ts';
import type { OperatorHit } from '../lexicon.ts';
import type { Candidate } from './candidate.ts';
import { textOf } from './holder-names.ts';

/** The candidates and, where one opens the sentence, a body that none of them is. */
export function withUnlisted(
  grammar: Grammar,
  reading: Reading,
  range: { readonly from: number; readonly to: number },
  candidates: readonly Candidate[],
  operators: readonly OperatorHit[],
): readonly Candidate[] {
  let begin = range.from;
  while (begin < range.to && isBefore(grammar, reading, begin)) begin++;
  const end = endOfName(grammar, reading, begin, range.to);
  const least = isDescribed(reading, end) ? 1 : 2;
  if (capitalsIn(reading, begin, end) < least || isOf(grammar, reading, begin, ...closed)) return candidates;
  if (dated.test(foldedAt(reading, begin)) || dated.test(foldedAt(reading, end - 1))) return candidates;
  // A place in the name is a part of it: "Lancaster Stands Up". Any other candidate is a holder of its own.
  const inside = candidates.filter((item) => item.from < end && begin < item.to);
  const whole = bodyHeads.test(foldedAt(reading, end - 1)) || inside.length === 0;
  const crowd = purposes.test(foldedAt(reading, begin + 1)) ? begin : -1;
  const parts = inside.every(
    (item) =>
      (item.from === crowd && !item.named) ||
      (item.to <= end && ((territories.test(item.holderType) && item.named) || (whole && item.to < end))),
  );
  if (!parts || inside.some((item) => item.from === begin && item.to === end)) return candidates;
  // "Chicago and Oakland have passed …": two places.
  if (
    inside.length > 1 &&
    capitalsIn(reading, begin, end) === inside.reduce((sum, item) => sum + capitalsIn(reading, item.from, item.to), 0)
  )
    return candidates;
  if (!isFollowedByVerb(grammar, reading, end, operators)) return candidates;
  const body: Candidate = {
    from: begin,
    to: end,
    name: textOf(reading, begin, end),
    holderType: 'nonprofit',
    role: 'critic',
    named: true,
  };
  return [body, ...candidates.filter((item) => !inside.includes(item))].toSorted((a, b) => a.from - b.from);
}

/** "The", "Neighboring": no part of a name that opens a sentence. */
function isBefore(grammar: Grammar, reading: Reading, i: number): boolean {
  return (
    hasShape(reading, i, shape.quote) ||
    isOf(grammar, reading, i, 'determiner') ||
    /^(?:nearby|neighboring)$/.test(foldedAt(reading, i))
  );
}

/** What bodies are called: whatever stands before it in capitals is its name ("Spokane Police Guild"). */
const bodyHeads =
  /^(?:guild|union|association|coalition|alliance|league|lodge|chamber|network|collective|federation|foundation|society|project|partnership|institute|conference|committee|caucus|local|fund|center|defenders|neighbors|now|forward|together|united|action|watch|voices|families|rising|initiative)$/;

/** "Neighbors for Privacy": a crowd and what it is for, as a name. */
const purposes = /^(?:for|against|united|together|opposed)$/;
/** "Causa, an immigrant rights group, …" */
const groupNouns = /^(?:group|organization|nonprofit|coalition|charity|collective|union|alliance|association|network)$/;

/** Whether ", a … group," stands behind a name. */
function isDescribed(reading: Reading, end: number): boolean {
  if (foldedAt(reading, end) !== ',' || !/^(?:a|an|the)$/.test(foldedAt(reading, end + 1))) return false;
  for (let i = end + 2; i < end + 9; i++) {
    if (groupNouns.test(foldedAt(reading, i))) return true;
    if (/^[.,;:]$/.test(foldedAt(reading, i))) return false;
  }
  return false;
}

const closed = ['preposition', 'adverbial', 'condition', 'conjunction', 'relative', 'pronoun', 'adverb'] as const;
const territories = /^(?:city|county|state)$/;
const dated =
  /^(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|january|february|march|april|may|june|july|august|september|october|november|december|last|next|this|that|here|there|one|two|three|four|five|six|seven|eight|nine|ten|republican|republicans|democrat|democrats|democratic)$/;

/** The end of a name: capitals, with short words between them ("Freedom to Thrive Oak Park"). */
function endOfName(grammar: Grammar, reading: Reading, begin: number, to: number): number {
  let end = begin;
  for (let i = begin; i < Math.min(to, begin + 8); i++) {
    if (isCapital(reading, i) || foldedAt(reading, i) === '&') end = i + 1;
    else if (!/^(?:of|for|and|the|to|in)$/.test(foldedAt(reading, i)) || isOf(grammar, reading, i, 'auxiliary')) break;
  }
  return end;
}

function capitalsIn(reading: Reading, from: number, to: number): number {
  let count = 0;
  for (let i = from; i < to; i++) if (isCapital(reading, i)) count++;
  return count;
}

/** Whether a verb that somebody holds something by stands next, at most behind helpers ("has lobbied for"), or behind "which" or "who". */
function isFollowedByVerb(grammar: Grammar, reading: Reading, end: number, operators: readonly OperatorHit[]): boolean {
  let i = end;
  if (foldedAt(reading, i) === ',' && isOf(grammar, reading, i + 1, 'relative')) i += 2;
  // "Maine Housing Now, a group of builders and renters, praised …"
  else if (foldedAt(reading, i) === ',' && /^(?:a|an|the)$/.test(foldedAt(reading, i + 1))) {
    let close = i + 2;
    while (close < i + 12 && foldedAt(reading, close) !== ',' && !/^[.;:]$/.test(foldedAt(reading, close))) close++;
    if (foldedAt(reading, close) === ',') i = close + 1;
  }
  while (isOf(grammar, reading, i, 'auxiliary', 'modal') || isAdverb(grammar, reading, i)) i++;
  if (foldedAt(reading, i) === 'sued') return true;
  return operators.some(
    ({ rule, from }) =>
      from === i && rule.type === 'act' && /^(?:demand|judge|say|accuse|decide)$/.test(rule.source.kind),
  );
}
