// What stands between a verb of saying and what is said, and opens another clause. Knows words; not whose stance it is.
import { foldedAt, hasShape, type Reading } from '../../reading/reading.ts';
import { shape } from '../../reading/tokens.ts';
import type { Link } from '../chains/chains.ts';
import { isPeople } from '../chains/sign-keepers.ts';
import type { Subject } from '../holders/subject.ts';
import type { SentenceContext } from '../sentence-context.ts';
import { isAdverb, isOf } from './grammar.ts';

const kindsOfStaff =
  /^(?:school|resource|patrol|jail|corrections|parole|probation|traffic|campus|court|local|city|county|state|sworn|uniformed)$/;

/** "understands why people oppose it". */
export function hasWhy({ reading }: SentenceContext, from: number, to: number): boolean {
  for (let i = from; i < to; i++) if (/^(?:why|how|whoever|anyone)$/.test(foldedAt(reading, i))) return true;
  return false;
}

/** "said some residents think it is a waste", "said she hopes it is fair": what others think, and what nobody thinks yet. */
export function isOthersThought({ reading }: SentenceContext, from: number, to: number): boolean {
  for (let i = from; i < to; i++) {
    if (/^(?:hopes?|hoped|wonders?|wondered|doubts?)$/.test(foldedAt(reading, i))) return true;
    if (
      !/^(?:thinks?|thought|believes?|believed|feels?|felt|fears?|feared|assumes?|insists?)$/.test(foldedAt(reading, i))
    )
      continue;
    // "said she still thinks it is fair"
    const before = /^(?:still|also|now|really|always|personally|firmly)$/.test(foldedAt(reading, i - 1))
      ? i - 2
      : i - 1;
    if (!/^(?:he|she|i|we|they|and|who)$/.test(foldedAt(reading, before))) return true;
  }
  return false;
}

/** "Lee, whose brother opposes it,", "said her constituents oppose it": before the verb group that begins at a token. */
export function isOfKin({ reading, from }: SentenceContext, left: number): boolean {
  if (/^(?:his|her|their|my)$/.test(foldedAt(reading, left - 2)) && kin.test(foldedAt(reading, left - 1))) return true;
  for (let i = left - 1; i >= Math.max(from, left - 4); i--) {
    if (foldedAt(reading, i) === 'whose') return true;
    if (hasShape(reading, i, shape.mark)) return false;
  }
  return false;
}

const kin =
  /^(?:clients?|constituents|voters|husband|wife|spouse|brother|sister|father|mother|parents|son|daughter|partner|boss|opponents?|rivals?|critics|predecessor|successor)$/;

/** "betrayed voters by signing it". */
export function isMeans({ reading }: SentenceContext, token: number): boolean {
  return (
    /^(?:by|for|after|despite|without)$/.test(foldedAt(reading, token - 1)) && /ing$/.test(foldedAt(reading, token))
  );
}

/** "announced last year that", "told a packed room of tenants that": whom, when or how stands before "that", and no other verb. */
function isAddressed({ grammar, reading, verbAt }: SentenceContext, from: number, that: number): boolean {
  if (from === that) return true;
  // "said the rule that she wrote …": only who tells, assures or warns has somebody to tell.
  const addressed =
    /^(?:t[eo]ll?|told|tells|telling|assur|warn|remind|inform)/.test(foldedAt(reading, from - 1)) &&
    (isOf(grammar, reading, from, 'determiner') ||
      hasShape(reading, from, shape.number | shape.capital) ||
      isPeople(foldedAt(reading, from)));
  const opens =
    addressed ||
    isOf(grammar, reading, from, 'preposition') ||
    isAdverb(grammar, reading, from) ||
    /^(?:last|early|earlier|late|later|next|this|\w+day)$/.test(foldedAt(reading, from));
  if (!opens) return false;
  for (let i = from; i < that; i++)
    if (
      verbAt(i) ||
      isOf(grammar, reading, i, 'auxiliary', 'modal', 'relative', 'adverbial', 'condition', 'pronoun', 'conjunction') ||
      /^(?:think|believe|feel|say|know|hope|fear|doubt|want|agree)s?$/.test(foldedAt(reading, i))
    )
      return false;
  return true;
}

const occasions =
  /^(?:monday|tuesday|wednesday|thursday|friday|saturday|sunday|night|morning|afternoon|evening|week|statement|interview|meeting|letter|reporters|members|year|month|committee|panel|board|commission|crowd|hearing|conference|vigil|forum|newspaper|lawmakers|aide|memo|speech|session|rally|news|testimony|filing|brief|affidavit|deposition|afterward|afterwards|later|earlier|recently)$/;

/** "said in a text [message]", "said before the [vote]": no verb ("critics call it a waste"). */
function isMessage(reading: Reading, i: number): boolean {
  if (!/^(?:vote|debate|email|text|message|call|phone|post|release)$/.test(foldedAt(reading, i))) return false;
  return /^(?:an?|the|text|phone|email|news|press)$/.test(foldedAt(reading, i - 1));
}

/** "said [after] the vote", "said [before] Monday's meeting": when it was said. */
function isTimed(reading: Reading, i: number): boolean {
  if (!/^(?:after|before|following|during)$/.test(foldedAt(reading, i))) return false;
  return [2, 3, 4].some((k) =>
    /^(?:vote|meeting|hearing|session|rally|debate|forum|conference|ruling|decision)$/.test(foldedAt(reading, i + k)),
  );
}

/** A word between a verb of saying and the subject of what is said that opens another clause ("said people think officers …"); null when there is none. */
export function wordBetween(context: SentenceContext, verb: Link, subject: Subject): string | null {
  const { grammar, reading } = context;
  const to =
    subject.type === 'candidate' ? subject.candidate.from : subject.type === 'pronoun' ? subject.token : verb.hit.to;
  // "said shifts are thin, and that the council must …": another thing that is said.
  let begin = verb.hit.to;
  for (let i = to - 1; i > begin; i--)
    if (
      foldedAt(reading, i) === 'that' &&
      (foldedAt(reading, i - 1) === 'and' || isAddressed(context, verb.hit.to, i))
    ) {
      begin = i;
      break;
    }
  for (let i = begin; i < to; i++) {
    // "said that if elected, she would …"
    if (foldedAt(reading, i) === 'if' && /^(?:elected|reelected|appointed)$/.test(foldedAt(reading, i + 1))) i += 2;
    const plain =
      isOf(grammar, reading, i, 'determiner', 'conjunction', 'relative', 'preposition', 'pronoun') ||
      isAdverb(grammar, reading, i);
    // "said he still believes the city needs it": his own thought, and what is said.
    const own =
      /^(?:thinks?|believes?|feels)$/.test(foldedAt(reading, i)) &&
      [i - 1, i - 2].some((k) => k >= verb.hit.to && /^(?:he|she|i)$/.test(foldedAt(reading, k)));
    if (own) continue;
    const inName = context.candidates.some((candidate) => candidate.from <= i && i < candidate.to);
    const day = occasions.test(foldedAt(reading, i)) || isTimed(reading, i) || isMessage(reading, i);
    // "school resource officers"
    const modifies = i >= to - 2 && kindsOfStaff.test(foldedAt(reading, i));
    if (
      !plain &&
      !inName &&
      !day &&
      !modifies &&
      !hasShape(reading, i, shape.mark | shape.number | shape.capital | shape.clitic)
    )
      return foldedAt(reading, i);
  }
  return null;
}
