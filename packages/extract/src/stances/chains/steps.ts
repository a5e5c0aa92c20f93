// What may be stepped over between two links of a chain: whom somebody asks, when, where and how, whose request it is. Knows phrases; no sign.
import { foldedAt, hasShape } from '../../reading/reading.ts';
import { shape } from '../../reading/tokens.ts';
import { isOf } from '../clauses/grammar.ts';
import type { SentenceContext } from '../sentence-context.ts';
import { isAsking, isOccasion, isPeople, keepsBeforeFor, keepsBeforeOf } from './sign-keepers.ts';

/** Two links of a chain, or a link and the phrase. */
export interface Span {
  /** Behind the left one. */
  readonly from: number;
  /** Where the right one begins. */
  readonly to: number;
  /** Behind the right one. */
  readonly end: number;
  /** What the left one is ("demand", "decide" …). */
  readonly kind: string;
  /** Where "to" of the right one stands, if it is an infinitive; else where it begins with its helpers. */
  readonly verb: number;
  readonly infinitive: boolean;
}

/** Prepositions that tell of whom, where, when or how, and never against what. */
const plainPrepositions =
  /^(?:of|in|at|on|from|with|by|near|across|around|outside|inside|during|behind|within|among|through)$/;

/** Prepositions that tell where, when or how something is done. */
const placing = /^(?:in|at|on|during|after|before|outside|inside|near|behind|by|with|for|from|within|over)$/;

/** Whether the noun before the preposition at a token can be stepped over: nothing in it or behind it turns the sense. */
export function isStep(context: SentenceContext, span: Span, preposition: number): boolean {
  const { reading } = context;
  const word = foldedAt(reading, preposition);
  const noun = foldedAt(reading, preposition - 1);
  if (word === 'for' && keepsBeforeFor(noun) && isHead(context, span, preposition - 1)) return true;
  if (word === 'of' && keepsBeforeOf(noun) && isHead(context, span, preposition - 1)) return true;
  // "two hours at", "last spring by"
  if (isTimeNoun(context, preposition - 1)) return true;
  const begins = beginsOf(context, span, preposition);
  const introduced = placing.test(foldedAt(reading, begins - 1)) && begins - 1 >= span.from;
  // "a request from neighbors for more deputies"
  if (word === 'for' && isAskedBy(context, span, preposition)) return true;
  // "asked leaders for more deputies"
  if (word === 'for')
    return (
      span.kind === 'demand' &&
      isPeople(noun) &&
      begins === span.from &&
      !isOf(context.grammar, reading, preposition + 1, 'pronoun')
    );
  // "a contract under which the county is paid"
  if (foldedAt(reading, preposition + 1) === 'which') return isAsking(noun) && begins === span.from;
  if (begins === span.from && isAsking(noun) && /^(?:by|from|of)$/.test(word) && hasFor(context, span, preposition))
    return true;
  if (!plainPrepositions.test(word) || !hasNextStep(context, span, preposition)) return false;
  if (introduced) return isOccasion(noun) || isPeople(noun);
  if (begins !== span.from && !isBesideTime(context, span, begins)) return false;
  return isPeople(noun)
    ? span.kind === 'demand' || span.kind === 'decide'
    : isAsking(noun) && /^(?:by|of|from|in|at)$/.test(word);
}

/** "a plan for", "the mayor's last request for": a noun, and no verb. */
function isHead({ grammar, reading }: SentenceContext, { from }: Span, noun: number): boolean {
  for (let i = noun - 1; i >= Math.max(from, noun - 4); i--) {
    if (isOf(grammar, reading, i, 'determiner') || foldedAt(reading, i) === "'s" || hasShape(reading, i, shape.number))
      return true;
    if (isOf(grammar, reading, i, 'preposition', 'auxiliary', 'modal', 'pronoun') || foldedAt(reading, i) === 'to')
      return isOf(grammar, reading, i, 'preposition') && foldedAt(reading, i) !== 'to';
  }
  return /s$/.test(foldedAt(reading, noun)) && noun === from;
}

