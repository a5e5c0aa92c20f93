// According to police, the driver fled. Knows the phrase "according to" at either end of its clause.
import { clauseStart, showsVerb, trimEdges } from '../clauses.ts';
import { hasWords, isOneOf, type QuoteContext, spanAt } from '../context.ts';
import { phraseAfter } from '../noun-phrases.ts';
import type { Unit } from '../units.ts';
import type { QuoteRule, Utterance } from '../utterance.ts';

const id = 'quotes.according-to';

export const accordingTo: QuoteRule = {
  id,
  reads: 'A clause beside “according to” and its source.',
  needs: 'hits',
  match: (context, unit, _index, attributions) => {
    for (const i of unit.hits) {
      if (!isOneOf(context, i, 'according') || !isOneOf(context, i + 1, 'to') || i >= unit.to - 2) continue;
      if (attributions.some((other) => other.cue.verb < i && other.marker !== 'end' && other.marker !== 'comma'))
        return [];
      if (attributions.some((other) => other.to === i - 1 && isOneOf(context, i - 1, ','))) return [];
      const found = readSource(context, unit, i);
      return found ? [found] : [];
    }
    return [];
  },
  examples: {
    yes: ['[[The driver fled on foot]], according to Sheriff Tom Hale.', 'According to police, [[the driver fled]].'],
    todo: ['[[“Shut it,” Ruiz told the crew]], according to police.'],
    no: ['They were seated according to age.', 'The work went according to plan.'],
  },
};

function readSource(context: QuoteContext, unit: Unit, at: number): Utterance | null {
  const speaker = phraseAfter(context, at + 2, unit.to);
  if (!speaker || isOneOf(context, at + 2, 'plan', 'age', 'law', 'size', 'custom')) return null;
  const leads =
    !hasWords(context, unit.from, at, 1) || (isOneOf(context, unit.from, 'and', 'but') && at === unit.from + 1);
  // "According to police, the driver fled": no apposition, since no second comma closes it.
  const closed = isOneOf(context, speaker.to, ',') && !showsVerb(context, { from: speaker.headTo, to: speaker.to });
  const sourceEnd = closed ? speaker.to : speaker.headTo;
  const comma = leads ? nextComma(context, sourceEnd, unit.to) : 0;
  const behind = isOneOf(context, at - 1, ',') ? at - 1 : at;
  const content = leads
    ? trimEdges(context, comma, unit.to)
    : trimEdges(context, clauseStart(context, unit.bodyFrom, behind), behind);
  if (!content || !hasWords(context, content.from, content.to, 3) || (leads && comma >= unit.to)) return null;
  const source = leads ? { ...speaker, to: sourceEnd } : speaker;
  return { rule: id, from: content.from, to: content.to, speaker: source, cue: { from: at, to: at + 2 }, group: at };
}

function nextComma(context: QuoteContext, from: number, limit: number): number {
  for (let i = from; i < limit; i++) if (isOneOf(context, i, ',') && !spanAt(context, i)) return i + 1;
  return limit;
}
