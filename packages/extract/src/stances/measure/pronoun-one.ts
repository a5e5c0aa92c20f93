// "Vance would seek an agreement. Ruiz said she would not sign one.": which thing of the story "one" means.
// Knows the indefinite noun phrase last told of; not what the thing is.
import { foldedAt, hasShape, type Reading, sentenceRange } from '../../reading/reading.ts';
import { shape } from '../../reading/tokens.ts';
import { type Grammar, isOf } from '../clauses/grammar.ts';

/** "One" stands for what was told of in its own sentence or so many before it. */
const sentencesMax = 4;
/** A noun phrase has at most so many words before its noun. */
const wordsMax = 7;

/** Whether "one" at a token is what somebody signs or wants, and not a number or one of several. */
export function isObjectOne(grammar: Grammar, reading: Reading, i: number, to: number): boolean {
  if (foldedAt(reading, i) !== 'one' || !objectOf.test(foldedAt(reading, i - 1))) return false;
  if (i + 1 >= to || hasShape(reading, i + 1, shape.mark)) return foldedAt(reading, i + 1) !== "'s";
  return (
    isOf(grammar, reading, i + 1, 'conjunction', 'adverbial') ||
    /^(?:and|but|because|anyway|here|now|too|either)$/.test(foldedAt(reading, i + 1))
  );
}

/** What "one" stands for. */
interface Antecedent {
  readonly noun: string;
  /** Where words behind the noun tell what it is ("an ordinance that would …"), the end of their sentence: it is the thing told of there, and no earlier one. */
  readonly toldBy: number | null;
}

/** What "one" at a token stands for: the head of the last "a …" before it that some rule calls back; null where none does. */
export function nounOfOne(grammar: Grammar, reading: Reading, s: number, one: number): Antecedent | null {
  const [first] = sentenceRange(reading, Math.max(0, s - sentencesMax));
  for (let i = one - 2; i >= first; i--) {
    if (!/^(?:a|an)$/.test(foldedAt(reading, i))) continue;
    for (let k = i + 1; k <= i + wordsMax && k < one; k++) {
      if (hasShape(reading, k, shape.mark) && !/^[()-]$/.test(foldedAt(reading, k))) break;
      if (isOf(grammar, reading, k, 'preposition', 'relative', 'auxiliary', 'modal')) break;
      if (!isOf(grammar, reading, k, 'thing') || isOf(grammar, reading, k + 1, 'thing')) continue;
      if (hasShape(reading, k, shape.capital)) continue;
      const [, end] = sentenceRange(reading, reading.sentenceOf[k] ?? s);
      return { noun: foldedAt(reading, k), toldBy: tells.test(foldedAt(reading, k + 1)) ? end : null };
    }
  }
  return null;
}

const objectOf =
  /^(?:sign(?:s|ed|ing)?|support(?:s|ed|ing)?|oppos(?:e|es|ed|ing)|want(?:s|ed)?|need(?:s|ed)?|seek|seeks|sought|seeking|favor(?:s|ed)?|back(?:s|ed)?|adopt(?:s|ed|ing)?|pass(?:ed|ing)?|approve[sd]?|reject(?:s|ed)?|veto(?:ed)?|join(?:ed)?|propose[sd]?|introduce[sd]?|sponsor(?:s|ed)?|draft(?:ed)?|create[sd]?|creating|install|buy|hire|fund|demand(?:s|ed)?|request(?:ed)?|against|for|of)$/;

const tells = /^(?:that|which|to|of|on|for|against|with|without|over|between|under)$|ing$/;
