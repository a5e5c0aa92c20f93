import { describe, expect, it } from 'vitest';
import { decodePage } from './decode.ts';
import { joinWrappedLines, tidyLine } from './lines.ts';

const latin = (text: string) => Buffer.from(text, 'latin1');

describe('decodePage', () => {
  it('believes a byte order mark before any label', () => {
    const bytes = Buffer.concat([Buffer.from([0xef, 0xbb, 0xbf]), Buffer.from('café')]);
    expect(decodePage(bytes, 'text/html; charset=iso-8859-1')).toEqual({
      html: 'café',
      charset: 'utf-8',
      method: 'bom',
    });
  });

  it('believes the header before the meta declaration', () => {
    const page = decodePage(latin('<meta charset="koi8-r"><p>caf\u00e9'), 'text/html; charset="ISO-8859-1"');
    expect(page).toMatchObject({ charset: 'iso-8859-1', method: 'header' });
    expect(page.html).toContain('café');
  });

  it('believes the meta declaration when the header has none', () => {
    const page = decodePage(
      latin('<meta http-equiv="Content-Type" content="text/html; charset=windows-1252"><p>\u0093No\u0094'),
      'text/html',
    );
    expect(page.html).toContain('“No”');
    expect(page.method).toBe('meta');
  });

  it('refutes a single-byte label by text that is valid UTF-8 throughout', () => {
    expect(decodePage(Buffer.from('<meta charset="iso-8859-1"><p>café “yes”'), null)).toMatchObject({
      charset: 'utf-8',
      method: 'content',
    });
  });

  it('refutes a UTF-8 label by bytes that are mostly no UTF-8', () => {
    expect(decodePage(latin('<meta charset="utf-8"><p>caf\u00e9'), null).html).toContain('café');
  });

  it('passes over labels that nobody knows', () => {
    expect(decodePage(Buffer.from('<p>café'), 'text/html; charset=utf-9').html).toBe('<p>café');
  });
});

describe('lines', () => {
  it('become plain: single spaces, no invisible characters', () => {
    expect(tidyLine('  The\u00a0coun\u00adcil \n\tmet\u200b . ')).toBe('The council met.');
  });

  it('stay apart when they are short or end sentences', () => {
    expect(joinWrappedLines('123 Main Street\nMarlow, Ohio')).toEqual(['123 Main Street', 'Marlow, Ohio']);
    const sentences =
      'The council met on Tuesday night in the old city hall.\nIt voted on the budget and went home before eleven.';
    expect(joinWrappedLines(sentences)).toHaveLength(2);
  });

  it('are joined when they are broken at a column', () => {
    const wrapped =
      'The council met on Tuesday night in the old city hall, and after\nthree hours of testimony it voted to keep the library open through\nthe end of the year.';
    expect(joinWrappedLines(wrapped)).toEqual([wrapped.replaceAll('\n', ' ')]);
  });
});
