// `civicwire db check`: whether a store is whole.
import { toWire } from '@civicwire/shared';
import { checkStore, databasePlace } from '@civicwire/store';
import { exitCode } from '../../exit-code.ts';
import { writeData, writeJsonLine } from '../../output.ts';
import { showCount } from '../../progress.ts';

/** Exit code 1 when something is wrong; what, and where, is on standard output. */
export async function dbCheckCommand({
  db,
  snapshots = false,
  json = false,
}: {
  readonly db: string;
  readonly snapshots?: boolean;
  readonly json?: boolean;
}): Promise<number> {
  const seen: { done: number; bar: ReturnType<typeof showCount> | null } = { done: 0, bar: null };
  const onProgress = (done: number, total: number): void => {
    seen.done = done;
    seen.bar ??= showCount('db check', total, () => seen.done);
  };
  const checks = await checkStore(db, { snapshots, onProgress }).finally(() => seen.bar?.stop());
  const failed = checks.filter(({ wrong }) => wrong > 0);
  if (json) await writeJsonLine(toWire({ db: databasePlace(db), ok: failed.length === 0, checks }));
  else {
    for (const { name, wrong, examples } of failed)
      await writeData(`wrong: ${name}: not so for ${wrong} (${examples.join(', ')})\n`);
    await writeData(`${databasePlace(db)}: ${checks.length} checks, ${failed.length} failed\n`);
  }
  return failed.length === 0 ? exitCode.done : exitCode.someFailed;
}
