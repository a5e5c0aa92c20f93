// Quotations that no attribution stands beside: who speaks follows from what came before. Knows utterances found so far.
import { hasWords, isMark, isOneOf, type QuoteContext, spanAt } from './context.ts';
import type { QuotedSpan } from './marks.ts';
import { isTitleCase, refuseAsSpeech } from './not-speech.ts';
import { unitSubject } from './subjects.ts';
import type { Unit } from './units.ts';
import type { Utterance } from './utterance.ts';

/** A quotation without a cue and the utterance that it goes on from; `previous` is null when nobody can be told. */
export interface FollowOn {
  readonly span: QuotedSpan;
  readonly previous: Utterance | null;
  readonly rule: 'quotes.continued' | 'quotes.follow-on' | 'quotes.introduced' | 'quotes.unattributed';
}

/** What became of the spans that no rule claimed: follow-on quotes, and for the rest why they are not speech. */
export interface Leftovers {
  readonly quotes: readonly FollowOn[];
  readonly refused: ReadonlyMap<string, number>;
}

/** What the steps of this file look at. */
interface Search {
  readonly context: QuoteContext;
  readonly utterances: readonly Utterance[];
  readonly claimed: Int32Array;
  /** Follow-on quotes so far, and what each goes on from. */
  readonly added: Map<QuotedSpan, Utterance | null>;
}

/** Sorts the spans that no utterance covers. `claimed[i]` is the index of the utterance at token i, or -1. */
export function readLeftovers(context: QuoteContext, utterances: readonly Utterance[], claimed: Int32Array): Leftovers {
  const quotes: FollowOn[] = [];
  const refused = new Map<string, number>();
  const search: Search = { context, utterances, claimed, added: new Map() };
  let before: QuotedSpan | undefined;
  context.units.forEach((unit, index) => {
    for (const span of unit.spans) {
      const follow = (claimed[span.innerFrom] ?? -1) < 0 ? followOn(search, unit, index, span, before) : undefined;
      before = span;
      if (follow) {
        quotes.push(follow);
        search.added.set(span, follow.previous);
      } else if (follow === null) {
        const reason = refuseAsSpeech(context, span);
        refused.set(reason, (refused.get(reason) ?? 0) + 1);
      }
    }
  });
  return { quotes, refused };
}

function followOn(
  search: Search,
  unit: Unit,
  index: number,
  span: QuotedSpan,
  before: QuotedSpan | undefined,
): FollowOn | null {
  const { context } = search;
  if (before?.continues) {
    const previous = search.added.get(before) ?? utteranceAt(search, before.innerFrom);
    return { span, previous, rule: 'quotes.continued' };
  }
  const alone = coversUnit(context, unit, span);
  const long = hasWords(context, span.innerFrom, span.innerTo, 8);
  if (!alone && (!long || isTitleCase(context, span))) return null;
  if (!hasWords(context, span.innerFrom, span.innerTo, 3) && !isOneOf(context, span.innerTo - 1, '.', '!', '?'))
    return null;
  const previous = lastInParagraph(search, unit, span);
  if (previous !== undefined) return { span, previous, rule: 'quotes.follow-on' };
  if (!alone && !isOneOf(context, span.from - 1, ':')) return null;
  const subject = introducer(search, unit, index, span);
  if (!subject && !span.closed) return null;
  return { span, previous: subject, rule: subject ? 'quotes.introduced' : 'quotes.unattributed' };
}

/** How far before a quotation the one who goes on speaking is looked for: longer than any paragraph of the news. */
const reachTokens = 600;

function utteranceAt({ utterances, claimed }: Search, i: number): Utterance | null {
  const utterance = utterances[claimed[i] ?? -1];
  return utterance?.speaker ? utterance : null;
}

/** Who is about to speak: the subject of the sentence in front, or who spoke last in the paragraph before. */
function introducer(search: Search, unit: Unit, index: number, span: QuotedSpan): Utterance | null {
  const { context } = search;
  const front = unit.from < span.from ? unit : context.units[index - 1];
  if (front?.paragraph === unit.paragraph) {
    const speaker = unitSubject(context, front, Math.min(front.to, span.from));
    return speaker && { rule: 'quotes.introduced', from: span.from, to: span.to, speaker, cue: null, group: span.from };
  }
  const floor = Math.max(0, span.from - reachTokens);
  for (let i = span.from - 1; i >= floor && context.reading.paragraphOf[i] === unit.paragraph - 1; i--) {
    const earlier = spanAt(context, i);
    const utterance = utteranceAt(search, i) ?? (earlier && search.added.get(earlier));
    if (utterance) return { ...utterance, group: span.from };
  }
  return null;
}

/** The utterance of this paragraph that ends last before the span, or what an earlier follow-on went on from. */
function lastInParagraph(search: Search, unit: Unit, span: QuotedSpan): Utterance | null | undefined {
  const { context } = search;
  const floor = Math.max(0, span.from - reachTokens);
  for (let i = span.from - 1; i >= floor && context.reading.paragraphOf[i] === unit.paragraph; i--) {
    const utterance = utteranceAt(search, i);
    if (utterance) return utterance;
    const earlier = spanAt(context, i);
    if (earlier && search.added.has(earlier)) return search.added.get(earlier) ?? null;
  }
  return undefined;
}

/** Marks that open and close by the dozen in one sentence are no speech. */
const spansMax = 24;

function coversUnit(context: QuoteContext, unit: Unit, span: QuotedSpan): boolean {
  if (unit.spans.length > spansMax) return false;
  for (let i = unit.from; i < unit.to; i++) if (!isMark(context, i) && spanAt(context, i) !== span) return false;
  return true;
}
