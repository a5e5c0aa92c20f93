// Finds the noun phrase that speaks, to the left or to the right of a cue. Knows marks, small words and capitals; no parser.
// Appositions and relative clauses belong to the phrase; its head is what stands before them.
import {
  foldedWord,
  isCapitalWord,
  isMark,
  isOneOf,
  isWord,
  type QuoteContext,
  spanAt,
  type TokenRange,
} from './context.ts';

/** Tokens `[from, to)` with apposition; the head part is `[from, headTo)`. */
export interface NounPhrase extends TokenRange {
  readonly headTo: number;
  readonly pronoun: boolean;
}

const maxWords = 24;

/** The phrase that ends right before token `end`, not reaching before `floor`; null when nothing there can be a subject. */
export function phraseBefore(context: QuoteContext, end: number, floor: number): NounPhrase | null {
  const last = end - 1;
  if (last < floor || isWord(context, last, 'coordinate')) return null;
  if (isWord(context, last, 'subjectPronoun')) {
    return isOneOf(context, last, 'who') ? antecedent(context, last, floor) : pronounAt(last);
  }
  if (isOneOf(context, last, ',', '—', '–', '--') || (isOneOf(context, last, '-') && isSpacedMark(context, last))) {
    return withApposition(context, last, floor);
  }
  const from = walkLeft(context, end, floor);
  const phrase = from < end ? trimLead(context, from, end) : null;
  return phrase && (unclosedApposition(context, phrase, floor) ?? phrase);
}

/** "Ana Ruiz, Mesa Police Department chief said": the comma that should close the apposition is missing. */
function unclosedApposition(context: QuoteContext, phrase: NounPhrase, floor: number): NounPhrase | null {
  const comma = phrase.from - 1;
  if (comma - floor < 2 || comma - floor > 4 || !isOneOf(context, comma, ',')) return null;
  if (!isCapitalWord(context, phrase.from) || isCapitalWord(context, phrase.headTo - 1)) return null;
  for (let i = floor; i < comma; i++)
    if (!isCapitalWord(context, i) || isWord(context, i, 'time', 'adverb', 'preposition')) return null;
  return { from: floor, to: phrase.to, headTo: comma, pronoun: false };
}

function pronounAt(i: number): NounPhrase {
  return { from: i, to: i + 1, headTo: i + 1, pronoun: true };
}

/** "Smith, who said …": the one who is meant stands before the comma. */
function antecedent(context: QuoteContext, who: number, floor: number): NounPhrase | null {
  const end = isOneOf(context, who - 1, ',') ? who - 1 : who;
  const from = Math.max(walkLeft(context, end, floor), nearestHead(context, end, floor));
  return from < end ? trimLead(context, from, end) : null;
}

/** The name with what stands before it, back to the nearest preposition, determiner or word in a past verb's form. */
function nearestHead(context: QuoteContext, end: number, floor: number): number {
  let i = end - 1;
  const limit = Math.max(floor, end - maxWords);
  while (
    i > limit &&
    !isWord(context, i, 'determiner') &&
    !isWord(context, i - 1, 'preposition') &&
    !isPast(context, i - 1)
  )
    i--;
  return i;
}

/** "The vote angered speakers, who …". */
function isPast(context: QuoteContext, i: number): boolean {
  return !isCapitalWord(context, i) && foldedWord(context, i).endsWith('ed');
}

/** "Smith, a Democrat from Dayton, Ohio, said": goes left over comma segments to the one that an apposition follows. */
function withApposition(context: QuoteContext, comma: number, floor: number): NounPhrase | null {
  let opener = comma - 1;
  let best: NounPhrase | null = null;
  let settled = false;
  for (let hops = 0; hops < 6; hops++) {
    while (opener >= Math.max(floor, comma - 80) && !isBreak(context, opener)) opener--;
    if (opener <= floor || !isOneOf(context, opener, ',', '—', '–', '--', '-')) break;
    const relative = isOneOf(context, opener + 1, 'who', 'whose');
    const head = settled && !relative ? null : headBefore(context, opener, floor);
    // "Ruiz, whose firm, Mesa Roads, builds …, said": what stands before "who" goes before all that stands behind it.
    if (head && relative) return { ...head, to: comma };
    if (head && !isApposition(context, head)) {
      best = { ...head, to: comma };
      settled = true;
    } else if (head) best ??= { ...head, to: comma };
    if (isWord(context, opener + 1, 'coordinate')) break;
    opener--;
  }
  return best;
}

