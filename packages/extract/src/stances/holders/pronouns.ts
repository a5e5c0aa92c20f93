// Whom a pronoun means, from its own sentence and the one before. Abstains where it is not plain.
import type { Document } from '../../document.ts';
import { type PronounFit, pronounFit } from '../../pronoun-fit.ts';
import { foldedAt, isCapital, type Reading, sentenceRange } from '../../reading/reading.ts';
import { isOf } from '../clauses/grammar.ts';
import type { SentenceContext } from '../sentence-context.ts';
import type { Candidate } from './candidate.ts';
import { making } from './makers.ts';

/** Whom "he", "she", "it" or "they" means, from the officials' own mentions or the sentence before; null when it is not plain. `word`: the subject form of another case ("he" for "him"); `not`: whom it cannot mean. */
export function resolvePronoun(
  context: SentenceContext,
  token: number,
  candidatesOf: (s: number) => readonly Candidate[],
  word = foldedAt(context.reading, token),
  not: readonly string[] = [],
): Candidate | null {
  const { reading } = context;
  const sentence = reading.sentenceOf[token] ?? 0;
  const earlier = context.candidates.filter((candidate) => candidate.to <= token);
  const ranges: (readonly Candidate[])[] = [earlier];
  // "sued the sheriff of Polk County over a post in which he said": of those whom its own sentence names.
  if ((word === 'he' || word === 'she') && isInWhich(context, token)) return withinOwn(context, earlier, word);
  // "The lawsuit, filed in state court, says … It asks …": the paper, or who is told to have made it.
  const ofPaper = word === 'it' && token <= context.from + 1 && opensWithPaper(context, sentence - 1);
  for (let s = sentence - 1; s >= Math.max(0, sentence - sentencesFar); s--) {
    ranges.push(candidatesOf(s));
    // "Response times rose, she said. She asked …": "she" is whoever she was before.
    if (!goesOn(reading, s, word)) break;
  }
  const fits = (candidate: Candidate): boolean => {
    if (not.includes(candidate.name)) return false;
    // "Sister Rosa Lund, of the diocese, …": a body is no "she".
    const person =
      candidate.role === 'official' ||
      candidate.holderType === 'person' ||
      (candidate.role === 'critic' && (!candidate.named || isPerson(context.document, candidate.name)));
    if (word === 'he' || word === 'she')
      return person && candidate.named && fitOf(context.document, candidate.name, word) !== 'no';
    if (ofPaper && !making.test(foldedAt(reading, candidate.to))) return false;
    if (word === 'it')
      return (
        !isCrowd(context, candidate) &&
        !(isOffice.test(candidate.holderType) || isBench.test(foldedAt(reading, candidate.to - 1))) &&
        (candidate.role === 'government' || (candidate.named && !person))
      );
    return (
      candidate.role !== 'document' &&
      candidate.holderType !== 'court' &&
      (!candidate.named || candidate.role === 'critic' || candidate.holderType === 'nonprofit')
    );
  };
  const fitting = word === 'he' || word === 'she' ? word : null;
  let doubted = false;
  for (const [step, range] of ranges.entries()) {
    // Hardly whom the sentence names, so somebody of its own paragraph or nobody.
    if (doubted && reading.paragraphOf[sentenceRange(reading, sentence - step)[0]] !== reading.paragraphOf[token])
      return null;
    // "These citizens …": who they are stands elsewhere, so "they" does too.
    if (range.some((item) => fits(item) && /^(?:these|those)$/.test(foldedAt(reading, item.from - 1)))) return null;
    const names = new Map(range.filter(fits).map((candidate) => [candidate.name, candidate]));
    if (fitting) {
      // "Ana Ruiz met Jo Lee. He said …": hardly Ruiz, and then only somebody of whom more than the order tells it.
      const how = (name: string): PronounFit => fitOf(context.document, name, fitting);
      const all = names.size;
      for (const name of [...names.keys()]) if (how(name) === 'unusual') names.delete(name);
      doubted ||= names.size < all;
      const last = names.size === 1 ? [...names.keys()][0] : undefined;
      if (doubted && last !== undefined && how(last) === 'open') return null;
    }
    if (names.size === 1) return [...names.values()][0] ?? null;
    // "The suit, filed in Superior Court, says the office broke the law when it refused …": whose clause stands right before.
    if (word === 'it' && range === earlier && /^(?:when|after|because|while|as)$/.test(foldedAt(reading, token - 1))) {
      const last = range.findLast(
        (item) => fits(item) && (context.verbAt(item.to) || /^\p{Ll}{2,}ed$/u.test(foldedAt(reading, item.to))),
      );
      if (last) return last;
    }
    // "it" and "they" take up the subject, which comes first.
    if (names.size > 1) return word === 'it' || word === 'they' ? ([...names.values()][0] ?? null) : null;
  }
  return null;
}

