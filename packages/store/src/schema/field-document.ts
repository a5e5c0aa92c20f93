// docs/FIELDS.md as text, from the data dictionary. Knows Markdown; writes no file.
import type { DictionaryEntry } from './dictionary.ts';

function section({ name, about, columns }: DictionaryEntry): string {
  const rows = columns.map((column) => `| \`${column.name}\` | ${column.about} |`);
  return [`### ${name}`, '', about, '', '| column | meaning |', '|---|---|', ...rows].join('\n');
}

const head = [
  '# Fields',
  '',
  'What every column of the store means. Written by `node packages/store/scripts/write-fields.ts` from',
  '`packages/store/src/schema/dictionary.ts`; a test keeps it, the databases and the comments on PostgreSQL equal.',
  '',
  'Times are ISO 8601 text in UTC, flags are 0 or 1, JSON is text: the same on SQLite and PostgreSQL. `start`, `end` and',
  '`group` are words of SQL: put them in double quotes there. A **claim** is a finding in use: pending, accepted or edited.',
].join('\n');

const viewsHead = [
  '## Views',
  '',
  'For dashboards and programs that read: their names and columns are stable. How to read them:',
  '[read-the-store](how-to/read-the-store.md).',
].join('\n');

const tablesHead = ['## Tables', '', 'How the store works; a migration may change them.'].join('\n');

/** The whole document: views, then tables, in the dictionary's order. */
export function fieldDocument(dictionary: readonly DictionaryEntry[]): string {
  const of = (kind: DictionaryEntry['kind']) => dictionary.filter((entry) => entry.kind === kind).map(section);
  return `${[head, viewsHead, ...of('view'), tablesHead, ...of('table')].join('\n\n')}\n`;
}
