// docs/FIELDS.md as text, from the data dictionary. Knows Markdown; writes no file.
import type { FieldDescription } from './fields.ts';

/** The whole document. Tables and columns in the dictionary's order. */
export function fieldDocument(fields: Readonly<Record<string, FieldDescription>>): string {
  const tables = Object.entries(fields).map(([name, { about, columns }]) => {
    const rows = Object.entries(columns).map(([column, meaning]) => `| \`${column}\` | ${meaning} |`);
    return [`## ${name}`, '', about, '', '| column | meaning |', '|---|---|', ...rows].join('\n');
  });
  const head = [
    '# Fields',
    '',
    'What every column of the store means. Written by `node packages/store/scripts/write-fields.ts` from',
    '`packages/store/src/schema/fields.ts`; a test keeps them equal.',
    '',
    'Times are ISO 8601 text in UTC, flags are 0 or 1, JSON is text: the same on SQLite and PostgreSQL. `start`, `end` and',
    '`group` are words of SQL: put them in double quotes there.',
  ].join('\n');
  return `${[head, ...tables].join('\n\n')}\n`;
}
