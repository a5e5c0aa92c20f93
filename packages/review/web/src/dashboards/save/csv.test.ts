import { expect, test } from 'vitest';
import { counted, numberColumn, textColumn } from '../chart/table-data.ts';
import { csvOf } from './csv.ts';

test('a table is saved with its header, quoted where need be, nothing as nothing', () => {
  const columns = [textColumn('City'), numberColumn('Supports, all')];
  const rows = [
    [{ value: 'Cedar "Bend", AZ' }, counted(12, { show: 'all' })],
    [{ value: null }, { value: 0.5, words: '50 %' }],
  ];
  expect(csvOf({ columns, rows })).toBe('City,"Supports, all"\r\n"Cedar ""Bend"", AZ",12\r\n,0.5\r\n');
});

test('words that a spreadsheet would run are kept from it, and negative numbers stay numbers', () => {
  const rows = [[{ value: '=HYPERLINK("https://evil.example")' }], [{ value: '@sum' }], [{ value: -3 }]];
  expect(csvOf({ columns: [textColumn('a')], rows })).toBe(
    `a\r\n"'=HYPERLINK(""https://evil.example"")"\r\n'@sum\r\n-3\r\n`,
  );
});