/** The head in front of the comma `end`, when what stands behind that comma can be an apposition or an adjunct to it. */
function headBefore(context: QuoteContext, end: number, floor: number): NounPhrase | null {
  const adjunct = isWord(context, end + 1, 'preposition');
  if (!adjunct && !opensApposition(context, end + 1)) return null;
  const from = walkLeft(context, end, floor);
  if (from >= end || (isWord(context, from, 'preposition') && isOneOf(context, from - 1, ','))) return null;
  const head = trimLead(context, from, end);
  // "When the vote came, the mayor …": the subject of another clause.
  if (!head || (isWord(context, head.from - 1, 'subordinate') && !isOneOf(context, head.from - 1, 'that'))) return null;
  const name = isCapitalWord(context, head.headTo - 1);
  if (adjunct) return name && head.from === from ? head : null;
  return name || !isWord(context, head.from, 'preposition') ? head : null;
}

/** "a Democrat from Dayton" behind a comma: itself an apposition to what stands further left. */
function isApposition(context: QuoteContext, { from }: NounPhrase): boolean {
  const age = /^\d/.test(foldedWord(context, from));
  if (isOneOf(context, from, 'who', 'whose', 'which')) return true;
  return isOneOf(context, from - 1, ',') && (age || isWord(context, from, 'article'));
}

function isBreak(context: QuoteContext, i: number): boolean {
  if (spanAt(context, i)) return false;
  return (
    isOneOf(context, i, ',', ';', ':', '—', '–', '--', '(', '“') ||
    (isOneOf(context, i, '-') && isSpacedMark(context, i))
  );
}

function opensApposition(context: QuoteContext, i: number): boolean {
  if (
    isWord(context, i, 'determiner') ||
    isOneOf(context, i, 'who', 'whose', 'which', 'himself', 'herself', 'like', 'including')
  )
    return true;
  if (/^\d/.test(context.reading.text.slice(context.reading.starts[i], context.reading.ends[i]))) return true;
  if (isWord(context, i, 'subordinate', 'coordinate', 'preposition', 'subjectPronoun', 'auxiliary')) return false;
  return !isMark(context, i);
}

/** The first token of the run of noun-like tokens that ends before `end`. */
function walkLeft(context: QuoteContext, end: number, floor: number): number {
  let i = end - 1;
  for (let words = 0; i >= floor && words < maxWords; i--, words++) {
    const span = spanAt(context, i);
    if (span) {
      // A nickname in quotation marks belongs to the name; a quotation does not.
      if (span.to - span.from > 5 || span.from <= floor || i === end - 1 || isMark(context, span.innerTo - 1)) break;
      i = span.from;
      continue;
    }
    if (isOneOf(context, i, ')')) {
      const open = openingBracket(context, i, floor);
      if (open < 0) break;
      i = open;
      continue;
    }
    if (!isPhraseToken(context, i)) break;
  }
  return i + 1;
}

function openingBracket(context: QuoteContext, close: number, floor: number): number {
  for (let i = close - 1; i >= Math.max(floor, close - 12); i--) if (isOneOf(context, i, '(')) return i;
  return -1;
}

function isPhraseToken(context: QuoteContext, i: number): boolean {
  if (isMark(context, i)) {
    if (isOneOf(context, i, '&', "'", '’', '/', '[', ']', '%', '$')) return true;
    return isOneOf(context, i, '-') && !isSpacedMark(context, i);
  }
  if (isOneOf(context, i, 'and', 'or')) return joinsNouns(context, i);
  if (isOneOf(context, i, "'s", 'who', 'that') && !isOneOf(context, i, 'that')) return true;
  if (isWord(context, i, 'coordinate', 'subordinate', 'modal', 'negation')) {
    return isOneOf(context, i, 'who', 'may', 'will') && isCapitalWord(context, i);
  }
  if (isWord(context, i, 'subjectPronoun')) return false;
  if (isWord(context, i, 'clauseCue', 'tellCue', 'askCue') && isWord(context, i, 'past') && !isCapitalWord(context, i))
    return false;
  return !isWord(context, i, 'auxiliary');
}

