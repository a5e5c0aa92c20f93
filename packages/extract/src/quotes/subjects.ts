// Finds the subject of a verb of saying: before it, behind it, or the subject of the unit. Knows phrases; number is in
// agreement.ts.
import { foldedWord, isAmong, isCapitalWord, isMark, isOneOf, isWord, type QuoteContext, spanAt } from './context.ts';
import type { Cue } from './cues.ts';
import { type NounPhrase, phraseAfter, phraseBefore } from './noun-phrases.ts';
import { isPersonNoun } from './person-nouns.ts';
import type { Unit } from './units.ts';

/** A verb without a subject of its own hangs on the unit's subject by a comma or a conjunction; a participle always does. */
export function mayInherit(context: QuoteContext, unit: Unit, cue: Cue): boolean {
  if (cue.participle) return true;
  if (
    !isWord(context, cue.verb, 'past', 'third') ||
    isOneOf(context, cue.verb, 'states', 'reports', 'claims', 'demands', 'questions')
  )
    return false;
  if (cue.from === unit.from) return true;
  return (
    isWord(context, cue.from - 1, 'coordinate') || isOneOf(context, cue.from - 1, ',', '—', '–', '--', ')', ';', ':')
  );
}

/** A subject and the side of the verb on which it stands. */
export interface Subject {
  readonly phrase: NounPhrase;
  readonly inverted: boolean;
}

/** The phrase before the verb, or behind it when a quote or a clause with its comma stands before. */
export function finiteSubject(context: QuoteContext, unit: Unit, cue: Cue): Subject | null {
  const before = cue.from - 1;
  const behindQuote =
    spanAt(context, before) !== null || (isOneOf(context, before, ',') && spanAt(context, before - 1) !== null);
  // "told the Times", "denounced the plan": what stands behind these is never the subject.
  const invertible = cue.kind !== 'tell' && cue.kind !== 'object' && cue.kind !== 'urge';
  const after = () => (invertible ? phraseAfter(context, cue.to, unit.to) : null);
  if (behindQuote || cue.from === unit.from) {
    const phrase = after();
    return phrase && { phrase, inverted: true };
  }
  const left = phraseBefore(context, cue.from, unit.from);
  if (isOneOf(context, before, ',')) {
    const right = after();
    const certain = right && isNameLike(context, right) && !isOneOf(context, right.from, 'it', 'you');
    const closes =
      left && hasName(context, left) ? endsSentence(context, unit, right) : endsClause(context, unit, right);
    if (certain && closes) return { phrase: right, inverted: true };
  }
  return left && { phrase: left, inverted: false };
}

function isNameLike(context: QuoteContext, phrase: NounPhrase): boolean {
  return phrase.pronoun || isCapitalWord(context, phrase.headTo - 1);
}

function hasName(context: QuoteContext, phrase: NounPhrase): boolean {
  for (let i = phrase.from; i < phrase.headTo; i++) if (isCapitalWord(context, i)) return true;
  return false;
}

function endsClause(context: QuoteContext, unit: Unit, phrase: NounPhrase | null): boolean {
  const i = phrase?.to ?? unit.to;
  return i >= unit.to || isMark(context, i) || isWord(context, i, 'preposition', 'time');
}

function endsSentence(context: QuoteContext, unit: Unit, phrase: NounPhrase | null): boolean {
  const i = phrase?.to ?? unit.to;
  return i >= unit.to || isOneOf(context, i, '.');
}

const vessels: ReadonlySet<string> = new Set([
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
]);

/** "…, saying": the unit's subject; "with Ruiz saying": the phrase before; "a statement saying": the unit's subject. */
export function participleSubject(context: QuoteContext, unit: Unit, cue: Cue): Subject | null {
  const before = cue.from - 1;
  if (isMark(context, before) || isAmong(context, before, vessels)) return null;
  if (isWord(context, before, 'auxiliary', 'preposition', 'subordinate', 'coordinate', 'time')) return null;
  const phrase = phraseBefore(context, cue.from, unit.from);
  const own = phrase && (isNameLike(context, phrase) || isOneOf(context, phrase.from - 1, 'with'));
  // "wrote a letter to Diaz asking …": the letter's writer speaks.
  if (own) for (let i = phrase.from; i < phrase.headTo; i++) if (isAmong(context, i, vessels)) return null;
  return own ? { phrase, inverted: false } : null;
}

