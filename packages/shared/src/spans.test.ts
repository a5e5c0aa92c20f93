// Spans and the names at the border.
import { expect, test } from 'vitest';
import { covers, overlap, textSpan } from './spans.ts';
import { toWire } from './wire.ts';

test('a span carries the exact substring, in UTF-16 code units', () => {
  expect(textSpan('🗞 Mesa votes', 3, 7)).toEqual({ start: 3, end: 7, text: 'Mesa' });
});

test.each([
  [-1, 2],
  [3, 3],
  [5, 4],
  [0, 99],
])('a span from %i to %i of a short text is refused', (start, end) => {
  expect(() => textSpan('short', start, end)).toThrow(RangeError);
});

test('spans that touch share nothing', () => {
  expect(overlap({ start: 0, end: 4 }, { start: 4, end: 9 })).toBe(0);
  expect(overlap({ start: 0, end: 6 }, { start: 4, end: 9 })).toBe(2);
  expect(covers({ start: 0, end: 9 }, { start: 4, end: 9 })).toBe(true);
  expect(covers({ start: 0, end: 8 }, { start: 4, end: 9 })).toBe(false);
});

test('names leave in snake_case at every depth, the keys of data stay as they are', () => {
  expect(toWire({ inOrg: true, list: [{ speakerName: null }], methods: { publishedAt: 'meta' } })).toEqual({
    in_org: true,
    list: [{ speaker_name: null }],
    methods: { publishedAt: 'meta' },
  });
});