function joinsNouns(context: QuoteContext, i: number): boolean {
  return isCapitalWord(context, i - 1) === isCapitalWord(context, i + 1) && !isWord(context, i + 1, 'determiner');
}

function isSpacedMark(context: QuoteContext, i: number): boolean {
  return /\s/.test(context.reading.text[(context.reading.starts[i] ?? 0) - 1] ?? ' ');
}

/** Drops what leads into a clause but is no subject: "On Tuesday", "Last night", "In Ohio", "Still". */
function trimLead(context: QuoteContext, from: number, end: number): NounPhrase | null {
  let first = from;
  while (first < end && isLead(context, first)) first++;
  if (first < end && isWord(context, first, 'preposition')) first = behindPreposition(context, first, end);
  while (first < end && isMark(context, first) && !isOneOf(context, first, '[')) first++;
  if (first >= end) return null;
  return { from: first, to: end, headTo: end, pronoun: false };
}

function isLead(context: QuoteContext, i: number): boolean {
  if (isWord(context, i, 'time', 'adverb') && !isOneOf(context, i, 'all', 'both')) return true;
  if (isOneOf(context, i, 'on', 'in') && isWord(context, i + 1, 'time')) return true;
  return (
    /^\d{1,4}$/.test(context.reading.text.slice(context.reading.starts[i], context.reading.ends[i])) &&
    isWord(context, i - 1, 'time')
  );
}

/** "In Ohio officials", "After the meeting Smith": the last run of capitals or the last determiner begins the subject. */
function behindPreposition(context: QuoteContext, from: number, end: number): number {
  let i = end - 1;
  if (isCapitalWord(context, i)) {
    while (i > from && (isCapitalWord(context, i - 1) || isOneOf(context, i - 1, '-', '&', 'of'))) i--;
    return i === from ? from + 1 : i;
  }
  while (i > from + 1 && !isWord(context, i, 'determiner') && !isCapitalWord(context, i - 1)) i--;
  // "to Ruiz's road crews": the owner's name belongs to the phrase.
  if (isOneOf(context, i, "'s", "'")) while (i > from + 1 && isCapitalWord(context, i - 1)) i--;
  return i;
}

/** The phrase that begins at token `start`, with its apposition; null when nothing there can be a subject. */
export function phraseAfter(context: QuoteContext, start: number, limit: number): NounPhrase | null {
  if (start >= limit || isMark(context, start)) return null;
  if (isWord(context, start, 'subjectPronoun')) return pronounAt(start);
  if (isOneOf(context, start, 'that', 'to') || isWord(context, start, 'time', 'subordinate', 'modal')) return null;
  if (isWord(context, start, 'preposition') || isOneOf(context, start, 'him', 'them', 'me', 'us')) return null;
  let i = start;
  for (; i < limit && i < start + maxWords; i++) {
    const span = spanAt(context, i);
    if (span) {
      if (span.to - span.from > 5 || i === start || isMark(context, span.innerTo - 1)) break;
      i = span.to - 1;
      continue;
    }
    if (isOneOf(context, i, '(')) {
      while (i < limit - 1 && !isOneOf(context, i, ')')) i++;
      continue;
    }
    if (!isPhraseToken(context, i) || isOneOf(context, i, 'in', 'on', 'at', 'during', 'after', 'about', 'via')) break;
    if (i > start && isWord(context, i, 'time') && !isOneOf(context, i, 'may')) break;
  }
  if (i === start) return null;
  const to = isOneOf(context, i, ',') && opensApposition(context, i + 1) ? appositionEnd(context, i + 1, limit) : i;
  return { from: start, to, headTo: i, pronoun: false };
}

function appositionEnd(context: QuoteContext, from: number, limit: number): number {
  let i = from;
  while (i < limit && !spanAt(context, i) && !isOneOf(context, i, ',', ';', ':', '.', '—', '–', '!', '?')) i++;
  return i;
}
