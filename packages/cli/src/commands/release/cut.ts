// `civicwire release cut`: the present state of the store as a named release that never changes.
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { systemClock, UsageError } from '@civicwire/shared';
import { openStore, type ReleaseFacts } from '@civicwire/store';
import { exitCode } from '../../exit-code.ts';
import { writeData, writeJsonLine } from '../../output.ts';
import { readVersion } from '../../version.ts';
import { wholeOrNothing } from '../../whole-or-nothing.ts';

/** Writes OUT/NAME and prints its hash. A release that exists is never touched. */
export async function releaseCutCommand(
  name: string,
  options: { readonly db: string; readonly out: string; readonly dryRun?: boolean; readonly json?: boolean },
): Promise<number> {
  if (!/^[a-z0-9][a-z0-9._-]{0,99}$/.test(name))
    throw new UsageError(
      `release: "${name}" is no name; expected up to 100 lower-case letters, digits, dots, dashes and underscores`,
    );
  const place = join(options.out, name);
  if (existsSync(place))
    throw new UsageError(`release: ${place} is there already and is never changed; expected another name`);
  const store = await openStore(options.db, { clock: systemClock });
  try {
    if (options.dryRun === true) {
      const state = await store.releaseState();
      if (options.json) await writeJsonLine({ name, place, ...state, dry_run: true });
      else await writeData(`dry run, nothing written: ${place} would hold the state of change ${state.seq}\n`);
      return exitCode.done;
    }
    const release = { name, toolVersion: readVersion() };
    const facts = await wholeOrNothing(place, 'folder', (folder) => store.cutRelease(release, folder));
    if (options.json) await writeJsonLine({ place, release_hash: facts.releaseHash, ...facts.manifest });
    else await writeData(`${describe(place, facts).join('\n')}\n`);
    return exitCode.done;
  } finally {
    await store.close();
  }
}

function describe(place: string, { manifest, releaseHash }: ReleaseFacts): string[] {
  const claims = manifest.counts.v_claim_current ?? 0;
  const bytes = manifest.files.reduce((sum, file) => sum + file.bytes, 0);
  return [
    `${place}: change ${manifest.seq}, ${claims} claims in use, ${manifest.files.length} files, ${(bytes / 1e6).toFixed(1)} MB`,
    `release hash ${releaseHash}`,
  ];
}
