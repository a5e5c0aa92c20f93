// A PostgreSQL database for copying and checking. Knows PostgreSQL, no table.
import { ServiceUnavailable, UsageError } from '@civicwire/shared';
import pg from 'pg';
import { explainFailure, plainNumbers } from '../connect/connect.ts';
import { type DatabaseAddress, describeAddress } from '../connect/database-address.ts';
import { batchBytesMax, batchRowsMax, bytesOf, quoteName, type RawDatabase, type Row } from './raw-database.ts';

const connectWaitMs = 10_000;
/** Of 65,535 that one statement may have. */
const parametersMax = 30_000;
const firstFetch = 16;

/** Opens one connection. Throws `ServiceUnavailable` when the server does not answer, `UsageError` when it refuses. */
export async function openPostgresRaw(
  address: Extract<DatabaseAddress, { dialect: 'postgres' }>,
): Promise<RawDatabase> {
  const place = describeAddress(address);
  const client = new pg.Client({
    connectionString: address.url,
    connectionTimeoutMillis: connectWaitMs,
    types: plainNumbers,
  });
  // A connection that breaks fails the query on it; without a listener Node would end the process.
  client.on('error', () => {});
  try {
    await client.connect();
  } catch (cause) {
    throw explainFailure(address, cause, connectWaitMs);
  }
  const query = async (text: string, values: readonly unknown[] = []): Promise<readonly Row[]> => {
    try {
      return (await client.query(text, [...values])).rows as Row[];
    } catch (cause) {
      const problem = cause instanceof Error ? cause.message : String(cause);
      const code = cause instanceof Error && 'code' in cause ? String(cause.code) : '';
      // Class 22: a value that this database cannot hold; 42: something of ours that is not there.
      if (/^(22|42)/.test(code)) throw new UsageError(`database ${place}: ${problem}`, { cause });
      throw new ServiceUnavailable(`database ${place}: ${problem}; expected the server to answer`, { cause });
    }
  };
  let cursors = 0;
  return {
    dialect: 'postgres',
    place,
    query,
    async *stream(text) {
      cursors += 1;
      const cursor = `rows_${cursors}`;
      await query(`declare ${cursor} no scroll cursor for ${text}`);
      let count = firstFetch;
      for (;;) {
        const rows = await query(`fetch ${count} from ${cursor}`);
        if (rows.length === 0) break;
        yield rows;
        const bytesEach = rows.reduce((sum, row) => sum + bytesOf(row), 0) / rows.length;
        // A batch may be four times what the rows so far let expect, never more: the next rows may be wider.
        count = Math.max(1, Math.min(batchRowsMax, 4 * count, Math.floor(batchBytesMax / Math.max(1, bytesEach))));
      }
      await query(`close ${cursor}`);
    },
    async insert(table, columns, rows) {
      const rowsMax = Math.max(1, Math.floor(parametersMax / columns.length));
      const names = columns.map(quoteName).join(', ');
      for (let from = 0; from < rows.length; from += rowsMax) {
        const some = rows.slice(from, from + rowsMax);
        const tuples = some.map(
          (_, index) => `(${columns.map((__, column) => `$${index * columns.length + column + 1}`).join(', ')})`,
        );
        const values = some.flatMap((row) => columns.map((column) => row[column]));
        await query(`insert into ${quoteName(table)} (${names}) values ${tuples.join(', ')}`, values);
      }
    },
    async begin(mode, tables) {
      await query(mode === 'read' ? 'begin isolation level repeatable read read only' : 'begin');
      // Its first query fixes the state that is read.
      if (mode === 'read') await query('select 1');
      else await query(`lock table ${tables.map(quoteName).join(', ')} in exclusive mode`);
    },
    commit: async () => {
      await query('commit');
    },
    rollback: async () => {
      await query('rollback');
    },
    close: () => client.end(),
  };
}
