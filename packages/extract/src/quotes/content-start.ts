// Finds where the content behind a cue begins: past the one spoken to, the day and the place. Knows adjuncts; no clause bounds.
import { hasShape } from '../reading/reading.ts';
import { shape } from '../reading/tokens.ts';
import {
  classBits,
  foldedWord,
  isAmong,
  isCapitalWord,
  isMark,
  isOneOf,
  isWord,
  type QuoteContext,
  spanAt,
  textOf,
} from './context.ts';
import type { Cue } from './cues.ts';
import type { Unit } from './units.ts';

/** What stands right behind the cue and its adjuncts. */
export type ContentMarker = 'that' | 'quote' | 'colon' | 'comma' | 'bare' | 'end';

/** The token at which content may begin, and what kind of beginning it is. */
export interface ContentStart {
  readonly at: number;
  readonly marker: ContentMarker;
}

const containers: ReadonlySet<string> = new Set([
  'statement',
  'interview',
  'release',
  'conference',
  'email',
  'letter',
  'tweet',
  'speech',
  'memo',
  'report',
  'filing',
  'meeting',
  'hearing',
  'briefing',
  'message',
  'call',
  'twitter',
  'facebook',
  'rally',
  'debate',
  'event',
  'post',
  'remarks',
  'op-ed',
  'complaint',
  'affidavit',
]);

/** Reads on from token `start`, behind the cue or an inverted speaker. */
export function findContentStart(context: QuoteContext, unit: Unit, cue: Cue, start: number): ContentStart {
  let i = start;
  if (cue.kind === 'tell' && start === cue.to) i = skipAddressee(context, unit, start);
  if (cue.kind === 'ask' && start === cue.to) i = skipAsked(context, unit, start);
  i = skipAdjuncts(context, unit, i);
  if (isOneOf(context, i, ',') && isOneOf(context, i + 1, 'however', 'though', 'too') && isOneOf(context, i + 2, ','))
    i += 3;
  i = skipParenthesis(context, unit, i);
  if (i >= unit.to || isOneOf(context, i, '.', '!', '?')) return { at: i, marker: 'end' };
  if (spanAt(context, i)) return { at: i, marker: 'quote' };
  if (isOneOf(context, i, 'that') && !isMark(context, i + 1)) return { at: i, marker: 'that' };
  if (isOneOf(context, i, ':')) return { at: i + 1, marker: 'colon' };
  if (isOneOf(context, i, ',', ';', '—', '–', '--', '-', '…')) {
    const quote = spanAt(context, i + 1) && isOneOf(context, i, ',', '-', '—', '–', '--');
    return quote ? { at: i + 1, marker: 'quote' } : { at: i, marker: 'comma' };
  }
  const later = quoteBehindAdjunct(context, unit, i);
  return later > 0 ? { at: later, marker: 'quote' } : { at: i, marker: 'bare' };
}

/** "said back in the summer: “Go”", "stated a day earlier, “Go”": the quotation behind at most ten words without a verb; else -1. */
function quoteBehindAdjunct(context: QuoteContext, unit: Unit, from: number): number {
  for (let i = from; i < Math.min(unit.to - 1, from + 10); i++) {
    if (isOneOf(context, i, ',', ':')) return spanAt(context, i + 1) ? i + 1 : -1;
    if (isMark(context, i) || spanAt(context, i)) return -1;
    if (isWord(context, i, 'auxiliary', 'modal', 'subjectPronoun', 'subordinate', 'past', 'third', 'coordinate'))
      return -1;
  }
  return -1;
}

/** "said, in an email, that": two commas at most ten words apart, with "that" behind. */
function skipParenthesis(context: QuoteContext, unit: Unit, i: number): number {
  if (!isOneOf(context, i, ',')) return i;
  for (let j = i + 1; j < Math.min(unit.to - 1, i + 12) && !spanAt(context, j); j++) {
    if (isOneOf(context, j, ':')) return j;
    if (isOneOf(context, j, ',')) return isOneOf(context, j + 1, 'that') ? j + 1 : i;
  }
  return i;
}

const questionWords: ReadonlySet<string> = new Set(['whether', 'if', 'how', 'why', 'what', 'who', 'when', 'where']);

const addressees: ReadonlySet<string> = new Set([
  'him',
  'her',
  'me',
  'us',
  'them',
  'you',
  'reporters',
  'supporters',
  'voters',
  'people',
  'lawmakers',
]);

