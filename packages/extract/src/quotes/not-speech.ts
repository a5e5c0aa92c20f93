// Why a quotation without attribution is not taken for speech. Knows its length and its neighbours; each reason has examples.
import type { Rule } from '../rule.ts';
import { hasWords, isCapitalWord, isMark, isOneOf, isWord, type QuoteContext } from './context.ts';
import type { QuotedSpan } from './marks.ts';

/** Whether the reason holds for a span. */
export type Refusal = (context: QuoteContext, span: QuotedSpan) => boolean;

/** In order; the first that holds is the one that is noted. In an example the refused quotation is marked. */
export const notSpeechRules: readonly Rule<Refusal>[] = [
  {
    id: 'quotes.not-speech.unclosed',
    reads: 'Marks that open and never close, with nobody near who speaks: draft text, a list, a lost mark.',
    match: (_context, span) => !span.closed && !span.continues,
    examples: {
      yes: ['Here is the proposal:\n[[“(Draft) Road policy]]\n\nThe road is wide.'],
      no: ['“The road is shut.”'],
    },
  },
  {
    id: 'quotes.not-speech.term',
    reads: 'Behind “called”, “known as”, “the term” and the like stands a name for something.',
    match: (context, { from }) =>
      isOneOf(context, from - 1, ...naming) ||
      (isOneOf(context, from - 1, 'as') && isOneOf(context, from - 2, 'known')),
    examples: {
      yes: ['The street known as [[“the Wall”]] is shut.', 'The word [[“sanctuary”]] is not in the law.'],
      no: ['“The Wall,” said Ruiz, a poet.'],
    },
  },
  {
    id: 'quotes.not-speech.nickname',
    reads: 'One or two words between the capitals of a name.',
    match: (context, { from, to, innerFrom, innerTo }) =>
      !hasWords(context, innerFrom, innerTo, 3) && isCapitalWord(context, from - 1) && isCapitalWord(context, to),
    examples: { yes: ['Ana [[“Nan”]] Ruiz came.'], no: ['Ana Ruiz said “No” on Monday.'] },
  },
  {
    id: 'quotes.not-speech.title',
    reads: 'Ten words at most, all but small ones with a capital: a book, a song, a ballot measure.',
    match: (context, span) => !hasWords(context, span.innerFrom, span.innerTo, 11) && isTitleCase(context, span),
    examples: {
      yes: ['He read [[“The Road to the City”]] to the class.', 'Voters passed [[“Roads for All”]] in May.'],
      no: ['“The Road,” Ana Ruiz said, “is shut.”'],
    },
  },
  {
    id: 'quotes.not-speech.scare',
    reads: 'Four words at most inside of a sentence that ascribes nothing.',
    match: (context, { innerFrom, innerTo }) => !hasWords(context, innerFrom, innerTo, 5),
    examples: {
      yes: ['The [[“smart”]] meters came on Monday.', 'A sign at the gate, [[“keep out,”]] was gone.'],
      no: ['Ruiz called the meters “smart.”'],
    },
  },
  {
    id: 'quotes.not-speech.no-attribution',
    reads: 'More words, but nothing in the paragraph ascribes them to anybody.',
    match: () => true,
    examples: {
      yes: ['The plan to make it [[“the best road of all our many roads”]] is old.'],
      no: ['The plan is “the best road of all our many roads,” Ruiz said.'],
    },
  },
];

const naming = [
  'called',
  'dubbed',
  'nicknamed',
  'named',
  'titled',
  'entitled',
  'labeled',
  'word',
  'words',
  'term',
  'phrase',
] as const;

/** The id of the first rule that holds; the last one always does. */
export function refuseAsSpeech(context: QuoteContext, span: QuotedSpan): string {
  return notSpeechRules.find((rule) => rule.match(context, span))?.id ?? 'quotes.not-speech.no-attribution';
}

/** Every word begins with a capital but small ones, and there are two or more. */
export function isTitleCase(context: QuoteContext, { innerFrom, innerTo }: QuotedSpan): boolean {
  let capitals = 0;
  for (let i = innerFrom; i < innerTo; i++) {
    if (isMark(context, i)) continue;
    if (isCapitalWord(context, i)) capitals++;
    else if (!isWord(context, i, 'preposition', 'coordinate', 'determiner', 'auxiliary') && !isOneOf(context, i, "'s"))
      return false;
  }
  return capitals >= 2;
}
