// Character spans into a story's stored text. Knows offsets; does not know what was found there.

/** A half-open range `[start, end)` in UTF-16 code units of the story's stored text. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** A span with the exact substring that it covers: `story.slice(start, end) === text`, always. */
export interface TextSpan extends Span {
  readonly text: string;
}

/** The span `[start, end)` of `text`, with its substring. Throws `RangeError` on a span outside of the text or an empty one. */
export function textSpan(text: string, start: number, end: number): TextSpan {
  if (!(start >= 0 && start < end && end <= text.length)) {
    throw new RangeError(`span [${start}, ${end}) does not lie in a text of ${text.length} characters`);
  }
  return { start, end, text: text.slice(start, end) };
}

/** Number of characters that two spans share; 0 when they are apart. */
export function overlap(a: Span, b: Span): number {
  return Math.max(0, Math.min(a.end, b.end) - Math.max(a.start, b.start));
}

/** Whether `outer` covers the whole of `inner`. */
export function covers(outer: Span, inner: Span): boolean {
  return outer.start <= inner.start && inner.end <= outer.end;
}
