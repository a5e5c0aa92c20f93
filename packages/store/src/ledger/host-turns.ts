// Hosts' turns kept in the database, so that all its processes share them. Knows rows and locks; the rules of a turn are in
// packages/shared (host-turns.ts).
import {
  endTurn,
  extendTurn,
  freshHost,
  type HostState,
  type HostTurns,
  isIdleHost,
  takeTurn,
} from '@civicwire/shared';
import { sql } from 'kysely';
import { asPassing } from '../connect/connect.ts';
import { isSqlite, keptQuery } from '../connect/kept-query.ts';
import type { HostTurnTable } from '../schema/host-tables.ts';
import type { Database } from '../schema/tables.ts';
import { type Context, isoTime, writing } from '../writing.ts';

/** Rows of idle hosts are deleted after so many turns, and when the first turn is taken. */
const turnsBetweenCleanings = 10_000;

/**
 * On PostgreSQL the time is the server's, so that machines whose clocks differ keep the gap too; on SQLite all processes
 * share the machine's. Each call is short, on one host's row, and on PostgreSQL a transaction outside of the sequencer.
 */
export function createHostTurns(context: Context): HostTurns {
  let untilCleaning = 0;
  return {
    async take(host, ask) {
      if (untilCleaning === 0) await forgetIdleHosts(context);
      untilCleaning = (untilCleaning || turnsBetweenCleanings) - 1;
      return changing(context, host, (state, nowMs) => takeTurn(state, ask, nowMs));
    },
    async extend(host, extension) {
      await changing(context, host, (state, nowMs) => ({ state: extendTurn(state, extension, nowMs), answer: null }));
    },
    async end(host, end) {
      await changing(context, host, (state, nowMs) => ({ state: endTurn(state, end, nowMs), answer: null }));
    },
  };
}

type Change<Answer> = (state: HostState, nowMs: number) => { readonly state: HostState; readonly answer: Answer };

async function changing<Answer>(context: Context, host: string, change: Change<Answer>): Promise<Answer> {
  const turn = async (db: Database): Promise<Answer> => {
    const row = await lockRow(db, host);
    const before = stateOf(row);
    const { state, answer } = change(before, await nowMsOf(context, db));
    if (state !== before) await setTurns(db, { host, ...rowOf(state) });
    return answer;
  };
  // SQLite has one lock for all: there it shares a transaction with other writers, and a request waits for it.
  if (context.dialect === 'sqlite') return writing(context, ({ db }) => turn(db), { first: true });
  try {
    return await context.db.transaction().execute(turn);
  } catch (error) {
    throw asPassing(error);
  }
}

/** The host's row, held until the end of the transaction. SQLite holds the whole file already. */
async function lockRow(db: Database, host: string): Promise<HostTurnTable> {
  const [known] = await turnsOf(db, { host });
  if (known !== undefined) return known;
  const fresh = { host, ...rowOf(freshHost) };
  await db
    .insertInto('hostTurn')
    .values(fresh)
    .onConflict((on) => on.column('host').doNothing())
    .execute();
  const [made] = await turnsOf(db, { host });
  if (made === undefined) throw new Error(`turns of ${host}: the row that was made is not there`);
  return made;
}

const turnsOf = keptQuery((db, { host }: { readonly host: string }) => {
  const query = db.selectFrom('hostTurn').selectAll().where('host', '=', host);
  return isSqlite(db) ? query : query.forUpdate();
});

const setTurns = keptQuery((db, { host, nextAt, heldUntil, busyAnswers, turns }: HostTurnTable) =>
  db.updateTable('hostTurn').set({ nextAt, heldUntil, busyAnswers, turns }).where('host', '=', host),
);

async function nowMsOf(context: Context, db: Database): Promise<number> {
  if (context.dialect === 'sqlite') return context.clock.nowMs();
  // Asked for after the row is ours: the time at which the wait for it began would be too early.
  const { rows } = await sql<{
    ms: number;
  }>`select floor(extract(epoch from clock_timestamp()) * 1000)::bigint as ms`.execute(db);
  return rows[0]?.ms ?? context.clock.nowMs();
}

/** Loses nothing: a host without a row is a fresh one. */
async function forgetIdleHosts(context: Context): Promise<void> {
  try {
    await context.db.transaction().execute(async (db) => {
      const nowMs = await nowMsOf(context, db);
      const now = isoTime(nowMs);
      const idle = db.selectFrom('hostTurn').selectAll().where('nextAt', '<=', now).where('heldUntil', '<=', now);
      const rows = await (context.dialect === 'postgres' ? idle.forUpdate().skipLocked() : idle).execute();
      for (const row of rows)
        if (isIdleHost(stateOf(row), nowMs)) await db.deleteFrom('hostTurn').where('host', '=', row.host).execute();
    });
  } catch (error) {
    throw asPassing(error);
  }
}

function stateOf(row: HostTurnTable): HostState {
  return {
    nextMs: Date.parse(row.nextAt),
    heldUntilMs: Date.parse(row.heldUntil),
    busyAnswers: row.busyAnswers,
    turns: JSON.parse(row.turns) as HostState['turns'],
  };
}

function rowOf(state: HostState): Omit<HostTurnTable, 'host'> {
  return {
    nextAt: isoTime(state.nextMs),
    heldUntil: isoTime(state.heldUntilMs),
    busyAnswers: state.busyAnswers,
    turns: JSON.stringify(state.turns),
  };
}
