// Cuts a story into the stretches in which one attribution works: sentences whose bounds inside of quotation marks
// do not count. Knows sentences and marks; no words.
import { hasShape, isCapital, paragraphRange, type Reading, wordAt } from '../reading/reading.ts';
import { shape } from '../reading/tokens.ts';
import type { QuotedSpan, QuotedView } from './marks.ts';

/** Tokens `[from, to)`, behind a dateline from `bodyFrom`; `spans` are the quoted spans that begin in it. */
export interface Unit {
  readonly from: number;
  readonly to: number;
  readonly bodyFrom: number;
  readonly paragraph: number;
  readonly spans: readonly QuotedSpan[];
}

/** Units in text order; together they cover all tokens. */
export function findUnits(reading: Reading, view: QuotedView): readonly Unit[] {
  const units: Unit[] = [];
  const paragraphs = reading.paragraphStarts.length - 1;
  for (let p = 0; p < paragraphs; p++) {
    const [first, end] = paragraphRange(reading, p);
    let from = first;
    for (let i = first + 1; i <= end; i++) {
      if (i < end && !isBound(reading, view, i)) continue;
      units.push({
        from,
        to: i,
        bodyFrom: behindDateline(reading, from, i),
        paragraph: p,
        spans: spansWithin(view, from, i),
      });
      from = i;
    }
  }
  return units;
}

function isBound(reading: Reading, view: QuotedView, i: number): boolean {
  if (reading.sentenceOf[i] === reading.sentenceOf[i - 1]) return false;
  const inside = view.insideOf[i] ?? -1;
  return inside < 0 || view.spans[inside]?.from === i;
}

function spansWithin(view: QuotedView, from: number, to: number): QuotedSpan[] {
  const found: QuotedSpan[] = [];
  for (let i = from; i < to; i++) {
    const span = view.spans[view.insideOf[i] ?? -1];
    if (!span) continue;
    if (span.from === i) found.push(span);
    i = span.to - 1;
  }
  return found;
}

/** "PHOENIX (AP) — The city": the token behind the dash of a dateline; `from` when there is none. */
function behindDateline(reading: Reading, from: number, to: number): number {
  if (!hasShape(reading, from, shape.allCaps)) return from;
  for (let i = from + 1; i < Math.min(to - 1, from + 14); i++) {
    const word = wordAt(reading, i);
    if (/^(?:[—–-]|--)$/.test(word) && hasShape(reading, i + 1, shape.spaced)) return i + 1;
    if (!isCapital(reading, i) && !hasShape(reading, i, shape.mark | shape.number)) return from;
  }
  return from;
}
