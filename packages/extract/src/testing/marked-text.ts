// Reads the examples inside rules. For tests alone.
import type { Span } from '@civicwire/shared';
import type { MarkedText } from '../rule.ts';

/** The text without its `[[` and `]]`, and the spans that they marked. Throws when they do not pair up. */
export function readMarks(marked: MarkedText): { readonly text: string; readonly spans: readonly Span[] } {
  const spans: Span[] = [];
  let text = '';
  let open = -1;
  for (const part of marked.split(/(\[\[|\]\])/)) {
    if (part === '[[' && open < 0) open = text.length;
    else if (part === ']]' && open >= 0) {
      spans.push({ start: open, end: text.length });
      open = -1;
    } else if (part === '[[' || part === ']]') throw new Error(`marks do not pair up in: ${marked}`);
    else text += part;
  }
  if (open >= 0) throw new Error(`a mark is not closed in: ${marked}`);
  return { text, spans };
}
