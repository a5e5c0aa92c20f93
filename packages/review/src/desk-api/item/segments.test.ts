// Tests of cutting a text by overlapping spans.
import { describe, expect, test } from 'vitest';
import { segmentText } from './segments.ts';

/** Each piece as "text{ids}", paragraphs joined by " | ". */
function drawn(text: string, spans: readonly { id: string; start: number; end: number }[]): string {
  return segmentText(text, spans)
    .map((pieces) =>
      pieces
        .map(({ text: words, covering }) =>
          covering.length === 0 ? words : `[${words}]${covering.map(({ id }) => id).join('')}`,
        )
        .join(''),
    )
    .join(' | ');
}

describe('segmentText', () => {
  test('a text without spans is its paragraphs, blank ones left out', () => {
    expect(drawn('one\n\n  \ntwo', [])).toBe('one | two');
  });

  test('a span inside of another is covered by both, the longer one first', () => {
    const spans = [
      { id: 'b', start: 4, end: 7 },
      { id: 'a', start: 0, end: 11 },
    ];
    expect(drawn('abcdefghijk', spans)).toBe('[abcd]a[efg]ab[hijk]a');
  });

  test('spans that overlap at their ends share the middle', () => {
    const spans = [
      { id: 'a', start: 1, end: 5 },
      { id: 'b', start: 3, end: 8 },
    ];
    expect(drawn('0123456789', spans)).toBe('0[12]a[34]ba[567]b89');
  });

  test('two findings on the same words are both there', () => {
    const spans = [
      { id: 'a', start: 2, end: 4 },
      { id: 'b', start: 2, end: 4 },
    ];
    expect(drawn('012345', spans)).toBe('01[23]ab45');
  });

  test('spans that touch do not share anything', () => {
    const spans = [
      { id: 'a', start: 0, end: 3 },
      { id: 'b', start: 3, end: 6 },
    ];
    expect(drawn('012345', spans)).toBe('[012]a[345]b');
  });

  test('a span over two paragraphs goes on in the second but begins once', () => {
    const paragraphs = segmentText('first line\nsecond line', [{ start: 6, end: 17 }]);
    expect(paragraphs.map((pieces) => pieces.map(({ text }) => text))).toEqual([
      ['first ', 'line'],
      ['second', ' line'],
    ]);
    const starts = paragraphs.flat().filter(({ starting }) => starting.length > 0);
    expect(starts.map(({ text }) => text)).toEqual(['line']);
  });

  test('offsets are UTF-16 code units, so an emoji counts two', () => {
    const text = '🚢 Port';
    expect(drawn(text, [{ id: 'a', start: 3, end: 7 }])).toBe('🚢 [Port]a');
  });

  test('spans outside of the text and empty ones are ignored', () => {
    const spans = [
      { id: 'a', start: 2, end: 99 },
      { id: 'b', start: 1, end: 1 },
      { id: 'c', start: -1, end: 2 },
    ];
    expect(drawn('abcd', spans)).toBe('abcd');
  });

  test('the pieces of every paragraph together are the paragraph, for any spans', () => {
    const text = 'The council met.\nIt voted 4-3 to end the lease.\n\nNobody spoke.';
    for (let seed = 1; seed <= 200; seed += 1) {
      const at = (n: number) => (seed * 7919 + n * 104_729) % text.length;
      const spans = Array.from({ length: seed % 9 }, (_, n) => {
        const [start = 0, end = 0] = [at(2 * n), at(2 * n + 1)].sort((a, b) => a - b);
        return { start, end };
      });
      const paragraphs = segmentText(text, spans);
      expect(paragraphs.map((pieces) => pieces.map((piece) => piece.text).join(''))).toEqual(
        text.split('\n').filter((line) => line !== ''),
      );
      for (const { start, end, covering } of paragraphs.flat()) {
        const expected = spans.filter((span) => span.start < span.end && span.start < end && span.end > start);
        expect(new Set(covering)).toEqual(new Set(expected));
        expect(expected.every((span) => span.start <= start && span.end >= end)).toBe(true);
      }
    }
  });
});
