// Quotations that no attribution stands beside: who speaks follows from what came before. Knows utterances found so far.
import { countWords, isMark, isOneOf, type QuoteContext, spanAt } from './context.ts';
import type { QuotedSpan } from './marks.ts';
import { refuseAsSpeech } from './not-speech.ts';
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

/** Sorts the spans that no utterance covers. `claimed[i]` is the index of the utterance at token i, or -1. */
export function readLeftovers(context: QuoteContext, utterances: readonly Utterance[], claimed: Int32Array): Leftovers {
  const quotes: FollowOn[] = [];
  const refused = new Map<string, number>();
  const added = new Map<QuotedSpan, Utterance | null>();
  for (const unit of context.units) {
    for (const span of unit.spans) {
      if ((claimed[span.innerFrom] ?? -1) >= 0) continue;
      const follow = followOn(context, unit, span, utterances, claimed, added);
      if (follow) {
        quotes.push(follow);
        added.set(span, follow.previous);
      } else {
        const reason = refuseAsSpeech(context, span);
        refused.set(reason, (refused.get(reason) ?? 0) + 1);
      }
    }
  }
  return { quotes, refused };
}

function followOn(
  context: QuoteContext,
  unit: Unit,
  span: QuotedSpan,
  utterances: readonly Utterance[],
  claimed: Int32Array,
  added: ReadonlyMap<QuotedSpan, Utterance | null>,
): FollowOn | null {
  const before = context.view.spans[context.view.spans.indexOf(span) - 1];
  if (before?.continues) {
    const previous = added.get(before) ?? utterances[claimed[before.innerFrom] ?? -1] ?? null;
    return { span, previous, rule: 'quotes.continued' };
  }
  const alone = coversUnit(context, unit, span);
  const words = countWords(context, span.innerFrom, span.innerTo);
  if (!alone && words < 8) return null;
  if (words < 3 && !isSentence(context, span)) return null;
  const previous = lastInParagraph(context, unit, span, utterances, claimed, added);
  if (previous !== undefined) return { span, previous, rule: 'quotes.follow-on' };
  const colon = isOneOf(context, span.from - 1, ':');
  if (!alone && !colon) return null;
  const subject = introducer(context, unit, span, utterances, claimed, added);
  if (!subject && !span.closed) return null;
  return { span, previous: subject, rule: subject ? 'quotes.introduced' : 'quotes.unattributed' };
}

/** Who is about to speak: the subject of the sentence in front, or who spoke last in the paragraph before. */
function introducer(
  context: QuoteContext,
  unit: Unit,
  span: QuotedSpan,
  utterances: readonly Utterance[],
  claimed: Int32Array,
  added: ReadonlyMap<QuotedSpan, Utterance | null>,
): Utterance | null {
  const index = context.units.indexOf(unit);
  const front = unit.from < span.from ? unit : context.units[index - 1];
  if (front?.paragraph === unit.paragraph) {
    const speaker = unitSubject(context, front, Math.min(front.to, span.from));
    return speaker && { rule: 'quotes.introduced', from: span.from, to: span.to, speaker, cue: null, group: span.from };
  }
  for (let i = span.from - 1; i >= 0 && context.reading.paragraphOf[i] === unit.paragraph - 1; i--) {
    const utterance = utterances[claimed[i] ?? -1];
    if (utterance) return { ...utterance, group: span.from };
    const earlier = spanAt(context, i);
    const chained = earlier && added.get(earlier);
    if (chained) return { ...chained, group: span.from };
  }
  return null;
}

/** The utterance of this paragraph that ends last before the span, or what an earlier follow-on went on from. */
function lastInParagraph(
  context: QuoteContext,
  unit: Unit,
  span: QuotedSpan,
  utterances: readonly Utterance[],
  claimed: Int32Array,
  added: ReadonlyMap<QuotedSpan, Utterance | null>,
): Utterance | null | undefined {
  for (let i = span.from - 1; i >= 0 && context.reading.paragraphOf[i] === unit.paragraph; i--) {
    const utterance = utterances[claimed[i] ?? -1];
    if (utterance) return utterance;
    const earlier = spanAt(context, i);
    if (earlier && added.has(earlier)) return added.get(earlier) ?? null;
  }
  return undefined;
}

function coversUnit(context: QuoteContext, unit: Unit, span: QuotedSpan): boolean {
  for (let i = unit.from; i < unit.to; i++) if (!isMark(context, i) && spanAt(context, i) !== span) return false;
  return true;
}

function isSentence(context: QuoteContext, span: QuotedSpan): boolean {
  return isOneOf(context, span.innerTo - 1, '.', '!', '?');
}
