// A client that only reads, as a dashboard would: a SQLite file opened read-only, a login of the reader's role on PostgreSQL.
// For tests only. Knows clients, no view.
import { execFile } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { promisify } from 'node:util';
import SqliteDatabase from 'better-sqlite3';
import pg from 'pg';
import { readDatabaseAddress } from '../connect/database-address.ts';
import { readerRole } from '../views/reader-role.ts';
import { onServer } from './databases.ts';

type Row = Readonly<Record<string, unknown>>;

export interface Reader {
  rows(query: string): Promise<Row[]>;
}

/** A login with the reader's rights, for as long as `work` runs. */
export async function asReader<Result>(url: string, work: (readerUrl: string) => Promise<Result>): Promise<Result> {
  const name = `reader_${randomUUID().replaceAll('-', '')}`;
  await onServer(url, `create role ${name} login in role ${readerRole}`);
  const readerUrl = new URL(url);
  readerUrl.username = name;
  try {
    return await work(readerUrl.href);
  } finally {
    await onServer(url, `drop role ${name}`);
  }
}

const bigintOid = 20;

/** Counts as numbers, as SQLite gives them. */
const getTypeParser = ((oid: number, format?: 'text' | 'binary') =>
  oid === bigintOid ? Number : pg.types.getTypeParser(oid, format as 'text')) as typeof pg.types.getTypeParser;

/** Runs `work` with a reader of the store at this address. */
export async function withReader<Result>(url: string, work: (reader: Reader) => Promise<Result>): Promise<Result> {
  const address = readDatabaseAddress(url);
  if (address.dialect === 'postgres') {
    return asReader(address.url, async (readerUrl) => {
      const client = new pg.Client({ connectionString: readerUrl, types: { getTypeParser } });
      await client.connect();
      try {
        return await work({ rows: async (query) => (await client.query(query)).rows });
      } finally {
        await client.end();
      }
    });
  }
  const file = new SqliteDatabase(address.file, { readonly: true });
  try {
    return await work({ rows: async (query) => file.prepare(query).all() as Row[] });
  } finally {
    file.close();
  }
}

/** What psql prints for a query as CSV with a header, line by line. */
export async function psql(url: string, query: string): Promise<string[]> {
  const { stdout } = await promisify(execFile)('psql', ['-X', '--csv', '-d', url, '-c', query]);
  return stdout.trimEnd().split('\n');
}
