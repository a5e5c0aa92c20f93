// Ruiz: “We never saw the memo.” Knows a name and a colon in front of a quotation (interviews, transcripts).
import { isCapitalWord, isMark, isOneOf } from '../context.ts';
import type { QuoteRule } from '../utterance.ts';

const id = 'quotes.speaker-label';

export const speakerLabel: QuoteRule = {
  id,
  reads: 'A unit that begins with a name of up to five capitalised words, a colon and a quotation.',
  needs: 'spans',
  match: (context, unit) => {
    const span = unit.spans[0];
    const colon = (span?.from ?? 0) - 1;
    if (!span || colon <= unit.from || colon > unit.from + 6 || !isOneOf(context, colon, ':')) return [];
    for (let i = unit.from; i < colon; i++) if (!isCapitalWord(context, i) && !isMark(context, i)) return [];
    const speaker = { from: unit.from, to: colon, headTo: colon, pronoun: false };
    return [{ rule: id, from: span.from, to: span.to, speaker, cue: null, group: unit.from }];
  },
  examples: {
    yes: ['Ruiz: [[“We never saw the memo.”]]', 'Mayor Dana Ruiz: [[“No.”]]'],
    no: ['There was one thing on the list: “Milk.”', 'Ruiz wept.'],
  },
};
