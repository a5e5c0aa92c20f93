// Cuts runs of capitals into what may be a person's name, and says what stands around it. Decides nothing.
import { foldedAt, hasShape, type Reading } from '../reading/reading.ts';
import { shape } from '../reading/tokens.ts';
import { type CapitalRun, isNameWord } from './capital-runs.ts';
import type { NameLexicon } from './lexicon.ts';

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
  readonly reading: Reading;
  readonly lexicon: NameLexicon;
  /** Word ids that stand after "in", "at", "near": places, most likely. */
  readonly placed: ReadonlySet<number>;
  /** How often a word id stands alone as a candidate. */
  readonly alone: ReadonlyMap<number, number>;
}

const placeStarts = new Set(
  'st. st ste. san santa santo los las el fort ft. mount mt. new saint north south east west lake port point cape palo'.split(
    ' ',
  ),
);

/** All candidates of the runs, in order. */
export function findCandidates(reading: Reading, lexicon: NameLexicon, runs: readonly CapitalRun[]): NameCandidate[] {
  return runs.flatMap((run) => splitRun(reading, lexicon, run));
}

function splitRun(reading: Reading, lexicon: NameLexicon, run: CapitalRun): NameCandidate[] {
  const candidates: NameCandidate[] = [];
  let from = run.from;
  let doubtful = false;
  const close = (to: number): void => {
    const candidate = trim(reading, lexicon, run, from, to, doubtful);
    if (candidate) candidates.push(candidate);
    doubtful = false;
  };
  for (let i = run.from; i < run.to; i++) {
    const verdict = isNameWord(reading, i) ? breaks(reading, lexicon, run, from, i) : 'no';
    if (verdict === 'perhaps') doubtful = true;
    if (verdict !== 'yes') continue;
    close(i);
    from = i + 1;
  }
  close(run.to);
  return candidates;
}

/** Whether word i ends the name before it and belongs to none. */
function breaks(
  reading: Reading,
  lexicon: NameLexicon,
  run: CapitalRun,
  from: number,
  i: number,
): 'yes' | 'no' | 'perhaps' {
  const { classes } = lexicon;
  const id = reading.ids[i] ?? -1;
  if (i > from && (hasShape(reading, i - 1, shape.quote) || foldedAt(reading, i - 1) === '(')) return 'no';
  // "MPP Tony Ode", "JD Ode", "D-Tulsa".
  if (
    hasShape(reading, i, shape.allCaps) &&
    !hasShape(reading, i, shape.abbreviation) &&
    !classes.has(id, 'suffix') &&
    (i > from || wordLength(reading, i) > 2)
  )
    return 'yes';
  if (wordLength(reading, i) === 1 && foldedAt(reading, i + 1) === '-') return 'yes';
  if (
    hasShape(reading, i, shape.abbreviation) &&
    /^\p{Lu}\./u.test(reading.text.slice(reading.starts[i], reading.ends[i]))
  )
    return classes.has(id, 'state', 'world') ? 'yes' : 'no';
  if (!classes.has(id, 'title', 'organization', 'thing', 'world', 'state', 'function')) return 'no';
  // "Henri St. Pierre"
  if (foldedAt(reading, i) === 'st.' && i > from && i + 1 < run.to && classes.has(reading.ids[from] ?? -1, 'given'))
    return 'no';
  // "Ana Washington-Bell": a state's name in a double surname.
  const isDouble =
    foldedAt(reading, i + 1) === '-' && !hasShape(reading, i + 1, shape.spaced) && isNameWord(reading, i + 2);
  if (isDouble && i > from && i + 2 < run.to && classes.has(id, 'state', 'world') && classes.has(id, 'surname'))
    return 'no';
  // "Mayor Young said": behind a title, a surname that is a plain word, alone and not in a heading.
  if (isTitledSurname(reading, lexicon, run, from, i)) return 'no';
  // "Supervisor Bill Gates": behind a title, a given name that is a plain word as well.
  const titled = i > run.from && classes.has(reading.ids[i - 1] ?? -1, 'title') && classes.has(id, 'given');
  if (titled && i === from && i + 1 < run.to && !classes.has(id, 'title', 'function', 'organization', 'state'))
    return 'no';
  const endsRun = i + 1 >= run.to || !isNameWord(reading, i + 1) || classes.has(reading.ids[i + 1] ?? -1, 'suffix');
  const givenBefore = endsRun && i > from && classes.has(reading.ids[from] ?? -1, 'given') && i - from <= 3;
  // "Dana Whitlow Park" is a park, "Dana Park" a person.
  const isNamed =
    i - from >= 2 &&
    classes.has(id, 'thing', 'organization') &&
    classes.has(reading.ids[i - 1] ?? -1, 'surname') &&
    wordLength(reading, i - 1) > 2;
  if (givenBefore && !isNamed && classes.has(id, 'frequentSurname'))
    return classes.has(id, 'title', 'function') ? 'no' : 'perhaps';
  if (i !== from || !classes.has(id, 'given') || i + 1 >= run.to) return 'yes';
  const next = reading.ids[i + 1] ?? -1;
  const nextIsName =
    classes.has(next, 'surname') && !classes.has(next, 'organization', 'thing', 'title', 'world', 'state', 'common');
  if (!nextIsName) return 'yes';
  if (classes.has(id, 'title'))
    return /^(?:dean|earl|duke|bishop|king|prince|major|pope)$/.test(foldedAt(reading, i)) &&
      i > run.from &&
      classes.has(reading.ids[i - 1] ?? -1, 'title')
      ? 'no'
      : 'yes';
  if (!classes.has(id, 'function', 'organization', 'world', 'state')) return 'no';
  if (classes.has(id, 'function')) return endsInQuestion(reading, i) ? 'yes' : 'no';
  return 'perhaps';
}

