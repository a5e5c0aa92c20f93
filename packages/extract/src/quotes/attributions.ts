// Joins each cue of a unit to the phrase that speaks, and tells where the attribution ends and content may begin.
// Knows cues and phrases; not which side of the attribution holds the content (the rules decide that).
import { isCapitalWord, isMark, isOneOf, isWord, type QuoteContext, spanAt } from './context.ts';
import { type Cue, findCues } from './cues.ts';
import { type NounPhrase, phraseAfter, phraseBefore } from './noun-phrases.ts';
import type { Unit } from './units.ts';

/** What stands right behind the cue and its adjuncts. */
export type ContentMarker = 'that' | 'quote' | 'colon' | 'comma' | 'bare' | 'end';

/** A cue with its speaker: together tokens `[from, to)`; content, if it follows, begins at `contentFrom`. */
export interface Attribution {
  readonly cue: Cue;
  /** Null when the unit names no subject for the verb. */
  readonly speaker: NounPhrase | null;
  /** The speaker stands behind the cue: "said Smith". */
  readonly inverted: boolean;
  /** The subject was found elsewhere in the unit ("She left, adding that …"). */
  readonly inherited: boolean;
  readonly from: number;
  readonly to: number;
  readonly contentFrom: number;
  readonly marker: ContentMarker;
}

/** Attributions of one unit, in text order. */
export function findAttributions(context: QuoteContext, unit: Unit): readonly Attribution[] {
  const found: Attribution[] = [];
  for (const cue of findCues(context, unit)) found.push(attribute(context, unit, cue, found));
  return found;
}

function attribute(context: QuoteContext, unit: Unit, cue: Cue, earlier: readonly Attribution[]): Attribution {
  const own = cue.participle ? participleSubject(context, unit, cue) : finiteSubject(context, unit, cue);
  const speaker = own?.phrase ?? unitSubject(context, unit, cue, earlier);
  const inverted = own?.inverted ?? false;
  const from = own && !inverted ? own.phrase.from : cue.from;
  const to = own && inverted ? own.phrase.to : cue.to;
  const [contentFrom, marker] = findContent(context, unit, cue, to);
  return { cue, speaker, inverted, inherited: !own, from, to, contentFrom, marker };
}

interface Subject {
  readonly phrase: NounPhrase;
  readonly inverted: boolean;
}

function finiteSubject(context: QuoteContext, unit: Unit, cue: Cue): Subject | null {
  const before = cue.from - 1;
  const behindQuote =
    spanAt(context, before) !== null || (isOneOf(context, before, ',') && spanAt(context, before - 1) !== null);
  const after = () => phraseAfter(context, cue.to, unit.to);
  if (behindQuote || cue.from === unit.from) {
    const phrase = after();
    return phrase && { phrase, inverted: true };
  }
  const left = phraseBefore(context, cue.from, unit.from);
  if (isOneOf(context, before, ',') && (!left || !isCapitalWord(context, left.headTo - 1))) {
    const right = after();
    if (right && isNameLike(context, right) && endsClause(context, unit, right.to))
      return { phrase: right, inverted: true };
  }
  return left && { phrase: left, inverted: false };
}

function isNameLike(context: QuoteContext, phrase: NounPhrase): boolean {
  return phrase.pronoun || isCapitalWord(context, phrase.headTo - 1);
}

function endsClause(context: QuoteContext, unit: Unit, i: number): boolean {
  return i >= unit.to || isMark(context, i) || isWord(context, i, 'preposition', 'time');
}

const vessels = [
  'statement',
  'letter',
  'email',
  'e-mail',
  'tweet',
  'message',
  'memo',
  'post',
  'release',
  'report',
  'op-ed',
] as const;

/** "…, saying": the unit's subject; "with Ruiz saying": the phrase before; "a statement saying": the unit's subject. */
function participleSubject(context: QuoteContext, unit: Unit, cue: Cue): Subject | null {
  const before = cue.from - 1;
  if (isMark(context, before) || isOneOf(context, before, ...vessels)) return null;
  if (isWord(context, before, 'auxiliary', 'preposition', 'subordinate', 'coordinate', 'time')) return null;
  const phrase = phraseBefore(context, cue.from, unit.from);
  return phrase && isNameLike(context, phrase) ? { phrase, inverted: false } : null;
}

