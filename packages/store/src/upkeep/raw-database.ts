// What copying, checking and backing up need of a database besides Kysely: one connection, one long transaction, rows of
// any table in bounded memory. Knows no table.

/** A cell as both databases give it. */
export type Cell = string | number | null | Uint8Array;
export type Row = Readonly<Record<string, Cell>>;

/** Rows handed on at once: whichever bound is reached first. */
export const batchRowsMax = 500;
export const batchBytesMax = 1_048_576;

/** One connection of its own. Values of a column come in the same JavaScript type from both databases. */
export interface RawDatabase {
  readonly dialect: 'sqlite' | 'postgres';
  /** For messages; without a password. */
  readonly place: string;
  /** All rows of a statement whose answer is small; none where it gives none. */
  query(text: string): Promise<readonly Row[]>;
  /** The rows of a query in batches of bounded size; within a transaction. Yields nothing for no rows. */
  stream(text: string): AsyncGenerator<readonly Row[]>;
  insert(table: string, columns: readonly string[], rows: readonly Row[]): Promise<void>;
  /** `read`: one consistent state, whoever writes. `write`: nobody else writes to these tables until the end. */
  begin(mode: 'read' | 'write', tables: readonly string[]): Promise<void>;
  commit(): Promise<void>;
  rollback(): Promise<void>;
  close(): Promise<void>;
}

/** A name as both databases read it, whatever words they reserve. */
export function quoteName(name: string): string {
  return `"${name.replaceAll('"', '""')}"`;
}

/** About how many bytes a row takes in memory. */
export function bytesOf(row: Row): number {
  let bytes = 0;
  for (const cell of Object.values(row)) bytes += typeof cell === 'object' ? (cell?.length ?? 0) : String(cell).length;
  return bytes;
}
