// Rows as comma-separated values (RFC 4180). Knows cells; does not know what a row means.

/** A number as text is left alone: "-1.5" is no formula. */
const plainNumber = /^[+-]?\d+(\.\d+)?$/;
const formulaStart = /^[=+\-@\t\r]/;

/** One cell. Text that a spreadsheet would run as a formula gets an apostrophe in front. */
export function csvCell(value: unknown): string {
  if (value === null || value === undefined) return '';
  const text = typeof value === 'object' ? JSON.stringify(value) : String(value);
  const isText = typeof value !== 'number' && !plainNumber.test(text);
  const safe = isText && formulaStart.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** One line with its CR LF. */
export function csvLine(cells: readonly unknown[]): string {
  return `${cells.map(csvCell).join(',')}\r\n`;
}

/** A header line of `columns`, then a line for each row. Fields that are not in `columns` are left out. */
export async function* writeCsv(
  columns: readonly string[],
  rows: AsyncIterable<Readonly<Record<string, unknown>>>,
): AsyncGenerator<string> {
  yield csvLine(columns);
  for await (const row of rows) yield csvLine(columns.map((column) => row[column]));
}
