// Why a quotation without attribution is not taken for speech. Knows its length and its neighbours.
import { countWords, isCapitalWord, isMark, isOneOf, isWord, type QuoteContext } from './context.ts';
import type { QuotedSpan } from './marks.ts';

/** The id of the first reason that holds; the last one always does. */
export function refuseAsSpeech(context: QuoteContext, span: QuotedSpan): string {
  return reasons.find((reason) => reason.holds(context, span))?.id ?? 'quotes.not-speech.no-attribution';
}

interface Reason {
  readonly id: string;
  readonly holds: (context: QuoteContext, span: QuotedSpan) => boolean;
}

const reasons: readonly Reason[] = [
  {
    // “(Draft) Policy on roads — and no mark that closes
    id: 'quotes.not-speech.unclosed',
    holds: (_context, span) => !span.closed && !span.continues,
  },
  {
    // so-called “smart” meters; known as “the Wall”
    id: 'quotes.not-speech.term',
    holds: (context, { from }) =>
      isOneOf(
        context,
        from - 1,
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
      ) ||
      (isOneOf(context, from - 1, 'as') && isOneOf(context, from - 2, 'known')),
  },
  {
    // Ana “Nan” Ruiz
    id: 'quotes.not-speech.nickname',
    holds: (context, { from, to, innerFrom, innerTo }) =>
      countWords(context, innerFrom, innerTo) <= 2 && isCapitalWord(context, from - 1) && isCapitalWord(context, to),
  },
  {
    // “The Road to the City”
    id: 'quotes.not-speech.title',
    holds: (context, span) => countWords(context, span.innerFrom, span.innerTo) <= 10 && isTitleCase(context, span),
  },
  {
    id: 'quotes.not-speech.scare',
    holds: (context, { innerFrom, innerTo }) => countWords(context, innerFrom, innerTo) <= 4,
  },
];

/** Every word begins with a capital but small ones, and there are two or more. */
function isTitleCase(context: QuoteContext, { innerFrom, innerTo }: QuotedSpan): boolean {
  let capitals = 0;
  for (let i = innerFrom; i < innerTo; i++) {
    if (isMark(context, i)) continue;
    if (isCapitalWord(context, i)) capitals++;
    else if (!isWord(context, i, 'preposition', 'coordinate', 'determiner', 'auxiliary') && !isOneOf(context, i, "'s"))
      return false;
  }
  return capitals >= 2;
}
