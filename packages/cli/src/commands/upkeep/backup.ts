// `civicwire backup` and `civicwire restore`: a store into one file, and back into an empty place.
import { systemClock } from '@civicwire/shared';
import { backUp, databasePlace, restore } from '@civicwire/store';
import { exitCode } from '../../exit-code.ts';
import { withRowProgress, writeTables } from './show-tables.ts';

interface Options {
  readonly db: string;
  readonly dryRun?: boolean;
  readonly json?: boolean;
}

const kibibyte = 1024;

/** Writes FILE, which must not exist; the store may be in use. */
export async function backupCommand(file: string, { db, dryRun = false, json = false }: Options): Promise<number> {
  const madeAt = new Date(systemClock.nowMs()).toISOString();
  const result = await withRowProgress('backup', (onProgress) => backUp(db, file, { dryRun, onProgress, madeAt }));
  const sentence = dryRun
    ? `dry run, nothing written: ${result.rows} rows (${result.schema}) would be backed up to ${file}`
    : `${result.rows} rows (${result.schema}) of ${databasePlace(db)} in ${file}, ${Math.ceil(result.bytes / kibibyte)} KiB`;
  await writeTables(result, sentence, { json, from: databasePlace(db), file, bytes: result.bytes, dryRun });
  return exitCode.done;
}

/** Fills the empty store at `--db` from FILE, which is only read. */
export async function restoreCommand(file: string, { db, dryRun = false, json = false }: Options): Promise<number> {
  const result = await withRowProgress('restore', (onProgress) => restore(file, db, { dryRun, onProgress }));
  const sentence = dryRun
    ? `dry run, nothing written: ${file} is as it was made; ${result.rows} rows (${result.schema}) would go to ${databasePlace(db)}`
    : `${result.rows} rows (${result.schema}) restored to ${databasePlace(db)}; counts and hashes are those of the backup`;
  await writeTables(result, sentence, { json, file, to: databasePlace(db), dryRun });
  return exitCode.done;
}
