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

/** Units in text order; together they cover all tokens. */
export function findUnits(reading: Reading, view: QuotedView, words: CueWords): readonly Unit[] {
  const units: Unit[] = [];
  const paragraphs = reading.paragraphStarts.length - 1;
  const isHit = hitsOf(words);
  let nextSpan = 0;
  for (let p = 0; p < paragraphs; p++) {
    const [first, end] = paragraphRange(reading, p);
    let from = first;
    for (let i = first + 1; i <= end; i++) {
      if (i < end && !isBound(reading, view, i)) continue;
      const spans: QuotedSpan[] = [];
      for (let span = view.spans[nextSpan]; span && span.from < i; span = view.spans[++nextSpan]) spans.push(span);
      const hits: number[] = [];
      for (let t = from; t < i; t++) {
        if (isHit(reading.ids[t] ?? -1) && (view.insideOf[t] ?? -1) < 0) hits.push(t);
      }
      units.push({ from, to: i, bodyFrom: behindDateline(reading, from, i), paragraph: p, spans, hits });
      from = i;
    }
  }
  return units;
}

function hitsOf(words: CueWords): (id: number) => boolean {
  const { clauseCue, quoteCue, tellCue, askCue, urgeCue, objectCue, source } = words.bit;
  const mask = clauseCue | quoteCue | tellCue | askCue | urgeCue | objectCue | source;
  return (id) => (words.of(id) & mask) !== 0;
}

function isBound(reading: Reading, view: QuotedView, i: number): boolean {
  if (reading.sentenceOf[i] === reading.sentenceOf[i - 1]) return false;
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
