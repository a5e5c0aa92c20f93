// Whether the queue in PostgreSQL can be used: its tables there or to be made, its jobs, jobs whose worker is gone. Reads alone:
// opening the queue would make its tables.
import { type Clock, workKinds } from '@civicwire/shared';
import pg from 'pg';
import { queueName } from '../../queues/bull-queue.ts';
import { problemOfAddress, queueSchema } from '../../queues/postgres-queue.ts';
import { type CheckResult, fail, ok, warn } from './check.ts';

const connectMsMax = 5_000;

/** `db`: address of the store. */
export async function checkPostgresQueue(db: string, clock: Clock): Promise<CheckResult[]> {
  const problem = problemOfAddress(db);
  if (problem !== null)
    return [fail('queue', problem, 'use a PostgreSQL store (--db), or --queue redis', 'configuration')];
  const client = new pg.Client({
    connectionString: db,
    connectionTimeoutMillis: connectMsMax,
    query_timeout: connectMsMax,
    options: '-c default_transaction_read_only=on',
  });
  // Its failure shows in the question below.
  client.on('error', () => undefined);
  try {
    await client.connect();
    return await lookInto(client, clock.nowMs());
  } catch (error) {
    const words = error instanceof Error ? error.message || String(error) : String(error);
    return [fail('queue', `its tables cannot be read: ${words}`, 'see what is said of the store', 'service')];
  } finally {
    await client.end().catch(() => undefined);
  }
}

async function lookInto(client: pg.Client, nowMs: number): Promise<CheckResult[]> {
  const { rows } = await client.query<{ isThere: boolean; mayMake: boolean; mayUse: boolean }>(
    `select to_regclass($1) is not null as "isThere",
      has_database_privilege(current_database(), 'CREATE') as "mayMake",
      coalesce((select has_table_privilege(to_regclass($1)::oid, 'SELECT,INSERT,UPDATE,DELETE')), false) as "mayUse"`,
    [`${queueSchema}.job`],
  );
  const { isThere = false, mayMake = false, mayUse = false } = rows[0] ?? {};
  if (!isThere && !mayMake)
    return [
      fail(
        'queue',
        `no schema ${queueSchema} yet, and this user may not make it`,
        'grant CREATE on the database to the user, or start the first worker as its owner',
        'configuration',
      ),
    ];
  if (!isThere) return [ok('queue', `no schema ${queueSchema} yet, the first worker makes it`)];
  if (!mayUse)
    return [
      fail(
        'queue',
        `this user may not read and write ${queueSchema}.job`,
        `grant it all on the tables of ${queueSchema}, or use their owner`,
        'configuration',
      ),
    ];
  return describeJobs(client, nowMs);
}

async function describeJobs(client: pg.Client, nowMs: number): Promise<CheckResult[]> {
  const { rows } = await client.query<{ queue: string; jobs: number; abandoned: number }>(
    `select queue, count(*)::int as jobs,
      count(case when state = 'active' and locked_until_ms < $1 then 1 end)::int as abandoned
      from ${queueSchema}.job where state in ('waiting', 'delayed', 'active') group by queue`,
    [nowMs],
  );
  const counts = workKinds.map((kind) => `${kind} ${rows.find(({ queue }) => queue === queueName(kind))?.jobs ?? 0}`);
  const found = ok('queue', `in the database of the store; jobs: ${counts.join(', ')}`);
  const abandoned = rows.reduce((sum, row) => sum + row.abandoned, 0);
  if (abandoned === 0) return [found];
  const detail = `${abandoned} jobs are in the hands of workers that are gone`;
  return [found, warn('queue', detail, 'start a worker of each kind: it hands them out again within seconds')];
}
