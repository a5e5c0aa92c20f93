// Finds verbs of saying outside of quotation marks, with their auxiliaries. Knows words and neighbours; no clauses.
// Negated, modal, passive and infinitive uses ("declined to say", "would say", "was told", "wants to say") are no cues.
import {
  classBits,
  foldedWord,
  innerLast,
  isAmong,
  isCapitalWord,
  isMark,
  isOneOf,
  isWord,
  type QuoteContext,
  spanAt,
  textOf,
} from './context.ts';
import type { Unit } from './units.ts';

export type CueKind = 'clause' | 'quote' | 'tell' | 'ask' | 'urge' | 'object';

/** A verb of saying: its group is tokens `[from, to)` ("has also said"), the verb itself `verb`. */
export interface Cue {
  readonly from: number;
  readonly to: number;
  readonly verb: number;
  /** Where the words to show begin: an adverb between commas before them is left out. */
  readonly shownFrom: number;
  readonly kind: CueKind;
  /** "saying", "adding": the subject is that of another verb. */
  readonly participle: boolean;
}

/** Cues of a unit, in text order. */
export function findCues(context: QuoteContext, unit: Unit): readonly Cue[] {
  const cues: Cue[] = [];
  for (const i of candidates(context, unit)) {
    const kind = kindOf(context, i) ?? (isUnknownVerb(context, i) ? 'quote' : null);
    if (!kind) continue;
    const cue = readGroup(context, unit, i, kind);
    if (cue) cues.push(cue);
  }
  return cues;
}

/** Tokens that are verbs of saying by their word, or may be one by their place: up to four words behind a quotation. */
function candidates(context: QuoteContext, unit: Unit): readonly number[] {
  const behind: number[] = [];
  for (const span of unit.spans) {
    if (!isOneOf(context, innerLast(context, span), ',', '?', '!')) continue;
    for (let i = span.to; i < Math.min(unit.to, span.to + 4) && !isMark(context, i); i++) behind.push(i);
  }
  return behind.length === 0 ? unit.hits : merge(unit.hits, behind);
}

/** Both lists in order, each token once. */
function merge(hits: readonly number[], more: readonly number[]): readonly number[] {
  const all: number[] = [];
  let h = 0;
  for (const token of more) {
    for (; (hits[h] ?? token) < token; h++) all.push(hits[h] ?? token);
    if (hits[h] === token) h++;
    all.push(token);
  }
  for (; h < hits.length; h++) all.push(hits[h] ?? 0);
  return all;
}

function kindOf(context: QuoteContext, i: number): CueKind | null {
  const bits = classBits(context, i);
  const { clauseCue, tellCue, askCue, urgeCue, objectCue, quoteCue } = context.words.bit;
  if (bits & clauseCue) return 'clause';
  if (bits & tellCue) return 'tell';
  if (bits & askCue) return 'ask';
  if (bits & urgeCue) return 'urge';
  if (bits & objectCue) return 'object';
  return bits & quoteCue ? 'quote' : null;
}

/** “…,” she confessed: a word in a verb's form between a quote that asks for an attribution and the end of the phrase. */
function isUnknownVerb(context: QuoteContext, i: number): boolean {
  if (isMark(context, i) || isCapitalWord(context, i)) return false;
  if (!/^[a-z]{3,}(?:ed|s)$/.test(foldedWord(context, i)) || isAdverb(context, i)) return false;
  if (isWord(context, i, 'auxiliary', 'preposition', 'determiner', 'time', 'modal')) return false;
  let from = i;
  while (from > i - 4 && (isCapitalWord(context, from - 1) || isWord(context, from - 1, 'subjectPronoun'))) from--;
  const inverted = from === i && (isCapitalWord(context, i + 1) || isWord(context, i + 1, 'subjectPronoun'));
  const span = spanAt(context, from - 1);
  if ((from === i && !inverted) || !span || !isOneOf(context, innerLast(context, span), ',', '?', '!')) return false;
  return inverted || isMark(context, i + 1) || isWord(context, i + 1, 'preposition', 'time', 'adverb');
}

function readGroup(context: QuoteContext, unit: Unit, verb: number, kind: CueKind): Cue | null {
  const participle = isWord(context, verb, 'present') && !isWord(context, verb, 'base');
  const group = groupBefore(context, unit, verb, participle);
  if (!group) return null;
  const { from, shownFrom, auxiliary } = group;
  if (isOneOf(context, from - 1, '-') && !/\s/.test(context.reading.text[context.reading.ends[from - 1] ?? 0] ?? ' '))
    return null;
  if (!participle && looksLikeNoun(context, unit, from, verb, auxiliary)) return null;
  const to = particleEnd(context, verb);
  if (to === verb + 1 && isAmong(context, verb, withParticle)) return null;
  return { from, to, verb, shownFrom, kind, participle };
}

