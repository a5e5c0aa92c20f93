// THE list of migrations, in order. Names are kept for good: a database remembers which it has had.
// What follows from definitions (views, comments, the reader's rights) is made anew whenever one runs, so no migration does it.
import type { Kysely } from 'kysely';
import type { Migration } from 'kysely/migration';
import type { Dialect } from '../connect/database-address.ts';
import { createViews, dropViews } from '../views/create-views.ts';
import { createApiTables } from './api-tables.ts';
import { addBounds } from './bounds-columns.ts';
import { createCopyTables, indexCopies } from './copy-tables.ts';
import { createDeskTables } from './desk-tables.ts';
import { createHostTables } from './host-tables.ts';
import { createRecordTables } from './migration-0001-records.ts';
import { addPageFacts, addPageRules } from './page-fact-columns.ts';
import { addReading } from './reading-tables.ts';
import { askTextByNumber, createSearch } from './search-tables.ts';
import { addStancePlaces } from './stance-place-columns.ts';
import { createWebhookTables } from './webhook-tables.ts';
import { addWorkers } from './worker-tables.ts';

type Step = (db: Kysely<unknown>, dialect: Dialect) => Promise<void>;

/** A changed view needs a migration to reach databases that exist: an empty one will do. */
const steps: Readonly<Record<string, Step>> = {
  '0001-records': createRecordTables,
  '0002-story-links': createCopyTables,
  '0003-host-turns': createHostTables,
  '0004-reading': addReading,
  '0005-search': createSearch,
  '0006-page-facts': addPageFacts,
  '0007-api': createApiTables,
  '0008-page-rules': addPageRules,
  '0009-webhooks': createWebhookTables,
  '0010-workers': addWorkers,
  '0011-stance-places': addStancePlaces,
  '0012-desk': createDeskTables,
  // Views alone: intervals of rules' shares.
  '0013-rule-intervals': async () => {},
  '0014-copies-of': indexCopies,
  '0015-bounds': addBounds,
  '0016-text-by-number': askTextByNumber,
};

/** Names of all migrations in order; each names a state of the schema. */
export const migrationNames: readonly string[] = Object.keys(steps).sort();

/** The state that this program works on. */
export const newestMigration: string = migrationNames.at(-1) ?? '';

/** The migrations for a dialect. All that are due run in one transaction. */
export function migrations(dialect: Dialect): Record<string, Migration> {
  return Object.fromEntries(
    Object.entries(steps).map(([name, step]) => [
      name,
      {
        up: async (db: Kysely<unknown>) => {
          const plain = db.withoutPlugins();
          await dropViews(plain);
          await step(plain, dialect);
          if (name === newestMigration) await createViews(plain, dialect);
        },
      },
    ]),
  );
}
