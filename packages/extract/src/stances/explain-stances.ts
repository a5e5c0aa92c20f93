// Explains a text's stances in words: every frame, act and negator found, the product, and the nearest rule that did not fire and why.
// Knows how to tell; the judging is done by the same code as in the stage.
import type { Document } from '../document.ts';
import { sentenceRange } from '../reading/reading.ts';
import { analyseStances, type StanceReader } from './analyse-stances.ts';
import { textOf } from './holders/holder-names.ts';
import { nearestFrame } from './lexicon.ts';
import { sentenceTokensMax } from './long-sentences.ts';
import type { SentenceContext, SentenceReader } from './sentence-context.ts';

/** One sentence of an explanation; those without any frame, found or nearly found, are left out. */
export interface SentenceExplanation {
  readonly sentence: string;
  /** "act rejects: “rejected” (−1)", "negator not: “not” (−1)", "frame ice-deal: “287(g) agreement” (+1 towards ice-agreement)". */
  readonly found: readonly string[];
  /** Traces of the stances ("rejected (−1) × … = +1: council supports ice-agreement"). */
  readonly stances: readonly string[];
  /** What gave no stance and why; then the nearest rule that did not match, with how far it came. */
  readonly misses: readonly string[];
}

/** Explains every sentence of a document that has, or nearly has, an issue phrase. Empty when there is none. */
export function explainStances(document: Document, reader: StanceReader): readonly SentenceExplanation[] {
  const { sentences, analyses } = analyseStances(document, reader);
  const explanations: SentenceExplanation[] = [];
  for (let s = 0; s + 1 < document.reading.sentenceStarts.length; s++) {
    const [from, to] = sentenceRange(document.reading, s);
    if (from >= to) continue;
    const context = contextIn(sentences, s, to - from);
    const own = analyses.filter((analysis) => analysis.context.start === from);
    const say = (a: number, b: number): string => `“${textOf(document.reading, a, b)}”`;
    const found = context
      ? [
          ...context.hits.frames.map(
            ({ rule, from: a, to: b }) =>
              `frame ${rule.id}: ${say(a, b)} (${signed(rule.source.sign)} towards ${rule.source.issue})`,
          ),
          ...context.hits.operators.map(({ rule, from: a, to: b }) =>
            rule.type === 'act'
              ? `act ${rule.id}: ${say(a, b)} (${signed(rule.source.sign ?? 1)})`
              : `negator ${rule.id}: ${say(a, b)} (−1)`,
          ),
        ]
      : [];
    const stances = own.flatMap(({ judgement }) =>
      'stances' in judgement ? judgement.stances.map((stance) => stance.trace) : [],
    );
    const misses = own.flatMap(({ frame, judgement }) =>
      'because' in judgement ? [`${frame.rule.id} ${say(frame.from, frame.to)}: ${judgement.because}`] : [],
    );
    for (const { hit, because } of context?.hits.cancelled ?? [])
      misses.push(`${hit.rule.id} ${say(hit.from, hit.to)} does not count: ${because}`);
    if (own.length === 0) {
      const near = nearestFrame(reader.lexicon, document.reading, from, to);
      if (near)
        misses.push(
          `nearest rule ${near.rule.id}: matched ${say(near.from, near.to)}, then found ${near.to < to ? say(near.to, near.to + 1) : 'the end of the sentence'}`,
        );
    }
    if (found.length > 0 || stances.length > 0 || misses.length > 0)
      explanations.push({ sentence: textOf(document.reading, from, to), found, stances, misses });
  }
  return explanations;
}

/** A sentence with an issue phrase of its own, be it one that does not count; else, or where it is too long to be judged, null. */
function contextIn(sentences: SentenceReader, s: number, length: number): SentenceContext | null {
  if (length > sentenceTokensMax) return null;
  const { frames, cancelled } = sentences.framesOf(s);
  return frames.length + cancelled.length > 0 ? sentences.read(s) : null;
}

function signed(sign: number): string {
  return sign > 0 ? '+1' : '−1';
}
