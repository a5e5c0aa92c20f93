// Who has come to another mind: "She now says she was wrong." What such a speaker says next is granted to the other side.
// Knows words and names; neither sides nor measures.
import { foldedAt, isCapital, type Reading, sentenceRange } from '../../reading/reading.ts';

/** Whether the sentence before the one that begins at a token tells that its speaker thinks otherwise now. */
export function isBehindTurn(reading: Reading, from: number): boolean {
  const own = reading.sentenceOf[from] ?? 0;
  if (own === 0) return false;
  const [start, end] = sentenceRange(reading, own - 1);
  for (let i = start; i + 2 < end; i++) if (isTurn(reading, i)) return isOfSpeaker(reading, own, start);
  return false;
}

/** "I no longer believe this would hold up": whoever was for it is not any more. */
export function isTurning(reading: Reading, s: number): boolean {
  const [from, to] = sentenceRange(reading, s);
  for (let i = from; i + 2 < to; i++) {
    if (comesAround(reading, i)) return true;
    if (foldedAt(reading, i) === 'no' && foldedAt(reading, i + 1) === 'longer' && minds.test(foldedAt(reading, i + 2)))
      return true;
  }
  return false;
}

const minds = /^(?:believes?|thinks?|supports?|backs?|trusts?|sees?|sure|convinced|opposes?|objects?)$/;

/** "I've come around", "He came around on the idea", "had a change of heart": not "came around the corner" or "comes around every spring". */
function comesAround(reading: Reading, i: number): boolean {
  const word = foldedAt(reading, i);
  if (word === 'change') return foldedAt(reading, i + 1) === 'of' && /^(?:heart|mind)$/.test(foldedAt(reading, i + 2));
  if (!/^(?:come|came|coming)$/.test(word) || foldedAt(reading, i + 1) !== 'around') return false;
  return !/^(?:the|a|every|each|again|once|for)$/.test(foldedAt(reading, i + 2));
}

/** "was wrong", "changed her mind" */
function isTurn(reading: Reading, i: number): boolean {
  if (comesAround(reading, i)) return true;
  const second = foldedAt(reading, i + 1);
  if (/^(?:was|were|been)$/.test(foldedAt(reading, i))) return /^(?:wrong|mistaken)$/.test(second);
  if (!/^chang(?:ed|ing)$/.test(foldedAt(reading, i))) return false;
  return /^(?:his|her|their|my)$/.test(second) && /^minds?$/.test(foldedAt(reading, i + 2));
}

/** Whether a sentence names nobody, or somebody whom the turn's sentence names; for a pronoun there, the sentence before it. */
function isOfSpeaker(reading: Reading, s: number, start: number): boolean {
  const isPronoun = pronouns.test(foldedAt(reading, start));
  const first = isPronoun ? sentenceRange(reading, Math.max(0, s - 2))[0] : start;
  const [from, to] = sentenceRange(reading, s);
  const before = new Set(namesIn(reading, first, from));
  const here = namesIn(reading, from, to);
  return here.length === 0 || here.some((name) => before.has(name));
}

function namesIn(reading: Reading, from: number, to: number): readonly string[] {
  const names: string[] = [];
  for (let i = from; i < to; i++)
    if (isCapital(reading, i) && !common.test(foldedAt(reading, i))) names.push(foldedAt(reading, i));
  return names;
}

const pronouns = /^(?:he|she|they)$/;
/** What opens a sentence or quotation and names nobody. */
const common =
  /^(?:it|we|they|he|she|you|the|a|an|i|this|that|these|those|but|and|if|so|my|our|there|what|when|no|not)$/u;
