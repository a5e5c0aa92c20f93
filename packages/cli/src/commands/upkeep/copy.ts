// `civicwire db copy`: a whole store to an empty one of either kind.
import { copyStore, databasePlace } from '@civicwire/store';
import { exitCode } from '../../exit-code.ts';
import { withRowProgress, writeTables } from './show-tables.ts';

/** Prints each table with its rows and hash, which are the same on both sides. */
export async function dbCopyCommand(
  from: string,
  to: string,
  { dryRun = false, json = false }: { readonly dryRun?: boolean; readonly json?: boolean },
): Promise<number> {
  const result = await withRowProgress('db copy', (onProgress) => copyStore(from, to, { dryRun, onProgress }));
  const place = databasePlace(to);
  const sentence = dryRun
    ? `dry run, nothing written: ${result.rows} rows (${result.schema}) would be copied to ${place}`
    : `${result.rows} rows (${result.schema}) copied to ${place}; counts and hashes are equal on both sides`;
  await writeTables(result, sentence, { json, from: databasePlace(from), to: place, dryRun });
  return exitCode.done;
}
