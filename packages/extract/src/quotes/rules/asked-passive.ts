// Asked whether the road would close, Ruiz wept. Knows a reported question without the one who asks.
import { trimEdges } from '../clauses.ts';
import { hasWords, isOneOf, isWord, type QuoteContext, spanAt } from '../context.ts';
import type { Unit } from '../units.ts';
import type { QuoteRule } from '../utterance.ts';

const id = 'quotes.asked-passive';

export const askedPassive: QuoteRule = {
  id,
  reads: '“Asked” or “when asked” with no one who asks, and the question up to its comma.',
  needs: 'hits',
  match: (context, unit) => {
    for (const i of unit.hits) {
      if (!isOneOf(context, i, 'asked') || i >= unit.to - 2) continue;
      if (i > unit.from && !isOneOf(context, i - 1, 'when', 'if', 'was', 'were')) continue;
      if (!isWord(context, i + 1, 'subordinate') && !isOneOf(context, i + 1, 'about')) continue;
      const content = trimEdges(context, i + 1, questionEnd(context, unit, i + 1));
      if (!content || !hasWords(context, content.from, content.to, 2)) continue;
      return [{ rule: id, ...content, speaker: null, cue: { from: i, to: i + 1 }, group: i }];
    }
    return [];
  },
  examples: {
    yes: ['Asked [[whether the road would close]], Ruiz left the room.', 'Ruiz wept when asked [[about the road]].'],
    no: ['She asked for help.', 'Asked by the clerk, Ruiz signed.'],
  },
};

function questionEnd(context: QuoteContext, unit: Unit, from: number): number {
  for (let i = from; i < unit.to; i++) if (isOneOf(context, i, ',', ';', '—', '–') && !spanAt(context, i)) return i;
  return unit.to;
}
