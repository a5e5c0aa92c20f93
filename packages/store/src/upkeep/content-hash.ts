// A hash of a table's content that does not depend on the order of its rows or on the kind of database.
// Knows cells, no table.
import { hash } from 'node:crypto';
import type { Row } from './raw-database.ts';

const modulus = 1n << 256n;
const digits = 64;

/** Rows counted and hashed as they pass. */
export interface ContentHash {
  add(rows: readonly Row[]): void;
  readonly rows: number;
  /** 64 hexadecimal digits: the sum of the rows' SHA-256, modulo 2^256. A row that is there twice counts twice. All 0 for no rows. */
  readonly hash: string;
}

/** Begins a hash over these columns; rows are read in their order, whatever order the database gives them. */
export function contentHash(columns: readonly string[]): ContentHash {
  let [count, sum] = [0, 0n];
  return {
    add: (rows) => {
      for (const row of rows) {
        const cells = columns.map((column) => {
          const cell = row[column] ?? null;
          // Bytes as an object, so that no text can look like them.
          return cell instanceof Uint8Array ? { sha256: hash('sha256', cell) } : cell;
        });
        sum = (sum + BigInt(`0x${hash('sha256', JSON.stringify(cells))}`)) % modulus;
        count += 1;
      }
    },
    get rows() {
      return count;
    },
    get hash() {
      return sum.toString(16).padStart(digits, '0');
    },
  };
}
