// How SQLite finds the next item: by an index that has the order already, whatever waits. PostgreSQL plans by statistics: its
// plans are looked at in the bench, over a million claims.
import { systemClock } from '@civicwire/shared';
import SqliteDatabase from 'better-sqlite3';
import { CamelCasePlugin, type CompiledQuery, Kysely } from 'kysely';
import { expect, it } from 'vitest';
import { readDatabaseAddress } from '../connect/database-address.ts';
import { sqliteDialect } from '../connect/sqlite-dialect.ts';
import { openStore } from '../open-store.ts';
import type { FindingTable, Tables } from '../schema/tables.ts';
import { testDialects } from '../testing/databases.ts';
import type { Context } from '../writing.ts';
import { sameElsewhere } from './bulk.ts';
import { type QueueKey, type QueueOrder, queueKeys, queueOrders } from './queue.ts';
import { queueChoices } from './queue-counts.ts';
import { ruleReviews } from './team-figures.ts';

/** The plans of the queries of some work, on an empty store. */
async function plansOf(work: (context: Context) => Promise<unknown>): Promise<string[][]> {
  const [sqlite] = testDialects;
  const database = await sqlite?.create();
  if (database === undefined) throw new Error('no database to test on');
  await (await openStore(database.url, { clock: systemClock })).close();
  const address = readDatabaseAddress(database.url);
  const file = new SqliteDatabase(address.dialect === 'sqlite' ? address.file : '');
  const asked: CompiledQuery[] = [];
  const db = new Kysely<Tables>({
    dialect: sqliteDialect(file),
    plugins: [new CamelCasePlugin()],
    log: ({ query }) => {
      asked.push(query);
    },
  });
  await work({ db, dialect: 'sqlite', clock: systemClock, owner: 'plan' });
  const plans = asked.map(({ sql, parameters }) =>
    (file.prepare(`explain query plan ${sql}`).all(...parameters) as { detail: string }[]).map(({ detail }) => detail),
  );
  await db.destroy();
  await database.remove();
  return plans;
}

const who = { editor: 'kim', sessionId: 's' };
const placesOf: Readonly<Record<QueueOrder, QueueKey>> = {
  uncertainty: { rank: 0, at: 0.2, id: 'a' },
  date: { rank: 0, at: '2026-03-04', id: 'a' },
  impact: { rank: 0, at: '2026-03-04', id: 'a' },
};

for (const order of queueOrders) {
  it(`takes the next item by ${order} out of an index, from the top and from any place, and sorts nothing`, async () => {
    for (const after of [null, placesOf[order]]) {
      const plans = await plansOf((context) =>
        queueKeys(context, { filter: { held: 'free' }, order, after, limit: 24 }, who, '2026'),
      );
      const looked = plans.flat().filter((step) => /\bfinding\b/.test(step));
      expect(looked.length).toBeGreaterThan(3);
      for (const step of looked)
        expect(step).toMatch(/finding USING INDEX finding_(queue_by_(date|uncertainty) \(kind=\?|reopened)/);
      for (const plan of plans) {
        expect(plan.join('\n')).not.toMatch(/TEMP B-TREE|SCAN (?!one_kind|finding USING INDEX finding_reopened)/);
      }
    }
  });
}

it('finds what says the same, and how a rule was judged, by an index', async () => {
  const plans = await plansOf(async (one) => {
    await one.db.insertInto('finding').values(example).execute();
    await sameElsewhere(one.db, 'x');
    await ruleReviews(one, 'rule');
  });
  expect(plans.slice(-2).map(([first]) => first)).toEqual([
    'SEARCH finding USING INDEX finding_queue_same (value_hash=?)',
    'SEARCH finding USING COVERING INDEX finding_decided_by_rule (rule=? AND status=?)',
  ]);
});

it('goes from one rule to the next in an index for what filters may say', async () => {
  const plans = await plansOf((context) => queueChoices(context));
  const looked = plans.flat().filter((step) => /\b(finding|f)\b/.test(step));
  expect(looked.length).toBeGreaterThan(1);
  for (const step of looked) expect(step).toMatch(/USING (COVERING )?INDEX finding_rules/);
});

const example: FindingTable = {
  id: 'x',
  storyId: 's',
  versionId: 'v',
  kind: 'city',
  status: 'pending',
  reopened: 0,
  found: 1,
  rule: 'rule',
  rulesVersion: 'r',
  confidence: null,
  start: 0,
  end: 1,
  text: 't',
  machineStart: null,
  machineEnd: null,
  label: 'l',
  trace: null,
  value: '{}',
  valueHash: 'h',
  contentHash: 'h',
  decidedValue: null,
  seenValueHash: null,
  createdAt: '2026',
  updatedAt: '2026',
};
