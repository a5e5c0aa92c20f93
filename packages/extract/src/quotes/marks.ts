// Pairs the quotation marks of a story, paragraph by paragraph. Knows marks; not who speaks, nor whether it is speech.
// Orientation (glyph, then the space around it) decides before parity, so that one wrong mark never voids the rest.
import { paragraphRange, type Reading } from '../reading/reading.ts';
import { shape } from '../reading/tokens.ts';

/** A stretch in quotation marks: tokens `[from, to)` with its marks, `[innerFrom, innerTo)` without. */
export interface QuotedSpan {
  readonly from: number;
  readonly to: number;
  readonly innerFrom: number;
  readonly innerTo: number;
  readonly paragraph: number;
  /** False when the closing mark is missing in its paragraph. */
  readonly closed: boolean;
  /** It goes on in the next paragraph, which opens a mark again. */
  readonly continues: boolean;
}

/** All quoted spans of a story in text order; `insideOf[i]` is the span of token i or -1. */
export interface QuotedView {
  readonly spans: readonly QuotedSpan[];
  readonly insideOf: Int32Array;
}

type Side = 'open' | 'close' | 'either' | 'none';

const doubles = new Set(['"', '“', '”', '„', '«', '»', "''", '``']);
const singles = new Set(["'", '‘', '’', '`']);

/** Reads the marks of a text. Without double marks in the whole story, single ones count; else they stay inside. */
export function readMarks(reading: Reading): QuotedView {
  const insideOf = new Int32Array(reading.count).fill(-1);
  const spans: QuotedSpan[] = [];
  const marks = pickMarks(reading);
  const paragraphs = reading.paragraphStarts.length - 1;
  let m = 0;
  for (let p = 0; p < paragraphs; p++) {
    const [from, to] = paragraphRange(reading, p);
    const own: number[] = [];
    for (; m < marks.length && (marks[m] ?? 0) < to; m++) if ((marks[m] ?? 0) >= from) own.push(marks[m] ?? 0);
    if (own.length > 0) pairParagraph(reading, own, p, to, spans);
  }
  markContinuations(reading, marks, spans);
  spans.forEach((span, index) => {
    insideOf.fill(index, span.from, span.to);
  });
  return { spans, insideOf };
}

function pickMarks(reading: Reading): number[] {
  const double: number[] = [];
  const single: number[] = [];
  for (let i = 0; i < reading.count; i++) {
    if (((reading.shapes[i] ?? 0) & shape.quote) === 0) continue;
    const glyph = reading.text.slice(reading.starts[i], reading.ends[i]);
    if (doubles.has(glyph)) double.push(i);
    else if (singles.has(glyph)) single.push(i);
  }
  return double.length > 0 ? double : single.filter((i) => sideOf(reading, i) !== 'none');
}

function pairParagraph(reading: Reading, marks: readonly number[], p: number, to: number, spans: QuotedSpan[]): void {
  let open = -1;
  const close = (mark: number): void => {
    if (mark > open + 1) push(spans, open, behindSingles(reading, mark + 1), mark, p, true);
    open = -1;
  };
  let nested = 0;
  for (const [index, mark] of marks.entries()) {
    const side = sideOf(reading, mark);
    if (open < 0) {
      if (side === 'open' || (side === 'either' && index < marks.length - 1)) open = mark;
    } else if (nested > 0) nested += side === 'open' ? 1 : -1;
    else if (side === 'open' && isNested(reading, open, marks, index)) nested = 1;
    else if (side === 'open' && opensAnew(reading, marks, index)) {
      const end = cutOpenSpan(reading, open, mark);
      push(spans, open, end, end, p, false);
      open = mark;
    } else close(mark);
  }
  if (open >= 0 && open + 1 < to) push(spans, open, to, to, p, false);
}

/** ''He said 'no,''' — read as '' and ': the single mark that is left over closes with it. */
function behindSingles(reading: Reading, i: number): number {
  const glyph = reading.text.slice(reading.starts[i], reading.ends[i]);
  return singles.has(glyph) && ((reading.shapes[i] ?? 0) & shape.spaced) === 0 ? i + 1 : i;
}

/** A mark that opens while another is open: believed when a closing one follows before the next opening one. */
function opensAnew(reading: Reading, marks: readonly number[], index: number): boolean {
  const next = marks[index + 1];
  return next !== undefined && sideOf(reading, next) === 'close';
}

/** How many marks ahead a quotation within a quotation is looked through. */
const nestedMarksMax = 16;

/**
 * “When “your team” is told”: an opening mark inside of a quotation, when as many marks close as open behind it; or
 * when it and the next mark are of another make than the one that is open.
 */
function isNested(reading: Reading, open: number, marks: readonly number[], index: number): boolean {
  const outer = reading.text[reading.starts[open] ?? 0];
  const inner = reading.text[reading.starts[marks[index] ?? 0] ?? 0];
  const next = marks[index + 1];
  if (outer === '"' && inner === '“') return next !== undefined && reading.text[reading.starts[next] ?? 0] === '”';
  let depth = 1;
  for (let k = index; k < Math.min(marks.length, index + nestedMarksMax); k++) {
    depth += sideOf(reading, marks[k] ?? 0) === 'open' ? 1 : -1;
    if (depth === 0) return true;
  }
  return false;
}

