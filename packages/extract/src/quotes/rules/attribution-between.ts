// The road, Ruiz said, will close in May. Knows an attribution between commas, with its clause on both sides.
import { clauseFrom, clauseStart, trimEdges } from '../clauses.ts';
import { hasWords, isOneOf, isWord, spanAt } from '../context.ts';
import { type QuoteRule, type Utterance, utter } from '../utterance.ts';

const id = 'quotes.attribution-between';

export const attributionBetween: QuoteRule = {
  id,
  reads: 'An attribution between commas inside of a clause; both sides are content.',
  needs: 'attributions',
  match: (context, unit, _index, attributions) => {
    let governed = false;
    for (const attribution of attributions) {
      governed ||= attribution.marker === 'that' || attribution.marker === 'bare';
      if (governed) return [];
      const { cue, speaker, from, marker, contentFrom } = attribution;
      if (cue.participle || attribution.inherited || !speaker || cue.kind !== 'clause' || marker !== 'comma') continue;
      if (!isOneOf(context, from - 1, ',') || spanAt(context, from - 2) || isOneOf(context, from, 'who', 'which', 'as'))
        continue;
      if (isWord(context, contentFrom + 1, 'present') || isOneOf(context, contentFrom + 1, 'according')) continue;
      const found: Utterance[] = [];
      const left = trimEdges(context, clauseStart(context, unit.bodyFrom, from - 1), from - 1);
      const right = clauseFrom(context, unit, contentFrom + 1, attribution, attributions);
      if (!right || !hasWords(context, right.from, right.to, 3)) continue;
      if (left && hasWords(context, left.from, left.to, 2)) found.push(utter(id, left, attribution));
      return [...found, utter(id, right, attribution)];
    }
    return [];
  },
  examples: {
    yes: [
      '[[The road]], Ana Ruiz said, [[will close in May]].',
      '[[After the storm]], police said, [[the driver fled on foot]].',
    ],
    no: ['The road, Ruiz said, adding nothing.', 'On the road, Ruiz wept.'],
  },
};
