// What a rule for a quotation without attribution may look at, and who spoke before it. Knows utterances found so far; no rule.
import type { Rule } from '../rule.ts';
import { hasWords, isMark, isOneOf, type QuoteContext, spanAt } from './context.ts';
import type { QuotedSpan } from './marks.ts';
import { isMarkedAsNoSpeech, isTitleCase } from './not-speech.ts';
import type { Unit } from './units.ts';
import type { Utterance } from './utterance.ts';

/** A quotation that no attribution stands beside, in its unit, with the quotation before it in the story. */
export interface Leftover {
  readonly span: QuotedSpan;
  readonly unit: Unit;
  /** The unit's place among the units of the story. */
  readonly index: number;
  readonly before: QuotedSpan | undefined;
}

/** The story as far as it is read. `claimed[i]` is the index of the utterance at token i, or -1. */
export interface FollowSearch {
  readonly context: QuoteContext;
  readonly utterances: readonly Utterance[];
  readonly claimed: Int32Array;
  /** Leftovers taken as speech so far, and what each goes on from. */
  readonly added: Map<QuotedSpan, Utterance | null>;
}

/** What the quotation goes on from: null when it is speech of somebody unknown, undefined when the rule does not hold. */
export type FollowMatch = (search: FollowSearch, leftover: Leftover) => Utterance | null | undefined;
export type FollowRule = Rule<FollowMatch>;

/** How far before a quotation the one who goes on speaking is looked for: longer than any paragraph of the news. */
const reachTokens = 600;

/** Marks that open and close by the dozen in one sentence are no speech. */
const spansMax = 24;

/** Whether the quotation is long enough for speech: alone in its sentence or behind a colon, three words; inside of one, eight, and no title. */
export function isSpeechLike(context: QuoteContext, { span, unit }: Leftover): boolean {
  const { innerFrom, innerTo } = span;
  const stops = isOneOf(context, innerTo - 1, '.', '!', '?');
  if (isOneOf(context, span.from - 1, ':') && stops && hasWords(context, innerFrom, innerTo, 3)) return true;
  if (!coversUnit(context, unit, span)) {
    const long = hasWords(context, innerFrom, innerTo, 8) && !isTitleCase(context, span);
    return long && !isMarkedAsNoSpeech(context, span);
  }
  return hasWords(context, innerFrom, innerTo, 3) || stops;
}

/** Whether nothing but marks stands beside the quotation, or a colon in front of it. */
export function standsFree(context: QuoteContext, { span, unit }: Leftover): boolean {
  return isOneOf(context, span.from - 1, ':') || coversUnit(context, unit, span);
}

function coversUnit(context: QuoteContext, unit: Unit, span: QuotedSpan): boolean {
  if (unit.spans.length > spansMax) return false;
  for (let i = unit.from; i < unit.to; i++) if (!isMark(context, i) && spanAt(context, i) !== span) return false;
  return true;
}

/** The utterance at token i that names its speaker; else null. */
export function utteranceAt({ utterances, claimed }: FollowSearch, i: number): Utterance | null {
  const index = claimed[i] ?? -1;
  const utterance = index < 0 ? undefined : utterances[index];
  return utterance?.speaker ? utterance : null;
}

/** The utterance of a paragraph that ends last before the span, or what a leftover there goes on from; undefined when nobody spoke. */
export function lastSpoken(search: FollowSearch, span: QuotedSpan, paragraph: number): Utterance | null | undefined {
  const { context } = search;
  const floor = Math.max(0, span.from - reachTokens);
  for (let i = span.from - 1; i >= floor && (context.reading.paragraphOf[i] ?? 0) >= paragraph; i--) {
    if (context.reading.paragraphOf[i] !== paragraph) continue;
    const utterance = utteranceAt(search, i);
    if (utterance) return utterance;
    const earlier = spanAt(context, i);
    if (earlier && search.added.has(earlier)) return search.added.get(earlier) ?? null;
  }
  return undefined;
}
