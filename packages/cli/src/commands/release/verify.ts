// `civicwire release verify`: whether a release is as it was cut, and whether the store's bytes still give what it says.
import { randomBytes } from 'node:crypto';
import { availableParallelism } from 'node:os';
import { systemClock, UsageError } from '@civicwire/shared';
import {
  openRelease,
  openStore,
  type Release,
  type ReleasedStory,
  readingBytes,
  type SavedStory,
  type Store,
} from '@civicwire/store';
import { exitCode } from '../../exit-code.ts';
import { say, writeData, writeJsonLine } from '../../output.ts';
import { readRules } from '../../packs/rules.ts';
import { readAgain } from '../../reextraction/read-again.ts';
import { stopOnSignals } from '../../stop-on-signals.ts';

const defaultShare = 0.01;

export interface VerifyOptions {
  readonly db?: string;
  readonly hash?: string;
  readonly seed?: string;
  readonly share?: string;
  readonly packs?: string;
  readonly json?: boolean;
}

interface Comparison {
  readonly seed: string;
  readonly stories: number;
  readonly same: number;
  readonly problems: readonly string[];
}

/** Checks every file; with a store also extracts a share of the stories again. Exit code 1 when anything differs. */
export async function releaseVerifyCommand(folder: string, options: VerifyOptions): Promise<number> {
  const share = options.share === undefined ? defaultShare : Number(options.share);
  if (!(share > 0 && share <= 1))
    throw new UsageError(`release: --share is "${options.share}"; expected more than 0 and at most 1`);
  const release = openRelease(folder);
  try {
    const { manifest, releaseHash } = release;
    const problems = await release.checkFiles();
    if (options.hash !== undefined && options.hash !== releaseHash)
      problems.unshift(`release hash is ${releaseHash}; expected ${options.hash}`);
    const seed = options.seed ?? randomBytes(4).toString('hex');
    // A file that was changed says nothing about extraction.
    const compared =
      options.db === undefined || problems.length > 0
        ? null
        : await compareWithStore(release, options.db, { share, seed, packs: options.packs });
    const all = [...problems, ...(compared?.problems ?? [])];
    for (const problem of all) say(`release: ${problem}`);
    if (options.json)
      await writeJsonLine({
        name: manifest.name,
        release_hash: releaseHash,
        seq: manifest.seq,
        ok: all.length === 0,
        files: manifest.files.length,
        extracted: compared === null ? null : { seed, stories: compared.stories, same: compared.same },
        problems: all,
      });
    else
      await writeData(
        `${describe(manifest.name, manifest.files.length, releaseHash, problems, compared).join('\n')}\n`,
      );
    return all.length === 0 ? exitCode.done : exitCode.someFailed;
  } finally {
    await release.close();
  }
}

function describe(
  name: string,
  files: number,
  releaseHash: string,
  problems: readonly string[],
  compared: Comparison | null,
): string[] {
  return [
    `${name}: ${files} files, ${problems.length === 0 ? 'all as they were cut' : `${problems.length} problems`}`,
    `release hash ${releaseHash}`,
    ...(compared === null
      ? []
      : [
          `extracted again: ${compared.same} of ${compared.stories} stories give the same bytes (seed ${compared.seed})`,
        ]),
  ];
}

async function compareWithStore(
  release: Release,
  db: string,
  { share, seed, packs }: { readonly share: number; readonly seed: string; readonly packs: string | undefined },
): Promise<Comparison> {
  const chosen = await release.sample(share, seed);
  const store = await openStore(db, { clock: systemClock });
  const stop = new AbortController();
  const ignoreSignals = stopOnSignals(stop);
  const rules = readRules(packs);
  const byStory = new Map(chosen.map((story) => [story.storyId, story]));
  const problems: string[] = [];
  const seen = new Set<string>();
  let same = 0;
  try {
    await readAgain(savedAsReleased(store, byStory), {
      db,
      threads: Math.max(1, Math.min(availableParallelism(), chosen.length)),
      rules,
      keep: true,
      signal: stop.signal,
      onReading: async ({ story }, _, reading) => {
        seen.add(story.id);
        const released = byStory.get(story.id);
        if (released === undefined || reading === null) return;
        if (released.rulesVersion !== rules.version) {
          problems.push(
            `${story.url}: was read with rules ${released.rulesVersion}, these are ${rules.version}; expected the same rules and packs`,
          );
          return;
        }
        const bytes = readingBytes(story.id, released.versionId, reading);
        if (bytes === (await release.extractionOf(released))) same += 1;
        else problems.push(`${story.url}: extraction gives other bytes than the release (story ${story.id})`);
      },
      onUnread: ({ story }, reason) => {
        seen.add(story.id);
        problems.push(`${story.url}: cannot be extracted again: ${reason}`);
      },
    });
  } finally {
    ignoreSignals();
    await store.close();
  }
  if (stop.signal.aborted)
    return { seed, stories: chosen.length, same, problems: [...problems, 'stopped before the end'] };
  for (const { storyId } of chosen)
    if (!seen.has(storyId))
      problems.push(`story ${storyId}: is not saved in this store; expected the store that it was cut from`);
  return { seed, stories: chosen.length, same, problems };
}

/** The stories with the version and the bytes that the release has of them, also when the store has moved on. */
async function* savedAsReleased(store: Store, byStory: ReadonlyMap<string, ReleasedStory>): AsyncGenerator<SavedStory> {
  const ids = [...byStory.keys()];
  const batch = 200;
  for (let from = 0; from < ids.length; from += batch) {
    for await (const saved of store.savedStories({ storyIds: ids.slice(from, from + batch) })) {
      const released = byStory.get(saved.story.id);
      if (released !== undefined) yield { ...saved, versionId: released.versionId, snapshotId: released.snapshotId };
    }
  }
}
