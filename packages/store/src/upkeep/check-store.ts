// Whether a store is whole: the file itself, what must hold between tables, every passage against its text, on request every
// snapshot against its hash. Reads one consistent state while others write; changes nothing.
import { UsageError } from '@civicwire/shared';
import { newestMigration } from '../schema/migrations.ts';
import { rules } from './check-links.ts';
import { wrongPassages, wrongSnapshots } from './check-texts.ts';
import { openRaw } from './open-raw.ts';
import type { RawDatabase } from './raw-database.ts';
import { requireSchemaState } from './schema-tables.ts';

export interface StoreCheck {
  /** What must hold, in words. */
  readonly name: string;
  /** Things for which it does not; 0 is well. */
  readonly wrong: number;
  /** The first few of them. */
  readonly examples: readonly string[];
}

export interface CheckOptions {
  /** Also read every snapshot's bytes: as long as reading the whole archive takes. */
  readonly snapshots?: boolean | undefined;
  readonly onProgress?: ((stories: number, total: number) => void) | undefined;
}

const examplesMax = 5;

const checkOf = (name: string, wrong: readonly unknown[]): StoreCheck => ({
  name,
  wrong: wrong.length,
  examples: wrong.slice(0, examplesMax).map(String),
});

/**
 * All checks in order, each with what it found. Throws `UsageError` where there is no store or one of another schema, and
 * `ServiceUnavailable` for a file too damaged to be read.
 */
export async function checkStore(address: string, options: CheckOptions = {}): Promise<readonly StoreCheck[]> {
  const db = await openRaw(address, 'read');
  try {
    await db.begin('read', []);
    const state = await requireSchemaState(db);
    if (state !== newestMigration) {
      throw new UsageError(
        `database ${db.place}: is of an earlier schema (${state}); expected ${newestMigration}. Any other command of this program (civicwire status) brings it up to date`,
      );
    }
    const checks = await checkFile(db);
    for (const { name, wrong } of rules) {
      checks.push(
        checkOf(
          name,
          (await db.query(wrong)).map(({ id }) => id),
        ),
      );
    }
    const total = Number((await db.query('select count(*) as n from story'))[0]?.n);
    const texts = await wrongPassages(db, (stories) => options.onProgress?.(stories, total));
    checks.push(checkOf(`every passage is its text from start to end (${texts.checked} passages)`, texts.wrong));
    if (options.snapshots === true) {
      const { checked, wrong } = await wrongSnapshots(db);
      checks.push(checkOf(`every snapshot’s bytes are those of its hash (${checked} snapshots)`, wrong));
    }
    return checks;
  } finally {
    await db.close();
  }
}

/** SQLite reads its whole file; PostgreSQL looks after its own (pg_amcheck, checksums). */
async function checkFile(db: RawDatabase): Promise<StoreCheck[]> {
  if (db.dialect === 'postgres') return [];
  const rows = await db.query(`pragma integrity_check(${2 * examplesMax})`);
  const problems = rows.map(({ integrity_check }) => integrity_check).filter((text) => text !== 'ok');
  return [checkOf('the file is sound (integrity_check)', problems)];
}
