// Splits a sentence into clauses and tells which words of which clause govern which. Knows marks and conjunctions; no issue.
// Not a parser: it errs towards more boundaries, so that a sign is lost rather than turned.
import { foldedAt, hasShape, isCapital, type Reading } from '../../reading/reading.ts';
import { shape } from '../../reading/tokens.ts';
import { type Grammar, irregularPast, isAdverb, isFiniteForm, isOf } from './grammar.ts';

type SegmentKind = 'main' | 'coordinate' | 'adverbial' | 'condition' | 'relative' | 'participle' | 'aside';

/** A clause; `parent` is the one it hangs on (-1 for none), `from` its first token. A clause may go on behind one that it encloses. */
export interface Segment {
  readonly kind: SegmentKind;
  readonly parent: number;
  readonly from: number;
}

export interface Segments {
  readonly list: readonly Segment[];
  /** Number of the segment of token i (absolute token index). */
  readonly of: (token: number) => number;
}

/** Splits tokens `[from, to)`. `verbAt` tells at which tokens a known verb begins, `insideAct` which are a further part of one act ("voted after long debate to"). */
export function findSegments(
  grammar: Grammar,
  reading: Reading,
  from: number,
  to: number,
  verbAt: (token: number) => boolean,
  insideAct: (token: number) => boolean,
): Segments {
  const list: Segment[] = [{ kind: 'main', parent: -1, from }];
  const numbers: number[] = [];
  let current = 0;
  let verbSeen = false;
  const open = (kind: SegmentKind, at: number, parent: number): void => {
    list.push({ kind, parent, from: at });
    current = list.length - 1;
    verbSeen = false;
  };
  const kindOf = (): SegmentKind => list[current]?.kind ?? 'main';
  const close = (): void => {
    current = Math.max(0, list[current]?.parent ?? 0);
    verbSeen = true;
  };
  for (let i = from; i < to; i++) {
    const word = foldedAt(reading, i);
    if (insideAct(i)) verbSeen = true;
    else if (hasShape(reading, i, shape.mark)) {
      if (word === ';' || word === ':') open('main', i + 1, -1);
      else if (isDash(reading, i)) {
        if (kindOf() === 'aside') close();
        else open('aside', i, current);
      } else if (word === '(' || word === '[') {
        // "[the] police": a bracketed word in a quotation is part of its clause.
        if (word === '(') open('aside', i, current);
      } else if (word === ')' && kindOf() === 'aside') close();
      else if (word === ',') {
        // "If they come and they work, we will …": both are over.
        const outer = list[list[current]?.parent ?? -1]?.kind;
        if (kindOf() === 'coordinate' && outer === 'condition' && promisesSoon(grammar, reading, i + 1)) close();
        // "The law, which the Senate passed and the governor signed, bars …"
        if (kindOf() === 'coordinate' && outer === 'relative') close();
        if (kindOf() !== 'main' && kindOf() !== 'coordinate' && kindOf() !== 'aside') close();
        const next = foldedAt(reading, i + 1);
        if (isOf(grammar, reading, i + 1, 'relative') && next !== 'that') open('relative', i + 1, current);
        else if (isParticiple(grammar, reading, i + 1) || isAbsolute(reading, i + 1, to, verbAt))
          open('participle', i + 1, current);
        else if (next === 'as') open('adverbial', i + 1, current);
      }
    } else if (word === 'as' && i === from) open('adverbial', i, current);
    else if (
      isOf(grammar, reading, i, 'condition') &&
      !asksBefore(grammar, reading, i, from) &&
      !isBeforeThing(reading, i)
    )
      open('condition', i, current);
    else if (isOf(grammar, reading, i, 'adverbial') && !isPartOfTime(grammar, reading, i))
      open('adverbial', i, current);
    else if (
      isOf(grammar, reading, i, 'conjunction') &&
      verbSeen &&
      !joinsName(reading, i) &&
      (isButThat(reading, i) || beginsClause(grammar, reading, i + 1, to, verbAt))
    ) {
      open('coordinate', i, outOf(list, current));
    }
    // "told reporters after the vote that she …", "decided after months of talks to …": no clause stands behind "after".
    if (kindOf() === 'adverbial' && !verbSeen && goesOnBehind(grammar, reading, i, list[current]?.from ?? i, from))
      close();
    if (isOf(grammar, reading, i, 'auxiliary', 'modal') || verbAt(i)) verbSeen = true;
    numbers.push(current);
  }
  return { list, of: (token) => numbers[token - from] ?? 0 };
}

/** Whether the main clause goes on at a token behind "after" or "since" and a noun phrase. */
function goesOnBehind(grammar: Grammar, reading: Reading, i: number, opened: number, from: number): boolean {
  if (opened <= from + 1 || i < opened + 2 || !/^(?:after|since)$/.test(foldedAt(reading, opened))) return false;
  if (foldedAt(reading, i) === 'that') return isOf(grammar, reading, i + 1, 'pronoun', 'determiner');
  if (foldedAt(reading, i) !== 'to' || foldedAt(reading, opened - 1) === ',') return false;
  return occasion.test(foldedAt(reading, i - 1));
}

const occasion =
  /^(?:debate|debates|testimony|hearings?|meetings?|talks|discussions?|negotiations|comments?|questions|study|review|delays?|minutes|hours|days|weeks|months|years|session|\w+day|night|scandal|shooting|killing|death|audit|outcry|protests?|complaints|criticism)$/;

