// Nouns for one person ("judge", "spokeswoman"), by ending and by list. Knows words; no phrases.
import { foldedWord, isAmong, isCapitalWord, isWord, type QuoteContext } from './context.ts';

/** Whether token i is a plain noun for a person. */
export function isPersonNoun(context: QuoteContext, i: number): boolean {
  if (isCapitalWord(context, i) || isWord(context, i, 'time', 'adverb') || isAmong(context, i, things)) return false;
  return isAmong(context, i, someone) || /(?:er|or|ist|man|woman|ian|ee|ent|ant)$/.test(foldedWord(context, i));
}

const someone: ReadonlySet<string> = new Set([
  'official',
  'chief',
  'candidate',
  'attorney',
  'mother',
  'father',
  'aide',
  'source',
  'judge',
  'hopeful',
  'diplomat',
  'nurse',
  'friend',
  'wife',
  'husband',
  'representative',
]);

/** With the endings of people, but none. */
const things: ReadonlySet<string> = new Set([
  'letter',
  'newspaper',
  'paper',
  'order',
  'statement',
  'document',
  'government',
  'department',
  'newsletter',
  'committee',
  'indictment',
  'center',
  'number',
  'agreement',
  'flyer',
  'banner',
  'poster',
  'sticker',
  'moment',
  'event',
  'comment',
  'argument',
  'movement',
  'percent',
  'error',
  'other',
  'another',
  'matter',
  'power',
  'answer',
  'offer',
]);
