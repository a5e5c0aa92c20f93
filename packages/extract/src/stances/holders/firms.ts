// Firms that a story names: "Flock Safety", "The vendor, Plate Co., denied …", and who "the company" is. Knows capitals and nouns of firms; not what one holds.
import { foldedAt, hasShape, isCapital, type Reading } from '../../reading/reading.ts';
import { shape } from '../../reading/tokens.ts';
import { type Grammar, isAdverb, isOf } from '../clauses/grammar.ts';
import type { OperatorHit } from '../lexicon.ts';
import type { Candidate } from './candidate.ts';
import { textOf } from './holder-names.ts';

/** What the names of firms end in. */
const endings = /^(?:safety|inc|inc\.|corp|corp\.|solutions|technologies|labs|llc|enterprise|ai)$/;
/** "the Department of Public Safety" */
const offices = /^(?:public|highway|traffic|community|life|food|fire|school|campus|water|rail|transit)$/;
/** What a story calls a firm. */
const nouns = /^(?:vendor|company|manufacturer|maker|startup|firm|supplier)$/;
const nameMax = 4;

interface Range {
  readonly from: number;
  readonly to: number;
}

/** The candidates and, where one is a verb's subject, the firm: by its name, the first word of it, or as "the company" where the story names but one. */
export function withFirms(
  grammar: Grammar,
  reading: Reading,
  { from, to }: Range,
  candidates: readonly Candidate[],
  operators: readonly OperatorHit[],
): readonly Candidate[] {
  const names = firmsOf(reading);
  if (names.size === 0) return candidates;
  const found: Candidate[] = [];
  for (let i = from; i < to; i++) {
    const named = isCapital(reading, i) ? nameAt(reading, i, to, names) : null;
    const sole =
      named === null && names.size === 1 && nouns.test(foldedAt(reading, i)) && foldedAt(reading, i - 1) === 'the';
    const name = named?.name ?? (sole ? [...names.keys()][0] : undefined);
    const end = named?.to ?? i + 1;
    if (name === undefined || !isSubject(grammar, reading, end, operators)) continue;
    found.push({ from: i, to: end, name, holderType: 'business', role: 'other', named: true });
    i = end - 1;
  }
  if (found.length === 0) return candidates;
  const free = candidates.filter((item) => !found.some((firm) => firm.from < item.to && item.from < firm.to));
  return [...free, ...found].toSorted((a, b) => a.from - b.from);
}

/** The name of a firm at a token, whole or by its first word; null where none stands. */
function nameAt(
  reading: Reading,
  at: number,
  to: number,
  names: ReadonlyMap<string, number>,
): { readonly name: string; readonly to: number } | null {
  for (const [name, length] of names) {
    if (at + length <= to && textOf(reading, at, at + length) === name) return { name, to: at + length };
    const first = foldedAt(reading, at) === name.toLowerCase().split(' ')[0];
    if (first && !isCapital(reading, at + 1) && !isCapital(reading, at - 1)) return { name, to: at + 1 };
  }
  return null;
}

/** Whether a verb that somebody holds something by stands behind a name, at most behind helpers and an insertion between commas. */
function isSubject(grammar: Grammar, reading: Reading, end: number, operators: readonly OperatorHit[]): boolean {
  let i = end;
  if (foldedAt(reading, i) === ',') {
    const opens = /^(?:a|an|the|which)$/.test(foldedAt(reading, i + 1));
    let close = i + 1;
    while (opens && close < i + 14 && foldedAt(reading, close) !== ',' && !/^[.;:]$/.test(foldedAt(reading, close)))
      close++;
    if (opens && foldedAt(reading, close) !== ',') return false;
    i = opens ? close + 1 : i + 1;
  }
  while (isOf(grammar, reading, i, 'auxiliary', 'modal', 'negator') || isAdverb(grammar, reading, i)) i++;
  return i > end + 1 || operators.some(({ rule, from }) => from === i && rule.type === 'act');
}

const known = new WeakMap<Reading, ReadonlyMap<string, number>>();

/** The names of a story's firms, each with its number of tokens. */
function firmsOf(reading: Reading): ReadonlyMap<string, number> {
  const before = known.get(reading);
  if (before) return before;
  const names = new Map<string, number>();
  const add = (from: number, to: number): void => {
    if (to > from) names.set(textOf(reading, from, to), to - from);
  };
  for (let i = 1; i < reading.count; i++) {
    const word = foldedAt(reading, i);
    if (endings.test(word) && isName(reading, i) && isName(reading, i - 1) && !offices.test(foldedAt(reading, i - 1)))
      add(startOf(reading, i - 1), i + 1);
    else if (nouns.test(word) && foldedAt(reading, i + 1) === ',') {
      let to = i + 2;
      while (to < i + 2 + nameMax && isName(reading, to)) to++;
      if (foldedAt(reading, to) === ',') add(i + 2, to);
    }
  }
  known.set(reading, names);
  return names;
}

function startOf(reading: Reading, last: number): number {
  let from = last;
  while (
    from > last - nameMax + 2 &&
    isName(reading, from - 1) &&
    reading.sentenceOf[from - 1] === reading.sentenceOf[last]
  )
    from--;
  return /^(?:the|a|an)$/.test(foldedAt(reading, from)) ? from + 1 : from;
}

function isName(reading: Reading, i: number): boolean {
  return isCapital(reading, i) && !hasShape(reading, i, shape.clitic) && !hasShape(reading, i, shape.mark);
}