/** "said he is for housing but that apartments belong elsewhere" */
function isButThat(reading: Reading, i: number): boolean {
  return foldedAt(reading, i) === 'but' && foldedAt(reading, i + 1) === 'that';
}

/** A conjunction behind a subordinate clause takes up the clause that it hangs on, unless it goes on with the same. */
function outOf(list: readonly Segment[], current: number): number {
  const segment = list[current];
  return segment?.kind === 'participle' ? Math.max(0, segment.parent) : current;
}

/** "we will", "our deputies will". */
function promisesSoon(grammar: Grammar, reading: Reading, i: number): boolean {
  for (let j = i + 1; j < i + 4; j++) if (isOf(grammar, reading, j, 'future')) return true;
  return false;
}

/** "Immigration and Customs Enforcement", "Customs and Border Protection", "Parks and Recreation Department". */
function joinsName(reading: Reading, i: number): boolean {
  const joined = `${foldedAt(reading, i - 1)} ${foldedAt(reading, i + 1)}`;
  return /^(?:immigration customs|citizenship immigration|customs border|parks recreation|housing urban|health human|fish wildlife|diversity inclusion)$/.test(
    joined,
  );
}

function isDash(reading: Reading, i: number): boolean {
  const word = foldedAt(reading, i);
  if (word === '—' || word === '–' || word === '--') return true;
  return word === '-' && hasShape(reading, i, shape.spaced) && hasShape(reading, i + 1, shape.spaced);
}

function isParticiple(grammar: Grammar, reading: Reading, i: number): boolean {
  const word = foldedAt(reading, i);
  return (
    /^\p{Ll}{2,}ing$/u.test(word) &&
    (!isOf(grammar, reading, i, 'notParticiple') || (word === 'ruling' && foldedAt(reading, i + 1) === 'that')) &&
    !isCapital(reading, i)
  );
}

/** "passed, with Lee voting against it": a clause without a finite verb. */
function isAbsolute(reading: Reading, i: number, to: number, verbAt: (token: number) => boolean): boolean {
  if (foldedAt(reading, i) !== 'with') return false;
  for (let j = i + 2; j < Math.min(to, i + 9) && foldedAt(reading, j) !== ','; j++)
    if (verbAt(j)) return /ing$/.test(foldedAt(reading, j));
  return false;
}

/** "asked if", "to see if": no condition. */
function asksBefore(grammar: Grammar, reading: Reading, i: number, from: number): boolean {
  for (let j = i - 1; j >= Math.max(from, i - 6); j--) if (isOf(grammar, reading, j, 'asks')) return true;
  return false;
}

/** "before dawn", "until Friday", "went before the council to ask": a time or a place, and no clause. */
function isBeforeThing(reading: Reading, i: number): boolean {
  if (!/^(?:before|until)$/.test(foldedAt(reading, i))) return false;
  return (
    hours.test(foldedAt(reading, i + 1)) || /^(?:went|came|appeared|stood|goes|gone)$/.test(foldedAt(reading, i - 1))
  );
}

const hours =
  /^(?:dawn|sunrise|daybreak|noon|midnight|sunset|dark|christmas|thanksgiving|(?:mon|tues|wednes|thurs|fri|satur|sun)day|january|february|march|april|june|july|august|september|october|november|december|now|next|(?:19|20)\d\d)$/;

/** "once" in "at once", "since" in "has since barred". */
function isPartOfTime(grammar: Grammar, reading: Reading, i: number): boolean {
  const [before, word] = [foldedAt(reading, i - 1), foldedAt(reading, i)];
  if (word === 'since') return /^(?:has|have|had|ever)$/.test(before) && !isOf(grammar, reading, i + 1, 'determiner');
  return word === 'once' && before === 'at';
}

/** Past forms that are no participle: "opposed it and ran advertisements". */
const simplePast = /^(?:ran|took|gave|went|wrote|spoke|began|drew|threw|chose|came|broke|stole|drove)$/;

/** Whether a finite verb, or a subject and one, follows a conjunction. */
function beginsClause(
  grammar: Grammar,
  reading: Reading,
  after: number,
  to: number,
  verbAt: (token: number) => boolean,
): boolean {
  let i = after;
  while (i < to && (isAdverb(grammar, reading, i) || foldedAt(reading, i) === ',')) i++;
  if (i >= to) return false;
  if (isOf(grammar, reading, i, 'modal', 'pronoun')) return true;
  if (isOf(grammar, reading, i, 'auxiliary')) return foldedAt(reading, i) !== 'be' && foldedAt(reading, i) !== 'having';
  if (verbAt(i)) return isFiniteForm(reading, i);
  if (/^\p{Ll}{3,}ed$/u.test(foldedAt(reading, i)) || simplePast.test(foldedAt(reading, i))) return true;
  for (let j = i; j < Math.min(to, i + 7); j++) {
    if (hasShape(reading, j, shape.mark)) return false;
    if (j > i && isOf(grammar, reading, j, 'modal', 'auxiliary') && foldedAt(reading, j) !== "'s") return true;
    if (j > i && irregularPast.has(foldedAt(reading, j))) return true;
    if (j > i && verbAt(j)) return isFiniteForm(reading, j) && foldedAt(reading, j - 1) !== 'to';
  }
  return false;
}
