// Rows as comma-separated values (RFC 4180). Knows cells; does not know what a row means.

/** `exact`: every cell as it is. `spreadsheet`: for files that people open with a click, text that would run as a formula is disarmed. */
export type CsvReader = 'exact' | 'spreadsheet';

/** A number as text is left alone: "-1.5" is no formula. */
const plainNumber = /^[+-]?\d+(\.\d+)?$/;
const formulaStart = /^[=+\-@\t\r]/;

/** One cell; null and undefined are empty. For a spreadsheet, text that it would run as a formula gets an apostrophe in front. */
function csvCell(value: unknown, reader: CsvReader): string {
  if (value === null || value === undefined) return '';
  const text = typeof value === 'object' ? JSON.stringify(value) : String(value);
  const isFormula =
    reader === 'spreadsheet' && typeof value !== 'number' && formulaStart.test(text) && !plainNumber.test(text);
  const safe = isFormula ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** One line with its CR LF. */
export function csvLine(cells: readonly unknown[], reader: CsvReader): string {
  return `${cells.map((cell) => csvCell(cell, reader)).join(',')}\r\n`;
}
