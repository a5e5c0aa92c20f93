// Comma-separated values (RFC 4180) into records with their line numbers. Knows quotation marks and line ends, no column.

export interface CsvRecord {
  /** Line of the file in which the record begins, from 1. */
  readonly line: number;
  readonly cells: readonly string[];
}

/**
 * The records of a text; empty lines are passed over. A quotation mark that is never closed takes the rest of the text, so
 * that the record has too few cells and its line is named by whoever counts them.
 */
export function readCsv(text: string): CsvRecord[] {
  const records: CsvRecord[] = [];
  const cell = /(?:"([^"]*(?:""[^"]*)*)(?:"|$)|([^",\r\n]*))(,|\r?\n|$)/y;
  const source = text.replace(/^\uFEFF/, '');
  let cells: string[] = [];
  let line = 1;
  let begin = 1;
  while (cell.lastIndex < source.length) {
    const from = cell.lastIndex;
    const match = cell.exec(source);
    if (match === null) {
      // Something stands after a closing quotation mark, or one within a bare cell: the line is kept whole as one cell.
      const end = source.indexOf('\n', from);
      const stop = end === -1 ? source.length : end + 1;
      records.push({ line: begin, cells: [source.slice(from, stop).trim()] });
      [cells, cell.lastIndex] = [[], stop];
      line += 1;
      begin = line;
      continue;
    }
    cells.push(match[1] === undefined ? (match[2] ?? '') : match[1].replaceAll('""', '"'));
    line += match[0].split('\n').length - 1;
    if (match[3] === ',' && cell.lastIndex < source.length) continue;
    if (match[3] === ',') cells.push('');
    if (cells.some((content) => content !== '')) records.push({ line: begin, cells });
    cells = [];
    begin = line;
  }
  return records;
}
