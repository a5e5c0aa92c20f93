// A text with overlapping spans cut into pieces that no span's edge divides. Knows offsets; knows no finding and no markup.
import type { Span } from '@civicwire/shared';

/** A piece of one paragraph. Every span covers all of it or nothing of it. */
export interface Segment<Marked extends Span> extends Span {
  readonly text: string;
  /** Spans over this piece, longest first. */
  readonly covering: readonly Marked[];
  /** Those of them that begin here. */
  readonly starting: readonly Marked[];
}

/** Paragraphs of pieces; blank paragraphs are left out. Spans outside of the text are ignored, spans over paragraphs go on in the next. */
export function segmentText<Marked extends Span>(text: string, spans: readonly Marked[]): Segment<Marked>[][] {
  const marked = spans
    .filter(({ start, end }) => 0 <= start && start < end && end <= text.length)
    .sort((a, b) => a.start - b.start || b.end - a.end);
  const paragraphs: Segment<Marked>[][] = [];
  let open: Marked[] = [];
  let upcoming = 0;
  let position = 0;
  for (const paragraph of text.split('\n')) {
    const end = position + paragraph.length;
    const pieces: Segment<Marked>[] = [];
    for (const [from, to] of cut(position, end, marked)) {
      open = open.filter((span) => span.end > from);
      const known = upcoming;
      while (upcoming < marked.length && (marked[upcoming]?.start ?? 0) <= from) upcoming += 1;
      const starting = marked.slice(known, upcoming).filter((span) => span.end > from);
      open.push(...starting);
      const covering = open.toSorted((a, b) => b.end - b.start - (a.end - a.start));
      pieces.push({ start: from, end: to, text: text.slice(from, to), covering, starting });
    }
    if (paragraph.trim() !== '') paragraphs.push(pieces);
    position = end + 1;
  }
  return paragraphs;
}

/** The pieces `[from, to)` of a paragraph between the edges of the spans that touch it. */
function cut(start: number, end: number, spans: readonly Span[]): [number, number][] {
  const edges = new Set([start, end]);
  for (const span of spans) {
    if (span.start >= end) break;
    if (span.start > start) edges.add(span.start);
    if (span.end > start && span.end < end) edges.add(span.end);
  }
  const ordered = [...edges].sort((a, b) => a - b);
  return ordered.slice(0, -1).map((from, index) => [from, ordered[index + 1] ?? end]);
}