function push(
  spans: QuotedSpan[],
  from: number,
  to: number,
  innerTo: number,
  paragraph: number,
  closed: boolean,
): void {
  spans.push({ from, to, innerFrom: from + 1, innerTo, paragraph, closed, continues: false });
}

/** The end of a span whose closing mark is missing: its first sentence end, and `limit` at the latest. */
function cutOpenSpan(reading: Reading, open: number, limit: number): number {
  for (let i = open + 2; i < limit; i++) if (reading.sentenceOf[i] !== reading.sentenceOf[open + 1]) return i;
  return limit;
}

function markContinuations(reading: Reading, marks: readonly number[], spans: QuotedSpan[]): void {
  for (let i = 0; i < spans.length; i++) {
    const span = spans[i];
    const [, end] = span ? paragraphRange(reading, span.paragraph) : [0, 0];
    if (!span || span.closed || span.to < end) continue;
    const next = spans[i + 1];
    const close = closingMark(reading, marks, end, next?.from ?? reading.count);
    const cut = cutAtAttribution(reading, span, end);
    const opensAgain = next?.paragraph === span.paragraph + 1 && next.from === end;
    if (opensAgain && cut === null) spans[i] = { ...span, continues: true };
    else if (close > 0) spans[i] = { ...span, to: close + 1, innerTo: close, closed: true };
    else {
      const to = cut ?? cutOpenSpan(reading, span.from, end);
      spans[i] = { ...span, to, innerTo: to };
    }
  }
}

/** A mark that closes in the next paragraph, where none opened: the quotation runs over the line break; else -1. */
function closingMark(reading: Reading, marks: readonly number[], from: number, limit: number): number {
  const [, end] = paragraphRange(reading, reading.paragraphOf[from] ?? 0);
  let low = 0;
  let high = marks.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((marks[middle] ?? 0) < from) low = middle + 1;
    else high = middle;
  }
  const mark = marks[low];
  return from > 0 && mark !== undefined && mark < Math.min(end, limit) && sideOf(reading, mark) === 'close' ? mark : -1;
}

/** In its first sentence ", said Name" or ", he said" shows where an unclosed quote ended: the token behind the comma; else null. */
function cutAtAttribution(reading: Reading, span: QuotedSpan, end: number): number | null {
  const limit = cutOpenSpan(reading, span.from, end);
  const tail = reading.text.slice(reading.starts[span.from], reading.ends[limit - 1]);
  const found = attributionInside.exec(tail);
  if (!found) return null;
  const offset = (reading.starts[span.from] ?? 0) + found.index;
  let i = span.from;
  while (i < limit && (reading.starts[i] ?? 0) <= offset) i++;
  return i;
}

const attributionInside =
  /,\s(?=(?:said|says|\p{Lu}[\p{L}.]*\s(?:\p{Lu}[\p{L}.]*\s){0,3}(?:said|says)|s?he\ssaid|they\ssaid)\b)/u;

function sideOf(reading: Reading, i: number): Side {
  const start = reading.starts[i] ?? 0;
  const end = reading.ends[i] ?? 0;
  const glyph = reading.text.slice(start, end);
  const before = start === 0 ? ' ' : (reading.text[start - 1] ?? ' ');
  const after = reading.text[end] ?? ' ';
  if (glyph === '“' || glyph === '„' || glyph === '«' || glyph === '``') return 'open';
  if (glyph === '”' || glyph === '»') return /\s/.test(before) && /[\p{L}\p{N}]/u.test(after) ? 'open' : 'close';
  if (before === '=' || after === '>' || reading.text.startsWith('/>', end)) return 'none';
  const loose = /[\s([{—–-]/.test(before);
  const tight = /[\s)\]}.,;:!?—–'"’”-]/.test(after);
  const single = singles.has(glyph);
  if (loose && !tight) return single && isElision(reading, i) ? 'none' : 'open';
  if (!loose && tight) return single && isPossessive(reading, i) ? 'none' : 'close';
  return single ? 'none' : 'either';
}

/** 'Tis, '90s. */
function isElision(reading: Reading, i: number): boolean {
  const next = reading.text.slice(reading.starts[i + 1], reading.ends[i + 1]);
  return /^(?:\d|tis\b|twas\b|em\b|cause\b|til\b)/i.test(next);
}

/** voters' rights: a bare apostrophe behind an s, with a word following. */
function isPossessive(reading: Reading, i: number): boolean {
  const start = reading.starts[i] ?? 0;
  return (
    reading.text[start - 1] === 's' &&
    /^\s\p{Ll}/u.test(reading.text.slice(reading.ends[i] ?? 0, (reading.ends[i] ?? 0) + 2))
  );
}
