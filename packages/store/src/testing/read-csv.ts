// Reads RFC 4180 by the letter, for tests. Knows quotes and lines; nothing of what is in them.

/** The cells of each line. Throws at what the RFC does not allow. */
export function readCsv(text: string): string[][] {
  const rows: string[][] = [];
  let at = 0;
  while (at < text.length) {
    const row: string[] = [];
    for (let ended = false; !ended; ) {
      const cell = /"((?:[^"]|"")*)"|[^",\r\n]*/y;
      cell.lastIndex = at;
      const found = cell.exec(text);
      row.push(found?.[1]?.replaceAll('""', '"') ?? found?.[0] ?? '');
      at = cell.lastIndex;
      if (text.startsWith('\r\n', at)) ended = true;
      else if (text[at] !== ',') throw new Error(`character ${at}: expected a comma or CR LF`);
      at += ended ? 2 : 1;
    }
    rows.push(row);
  }
  return rows;
}
