// A table as CSV (RFC 4180), safe to open in a spreadsheet. Pure.
import type { TableData } from '../chart/table-data.ts';

/** With a header and CRLF ends. Words that a spreadsheet would run as a formula get an apostrophe before them. */
export function csvOf({ columns, rows }: TableData): string {
  const lines = [columns.map(({ label }) => field(label)), ...rows.map((row) => row.map(({ value }) => field(value)))];
  return lines.map((line) => `${line.join(',')}\r\n`).join('');
}

function field(value: string | number | null): string {
  if (value === null) return '';
  if (typeof value === 'number') return String(value);
  const safe = /^[=+\-@\t\r]/.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
