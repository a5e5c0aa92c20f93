// Cuts runs of capitals into what may be a person's name, and says what stands around it. Decides nothing.
import { foldedAt, hasShape } from '../reading/reading.ts';
import { shape } from '../reading/shapes.ts';
import type { CapitalRun } from './capital-runs.ts';
import { cue, is } from './lexicon.ts';
import { hasClass, hasCue, isNameWord, type NameReading } from './name-reading.ts';

/** Tokens `[from, to)` that may be a name, within the run `[runFrom, runTo)`. */
export interface NameCandidate {
  readonly from: number;
  readonly to: number;
  readonly runFrom: number;
  readonly runTo: number;
  /** Words with a capital in it: marks, particles and suffixes are not counted. */
  readonly words: number;
  /** The token of a title or role that stands right before ("Mayor", "resident"); -1 when there is none. */
  readonly titleAt: number;
  /** One of its words is a word of places, organizations or time as well: other evidence is wanted. */
  readonly doubtful: boolean;
}

/** The document as the rules of names see it. */
export interface NameContext {
  readonly reading: NameReading;
  /** Word ids that stand after "in", "at", "near": places, most likely. */
  readonly placed: ReadonlySet<number>;
  /** How often a word id stands alone as a candidate. */
  readonly alone: ReadonlyMap<number, number>;
}

/** All candidates of the runs, in order. */
export function findCandidates(reading: NameReading, runs: readonly CapitalRun[]): NameCandidate[] {
  const candidates: NameCandidate[] = [];
  for (const run of runs) splitRun(reading, run, candidates);
  return candidates;
}

function splitRun(reading: NameReading, run: CapitalRun, candidates: NameCandidate[]): void {
  let from = run.from;
  let doubtful = false;
  for (let i = run.from; i <= run.to; i++) {
    const verdict = i === run.to ? 'yes' : isNameWord(reading, i) ? breaks(reading, run, from, i) : 'no';
    if (verdict === 'perhaps') doubtful = true;
    if (verdict !== 'yes') continue;
    const candidate = from < i ? trim(reading, run, from, i, doubtful) : null;
    if (candidate) candidates.push(candidate);
    doubtful = false;
    from = i + 1;
  }
}

const noName = is.title | is.organization | is.thing | is.world | is.state | is.function;
const noSurname = is.organization | is.thing | is.title | is.world | is.state | is.common;

/** Whether word i ends the name before it and belongs to none. */
function breaks(reading: NameReading, run: CapitalRun, from: number, i: number): 'yes' | 'no' | 'perhaps' {
  if (i > from && (hasShape(reading, i - 1, shape.quote) || hasClass(reading, i - 1, is.bracket))) return 'no';
  const shapes = reading.shapes[i] ?? 0;
  const length = wordLength(reading, i);
  // "MPP Tony Ode", "JD Ode", "D-Tulsa".
  if (
    (shapes & (shape.allCaps | shape.abbreviation)) === shape.allCaps &&
    !hasClass(reading, i, is.suffix) &&
    (i > from || length > 2)
  )
    return 'yes';
  if (length === 1 && hasClass(reading, i + 1, is.hyphen)) return 'yes';
  if ((shapes & shape.abbreviation) !== 0 && startsWithInitial(reading, i))
    return hasClass(reading, i, is.state | is.world) ? 'yes' : 'no';
  return hasClass(reading, i, noName) ? breaksByClass(reading, run, from, i) : 'no';
}

/** The same of a word that is a title or a word of bodies, things, the world, states or grammar. */
function breaksByClass(reading: NameReading, run: CapitalRun, from: number, i: number): 'yes' | 'no' | 'perhaps' {
  // "Henri St. Pierre"
  if (i > from && i + 1 < run.to && hasClass(reading, from, is.given) && foldedAt(reading, i) === 'st.') return 'no';
  // "Ana Washington-Bell": a state's name in a double surname.
  const isDouble =
    hasClass(reading, i + 1, is.hyphen) && !hasShape(reading, i + 1, shape.spaced) && isNameWord(reading, i + 2);
  if (
    isDouble &&
    i > from &&
    i + 2 < run.to &&
    hasClass(reading, i, is.state | is.world) &&
    hasClass(reading, i, is.surname)
  )
    return 'no';
  // "Mayor Young said": behind a title, a surname that is a plain word, alone and not in a heading.
  if (isTitledSurname(reading, run, from, i)) return 'no';
  // "Supervisor Bill Gates": behind a title, a given name that is a plain word as well.
  const titled = i > run.from && hasClass(reading, i - 1, is.title) && hasClass(reading, i, is.given);
  if (
    titled &&
    i === from &&
    i + 1 < run.to &&
    !hasClass(reading, i, is.title | is.function | is.organization | is.state)
  )
    return 'no';
  if (i > from && isSurnameBehindGiven(reading, run, from, i))
    return hasClass(reading, i, is.title | is.function) ? 'no' : 'perhaps';
  if (i !== from || !hasClass(reading, i, is.given) || i + 1 >= run.to) return 'yes';
  const nextIsName = hasClass(reading, i + 1, is.surname) && !hasClass(reading, i + 1, noSurname);
  if (!nextIsName) return 'yes';
  if (hasClass(reading, i, is.title))
    return hasCue(reading, i, cue.titledGiven) && i > run.from && hasClass(reading, i - 1, is.title) ? 'no' : 'yes';
  if (!hasClass(reading, i, is.function | is.organization | is.world | is.state)) return 'no';
  if (hasClass(reading, i, is.function)) return endsInQuestion(reading, i) ? 'yes' : 'no';
  return 'perhaps';
}

