// Whom a pronoun means, from its own sentence and the one before. Abstains where it is not plain.
import type { Document } from '../../document.ts';
import { foldedAt, type Reading, sentenceRange } from '../../reading/reading.ts';
import type { SentenceContext } from '../sentence-context.ts';
import type { Candidate } from './candidate.ts';

/** Whom "he", "she", "it" or "they" means, from the officials' own mentions or the sentence before; null when it is not plain. `word`: the subject form of another case ("he" for "him"); `not`: whom it cannot mean. */
export function resolvePronoun(
  context: SentenceContext,
  token: number,
  candidatesOf: (s: number) => readonly Candidate[],
  word = foldedAt(context.reading, token),
  not = '',
): Candidate | null {
  const { reading } = context;
  const sentence = reading.sentenceOf[token] ?? 0;
  const earlier = context.candidates.filter((candidate) => candidate.to <= token);
  const ranges: (readonly Candidate[])[] = [earlier];
  for (let s = sentence - 1; s >= Math.max(0, sentence - sentencesFar); s--) {
    ranges.push(candidatesOf(s));
    // "Response times rose, she said. She asked …": "she" is whoever she was before.
    if (!goesOn(reading, s, word)) break;
  }
  const fits = (candidate: Candidate): boolean => {
    if (candidate.name === not) return false;
    // "Sister Rosa Lund, of the diocese, …": a body is no "she".
    const person =
      candidate.role === 'official' ||
      candidate.holderType === 'person' ||
      (candidate.role === 'critic' && (!candidate.named || isPerson(context.document, candidate.name)));
    if (word === 'he' || word === 'she')
      return person && candidate.named && genderFits(context.document, candidate.name, word);
    if (word === 'it')
      return !isCrowd(context, candidate) && (candidate.role === 'government' || (candidate.named && !person));
    return (
      candidate.role !== 'document' &&
      (!candidate.named || candidate.role === 'critic' || candidate.holderType === 'nonprofit')
    );
  };
  for (const range of ranges) {
    // "These citizens …": who they are stands elsewhere, so "they" does too.
    if (range.some((item) => fits(item) && /^(?:these|those)$/.test(foldedAt(reading, item.from - 1)))) return null;
    const names = new Map(range.filter(fits).map((candidate) => [candidate.name, candidate]));
    if (names.size === 1) return [...names.values()][0] ?? null;
    // "it" and "they" take up the subject, which comes first.
    if (names.size > 1) return word === 'it' || word === 'they' ? ([...names.values()][0] ?? null) : null;
  }
  return null;
}

/** So many sentences before its own a "she" may be named, where every sentence between has the same "she". */
const sentencesFar = 3;

/** Whether a sentence speaks of a "she" or "he" itself. */
function goesOn(reading: Reading, s: number, word: string): boolean {
  if (word !== 'he' && word !== 'she') return false;
  const [from, to] = sentenceRange(reading, s);
  for (let i = from; i < to; i++) if (foldedAt(reading, i) === word) return true;
  return false;
}

function isPerson({ people }: Document, name: string): boolean {
  return people.some((person) => person.name === name);
}

/** "officers", "the deputies": no "it". */
function isCrowd({ reading }: SentenceContext, { named, to }: Candidate): boolean {
  return !named && /[^s]s$/.test(foldedAt(reading, to - 1));
}

function genderFits(document: Document, name: string, word: string): boolean {
  const gender = document.people.find((person) => person.name === name)?.gender ?? null;
  return gender === null || gender === (word === 'she' ? 'female' : 'male');
}