/** The auxiliaries and adverbs that lead up to the verb; null when they make it no speech ("would say", "was told"). */
function groupBefore(
  context: QuoteContext,
  unit: Unit,
  verb: number,
  participle: boolean,
): { readonly from: number; readonly shownFrom: number; readonly auxiliary: boolean } | null {
  let from = verb;
  let auxiliary = false;
  let shownFrom = verb;
  while (from > unit.from) {
    const before = from - 1;
    if (isPlainWord(context, before)) break;
    if (isOneOf(context, before, 'to') && goesOn(context, before)) {
      from = isOneOf(context, before - 1, 'on') ? before - 2 : before - 1;
      return { from, shownFrom: from, auxiliary };
    }
    if (isWord(context, before, 'negation') || isOneOf(context, before, 'to')) return null;
    if (isWord(context, before, 'modal') && !touchesQuotation(context, verb, before)) return null;
    if (isParenthetical(context, unit, before)) {
      from = before - 2;
      continue;
    }
    if (isWord(context, before, 'auxiliary', 'modal') || isContracted(context, before)) auxiliary = true;
    else if (!isAdverb(context, before)) break;
    if (isOneOf(context, before, 'was', 'were', 'is', 'are', 'be', 'been', 'being') && !participle) return null;
    if (shownFrom === from) shownFrom = before;
    from = before;
  }
  return { from, shownFrom, auxiliary };
}

/** In no class, and no adverb: nothing of a verb's group. */
function isPlainWord(context: QuoteContext, i: number): boolean {
  if (isMark(context, i) || classBits(context, i) !== 0) return false;
  return isCapitalWord(context, i) || !foldedWord(context, i).endsWith('ly');
}

/** "“We will go,” he will say", "could only quip: “We will go”": a modal speaks when a quotation touches the group or its subject. */
function touchesQuotation(context: QuoteContext, verb: number, modal: number): boolean {
  if (isOneOf(context, verb + 1, ',', ':') && spanAt(context, verb + 2)) return true;
  for (let i = modal - 1; i >= modal - 4; i--) {
    const span = spanAt(context, i);
    if (span) return i < modal - 1 && isOneOf(context, innerLast(context, span), ',', '?', '!');
    if (isMark(context, i)) return false;
  }
  return false;
}

/** "went on to say", "continued to insist": `to` is the token of "to". */
function goesOn(context: QuoteContext, to: number): boolean {
  return (isOneOf(context, to - 1, 'on') && isAmong(context, to - 2, goes)) || isOneOf(context, to - 1, 'continued');
}

const points: ReadonlySet<string> = new Set(['point', 'points', 'pointed', 'pointing']);
const goes: ReadonlySet<string> = new Set(['went', 'go', 'goes', 'going']);
const shoots: ReadonlySet<string> = new Set([
  'shoot',
  'shoots',
  'shot',
  'shooting',
  'fire',
  'fires',
  'fired',
  'firing',
]);

/** Verbs that speak only with their particle: "pointed out", "went on", "shot back". */
const withParticle: ReadonlySet<string> = new Set([...points, ...goes, ...shoots]);

function particleEnd(context: QuoteContext, verb: number): number {
  const found =
    (isOneOf(context, verb + 1, 'out') && isAmong(context, verb, points)) ||
    (isOneOf(context, verb + 1, 'on') && isOneOf(context, verb, 'went')) ||
    (isOneOf(context, verb + 1, 'back') &&
      (isAmong(context, verb, shoots) || isOneOf(context, verb, 'wrote', 'writes')));
  return found ? verb + 2 : verb + 1;
}

/** "he's said", "they'd argued": a clitic behind a pronoun. */
function isContracted(context: QuoteContext, i: number): boolean {
  return isOneOf(context, i, "'s", "'d", "'ve") && isWord(context, i - 1, 'subjectPronoun');
}

/** "Officials, though, say": an adverb between commas; `i` is the second comma. */
function isParenthetical(context: QuoteContext, unit: Unit, i: number): boolean {
  return i - 2 > unit.from && isOneOf(context, i, ',') && isOneOf(context, i - 2, ',') && isAdverb(context, i - 1);
}

function isAdverb(context: QuoteContext, i: number): boolean {
  if (isWord(context, i, 'adverb')) return !isCapitalWord(context, i);
  const { text, starts, ends } = context.reading;
  const word = text.slice(starts[i], ends[i]);
  return (
    word.length > 4 && word.endsWith('ly') && !isCapitalWord(context, i) && word !== 'family' && word !== 'assembly'
  );
}

/** "the claims", "new reports of", "a state": forms that are nouns too must not stand behind a determiner or before "of". */
function looksLikeNoun(context: QuoteContext, unit: Unit, from: number, verb: number, auxiliary: boolean): boolean {
  if (isWord(context, verb, 'past') && !isWord(context, verb, 'base')) {
    if (isOneOf(context, verb, 'said')) return isWord(context, from - 1, 'article') && !auxiliary;
    return (isWord(context, from - 1, 'article', 'preposition') || /^\d/.test(textOf(context, from - 1))) && !auxiliary;
  }
  if (isCapitalWord(context, verb) && verb > unit.from && !isOneOf(context, verb, 'says')) return true;
  if (isWord(context, from - 1, 'article', 'preposition') || isOneOf(context, from - 1, "'s", "'")) return true;
  return isOneOf(context, verb + 1, 'of') && !isOneOf(context, verb, 'says', 'say');
}