/** How far into a unit its subject is looked for. */
export const subjectReachTokens = 80;

/** The subject of the unit for a verb that has none of its own: a pronoun in front, a name, or "the mayor". */
export function unitSubject(context: QuoteContext, unit: Unit, end: number): NounPhrase | null {
  const first = behindLead(context, unit, end);
  const limit = Math.min(end, unit.bodyFrom + subjectReachTokens);
  const definite = definiteSubject(context, first, limit);
  if (definite) return definite;
  for (let i = first; i < limit; i++) {
    if (spanAt(context, i)) continue;
    const starts = i === unit.from || !isCapitalWord(context, i - 1);
    if (isWord(context, i, 'subjectPronoun') && !isOneOf(context, i, 'who', 'you')) {
      return { from: i, to: i + 1, headTo: i + 1, pronoun: true };
    }
    if (/ly$/.test(foldedWord(context, i)) && i === unit.bodyFrom) continue;
    if (!starts || !isCapitalWord(context, i) || isWord(context, i - 1, 'preposition')) continue;
    if (isWord(context, i, 'preposition', 'subordinate', 'coordinate', 'determiner', 'time', 'adverb')) continue;
    const to = nameEnd(context, i, end);
    if (!isOneOf(context, to, "'s", "'")) return { from: i, to, headTo: to, pronoun: false };
  }
  return null;
}

function nameEnd(context: QuoteContext, from: number, end: number): number {
  let to = from + 1;
  while (to < end && (isCapitalWord(context, to) || (isOneOf(context, to, '-') && isCapitalWord(context, to + 1))))
    to++;
  return to;
}

/** "The senator also took …": an article and a noun for a person right where the clause begins. */
function definiteSubject(context: QuoteContext, from: number, limit: number): NounPhrase | null {
  if (!isOneOf(context, from, 'the', 'his', 'her', 'a', 'an')) return null;
  for (let i = from + 1; i < Math.min(limit, from + 5); i++) {
    if (isMark(context, i) || isWord(context, i, 'preposition', 'auxiliary', 'modal', 'subordinate')) return null;
    if (isPersonNoun(context, i) && !isPersonNoun(context, i + 1) && !isCapitalWord(context, i + 1))
      return { from, to: i + 1, headTo: i + 1, pronoun: false };
  }
  return null;
}

/** "Asked whether the road would close, Ruiz …": where the main clause begins; the body's start when nothing leads into it. */
function behindLead(context: QuoteContext, unit: Unit, end: number): number {
  const from = unit.bodyFrom;
  const participle = /(?:ing|ed)$/.test(foldedWord(context, from));
  const object =
    isWord(context, from + 1, 'preposition', 'subordinate', 'determiner') && !isCapitalWord(context, from + 1);
  if (!isWord(context, from, 'preposition', 'subordinate') && !(participle && object)) return from;
  let behind = from;
  for (let i = from + 1; i < Math.min(end, from + 40); i++) {
    const span = spanAt(context, i);
    if (span) i = span.to - 1;
    else if (isOneOf(context, i, ',')) {
      if (opensClause(context, i + 1, end)) return i + 1;
      if (behind === from && isCapitalWord(context, i + 1)) behind = i + 1;
    }
  }
  return behind;
}

/** A pronoun, a name or an article whose phrase no comma ends ("Arizona," does). */
function opensClause(context: QuoteContext, i: number, end: number): boolean {
  if (isWord(context, i, 'subjectPronoun') && !isOneOf(context, i, 'who')) return true;
  if (isWord(context, i, 'determiner')) return true;
  return isCapitalWord(context, i) && !isMark(context, nameEnd(context, i, end));
}
