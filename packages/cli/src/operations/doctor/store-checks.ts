// Whether the store can be used as it stands: reached, of this program's schema, safe, and of one time with this machine.
import { type Clock, ServiceUnavailable, UsageError } from '@civicwire/shared';
import { describeStore, type ServerDescription, type StoreDescription } from '@civicwire/store';
import { type CheckResult, fail, ok, warn } from './check.ts';
import { checkFolder } from './machine-checks.ts';

/** Looks at the store at an address and changes nothing. Everything that is wrong with it comes as a result, nothing is thrown for it. */
export async function checkStorePlace(db: string, clock: Clock): Promise<CheckResult[]> {
  const beganMs = clock.nowMs();
  let store: StoreDescription;
  try {
    store = await describeStore(db);
  } catch (error) {
    if (error instanceof UsageError)
      return [fail('store', error.message, 'correct --db (or CIVICWIRE_DB)', 'configuration')];
    if (!(error instanceof ServiceUnavailable)) throw error;
    return [fail('store', error.message, 'start the server, or correct --db (or CIVICWIRE_DB)', 'service')];
  }
  const endedMs = clock.nowMs();
  const results = [checkSchema(store)];
  if (store.file !== null) results.push(...checkFolder(store.file));
  if (store.server !== null) {
    results.push(...checkServer(store.place, store.server));
    results.push(checkSkew('clock and database', store.server.nowMs, beganMs, endedMs));
  }
  return [...results, checkLastChange(store.lastChangeAt, endedMs)];
}

function checkSchema({ place, exists, schema, schemaExpected, unknownMigrations }: StoreDescription): CheckResult {
  if (!exists) return ok('store', `${place}: no store yet, the first run makes it`);
  if (unknownMigrations.length > 0) {
    const detail = `${place}: its tables are of a newer program (${unknownMigrations.join(', ')})`;
    return fail('store', detail, 'use the newer program; this one changes nothing there', 'configuration');
  }
  if (schema !== schemaExpected) {
    const detail = `${place}: schema ${schema}, this program works on ${schemaExpected}`;
    return warn('store', detail, 'back up; then any command (civicwire status) brings it up to date');
  }
  return ok('store', `${place}: schema ${schema}`);
}

/** A process of ours opens at most so many connections. */
const connectionsEach = 8;
const serverMajorMin = 13;

function checkServer(place: string, server: ServerDescription): CheckResult[] {
  const results: CheckResult[] = [];
  const major = Number.parseInt(server.version, 10);
  if (major < serverMajorMin)
    results.push(
      fail('database', `PostgreSQL ${server.version}`, `use PostgreSQL ${serverMajorMin} or newer`, 'configuration'),
    );
  if (!server.mayWrite)
    results.push(
      fail(
        'database',
        `${place}: this user may not write`,
        'grant it, or use the owner of the tables',
        'configuration',
      ),
    );
  if (server.encoding !== 'UTF8')
    results.push(
      fail('database', `encoding ${server.encoding}`, 'make the database anew with encoding UTF8', 'configuration'),
    );
  if (server.unsafeSettings.length > 0) {
    const advice = 'turn them on: a power cut could lose what was acknowledged';
    results.push(warn('database', `${server.unsafeSettings.join(', ')} off`, advice));
  }
  const free = server.connectionsMax - server.connections;
  const detail = `PostgreSQL ${server.version}, ${server.connections} of ${server.connectionsMax} connections in use`;
  if (free < 2 * connectionsEach)
    results.push(
      warn('database', detail, `raise max_connections: each process of civicwire uses up to ${connectionsEach}`),
    );
  return results.length > 0 ? results : [ok('database', detail)];
}

const skewMsWarn = 1_000;
const skewMsMax = 30_000;

/** Holds another machine's clock, read between `beganMs` and `endedMs` of ours, against ours. Leases and due times cross machines. */
export function checkSkew(name: string, theirMs: number, beganMs: number, endedMs: number): CheckResult {
  // Nothing is known below the time that asking took.
  const skewMs = Math.max(0, theirMs - endedMs, beganMs - theirMs);
  const detail = `${(skewMs / 1000).toFixed(1)} s apart${skewMs < 50 ? '' : theirMs < beganMs ? ', ours is ahead' : ', ours is behind'}`;
  const advice = 'set both clocks by NTP (chrony, systemd-timesyncd): leases of workers are compared across machines';
  if (skewMs > skewMsMax) return fail(name, detail, advice, 'items');
  return skewMs > skewMsWarn ? warn(name, detail, advice) : ok(name, detail);
}

function checkLastChange(lastChangeAt: string | null, nowMs: number): CheckResult {
  if (lastChangeAt === null) return ok('clock', new Date(nowMs).toISOString());
  const aheadMs = Date.parse(lastChangeAt) - nowMs;
  if (aheadMs <= skewMsWarn) return ok('clock', `${new Date(nowMs).toISOString()}; last change at ${lastChangeAt}`);
  const detail = `the last change was written at ${lastChangeAt}, ${Math.round(aheadMs / 1000)} s from now`;
  return warn('clock', detail, 'the clock was set back, or another machine’s is ahead: set it by NTP');
}
