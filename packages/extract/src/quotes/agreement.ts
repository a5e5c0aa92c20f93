// Whether a verb of saying and a phrase agree in number, so that "reports" and "state" are not taken for verbs.
// Knows forms of words; not where subjects stand.

import { foldedWord, isAmong, isCapitalWord, isOneOf, isWord, type QuoteContext, textOf } from './context.ts';
import type { Cue } from './cues.ts';
import type { NounPhrase } from './noun-phrases.ts';

const plurals: ReadonlySet<string> = new Set([
  'people',
  'police',
  'some',
  'many',
  'others',
  'most',
  'few',
  'both',
  'all',
  'critics',
  '%',
  'percent',
  'those',
  'women',
  'men',
]);

/** "reports", "state", "claim" are nouns too: a base form wants a plural subject, a third person one that looks like a phrase. */
export function agrees(context: QuoteContext, cue: Cue, phrase: NounPhrase): boolean {
  const { verb } = cue;
  if (cue.participle || isWord(context, verb, 'past') || isOneOf(context, verb, 'says')) return true;
  const head = phrase.headTo - 1;
  if (isWord(context, verb, 'base')) {
    if (isOneOf(context, verb - 1, 'to')) return true;
    for (let i = cue.from; i < verb; i++) if (isWord(context, i, 'auxiliary', 'modal')) return true;
    if (isAmong(context, verb, nouns) && !isPlural(context, cue.from - 1)) return false;
    if (phrase.pronoun) return isOneOf(context, head, 'they', 'we', 'i', 'you');
    if (isAmong(context, head, plurals) || /^\d/.test(textOf(context, head)) || isWord(context, head, 'determiner'))
      return true;
    return hasPluralEnd(context, phrase);
  }
  if (nounForms.has(foldedWord(context, verb)) && !phrase.pronoun && !isCapitalWord(context, head)) {
    return isWord(context, phrase.from, 'determiner') && phrase.headTo - phrase.from <= 3;
  }
  return (
    phrase.pronoun ||
    isCapitalWord(context, head) ||
    isCapitalWord(context, phrase.from) ||
    isWord(context, phrase.from, 'determiner')
  );
}

/** Base forms that are nouns in most sentences. */
const nouns: ReadonlySet<string> = new Set([
  'comment',
  'claim',
  'report',
  'state',
  'note',
  'demand',
  'question',
  'promise',
  'pledge',
  'vow',
  'tweet',
  'project',
  'estimate',
  'protest',
  'reply',
  'guess',
  'quote',
  'text',
  'email',
  'post',
  'offer',
  'counter',
  'caution',
  'remark',
  'hint',
  'boast',
  'request',
  'order',
  'challenge',
  'petition',
  'blame',
  'press',
  'stress',
]);

const nounForms: ReadonlySet<string> = new Set([...nouns].map((noun) => `${noun}s`));

function isPlural(context: QuoteContext, i: number): boolean {
  return (
    isAmong(context, i, plurals) || isOneOf(context, i, 'they', 'we', 'i', 'you') || /[^s]s$/.test(textOf(context, i))
  );
}

/** The head part, before a preposition, ends in s, or is two names. */
function hasPluralEnd(context: QuoteContext, phrase: NounPhrase): boolean {
  let end = phrase.from + 1;
  while (end < phrase.headTo && !isWord(context, end, 'preposition')) {
    if (isOneOf(context, end, 'and', 'or') || isAmong(context, end, plurals)) return true;
    end++;
  }
  return /[^s]s$|ss$/.test(textOf(context, end - 1)) && !/'s$/.test(textOf(context, end - 1));
}
