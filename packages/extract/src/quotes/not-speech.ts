// Why a quotation without attribution is not taken for speech. Knows its length and its neighbours; each reason has examples.
import type { Rule } from '../rule.ts';
import { hasWords, isAmong, isCapitalWord, isMark, isOneOf, isWord, type QuoteContext } from './context.ts';
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
      isAmong(context, from - 1, naming) || (isOneOf(context, from - 1, 'as') && isOneOf(context, from - 2, 'known')),
    examples: {
      yes: ['The street known as [[“the Wall”]] is shut.', 'The word [[“sanctuary”]] is not in the law.'],
      no: ['“The Wall,” said Ruiz, a poet.'],
    },
  },
  {
    id: 'quotes.not-speech.motto',
    reads: 'Right behind a motto, a slogan, a sign or a shirt stands what is written, not what is said.',
    match: (context, { from }) =>
      isAmong(context, from - 1, written) || (isMark(context, from - 1) && isAmong(context, from - 2, written)),
    examples: {
      yes: [
        'The town kept its motto, [[“Roads before all other things in this life of ours,”]] on the gate.',
        'He wore a shirt with the slogan [[“Roads for all of us”]] to the vote.',
        'A sign at the gate, under a banner: [[“keep out”]].',
      ],
      no: ['The sign read “Keep out.”', '“The motto is old,” said Ruiz.'],
    },
  },
  {
    id: 'quotes.not-speech.hypothetical',
    reads: 'Behind “if”, “would”, “could” and a verb of saying stands what nobody has said yet.',
    match: isHypothetical,
    examples: {
      yes: [
        'Nobody would say [[“the road is shut and we are all very sorry”]] in May.',
        'If the mayor says [[“no,”]] the deal is off.',
        'She looked at him as if to say [[“not again.”]]',
      ],
      no: ['Ruiz would not say. “The road is shut,” said Diaz.', '“We will go,” Ruiz will say.'],
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

const written: ReadonlySet<string> = new Set([
  'motto',
  'mottos',
  'slogan',
  'slogans',
  'sign',
  'signs',
  'banner',
  'banners',
  'poster',
  'posters',
  'bumper',
  'sticker',
  'stickers',
  'shirt',
  'shirts',
]);

function isHypothetical(context: QuoteContext, { from }: QuotedSpan): boolean {
  const verb = isMark(context, from - 1) ? from - 2 : from - 1;
  if (!isWord(context, verb, 'clauseCue', 'quoteCue', 'tellCue')) return false;
  for (let i = verb - 1; i > verb - 6; i--) {
    if (isMark(context, i)) return false;
    if (isWord(context, i, 'modal') || isOneOf(context, i, 'if', 'unless', 'imagine', 'suppose')) return true;
  }
  return false;
}

/** Whether what stands before a quotation says that it is a name, something written or something that nobody has said. */
export function isMarkedAsNoSpeech(context: QuoteContext, span: QuotedSpan): boolean {
  return notSpeechRules.some(({ id, match }) => marked.has(id) && match(context, span));
}

const marked: ReadonlySet<string> = new Set([
  'quotes.not-speech.term',
  'quotes.not-speech.motto',
  'quotes.not-speech.hypothetical',
]);

const naming: ReadonlySet<string> = new Set([
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
]);

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
