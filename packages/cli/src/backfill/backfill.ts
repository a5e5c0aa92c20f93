// Back-fill: stories from a list of addresses, a folder of pages or a web archive into the ledger, each a source of its own.
import { basename, resolve } from 'node:path';
import { normalizeUrl, sourceIdOf } from '@civicwire/ingest';
import { UsageError } from '@civicwire/shared';
import { type Store, storyId } from '@civicwire/store';
import { say } from '../output.ts';
import type { Tally } from '../workers/tally.ts';
import type { Capture, Unusable } from './capture.ts';
import { readHtmlFolder } from './read-html-folder.ts';
import { readUrlList } from './read-url-list.ts';
import { readArchive } from './read-warc.ts';

export const backfillKinds = ['urls', 'html', 'warc'] as const;
export type BackfillKind = (typeof backfillKinds)[number];

/** After all live news. */
const backfillLane = 1;

/** What is to be taken in, and the source that it belongs to. */
export interface Backfill {
  readonly kind: BackfillKind;
  readonly path: string;
  /** "warc-county-2019": the kind and the file's name. */
  readonly sourceId: string;
}

/** The one of `--urls`, `--html`, `--warc` that was given; null for none. Throws `UsageError` for two of them. */
export function chooseBackfill(options: Readonly<Partial<Record<BackfillKind, string>>>): Backfill | null {
  const given = backfillKinds.filter((kind) => options[kind] !== undefined);
  const [kind] = given;
  if (given.length > 1)
    throw new UsageError(`found ${given.map((one) => `--${one}`).join(' and ')}, expected one of them in one run`);
  if (kind === undefined) return null;
  const path = options[kind] ?? '';
  const name = basename(resolve(path)).replace(/\.(?:warc|wacz|txt|gz)\b/gi, '');
  return { kind, path, sourceId: `${kind}-${sourceIdOf(name, new Set())}` };
}

/** What came of it. A story counts once: as taken, or as known. */
export interface Backfilled {
  readonly taken: number;
  readonly known: number;
  readonly unusable: number;
}

/**
 * Puts every story into the ledger, with its bytes where they are at hand; the workers do the rest. Running it twice
 * changes nothing. What cannot be taken is named on standard error. With `dryRun` it only counts what is there.
 */
export async function runBackfill(
  { kind, path, sourceId }: Backfill,
  { store, tally, dryRun }: { readonly store: Store; readonly tally: Tally; readonly dryRun: boolean },
): Promise<Backfilled> {
  const counts = { taken: 0, known: 0, unusable: 0 };
  if (!dryRun) await store.upsertSource({ id: sourceId, name: basename(resolve(path)), home: null, national: false });
  if (kind === 'urls') {
    for (const story of readUrlList(path)) await take(story, null);
    return counts;
  }
  for await (const found of kind === 'html' ? readHtmlFolder(path) : readArchive(path)) {
    const address = 'problem' in found ? null : addressOf(found);
    if ('problem' in found || address === null) {
      counts.unusable += 1;
      say(`backfill: ${problemOf(found)}`);
    } else await take(address, found);
  }
  return counts;

  async function take(
    address: { readonly url: string; readonly urlKey: string },
    capture: Capture | null,
  ): Promise<void> {
    if (dryRun) {
      counts.taken += 1;
      return;
    }
    const { added, duplicates } = await store.discover([{ ...address, sourceId, lane: backfillLane }]);
    const isNew = added.length + duplicates.length > 0;
    counts[isNew ? 'taken' : 'known'] += 1;
    tally.count(isNew ? 'found' : 'known');
    for (const _ of duplicates) tally.drop('duplicate');
    if (capture === null || duplicates.length > 0) return;
    // Also for a known story: one whose run was killed between the two steps still waits for its bytes.
    const { progress } = await store.recordSnapshot(storyId(sourceId, address.urlKey), {
      ...capture,
      finalUrl: capture.url,
      fetchedAtMs: capture.capturedAtMs,
    });
    if (progress === 'moved') tally.count('fetched');
  }
}

/** The story's address; a saved file without one of its own goes by its path. */
function addressOf({ url }: Capture): { readonly url: string; readonly urlKey: string } | null {
  if (url.startsWith('file:')) return { url, urlKey: url };
  const found = normalizeUrl(url);
  return found && { url: found.url, urlKey: found.key };
}

function problemOf(found: Capture | Unusable): string {
  return 'problem' in found ? found.problem : `${found.url.slice(0, 200)}: expected an http or https address`;
}
