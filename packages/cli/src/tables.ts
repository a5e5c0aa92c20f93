// Plain-text tables for a terminal. Knows columns and widths.

/** Rows of cells as aligned lines: the first column to the left, numbers to the right. Empty for no rows. */
export function alignTable(rows: readonly (readonly (string | number)[])[]): string[] {
  const widths: number[] = [];
  for (const row of rows)
    row.forEach((cell, column) => {
      widths[column] = Math.max(widths[column] ?? 0, String(cell).length);
    });
  return rows.map((row) =>
    row
      .map((cell, column) =>
        typeof cell === 'number' || (column > 0 && /^[\d.]+$/.test(cell))
          ? String(cell).padStart(widths[column] ?? 0)
          : String(cell).padEnd(widths[column] ?? 0),
      )
      .join('  ')
      .trimEnd(),
  );
}
