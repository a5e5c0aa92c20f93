// Tests of moving the ends of a marked passage.
import { describe, expect, it } from 'vitest';
import { findNear, moveEdge, trimSpan } from './bounds.ts';

const text = 'Mayor Ana Ruiz said “no” on Monday.';
const shown = ({ start, end }: { start: number; end: number }) => text.slice(start, end);
const span = (words: string) => ({ start: text.indexOf(words), end: text.indexOf(words) + words.length });

describe('the ends of a marked passage', () => {
  it('move by words, outwards and inwards', () => {
    expect(shown(moveEdge(text, span('Ana Ruiz'), 'start', -1))).toBe('Mayor Ana Ruiz');
    expect(shown(moveEdge(text, span('Ana Ruiz'), 'start', 1))).toBe('Ruiz');
    expect(shown(moveEdge(text, span('Ana Ruiz'), 'end', 1))).toBe('Ana Ruiz said');
    expect(shown(moveEdge(text, span('Ana Ruiz'), 'end', -1))).toBe('Ana');
  });

  it('move to the edge of a word in which they stand', () => {
    expect(shown(moveEdge(text, span('uiz sa'), 'start', -1))).toBe('Ruiz sa');
    expect(shown(moveEdge(text, span('uiz sa'), 'end', 1))).toBe('uiz said');
  });

  it('leave at least a word, and stay inside of the text', () => {
    for (const [edge, by] of [
      ['start', 1],
      ['end', -1],
    ] as const) {
      expect(shown(moveEdge(text, span('Ruiz'), edge, by))).toBe('Ruiz');
    }
    const all = { start: 0, end: text.length };
    expect(moveEdge(text, all, 'start', -1)).toEqual(all);
    expect(moveEdge(text, all, 'end', 1)).toEqual(all);
  });

  it('lose white space, and nothing is left of white space alone', () => {
    expect(shown(trimSpan(text, { start: 5, end: 15 }) ?? { start: 0, end: 0 })).toBe('Ana Ruiz');
    expect(trimSpan(text, { start: 5, end: 6 })).toBeNull();
    expect(trimSpan(text, { start: 5, end: 99 })).toBeNull();
  });

  it('are found again where the words stand nearest', () => {
    expect(findNear('a b a b a', 'a', 5)).toEqual({ start: 4, end: 5 });
    expect(findNear('a', 'b', 0)).toBeNull();
    expect(findNear('a', '', 0)).toBeNull();
  });
});