/** "Dana Park": the last word of a run that a given name opens. "Dana Whitlow Park" is a park. */
function isSurnameBehindGiven(reading: NameReading, run: CapitalRun, from: number, i: number): boolean {
  if (i - from > 3 || !hasClass(reading, i, is.frequentSurname) || !hasClass(reading, from, is.given)) return false;
  const endsRun = i + 1 >= run.to || !isNameWord(reading, i + 1) || hasClass(reading, i + 1, is.suffix);
  const isNamed =
    i - from >= 2 &&
    hasClass(reading, i, is.thing | is.organization) &&
    hasClass(reading, i - 1, is.surname) &&
    wordLength(reading, i - 1) > 2;
  return endsRun && !isNamed;
}

function isTitledSurname(reading: NameReading, run: CapitalRun, from: number, i: number): boolean {
  return (
    i === from &&
    i > run.from &&
    i + 1 === run.to &&
    hasClass(reading, i - 1, is.title) &&
    hasClass(reading, i, is.frequentSurname) &&
    !hasClass(reading, i, is.title) &&
    (hasClass(reading, i + 1, is.speech) || hasShape(reading, i + 1, shape.clitic))
  );
}

function startsWithInitial(reading: NameReading, i: number): boolean {
  return /^\p{Lu}\./u.test(reading.text.slice(reading.starts[i], reading.ends[i]));
}

function wordLength(reading: NameReading, i: number): number {
  return (reading.ends[i] ?? 0) - (reading.starts[i] ?? 0);
}

function endsInQuestion(reading: NameReading, i: number): boolean {
  const end = reading.sentenceStarts[(reading.sentenceOf[i] ?? 0) + 1] ?? reading.count;
  return foldedAt(reading, end - 1) === '?';
}

/** The candidate without leading words of plain English, marks and loose particles; null when nothing is left. */
function trim(
  reading: NameReading,
  run: CapitalRun,
  start: number,
  end: number,
  doubtful: boolean,
): NameCandidate | null {
  let from = start;
  let to = end;
  while (to > from && !isNameWord(reading, to - 1)) to--;
  while (from < to && !isNameWord(reading, from)) from++;
  while (to - from > 1 && (isPlainWord(reading, from) || endsTitle(reading, from)) && !isOddGiven(reading, from, to))
    from++;
  while (from < to && !isNameWord(reading, from)) from++;
  if (from >= to) return null;
  let words = 0;
  for (let i = from; i < to; i++) if (isNameWord(reading, i) && !hasClass(reading, i, is.suffix)) words++;
  if (words === 0) return null;
  return {
    from,
    to,
    runFrom: run.from,
    runTo: run.to,
    words,
    titleAt: titleBefore(reading, from, run.from),
    doubtful: doubtful || isLikePlace(reading, from, to),
  };
}

/** It looks like the name of a place, or stands where places stand. */
function isLikePlace(reading: NameReading, from: number, to: number): boolean {
  if (hasCue(reading, from, cue.placeStart)) return true;
  if (to - from > 1 && reading.lexicon.placeLookalikes.longestAt(reading, from, to)?.to === to) return true;
  return (
    hasCue(reading, from - 1, cue.locative) &&
    !(hasClass(reading, from, is.given) && hasClass(reading, to - 1, is.surname))
  );
}

/** A word of plain English that is no given name ("Activists", "Residents"). */
function isPlainWord(reading: NameReading, i: number): boolean {
  return hasClass(reading, i, is.known) && !hasClass(reading, i, is.given | is.frequentSurname);
}

/** "Superintendent Toy Matthews": one plain word between a title in capitals and a surname that is no plain word. */
function isOddGiven(reading: NameReading, from: number, to: number): boolean {
  return (
    to - from === 2 &&
    isNameWord(reading, from - 1) &&
    hasClass(reading, from - 1, is.title) &&
    !hasClass(reading, from, is.function | is.title | is.organization | is.world | is.role) &&
    hasClass(reading, to - 1, is.surname) &&
    !hasClass(reading, to - 1, is.known)
  );
}

/** "Justice of the Peace Ana Ode": a plain word behind an article and before a given name is the end of a title. */
function endsTitle(reading: NameReading, i: number): boolean {
  return (
    hasClass(reading, i - 1, is.the) &&
    hasClass(reading, i, is.known) &&
    !hasClass(reading, i, is.given) &&
    hasClass(reading, i + 1, is.given)
  );
}

function titleBefore(reading: NameReading, from: number, runFrom: number): number {
  const before = from - 1;
  if (before < 0 || reading.sentenceOf[before] !== reading.sentenceOf[from]) return -1;
  if (hasClass(reading, before, is.title)) return before;
  if (before < runFrom && hasClass(reading, before, is.role)) return before;
  // "Council Member, Ana Ode"
  if (hasClass(reading, before, is.comma))
    return hasClass(reading, before - 1, is.title) && isNameWord(reading, before - 1) ? before - 1 : -1;
  if (!hasCue(reading, before, cue.titleEnd)) return -1;
  // "Councilmember-at-large Ana Ode"
  if (foldedAt(reading, before) === 'large') return /^(?:-|at)$/.test(foldedAt(reading, before - 1)) ? before : -1;
  return hasClass(reading, before - 1, is.the) ? before : -1;
}

/** The folded words of tokens `[from, to)`, with one space between them. */
export function foldedRange(reading: NameReading, from: number, to: number): string {
  let words = foldedAt(reading, from);
  for (let i = from + 1; i < to; i++) words += ` ${foldedAt(reading, i)}`;
  return words;
}
