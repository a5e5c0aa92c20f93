// Queries that run for every story are put together and compiled once: what is kept is their SQL, and each call brings its
// values. Knows SQL and its parameters; no table.

import { hash } from 'node:crypto';
import { type Compilable, CompiledQuery, type Expression, type SqlBool, SqliteAdapter, sql } from 'kysely';
import type { Database } from '../schema/tables.ts';

/** Stands in a query for a value that each call brings. */
interface Hole {
  readonly row: number;
  readonly name: string;
}

const holes = new WeakSet<object>();

/** An object that has a hole for each name that is asked for. */
function holesOf<Values extends object>(row: number, names?: readonly string[]): Values {
  const make = (name: string): Hole => {
    const hole = Object.freeze({ row, name });
    holes.add(hole);
    return hole;
  };
  if (names !== undefined) return Object.fromEntries(names.map((name) => [name, make(name)])) as Values;
  return new Proxy({}, { get: (_, name) => make(String(name)) }) as Values;
}

const isHole = (parameter: unknown): parameter is Hole =>
  typeof parameter === 'object' && parameter !== null && holes.has(parameter);

interface Kept {
  readonly sql: string;
  readonly parameters: readonly unknown[];
}

/** Which of the two databases it is. */
export function isSqlite(db: Database): boolean {
  return db.getExecutor().adapter instanceof SqliteAdapter;
}

function keep(query: Compilable): Kept {
  const { sql, parameters } = query.compile();
  return { sql, parameters };
}

const names = new Map<string, string>();

/** The name under which a server keeps the plan of a kept query, made of its SQL; undefined for any other. */
export function nameOfKept(sql: string): string | undefined {
  return names.get(sql);
}

async function run<Row>(db: Database, kept: Kept, rows: readonly object[]): Promise<Row[]> {
  const parameters = kept.parameters.map((parameter) => {
    if (!isHole(parameter)) return parameter;
    const value = (rows[parameter.row] as Readonly<Record<string, unknown>>)[parameter.name];
    // SQLite has no lists.
    return Array.isArray(value) && isSqlite(db) ? JSON.stringify(value) : value;
  });
  return (await db.executeQuery<Row>(CompiledQuery.raw(kept.sql, parameters))).rows;
}

/**
 * A query with room for `values`, as a function that runs it and gives its rows. `build` is called once for each kind of
 * database: it must not look into the values. Lists may stand in `isAmong` alone.
 */
export function keptQuery<Values extends object, Row>(
  build: (db: Database, values: Values) => Compilable<Row>,
): (db: Database, values: Values) => Promise<Row[]> {
  const kept = new Map<boolean, Kept>();
  return (db, values) => {
    const sqlite = isSqlite(db);
    let known = kept.get(sqlite);
    if (known === undefined) {
      known = keep(build(db, holesOf<Values>(0)));
      kept.set(sqlite, known);
      if (!sqlite) names.set(known.sql, `kept_${hash('sha256', known.sql).slice(0, 32)}`);
    }
    return run(db, known, [values]);
  };
}

/** Whether a column has one of the values of a list: one statement, however long the list is. False for an empty one. */
export function isAmong(db: Database, column: string, list: readonly (string | number)[]): Expression<SqlBool> {
  return isSqlite(db)
    ? sql<SqlBool>`${sql.ref(column)} in (select value from json_each(${list}))`
    : sql<SqlBool>`${sql.ref(column)} = any(${list})`;
}

/** Rows that SQLite is given in one statement: few shapes, so that all stay prepared. */
const shapes = [16, 4, 1] as const;
/** Rows that a server is given in one statement, for each is a way there and back; PostgreSQL bounds parameters (65,535). */
const serverRowsMax = 200;

/**
 * A statement that inserts rows, as a function that runs it for any number of rows and gives what it returns, in their order.
 * All rows have the same columns, and none is undefined. Does nothing for no rows.
 */
export function keptInsert<Row extends object, Result>(
  build: (db: Database, rows: Row[]) => Compilable<Result>,
): (db: Database, rows: readonly Row[]) => Promise<Result[]> {
  const kept = new Map<number, Kept>();
  const ofShape = (db: Database, count: number, first: Row): Kept => {
    const known = kept.get(count);
    if (known !== undefined) return known;
    const names = Object.keys(first);
    const made = keep(
      build(
        db,
        Array.from({ length: count }, (_, row) => holesOf<Row>(row, names)),
      ),
    );
    kept.set(count, made);
    return made;
  };
  return async (db, rows) => {
    const results: Result[] = [];
    const sqlite = isSqlite(db);
    for (let from = 0; from < rows.length; ) {
      const left = rows.length - from;
      const count = sqlite ? (shapes.find((shape) => shape <= left) ?? 1) : Math.min(left, serverRowsMax);
      const some = rows.slice(from, from + count);
      const first = some[0] as Row;
      const done = sqlite
        ? await run<Result>(db, ofShape(db, count, first), some)
        : (await db.executeQuery<Result>(build(db, some))).rows;
      results.push(...done);
      from += count;
    }
    return results;
  };
}
