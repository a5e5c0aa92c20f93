// The road will close in May, Ruiz said. Knows a clause at the left of an attribution that ends its sentence.
import { clauseStart, trimEdges } from '../clauses.ts';
import { hasWords, isOneOf, isWord, spanAt } from '../context.ts';
import { type QuoteRule, utter } from '../utterance.ts';

const id = 'quotes.clause-then-cue';

export const clauseThenCue: QuoteRule = {
  id,
  reads: 'A clause, a comma, then an attribution with nothing but its adjuncts behind it.',
  needs: 'attributions',
  match: (context, unit, _index, attributions) => {
    for (const attribution of attributions) {
      const { cue, speaker, from } = attribution;
      if (cue.participle || attribution.inherited || !speaker || cue.kind === 'object') continue;
      if (attribution.marker !== 'end' && attribution.marker !== 'comma') continue;
      if (!isOneOf(context, from - 1, ',', '—', '–', '--') || spanAt(context, from - 2)) continue;
      if (isOneOf(context, unit.from, 'as', 'like') || isOneOf(context, from, 'which', 'who')) continue;
      const start = clauseStart(context, unit.bodyFrom, from - 1);
      const content = trimEdges(context, start, from - 1);
      if (!content || !hasWords(context, content.from, content.to, 3)) continue;
      if (
        isWord(context, content.from, 'preposition') &&
        !isOneOf(context, attribution.contentFrom, '.') &&
        attribution.marker === 'comma'
      )
        continue;
      return [utter(id, content, attribution)];
    }
    return [];
  },
  examples: {
    yes: [
      '[[The road will close in May]], Chief Ana Ruiz said Tuesday.',
      'But [[the city will not raise taxes]], said Mayor Dana Ruiz.',
    ],
    no: ['As the mayor left, Ruiz wept.', 'The road closed, and Ruiz waved.'],
  },
};
