// Tests of the pieces in which a story is drawn.
import { describe, expect, it } from 'vitest';
import { piecesOf, wholeText } from './pieces.ts';

const source = 'One two three.\n\nFour five six.';
const paragraph = (words: string, findings: readonly string[]) => {
  const start = source.indexOf(words);
  return {
    start,
    end: start + words.length,
    segments: [{ start, end: start + words.length, text: words, findings: [...findings] }],
  };
};
const span = (words: string) => ({ start: source.indexOf(words), end: source.indexOf(words) + words.length });
const text = {
  paragraphs: [paragraph('One two three.', []), paragraph('Four five six.', ['f'])],
  evidence: { ...span('five'), text: 'five', machine: null },
  context: span('Four five six.'),
};
const drawn = (...given: Parameters<typeof piecesOf>) =>
  piecesOf(...given).map((pieces) =>
    pieces.map((piece) => `${piece.text}${piece.evidence ? '*' : ''}${piece.marked ? '^' : ''}`).join('|'),
  );

describe('the pieces of a story', () => {
  it('are cut at the ends of the evidence and of what is being marked', () => {
    expect(drawn(text, null, null)).toEqual(['One two three.', 'Four |five*| six.']);
    expect(drawn(text, null, span('five six'))).toEqual(['One two three.', 'Four |five*^| six^|.']);
    expect(drawn(text, null, span('two'))).toEqual(['One |two^| three.', 'Four |five*| six.']);
  });

  it('are those of the passage alone, cut where it begins', () => {
    expect(drawn(text, text.context, null)).toEqual(['Four |five*| six.']);
    expect(drawn(text, span('five six'), null)).toEqual(['five*| six']);
  });

  it('give back the text that offsets point into', () => {
    expect(wholeText(text)).toBe(source);
    expect(wholeText({ ...text, paragraphs: [] })).toBe('');
  });
});
