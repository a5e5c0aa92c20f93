// Bounds of the clause that a cue governs. Knows commas, conjunctions and other attributions; no parser.
import type { Attribution } from './attributions.ts';
import {
  isAmong,
  isCapitalWord,
  isMark,
  isOneOf,
  isWord,
  type QuoteContext,
  spanAt,
  type TokenRange,
} from './context.ts';
import type { Unit } from './units.ts';

/** No clause is longer; it bounds the work on an endless sentence. */
const maxTokens = 240;

/** The clause from token `from` to the right: to the unit's end or to where the speaker's words clearly stop. */
export function clauseFrom(
  context: QuoteContext,
  unit: Unit,
  from: number,
  own: Attribution,
  attributions: readonly Attribution[],
): TokenRange | null {
  let to = Math.min(unit.to, from + maxTokens);
  for (let k = own.index + 1; k < attributions.length; k++) {
    const other = attributions[k];
    if (!other || other.from > to) break;
    if (other.cue.from <= from) continue;
    // "Ruiz, who wrote that …, said …": this clause stands inside of the other one's subject.
    const inside = !other.inverted && !other.inherited && other.from <= own.cue.from;
    to = Math.min(to, inside ? other.cue.from : cutBefore(context, other, from));
  }
  for (let i = from + 1; i < to; i++) {
    const span = spanAt(context, i);
    if (span) i = span.to - 1;
    else if (endsClause(context, from, i)) to = i;
  }
  return trimEdges(context, from, to);
}

/** Where another attribution, coordinated with this one or hung on to it by a comma, begins; else no cut. */
function cutBefore(context: QuoteContext, other: Attribution, from: number): number {
  let start = other.inherited ? other.cue.from : other.from;
  if (other.inverted) start = other.cue.from;
  let cut = Number.POSITIVE_INFINITY;
  while (
    start > from &&
    (isWord(context, start - 1, 'coordinate') || isOneOf(context, start - 1, 'while', 'as', 'though', 'although'))
  ) {
    start--;
    cut = start;
  }
  const quoted = spanAt(context, start - 1);
  if (quoted && isOneOf(context, quoted.innerTo - 1, ',', '.')) return Math.max(start, from + 1);
  while (start > from && isOneOf(context, start - 1, ',', '—', '–', ';', '--', '-')) {
    start--;
    cut = start;
  }
  return cut > from ? cut : Number.POSITIVE_INFINITY;
}

/** Whether the speaker's clause, running since `from`, ends at token i: a semicolon, or a comma before a clause of the writer's. */
function endsClause(context: QuoteContext, from: number, i: number): boolean {
  if (!isMark(context, i) && !isWord(context, i, 'coordinate')) return false;
  if (isOneOf(context, i, ';')) return true;
  if (isOneOf(context, i, 'but') && isOneOf(context, i + 1, 'declined', 'refused', 'did', 'has', 'had'))
    return i > from + 3;
  return isOneOf(context, i, ',') && opensOwnWords(context, i + 1) && showsVerb(context, { from, to: i });
}

/** What stands behind a comma where the writer goes on in words of his own. */
function opensOwnWords(context: QuoteContext, i: number): boolean {
  if (isOneOf(context, i, 'but', 'while', 'although', 'though'))
    return isWord(context, i + 1, 'subjectPronoun', 'determiner', 'adverb') || isCapitalWord(context, i + 1);
  if (isOneOf(context, i + 2, 'after', 'before') && isAmong(context, i + 1, spells)) return true;
  return isOneOf(context, i, 'according', 'citing', 'despite', 'reflecting', 'compared');
}

/** A clause has a verb that shows itself: an auxiliary, a modal, a pronoun as subject, a verb of saying. */
export function showsVerb(context: QuoteContext, { from, to }: TokenRange): boolean {
  for (let i = from; i < to; i++) {
    if (isWord(context, i, 'auxiliary', 'modal', 'subjectPronoun', 'negation')) return true;
    if (isOneOf(context, i, "'s", 'there', "'m", "'d", "'ll") && !isCapitalWord(context, i - 1)) return true;
    if (i > from && isWord(context, i, 'past', 'third')) return true;
  }
  return false;
}

/** ", a day after the vote": when it was said, told by the writer. */
const spells: ReadonlySet<string> = new Set([
  'day',
  'days',
  'week',
  'weeks',
  'month',
  'months',
  'hour',
  'hours',
  'minutes',
  'year',
  'years',
]);

/** The range without commas, stops and dashes at its edges; null when nothing is left. A closing quote keeps its stop. */
export function trimEdges(context: QuoteContext, from: number, to: number): TokenRange | null {
  let first = from;
  let end = to;
  while (
    first < end &&
    isMark(context, first) &&
    !spanAt(context, first) &&
    !isOneOf(context, first, '$', '[', '(', '#', '@')
  )
    first++;
  while (
    end > first &&
    isMark(context, end - 1) &&
    !spanAt(context, end - 1) &&
    !isOneOf(context, end - 1, ')', ']', '%')
  )
    end--;
  return first < end ? { from: first, to: end } : null;
}

/** Where the clause that ends at token `end` begins, not before `floor`: behind a leading conjunction. */
export function clauseStart(context: QuoteContext, floor: number, end: number): number {
  let from = floor;
  while (from < end && isWord(context, from, 'coordinate')) from++;
  return isOneOf(context, from, ',') ? from + 1 : from;
}