/** The subject of the unit for a verb that has none of its own: the last speaker, a pronoun in front, the first name. */
function unitSubject(context: QuoteContext, unit: Unit, cue: Cue, earlier: readonly Attribution[]): NounPhrase | null {
  const last = earlier.at(-1);
  if (last?.speaker) return last.speaker;
  for (let i = unit.from; i < cue.from; i++) {
    if (spanAt(context, i)) continue;
    const starts = i === unit.from || !isCapitalWord(context, i - 1);
    if (isWord(context, i, 'subjectPronoun') && !isOneOf(context, i, 'who', 'you')) {
      return { from: i, to: i + 1, headTo: i + 1, pronoun: true };
    }
    if (!starts || !isCapitalWord(context, i) || isWord(context, i - 1, 'preposition')) continue;
    if (isWord(context, i, 'preposition', 'subordinate', 'coordinate', 'determiner', 'time', 'adverb')) continue;
    let to = i + 1;
    while (
      to < cue.from &&
      (isCapitalWord(context, to) || (isOneOf(context, to, '-') && isCapitalWord(context, to + 1)))
    )
      to++;
    if (!isOneOf(context, to, "'s", "'")) return { from: i, to, headTo: to, pronoun: false };
  }
  return null;
}

const containers = [
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
] as const;

function findContent(context: QuoteContext, unit: Unit, cue: Cue, start: number): readonly [number, ContentMarker] {
  let i = cue.kind === 'tell' ? skipAddressee(context, unit, start) : start;
  i = skipAdjuncts(context, unit, i);
  while (i < unit.to && isOneOf(context, i, '-', '—', '–', '…') && i === start) i++;
  if (i >= unit.to || isOneOf(context, i, '.', '!', '?')) return [i, 'end'];
  if (spanAt(context, i)) return [i, 'quote'];
  if (isOneOf(context, i, 'that') && !isMark(context, i + 1)) return [i, 'that'];
  if (isOneOf(context, i, ':')) return [i + 1, 'colon'];
  if (isOneOf(context, i, ',', ';', '—', '–', '--', '-'))
    return spanAt(context, i + 1) && isOneOf(context, i, ',', '-', '—') ? [i + 1, 'quote'] : [i, 'comma'];
  return [i, 'bare'];
}

/** "told reporters", "told the Times on Monday", "told her": the one who is spoken to. */
function skipAddressee(context: QuoteContext, unit: Unit, start: number): number {
  let i = start;
  if (
    isOneOf(
      context,
      i,
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
    )
  )
    return i + 1;
  const limit = Math.min(unit.to, start + 14);
  while (i < limit && isWord(context, i, 'determiner')) i++;
  const first = i;
  while (i < limit && !spanAt(context, i) && !isMark(context, i) && !isOneOf(context, i, 'that', 'to')) {
    const capital = isCapitalWord(context, i);
    if (
      i > first &&
      (isWord(context, i, 'determiner', 'subjectPronoun', 'preposition', 'time', 'modal', 'subordinate') ||
        (capital && !isCapitalWord(context, i - 1)))
    )
      break;
    if (i > first && !capital && isCapitalWord(context, i - 1)) break;
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
  if (isWord(context, i, 'time', 'adverb') || (/^\d{1,4}$/.test(textOf(context, i)) && isWord(context, i - 1, 'time')))
    return i + 1;
  if (isOneOf(context, i, 'on', 'in', 'a', 'late', 'early') && isWord(context, i + 1, 'time')) return i + 2;
  if (isOneOf(context, i, ',') && isWord(context, i - 1, 'time') && isOneOf(context, i + 1, 'that')) return i + 1;
  if (!isWord(context, i, 'preposition')) return i;
  const limit = Math.min(unit.to, i + 16);
  let nounEnd = i;
  for (let j = i + 1; j < limit; j++) {
    if (spanAt(context, j) || isOneOf(context, j, 'that', ':')) return j;
    if (isOneOf(context, j, ',') && spanAt(context, j + 1)) return j;
    if (isMark(context, j) && !isOneOf(context, j, "'", '-', '.', '&'))
      return isOneOf(context, j, '.', ',') ? Math.max(nounEnd, i) : i;
    if (nounEnd === i && isOneOf(context, j, ...containers) && !isWord(context, j + 1, 'subordinate')) nounEnd = j + 1;
  }
  if (nounEnd > i) return nounEnd;
  let j = i + 1;
  while (j < limit && (isCapitalWord(context, j) || isOneOf(context, j, "'s"))) j++;
  return j > i + 1 ? j : limit >= unit.to ? unit.to : i;
}

function textOf(context: QuoteContext, i: number): string {
  return context.reading.text.slice(context.reading.starts[i], context.reading.ends[i]);
}
