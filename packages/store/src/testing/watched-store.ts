// A store whose questions can be watched and explained, and filled with plain rows, for the bench. Knows both databases' way
// to take rows and to tell a plan; neither what the rows are nor what is asked.
import { systemClock } from '@civicwire/shared';
import SqliteDatabase from 'better-sqlite3';
import { CamelCasePlugin, CompiledQuery, Kysely, type Dialect as KyselyDialect, PostgresDialect, sql } from 'kysely';
import pg from 'pg';
import { type Change, changesSince } from '../changes.ts';
import { type Dialect, readDatabaseAddress } from '../connect/database-address.ts';
import { sqliteDialect } from '../connect/sqlite-dialect.ts';
import { openStore } from '../open-store.ts';
import { type FindingFilter, type FindingPage, listFindings } from '../review/findings.ts';
import { countStancesAnew } from '../schema/reading-tables.ts';
import { settleStancesAnew } from '../schema/stance-place-columns.ts';
import type { Tables } from '../schema/tables.ts';
import { type SearchPage, search } from '../search/search.ts';
import type { Context } from '../writing.ts';

export type PlainRow = Readonly<Record<string, string | number | null>>;

export interface WatchedStore {
  readonly dialect: Dialect;
  changesSince(seq: number, limit: number): Promise<Change[]>;
  listFindings(filter: FindingFilter): Promise<FindingPage>;
  search(query: string): Promise<SearchPage>;
  /** Rows of a query, as a program that reads the database itself would ask it; its values stand as `?`. */
  rows(query: string, values?: readonly (string | number)[]): Promise<number>;
  /** Writes rows of several tables in one transaction. */
  write(tables: ReadonlyMap<string, readonly PlainRow[]>): Promise<void>;
  /** Ends a load: the sequencer's number, the counts, and on PostgreSQL the statistics that a running server keeps by itself. */
  settle(changes: number): Promise<void>;
  /** The plan of the question that took longest since this was last asked, or since `settle`. Empty without one. */
  explainSlowest(): Promise<readonly string[]>;
  close(): Promise<void>;
}

const bigintOid = 20;
const getTypeParser = ((oid: number, format?: 'text' | 'binary') =>
  oid === bigintOid ? Number : pg.types.getTypeParser(oid, format as 'text')) as typeof pg.types.getTypeParser;

function openDialect(url: string): KyselyDialect {
  const address = readDatabaseAddress(url);
  if (address.dialect === 'postgres') {
    return new PostgresDialect({
      pool: new pg.Pool({ connectionString: address.url, max: 2, types: { getTypeParser } }),
    });
  }
  const file = new SqliteDatabase(address.file);
  file.pragma('journal_mode = WAL');
  file.pragma('synchronous = NORMAL');
  return sqliteDialect(file);
}

/** Makes the tables if need be, and opens the database. */
export async function openWatched(url: string): Promise<WatchedStore> {
  await (await openStore(url, { clock: systemClock })).close();
  let slowest: { readonly query: CompiledQuery; readonly ms: number } | null = null;
  const db = new Kysely<Tables>({
    dialect: openDialect(url),
    plugins: [new CamelCasePlugin()],
    log: ({ query, queryDurationMillis: ms }) => {
      if (slowest === null || ms > slowest.ms) slowest = { query, ms };
    },
  });
  const { dialect } = readDatabaseAddress(url);
  const context: Context = { db, dialect, clock: systemClock, owner: 'watched' };
  const plain = db.withoutPlugins();
  return {
    dialect,
    changesSince: (seq, limit) => changesSince(context, seq, limit),
    listFindings: (filter) => listFindings(context, filter),
    search: (query) => search(context, query),
    rows: async (query, values = []) => {
      let nth = 0;
      const text = dialect === 'sqlite' ? query : query.replaceAll('?', () => `$${++nth}`);
      return (await plain.executeQuery(CompiledQuery.raw(text, [...values]))).rows.length;
    },
    write: (tables) => writeRows(context, tables),
    settle: async (changes) => {
      await sql`update sequencer set value = ${changes}`.execute(plain);
      await countStancesAnew(plain as unknown as Kysely<unknown>);
      await settleStancesAnew(plain as unknown as Kysely<unknown>);
      if (dialect === 'postgres') await sql`vacuum analyze`.execute(plain);
      slowest = null;
    },
    explainSlowest: async () => {
      const query = slowest?.query;
      const plan = query === undefined ? [] : await explain(context, query);
      slowest = null;
      return plan;
    },
    close: () => db.destroy(),
  };
}

async function explain({ db, dialect }: Context, query: CompiledQuery): Promise<readonly string[]> {
  const how = dialect === 'sqlite' ? 'explain query plan' : 'explain';
  const asked = CompiledQuery.raw(`${how} ${query.sql}`, [...query.parameters]);
  const { rows } = await db.withoutPlugins().executeQuery<Record<string, unknown>>(asked);
  return [query.sql, ...rows.map((row) => String(row.detail ?? row['QUERY PLAN']))];
}

const rowsPerStatement = 500;

/** Rows go in as JSON: both databases unpack it faster than they bind so many values. */
async function writeRows({ db, dialect }: Context, tables: ReadonlyMap<string, readonly PlainRow[]>): Promise<void> {
  await db.transaction().execute(async (transaction) => {
    const plain = transaction.withoutPlugins();
    for (const [table, rows] of tables) {
      for (let from = 0; from < rows.length; from += rowsPerStatement) {
        const part = rows.slice(from, from + rowsPerStatement);
        const names = [...new Set(part.flatMap((row) => Object.keys(row)))];
        const columns = sql.join(names.map((name) => sql.ref(name)));
        const json = JSON.stringify(part);
        const source =
          dialect === 'sqlite'
            ? sql`select ${sql.join(names.map((name) => sql.raw(`value ->> '$.${name}'`)))} from json_each(${json})`
            : sql`select ${columns} from json_populate_recordset(null::${sql.table(table)}, ${json}::json)`;
        await sql`insert into ${sql.table(table)} (${columns}) ${source}`.execute(plain);
      }
    }
  });
}
