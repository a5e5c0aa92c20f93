// Bounds of the clause that a cue governs. Knows commas, conjunctions and other attributions; no parser.
import type { Attribution } from './attributions.ts';
import { isMark, isOneOf, isWord, type QuoteContext, spanAt, type TokenRange } from './context.ts';
import type { Unit } from './units.ts';

/** The clause from token `from` to the right: to the unit's end or to where the speaker's words clearly stop. */
export function clauseFrom(
  context: QuoteContext,
  unit: Unit,
  from: number,
  own: Attribution,
  attributions: readonly Attribution[],
): TokenRange | null {
  let to = unit.to;
  for (const other of attributions) {
    if (other.cue.verb <= own.cue.verb || other.cue.from <= from) continue;
    const cut = cutBefore(context, other, from);
    if (cut < to) to = cut;
  }
  for (let i = from + 1; i < to; i++) {
    const span = spanAt(context, i);
    if (span) i = span.to - 1;
    else if (endsClause(context, i)) to = i;
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
    isWord(context, start - 1, 'coordinate', 'subordinate') &&
    !isOneOf(context, start - 1, 'that')
  ) {
    start--;
    cut = start;
  }
  while (start > from && isOneOf(context, start - 1, ',', '—', '–', ';', '--', '-')) {
    start--;
    cut = start;
  }
  return cut > from ? cut : Number.POSITIVE_INFINITY;
}

function endsClause(context: QuoteContext, i: number): boolean {
  if (isOneOf(context, i, ';')) return true;
  if (isOneOf(context, i, ',')) {
    return (
      isOneOf(context, i + 1, 'but', 'while', 'although', 'though', 'according', 'citing', 'despite', 'reflecting') ||
      (isOneOf(context, i + 1, 'and') && isOneOf(context, i + 2, 'he', 'she') && false)
    );
  }
  return false;
}

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
