import { expect, it } from 'vitest';
import { readCsv } from './read-csv.ts';

const cells = (text: string) => readCsv(text).map((record) => record.cells);

it('reads cells with commas, quotation marks and line ends in them', () => {
  expect(cells('name,jurisdiction\r\n"Ortega, Kate","Mesa ""East"""\r\nTom,"two\nlines"\n')).toEqual([
    ['name', 'jurisdiction'],
    ['Ortega, Kate', 'Mesa "East"'],
    ['Tom', 'two\nlines'],
  ]);
});

it('keeps empty cells at every place, passes over empty lines and a byte order mark', () => {
  expect(cells('\uFEFFa,,c\n\n,b,\n')).toEqual([
    ['a', '', 'c'],
    ['', 'b', ''],
  ]);
  expect(cells('')).toEqual([]);
});

it('says in which line a record begins', () => {
  expect(readCsv('a\n"b\nb"\n\nc').map(({ line }) => line)).toEqual([1, 2, 5]);
});

it('keeps a line that breaks the rules as one cell and goes on', () => {
  expect(cells('a,b\n"x"y,z\nc,d\n')).toEqual([['a', 'b'], ['"x"y,z'], ['c', 'd']]);
  expect(cells('a,b\n"never closed,z\nc,d')).toEqual([['a', 'b'], ['never closed,z\nc,d']]);
});
