// “We are ready,” Ruiz said. “We are ready,” said Ruiz. Knows a quote at the left of an attribution, and what goes on at its right.
import type { Attribution } from '../attributions.ts';
import { clauseStart } from '../clauses.ts';
import { endsForAttribution, isOneOf, type QuoteContext, spanAt } from '../context.ts';
import type { QuotedSpan } from '../marks.ts';
import type { Unit } from '../units.ts';
import { type QuoteRule, type Utterance, utter } from '../utterance.ts';

const id = 'quotes.quote-then-cue';

/** The attribution behind a quote, also when a full stop inside of the marks cut it off, and the quote that follows it. */
export const quoteThenCue: QuoteRule = {
  id,
  reads:
    'A quotation that ends in a comma, question or exclamation mark, then the attribution, then perhaps more of the quotation.',
  needs: 'attributions',
  match: (context, unit, index, attributions) => {
    const found: Utterance[] = [];
    let floor = unit.from;
    for (const attribution of attributions) {
      const span = quoteBefore(context, unit, index, attribution);
      if (!span || (span.from >= unit.from && span.from < floor)) continue;
      const from = span.from < unit.from ? span.from : contentStart(context, floor, span, attributions);
      found.push(utter(id, { from, to: span.to }, attribution));
      floor = attribution.to;
      const more = quoteAfter(context, unit, attribution);
      if (more) found.push(utter(id, { from: more.from, to: more.to }, attribution));
      if (more) floor = more.to;
    }
    return found;
  },
  examples: {
    yes: [
      '[[“We are ready,”]] Chief Ana Ruiz said.',
      '[[“We are ready,”]] said Ruiz, [[“and we know it.”]]',
      "[[''Are we ready?'']] asked Ana Ruiz, the chief of police.",
      '[[The budget is “a bad joke,”]] Ruiz said.',
      '[[“We are ready,”]] the tall, gray-haired chief said.',
      '[[“We are ready,”]] Ruiz will say.',
      '[[When the “old road,” now shut, opens, “we are ready,”]] Ruiz said.',
      '[[“When “the road” opens, we go,”]] Ruiz said.',
    ],
    no: [
      'The film did not show “a clear view,” but Ruiz said it was shut.',
      'The “ready,” as it were, party began at noon.',
      'Ruiz read “Moby-Dick” to the class, and the mayor listened.',
    ],
    todo: ['[[“We will all wake up on the road,”]] is one common saying here.'],
  },
};

function quoteBefore(context: QuoteContext, unit: Unit, index: number, attribution: Attribution): QuotedSpan | null {
  if (attribution.inherited && !attribution.cue.participle && attribution.speaker) return null;
  if (attribution.cue.participle && attribution.inherited) return null;
  let end = attribution.from;
  if (end === unit.from) {
    // “We are ready.” Ruiz said.
    const previous = context.units[index - 1];
    const last = previous?.spans.at(-1);
    const alone =
      isOneOf(context, attribution.to, '.') ||
      attribution.to >= unit.to ||
      (attribution.marker === 'end' && attribution.to + 3 > unit.to);
    return previous?.paragraph === unit.paragraph && last?.to === previous.to && alone ? last : null;
  }
  if (isOneOf(context, end - 1, ',') && !spanAt(context, end - 1)) end--;
  if (isOneOf(context, end - 1, '—', '–', '-', '--') && !spanAt(context, end - 1)) end--;
  const span = spanAt(context, end - 1);
  if (!span || span.to !== end) return null;
  return endsForAttribution(context, span) ||
    attribution.inverted ||
    (attribution.marker === 'end' && span.from === unit.from)
    ? span
    : null;
}

/** The quotation alone, or the clause that it closes ("The budget is “a bad joke,” Ruiz said"). */
function contentStart(
  context: QuoteContext,
  floor: number,
  span: QuotedSpan,
  attributions: readonly Attribution[],
): number {
  if (floor === span.from) return span.from;
  if (attributions.some(({ cue }) => cue.verb >= floor && cue.verb < span.from)) return span.from;
  let from = clauseStart(context, floor, span.from);
  for (let i = from; i < span.from; i++) {
    const inner = spanAt(context, i);
    if (inner) i = inner.to - 1;
    else if (isOneOf(context, i, ':', ';', '—', '–', '--', '(')) from = i + 1;
  }
  return from;
}

/** “A,” he said, “B”: the quote that a comma or nothing but the tail of the attribution parts from it. */
function quoteAfter(context: QuoteContext, unit: Unit, attribution: Attribution): QuotedSpan | null {
  for (let i = attribution.to; i < unit.to; i++) {
    const span = spanAt(context, i);
    if (!span) continue;
    return isOneOf(context, i - 1, ',', ':', '-', '—', '–', '--') ? span : null;
  }
  return null;
}
