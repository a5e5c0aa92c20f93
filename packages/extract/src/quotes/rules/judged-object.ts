// Ruiz criticized the plan. Knows verbs that tell what somebody said of a thing; the thing is the content, no quotation needed.

import type { Attribution } from '../attributions.ts';
import { clauseFrom } from '../clauses.ts';
import { hasWords, isCapitalWord, isOneOf, isWord, type QuoteContext, spanAt } from '../context.ts';
import { type QuoteRule, type Utterance, utter } from '../utterance.ts';

const id = 'quotes.judged-object';

export const judgedObject: QuoteRule = {
  id,
  reads: 'A verb of judging in public (criticized, praised, accused, cited) and its object.',
  needs: 'attributions',
  match: (context, unit, _index, attributions) => {
    const found: Utterance[] = [];
    for (const attribution of attributions) {
      const { cue } = attribution;
      if (cue.kind !== 'object' || !speaks(context, attribution)) continue;
      if (!opensObject(context, cue.to)) continue;
      const content = clauseFrom(context, unit, cue.to, attribution, attributions);
      if (content && hasWords(context, content.from, content.to, 2)) found.push(utter(id, content, attribution));
    }
    return found;
  },
  examples: {
    yes: ['Ana Ruiz criticized [[the plan to close the road]].', 'She accused [[the council of hiding the report]].'],
    todo: ['Ana Ruiz railed against [[the plan to close the road]].'],
    no: ['The plan was criticized.', 'Ruiz declined to criticize the plan.'],
  },
};

function speaks(context: QuoteContext, { speaker, inverted }: Attribution): boolean {
  return (
    speaker !== null &&
    !inverted &&
    (speaker.pronoun || isCapitalWord(context, speaker.headTo - 1) || isCapitalWord(context, speaker.from))
  );
}

function opensObject(context: QuoteContext, i: number): boolean {
  if (spanAt(context, i) || isWord(context, i, 'preposition', 'coordinate', 'time', 'adverb')) return false;
  return (
    isWord(context, i, 'determiner') ||
    isCapitalWord(context, i) ||
    isOneOf(context, i, 'him', 'them', 'us', 'me', 'that', 'what', 'how') ||
    /^\p{L}/u.test(context.reading.text[context.reading.starts[i] ?? 0] ?? '')
  );
}
