// Whether a preposition behind a noun begins another phrase of the clause: "the ordinance on its second reading", "the cameras in 2022".
// What it begins tells when or how something was done, not which ordinance is meant. Knows words and their order; no measure.
import { foldedAt, hasShape, isCapital, type Reading } from '../../reading/reading.ts';
import { shape } from '../../reading/tokens.ts';

/** Whether the phrase that a preposition at a token begins tells of a time, a vote, an occasion or a manner. */
export function isAdjunct(reading: Reading, at: number): boolean {
  const preposition = foldedAt(reading, at);
  let i = at + 1;
  if (when.test(foldedAt(reading, i))) return true;
  while (lead.test(foldedAt(reading, i)) || (hasShape(reading, i, shape.number) && !isYear(reading, i))) i++;
  const word = foldedAt(reading, i);
  if (preposition === 'in')
    return (
      isYear(reading, i) ||
      (month.test(word) && isCapital(reading, i)) ||
      when.test(word) ||
      manner.test(word) ||
      ballot.test(word)
    );
  if (preposition === 'on')
    return ballot.test(word) || occasion.test(word) || (month.test(word) && isCapital(reading, i));
  if (preposition === 'for')
    return /^(?:years?|months?|weeks?|decades?|hours?|minutes?|now|time|reading|passage)$/.test(word) && i > at + 1;
  if (preposition === 'with')
    return ballot.test(word) || /^(?:discussion|debate|comment|dissent|objections?)$/.test(word);
  return preposition === 'from' && /^(?:start|beginning|outset|dais|podium|audience)$/.test(word);
}

function isYear(reading: Reading, i: number): boolean {
  return hasShape(reading, i, shape.number) && /^(?:19|20)\d\d$/.test(foldedAt(reading, i));
}

const when =
  /^(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|january|february|march|april|may|june|july|august|september|october|november|december)$/;
const month =
  /^(?:jan|feb|mar|apr|jun|jul|aug|sept|sep|oct|nov|dec)\.?$|^(?:january|february|march|april|may|june|july|august|september|october|november|december)$/;
const lead =
  /^(?:a|an|the|its|their|his|her|no|any|without|first|second|third|fourth|final|last|late|early|mid|this|next|voice|split|unanimous|narrow|party|line|roll|call|public|written|closed|open|special|regular|one|two|three|several|many|nearly|about|more|than|almost|two|little|-|–|to)$/;
const ballot = /^(?:votes?|tally|ballot)$/;
const occasion =
  /^(?:readings?|consideration|appeal|agenda|grounds|principle|behalf|day|television|radio|facebook|social)$/;
const manner =
  /^(?:court|front|public|private|person|statement|letter|email|emails|interview|memo|writing|term|spring|summer|fall|autumn|winter|year|years|month|months|week|weeks|decade|november's)$/;