/** Held by one person, who is no "it". */
const isOffice =
  /^(?:council-member|mayor|city-manager|police-chief|sheriff|state-official|federal-official|president|person)$/;
/** "A judge ruled that Polk County broke the law when it refused": the judge did not, though a court may be an "it". */
const isBench = /^(?:judges?|justices?|magistrates?)$/;

/** So many sentences before its own a "she" may be named, where every sentence between has the same "she". */
const sentencesFar = 3;

/** "in which he", "at which she": a clause that tells of something in its own sentence. */
export function isInWhich({ reading, grammar, from }: SentenceContext, token: number): boolean {
  for (let i = token - 1; i > from; i--) {
    const word = foldedAt(reading, i);
    if (/^(?:which|whom)$/.test(word)) return isOf(grammar, reading, i - 1, 'preposition');
    if (word === ',' || word === ';' || isOf(grammar, reading, i, 'conjunction')) return false;
  }
  return false;
}

/** The one person before the clause of "which": a name, or an office without one; null when another person or several may be meant. */
function withinOwn(context: SentenceContext, earlier: readonly Candidate[], word: 'he' | 'she'): Candidate | null {
  const people = earlier.filter(({ role, holderType }) => role === 'official' || holderType === 'person');
  const fits = (name: string): boolean => !/^(?:no|unusual)$/.test(fitOf(context.document, name, word));
  const fit = people.filter(({ named, name }) => !named || fits(name));
  return fit.length === 1 ? (fit[0] ?? null) : null;
}

const papers =
  /^(?:lawsuits?|suits?|complaint|petition|law|statute|act|bill|measure|ordinance|resolution|policy|directive|memo|order|letter|report|audit|contract|agreement|program|ruling|decision|brief|filing|motion|proposal|plan|initiative|referendum|legislation|amendment|rule|memorandum|deal|budget|injunction|charter)$/;

/** Whether the first noun phrase of sentence s ends in the name of a paper: "The lawsuit, filed …", "A 2017 law, …", "House Bill 12 requires". */
function opensWithPaper({ reading, grammar }: SentenceContext, s: number): boolean {
  if (s < 0) return false;
  const [from, to] = sentenceRange(reading, s);
  for (let i = from; i < Math.min(to, from + 7); i++) {
    if (papers.test(foldedAt(reading, i))) return true;
    const other = i > from && isOf(grammar, reading, i, 'determiner');
    if (other || isOf(grammar, reading, i, 'preposition', 'auxiliary', 'modal', 'relative', 'pronoun', 'conjunction'))
      return false;
    if (foldedAt(reading, i) === ',' || making.test(foldedAt(reading, i))) return false;
  }
  return false;
}

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
function isCrowd({ reading }: SentenceContext, { to }: Candidate): boolean {
  return !isCapital(reading, to - 1) && /[^s]s$/.test(foldedAt(reading, to - 1));
}

/** How well the pronoun goes with whoever bears a name; `open` for one that is nobody's record. */
export function fitOf({ people }: Document, name: string, word: 'he' | 'she'): PronounFit {
  const person = people.find((item) => item.name === name);
  return person ? pronounFit(person, word) : 'open';
}
