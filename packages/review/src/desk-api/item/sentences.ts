// Where a passage stands among sentences, for showing it in context. Pure; the extraction's own sentences are not known here.

const segmenter = new Intl.Segmenter('en', { granularity: 'sentence' });

/** The passage with so many sentences before and after it; never over the edge of the text. Half-open, UTF-16. */
export function contextOf(
  text: string,
  { start, end }: { readonly start: number; readonly end: number },
  sentences: number,
): { readonly start: number; readonly end: number } {
  const edges = [...segmenter.segment(text)].filter(({ segment }) => segment.trim() !== '').map(({ index }) => index);
  const first = edges.findLastIndex((index) => index <= start);
  const next = edges.findIndex((index) => index >= end);
  const after = next === -1 ? edges.length : next;
  return {
    start: edges[Math.max(0, first - sentences)] ?? 0,
    end: edges[after + sentences] ?? text.length,
  };
}
