// A marked passage whose ends move by words. Pure; knows a text and offsets.

/** A half-open range of UTF-16 code units. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

export type Edge = 'start' | 'end';

function words(text: string): Span[] {
  return [...text.matchAll(/\S+/gu)].map(({ 0: word, index }) => ({ start: index, end: index + word.length }));
}

/**
 * The span with one end moved by one word. An end that stands inside of a word moves to the word's own edge first. The span
 * keeps at least one word, and stays as it is at the text's ends.
 */
export function moveEdge(text: string, span: Span, edge: Edge, by: -1 | 1): Span {
  const all = words(text);
  if (edge === 'start') {
    const to = by < 0 ? all.findLast(({ start }) => start < span.start) : all.find(({ start }) => start > span.start);
    return to === undefined || to.start >= span.end ? span : { start: to.start, end: span.end };
  }
  const to = by > 0 ? all.find(({ end }) => end > span.end) : all.findLast(({ end }) => end < span.end);
  return to === undefined || to.end <= span.start ? span : { start: span.start, end: to.end };
}

/** The span without white space at its ends; null when nothing is left, or when it lies outside of the text. */
export function trimSpan(text: string, { start, end }: Span): Span | null {
  const words = text.slice(start, end);
  const from = start + (words.length - words.trimStart().length);
  const to = start + words.trimEnd().length;
  return from < to && start >= 0 && end <= text.length ? { start: from, end: to } : null;
}

/** Where these words stand, nearest to `near`; null when nowhere. */
export function findNear(text: string, wanted: string, near: number): Span | null {
  if (wanted === '') return null;
  let best: Span | null = null;
  for (let at = text.indexOf(wanted); at >= 0; at = text.indexOf(wanted, at + wanted.length)) {
    if (best === null || Math.abs(at - near) < Math.abs(best.start - near)) {
      best = { start: at, end: at + wanted.length };
    }
  }
  return best;
}
