// Ruiz called the plan “a bad joke.” Knows verbs whose object is the content, and only with a quotation in it.
import { clauseFrom, trimEdges } from '../clauses.ts';
import { isOneOf, isWord, type QuoteContext, spanAt } from '../context.ts';
import type { Unit } from '../units.ts';
import { type QuoteRule, type Utterance, utter } from '../utterance.ts';

const id = 'quotes.quoted-object';

export const quotedObject: QuoteRule = {
  id,
  reads: 'A verb that describes or judges, then its object with a quotation in it.',
  needs: 'attributions',
  match: (context, unit, _index, attributions) => {
    const found: Utterance[] = [];
    for (const attribution of attributions) {
      const { cue, speaker } = attribution;
      const calls = isOneOf(context, cue.verb, 'called', 'calls', 'calling', 'call');
      if (!speaker || attribution.inverted || (cue.kind !== 'object' && !calls)) continue;
      const end = quoteEnd(context, unit, cue.to);
      const whole = end > cue.to ? clauseFrom(context, unit, cue.to, attribution, attributions) : null;
      const content = whole && trimEdges(context, whole.from, stopBehind(context, end, whole.to));
      if (content) found.push(utter(id, content, attribution));
    }
    return found;
  },
  examples: {
    yes: ['Ruiz called [[the plan “a bad joke.”]]', 'Sen. Al Diaz described [[the road as “ready for anything”]].'],
    no: ['Ruiz called the police at noon.', 'The band praised Diaz, and the crowd sang “We Are Ready.”'],
  },
};

/** The end of the first quotation behind the verb, with no comma or other clause between; `from` when there is none. */
function quoteEnd(context: QuoteContext, unit: Unit, from: number): number {
  for (let i = from; i < Math.min(unit.to, from + 22); i++) {
    const span = spanAt(context, i);
    if (span) return span.to;
    if (
      isOneOf(context, i, ',', ';', ':', '.', '(') ||
      (isWord(context, i, 'subordinate') && !isOneOf(context, i, 'as'))
    )
      return from;
  }
  return from;
}

/** The clause goes on behind the quotation up to a comma or another clause, unless the quotation ends with a stop of its own. */
function stopBehind(context: QuoteContext, quoteEnd: number, limit: number): number {
  if (isOneOf(context, quoteEnd - 2, '.', ',', '!', '?')) return quoteEnd;
  for (let i = quoteEnd; i < limit; i++) {
    const span = spanAt(context, i);
    if (span) i = span.to - 1;
    else if (isOneOf(context, i, ',', '—', '–', '--', '(') || isWord(context, i, 'subordinate')) return i;
  }
  return limit;
}