function isTitledSurname(
  reading: Reading,
  { classes }: NameLexicon,
  run: CapitalRun,
  from: number,
  i: number,
): boolean {
  const before = reading.ids[i - 1] ?? -1;
  const behind = reading.ids[i + 1] ?? -1;
  return (
    i === from &&
    i > run.from &&
    i + 1 === run.to &&
    classes.has(before, 'title') &&
    classes.has(reading.ids[i] ?? -1, 'frequentSurname') &&
    !classes.has(reading.ids[i] ?? -1, 'title') &&
    (classes.has(behind, 'speech') || hasShape(reading, i + 1, shape.clitic))
  );
}

function wordLength(reading: Reading, i: number): number {
  return (reading.ends[i] ?? 0) - (reading.starts[i] ?? 0);
}

function endsInQuestion(reading: Reading, i: number): boolean {
  const end = reading.sentenceStarts[(reading.sentenceOf[i] ?? 0) + 1] ?? reading.count;
  return foldedAt(reading, end - 1) === '?';
}

/** The candidate without leading words of plain English, marks and loose particles; null when nothing is left. */
function trim(
  reading: Reading,
  lexicon: NameLexicon,
  run: CapitalRun,
  start: number,
  end: number,
  doubtful: boolean,
): NameCandidate | null {
  const { classes } = lexicon;
  let from = start;
  let to = end;
  while (to > from && !isNameWord(reading, to - 1)) to--;
  while (from < to && !isNameWord(reading, from)) from++;
  while (
    to - from > 1 &&
    (isPlainWord(reading, lexicon, from) || endsTitle(reading, lexicon, from)) &&
    !isOddGiven(reading, lexicon, from, to)
  )
    from++;
  while (from < to && !isNameWord(reading, from)) from++;
  if (from >= to) return null;
  let words = 0;
  for (let i = from; i < to; i++) if (isNameWord(reading, i) && !classes.has(reading.ids[i] ?? -1, 'suffix')) words++;
  if (words === 0) return null;
  const looksLikePlace =
    placeStarts.has(foldedAt(reading, from)) || lexicon.placeLookalikes.has(foldedRange(reading, from, to));
  const standsLikePlace =
    /^(?:in|at|near)$/.test(foldedAt(reading, from - 1)) &&
    !(classes.has(reading.ids[from] ?? -1, 'given') && classes.has(reading.ids[to - 1] ?? -1, 'surname'));
  return {
    from,
    to,
    runFrom: run.from,
    runTo: run.to,
    words,
    titleAt: titleBefore(reading, lexicon, from, run.from),
    doubtful: doubtful || looksLikePlace || standsLikePlace,
  };
}

/** A word of plain English that is no given name ("Activists", "Residents"). */
function isPlainWord(reading: Reading, { classes }: NameLexicon, i: number): boolean {
  const id = reading.ids[i] ?? -1;
  return classes.has(id, 'known') && !classes.has(id, 'given') && !classes.has(id, 'frequentSurname');
}

/** "Superintendent Toy Matthews": one plain word between a title in capitals and a surname that is no plain word. */
function isOddGiven(reading: Reading, { classes }: NameLexicon, from: number, to: number): boolean {
  const id = reading.ids[from] ?? -1;
  const last = reading.ids[to - 1] ?? -1;
  return (
    to - from === 2 &&
    from > 0 &&
    isNameWord(reading, from - 1) &&
    classes.has(reading.ids[from - 1] ?? -1, 'title') &&
    !classes.has(id, 'function', 'title', 'organization', 'world', 'role') &&
    classes.has(last, 'surname') &&
    !classes.has(last, 'known')
  );
}

/** "Justice of the Peace Ana Ode": a plain word behind an article and before a given name is the end of a title. */
function endsTitle(reading: Reading, { classes }: NameLexicon, i: number): boolean {
  return (
    foldedAt(reading, i - 1) === 'the' &&
    classes.has(reading.ids[i] ?? -1, 'known') &&
    !classes.has(reading.ids[i] ?? -1, 'given') &&
    classes.has(reading.ids[i + 1] ?? -1, 'given')
  );
}

function titleBefore(reading: Reading, { classes }: NameLexicon, from: number, runFrom: number): number {
  const before = from - 1;
  if (before < 0 || reading.sentenceOf[before] !== reading.sentenceOf[from]) return -1;
  const id = reading.ids[before] ?? -1;
  if (classes.has(id, 'title')) return before;
  if (before < runFrom && classes.has(id, 'role')) return before;
  // "Councilmember-at-large Ana Ode"
  if (foldedAt(reading, before) === 'large' && /^(?:-|at)$/.test(foldedAt(reading, before - 1))) return before;
  if (foldedAt(reading, before) === 'peace' && foldedAt(reading, before - 1) === 'the') return before;
  const twoBefore = reading.ids[before - 1] ?? -1;
  if (foldedAt(reading, before) === ',' && classes.has(twoBefore, 'title') && isNameWord(reading, before - 1))
    return before - 1;
  return -1;
}

/** The folded words of tokens `[from, to)`, with one space between them. */
export function foldedRange(reading: Reading, from: number, to: number): string {
  const words: string[] = [];
  for (let i = from; i < to; i++) words.push(foldedAt(reading, i));
  return words.join(' ');
}