/** "asked the crowd, “Ready?”", "asked him whether": the one who is asked, when a question follows. */
function skipAsked(context: QuoteContext, unit: Unit, start: number): number {
  const i = skipAddressee(context, unit, start);
  const question = isAmong(context, i, questionWords) || isOneOf(context, i, ':');
  return question || spanAt(context, i) || (isOneOf(context, i, ',') && spanAt(context, i + 1)) ? i : start;
}

/** "told reporters", "told the Times on Monday", "told her": the one who is spoken to. */
function skipAddressee(context: QuoteContext, unit: Unit, start: number): number {
  let i = start;
  if (isAmong(context, i, addressees)) return i + 1;
  const limit = Math.min(unit.to, start + 14);
  while (i < limit && isWord(context, i, 'determiner')) i++;
  const first = i;
  while (
    i < limit &&
    !spanAt(context, i) &&
    (!isMark(context, i) || isOneOf(context, i, '-', '&')) &&
    !isOneOf(context, i, 'that', 'to')
  ) {
    if (isOneOf(context, i, "'s", "'", '-', '&')) {
      i += 2;
      continue;
    }
    const capital = isCapitalWord(context, i);
    if (
      i > first &&
      (isWord(context, i, 'determiner', 'subjectPronoun', 'preposition', 'time', 'modal', 'subordinate') ||
        (capital && !isCapitalWord(context, i - 1)))
    )
      break;
    if (i > first && !capital && isCapitalWord(context, i - 1) && !isOneOf(context, i + 1, 'that', ',', ':')) break;
    i++;
  }
  return i;
}

function skipAdjuncts(context: QuoteContext, unit: Unit, start: number): number {
  let i = start;
  for (let round = 0; round < 6 && i < unit.to; round++) {
    const next = skipAdjunct(context, unit, i);
    if (next === i) return i;
    i = next;
  }
  return i;
}

function skipAdjunct(context: QuoteContext, unit: Unit, i: number): number {
  // Most words are in no class: no adjunct begins with them, unless with a number.
  if (!isMark(context, i) && classBits(context, i) === 0 && !hasShape(context.reading, i, shape.number)) return i;
  if (isWord(context, i, 'time', 'adverb') || (/^\d{1,4}$/.test(textOf(context, i)) && isWord(context, i - 1, 'time')))
    return i + 1;
  if (isOneOf(context, i, 'on', 'in', 'a', 'late', 'early') && isWord(context, i + 1, 'time')) return i + 2;
  if (isOneOf(context, i, ',') && isWord(context, i - 1, 'time') && isOneOf(context, i + 1, 'that')) return i + 1;
  if (!isWord(context, i, 'preposition') || isOneOf(context, i + 1, 'least', 'most', 'which')) return i;
  if (
    isOneOf(context, i, 'to') &&
    !isCapitalWord(context, i + 1) &&
    !isWord(context, i + 1, 'determiner') &&
    !isOneOf(context, i + 1, 'reporters')
  )
    return i;
  const limit = Math.min(unit.to, i + 16);
  let nounEnd = i;
  // Once a verb or a conjunction was passed, what comes is no longer the end of this adjunct.
  let plain = true;
  for (let j = i + 1; j < limit; j++) {
    if (spanAt(context, j) || isOneOf(context, j, ':')) return plain ? j : Math.max(nounEnd, i);
    if (isOneOf(context, j, 'that') && j < i + 10) return plain ? j : Math.max(nounEnd, i);
    if (isOneOf(context, j, ',') && spanAt(context, j + 1)) return plain ? j : Math.max(nounEnd, i);
    if (isMark(context, j) && !isOneOf(context, j, "'", '-', '.', '&'))
      return isOneOf(context, j, '.', ',') ? Math.max(nounEnd, i) : i;
    if (isWord(context, j, 'coordinate', 'auxiliary', 'modal', 'subjectPronoun', 'past', 'third')) plain = false;
    if (nounEnd === i && containers.has(foldedWord(context, j)) && !isWord(context, j + 1, 'subordinate'))
      nounEnd = j + 1;
  }
  if (nounEnd > i) return nounEnd;
  let j = i + 1;
  while (j < limit && (isCapitalWord(context, j) || isOneOf(context, j, "'s"))) j++;
  return j > i + 1 ? j : limit >= unit.to ? unit.to : i;
}
