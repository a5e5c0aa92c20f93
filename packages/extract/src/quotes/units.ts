// Cuts a story into the stretches in which one attribution works: sentences whose bounds inside of quotation marks
// do not count. Knows sentences, marks and which words may begin an attribution; no grammar.
import { hasShape, isCapital, paragraphRange, type Reading, wordAt } from '../reading/reading.ts';
import { shape } from '../reading/tokens.ts';
import type { CueWords } from './cue-words.ts';
import type { QuotedSpan, QuotedView } from './marks.ts';

/** Tokens `[from, to)`, behind a dateline from `bodyFrom`; `spans` are the quoted spans that begin in it. */
export interface Unit {
  readonly from: number;
  readonly to: number;
  readonly bodyFrom: number;
  readonly paragraph: number;
  readonly spans: readonly QuotedSpan[];
  /** Tokens outside of quotations that begin an attribution by their word alone, in text order. */
  readonly hits: readonly number[];
}

/** Units in text order; together they cover all tokens. `classes[i]` are the class bits of token i. */
export function findUnits(reading: Reading, view: QuotedView, classes: Uint32Array, hitMask: number): readonly Unit[] {
  const units: Unit[] = [];
  const { sentenceStarts } = reading;
  const paragraphs = reading.paragraphStarts.length - 1;
  let nextSpan = 0;
  let s = 0;
  for (let p = 0; p < paragraphs; p++) {
    let [from, end] = paragraphRange(reading, p);
    while (from < end) {
      do s++;
      while ((sentenceStarts[s] ?? end) < end && !isBound(view, sentenceStarts[s] ?? end));
      const to = Math.min(sentenceStarts[s] ?? end, end);
      const spans: QuotedSpan[] = [];
      for (let span = view.spans[nextSpan]; span && span.from < to; span = view.spans[++nextSpan]) spans.push(span);
      const hits: number[] = [];
      for (let i = from; i < to; i++) {
        if (((classes[i] ?? 0) & hitMask) !== 0 && (view.insideOf[i] ?? -1) < 0) hits.push(i);
      }
      units.push({ from, to, bodyFrom: behindDateline(reading, from, to), paragraph: p, spans, hits });
      from = to;
    }
  }
  return units;
}

/** The classes whose words begin an attribution by themselves. */
export function hitMask({ bit }: CueWords): number {
  return bit.clauseCue | bit.quoteCue | bit.tellCue | bit.askCue | bit.urgeCue | bit.objectCue | bit.source;
}

/** Whether a sentence that begins at token i begins outside of quotations, or right with one. */
function isBound(view: QuotedView, i: number): boolean {
  const inside = view.insideOf[i] ?? -1;
  return inside < 0 || view.spans[inside]?.from === i;
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
