// When something was done, where that stands beside the one who did it: "In 2023 the council …", "A judge in Salem on Friday …".
// Knows words of time and their order; no holder.
import { foldedAt, hasShape } from '../../reading/reading.ts';
import { shape } from '../../reading/tokens.ts';
import type { SentenceContext } from '../sentence-context.ts';
import { isOf } from './grammar.ts';

const days = /^(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|early|late|today|yesterday|tonight)$/;
const months =
  /^(?:january|february|march|april|may|june|july|august|september|october|november|december|(?:jan|feb|aug|sept|oct|nov|dec)\.?)$/;
const parts = /^(?:night|morning|afternoon|evening)$/;
const seasons = /^(?:week|month|year|fall|spring|summer|winter|night|session)$/;
const year = /^(?:19|20)\d\d$/;

/** The token after the noun phrase, for a phrase that a time follows: "A divided council early Wednesday", "The board in 2021". `end` where no time stands. */
export function beforeTime({ reading, from }: Pick<SentenceContext, 'reading' | 'from'>, end: number): number {
  let i = end;
  if (parts.test(foldedAt(reading, i - 1)) && days.test(foldedAt(reading, i - 2))) i--;
  while (i - 1 > from && days.test(foldedAt(reading, i - 1))) i--;
  if (i < end) return foldedAt(reading, i - 1) === 'on' ? i - 1 : i;
  if (seasons.test(foldedAt(reading, i - 1)) && /^(?:last|this)$/.test(foldedAt(reading, i - 2)))
    return /^(?:earlier|late|later)$/.test(foldedAt(reading, i - 3)) ? i - 3 : i - 2;
  if (year.test(foldedAt(reading, i - 1))) i--;
  if (months.test(foldedAt(reading, i - 1))) i--;
  return i < end && foldedAt(reading, i - 1) === 'in' && i - 1 > from ? i - 1 : end;
}

/** Whether the preposition at a token begins a date and nothing else: "In 2023 the", "On Tuesday the", "In September the". */
export function isDate({ reading, grammar }: SentenceContext, preposition: number): boolean {
  if (!/^(?:in|on|since|by)$/.test(foldedAt(reading, preposition))) return false;
  let i = preposition + 1;
  const begin = i;
  if (months.test(foldedAt(reading, i)) || days.test(foldedAt(reading, i))) i++;
  if (year.test(foldedAt(reading, i))) i++;
  return i > begin && !isOf(grammar, reading, i, 'preposition') && !hasShape(reading, i, shape.number);
}

/** Whether nothing stands before a token in its clause, but for marks and a conjunction. */
export function opensClause({ reading, grammar, from, segments }: SentenceContext, token: number): boolean {
  for (let i = token - 1; i >= from && segments.of(i) === segments.of(token); i--)
    if (!hasShape(reading, i, shape.mark) && !isOf(grammar, reading, i, 'conjunction')) return false;
  return true;
}

/** "a petition in July", "the guidance of last year", "a letter on Monday": when it was turns nothing. */
export function isWhen({ reading }: SentenceContext, preposition: number): boolean {
  if (!/^(?:in|on|since|of|from|during)$/.test(foldedAt(reading, preposition))) return false;
  const [next, after] = [foldedAt(reading, preposition + 1), foldedAt(reading, preposition + 2)];
  return (
    months.test(next) || days.test(next) || year.test(next) || (/^(?:last|this)$/.test(next) && seasons.test(after))
  );
}
