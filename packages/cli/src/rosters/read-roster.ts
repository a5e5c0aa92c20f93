// A roster file → its lines, and the problems of those that cannot be read. Knows JSONL and CSV; writes nothing.
import { readFileSync } from 'node:fs';
import { UsageError } from '@civicwire/shared';
import { type RosterLine, rosterLineSchema } from '@civicwire/store';
import { readCsv } from './read-csv.ts';

export interface RosterFile {
  readonly lines: readonly RosterLine[];
  /** Each with path and line, what was found and what was expected. */
  readonly problems: readonly string[];
}

const csvColumns = ['name', 'role', 'jurisdiction', 'start', 'end'];

/** Reads .csv as CSV with a header line, anything else as JSONL. Throws `UsageError` for a file that cannot be read or has no such columns. */
export function readRoster(file: string): RosterFile {
  const rows = file.toLowerCase().endsWith('.csv') ? csvRows(file, readText(file)) : jsonRows(readText(file));
  const lines: RosterLine[] = [];
  const problems: string[] = [];
  for (const { line, value } of rows) {
    const parsed = rosterLineSchema.safeParse(value);
    if (parsed.success) lines.push(parsed.data);
    else {
      const [issue] = parsed.error.issues;
      const where = issue === undefined || issue.path.length === 0 ? '' : `${issue.path.join('.')}: `;
      problems.push(
        `${file}:${line}: ${where}${issue?.message ?? 'cannot be read'}; expected ${csvColumns.join(', ')}`,
      );
    }
  }
  return { lines, problems };
}

function readText(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch (cause) {
    throw new UsageError(`${file}: ${(cause as Error).message}; expected a roster, .jsonl or .csv`, { cause });
  }
}

interface Row {
  readonly line: number;
  /** Not an object when the line could not be read as one. */
  readonly value: unknown;
}

function jsonRows(text: string): Row[] {
  return text.split('\n').flatMap((content, index): Row[] => {
    if (content.trim() === '') return [];
    try {
      return [{ line: index + 1, value: JSON.parse(content) as unknown }];
    } catch {
      return [{ line: index + 1, value: content }];
    }
  });
}

function csvRows(file: string, text: string): Row[] {
  const [head, ...records] = readCsv(text);
  const columns = (head?.cells ?? []).map((name) => name.trim().toLowerCase());
  const missing = csvColumns.filter((name) => !columns.includes(name));
  if (missing.length > 0) {
    throw new UsageError(
      `${file}:1: has no column ${missing.join(', ')}; expected a header line with ${csvColumns.join(', ')}`,
    );
  }
  return records.map(({ line, cells }) => ({
    line,
    value:
      cells.length === columns.length
        ? Object.fromEntries(columns.map((name, at) => [name, cells[at]]))
        : cells.join(','),
  }));
}