/** Where the noun phrase before a preposition begins. */
function beginsOf({ grammar, reading }: SentenceContext, { from }: Span, preposition: number): number {
  let i = preposition - 1;
  while (
    i > from &&
    !isOf(grammar, reading, i - 1, 'preposition', 'auxiliary', 'modal', 'conjunction', 'relative') &&
    !hasShape(reading, i - 1, shape.mark & ~shape.quote)
  )
    i--;
  return i;
}

/** "last spring", "two hours", "this year": a time that some word measures. */
function isTimeNoun({ grammar, reading }: SentenceContext, noun: number): boolean {
  if (!timeNoun.test(foldedAt(reading, noun))) return false;
  const before = foldedAt(reading, noun - 1);
  return (
    /^(?:last|this|next|each|every|earlier|late|one|two|three|four|five|six|seven|eight|nine|ten|several|many|that)$/.test(
      before,
    ) ||
    hasShape(reading, noun - 1, shape.number) ||
    isOf(grammar, reading, noun - 1, 'determiner')
  );
}

const timeNoun =
  /^(?:minutes?|hours?|days?|nights?|weeks?|weekend|months?|years?|decades?|spring|summer|fall|winter|morning|afternoon|evening|session)$/;

/** "asked on Monday leaders of": only a time stands before the noun phrase. */
function isBesideTime({ reading }: SentenceContext, { from }: Span, begins: number): boolean {
  return begins - from <= 3 && /^(?:\w+day|week|month|year)$/.test(foldedAt(reading, begins - 1));
}

/** Whether what hangs on the phrase does not lead on to the right link: a verb with "to", "in urging", "for" or "that" stands behind it. */
function hasNextStep(context: SentenceContext, span: Span, preposition: number): boolean {
  const { reading, grammar } = context;
  const end = span.infinitive ? span.verb : span.to;
  if (end <= preposition + 1) return false;
  for (let i = preposition + 1; i < end; i++) {
    if (isOf(grammar, reading, i, 'auxiliary', 'modal', 'negator', 'relative') || foldedAt(reading, i) === 'to') {
      return foldedAt(reading, i) === 'that' && span.kind === 'demand';
    }
    if (hasShape(reading, i, shape.mark & ~shape.quote)) return false;
  }
  if (span.infinitive) return !isOthersAim(context, span);
  const last = foldedAt(reading, end - 1);
  return /ing$/.test(foldedAt(reading, span.to)) && /^(?:in|by)$/.test(last) && end - 1 > preposition;
}

/** "leaders of a drive to end it": the drive is to end it, not they; "joined them in a suit to end it" is both. */
function isOthersAim(context: SentenceContext, span: Span): boolean {
  const { reading } = context;
  if (!isAsking(foldedAt(reading, span.verb - 1))) return false;
  const begins = beginsOf(context, span, span.verb);
  return begins > span.from && !/^(?:in|through)$/.test(foldedAt(reading, begins - 1));
}

/** "a request from neighbors for": whoever asks stands between the noun and "for". */
function isAskedBy({ grammar, reading }: SentenceContext, { from }: Span, preposition: number): boolean {
  for (let i = preposition - 1; i > from; i--) {
    if (isOf(grammar, reading, i, 'auxiliary', 'modal', 'relative') || hasShape(reading, i, shape.mark & ~shape.quote))
      return false;
    if (/^(?:by|from|of)$/.test(foldedAt(reading, i)) && keepsBeforeFor(foldedAt(reading, i - 1))) return true;
  }
  return false;
}

/** Whether "for" right before the next link stands behind the phrase of a preposition. */
function hasFor({ grammar, reading }: SentenceContext, { to }: Span, preposition: number): boolean {
  for (let i = to - 1; i > preposition + 1; i--) {
    if (foldedAt(reading, i) === 'for') return true;
    if (isOf(grammar, reading, i, 'preposition')) return false;
  }
  return false;
}

/** "go further and", "go a step further and": more of the same. */
export function isGoingFurther({ reading }: SentenceContext, verb: number): boolean {
  if (foldedAt(reading, verb) !== 'go') return false;
  for (let i = verb + 1; i < verb + 5; i++)
    if (/^(?:further|farther)$/.test(foldedAt(reading, i))) return foldedAt(reading, i + 1) === 'and';
  return false;
}
