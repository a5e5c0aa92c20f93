// `civicwire reextract`: today's rules over the archive; shows what would change, and with --publish writes it.
import { availableParallelism } from 'node:os';
import { systemClock, toWire, UsageError } from '@civicwire/shared';
import { openStore, type Republished, type Store } from '@civicwire/store';
import { exitCode } from '../exit-code.ts';
import { say, writeData, writeJsonLine } from '../output.ts';
import { compileRules, type Rules, readRules } from '../packs/rules.ts';
import { showCount } from '../progress.ts';
import { type ChangeReport, createChangeSums, describeReport } from '../reextraction/change-report.ts';
import { readAgain } from '../reextraction/read-again.ts';
import { createSpool, type Spool } from '../reextraction/spool.ts';
import { stopOnSignals } from '../stop-on-signals.ts';

export interface ReextractOptions {
  readonly db: string;
  readonly dryRun?: boolean;
  readonly publish?: boolean;
  readonly story?: readonly string[];
  readonly limit?: string;
  readonly packs?: string;
  readonly json?: boolean;
}

interface Reread {
  readonly stories: number;
  readonly unread: readonly { readonly url: string; readonly reason: string }[];
  readonly stopped: boolean;
  readonly report: ChangeReport;
}

/** Prints what would be added, dropped and flipped; `publish` writes it in one transaction. Exit code 1 when a story could not be read. */
export async function reextractCommand(options: ReextractOptions): Promise<number> {
  if (options.dryRun === options.publish)
    throw new UsageError('reextract: expected either --dry-run (show what would change) or --publish (write it)');
  if (options.limit !== undefined && !/^[1-9]\d{0,8}$/.test(options.limit))
    throw new UsageError(`reextract: --limit is "${options.limit}"; expected a number of stories from 1`);
  const rules = readRules(options.packs);
  for (const note of compileRules(rules.files).notes) say(note);
  const stop = new AbortController();
  const release = stopOnSignals(stop);
  const store = await openStore(options.db, { clock: systemClock });
  const spool = options.publish ? createSpool() : null;
  try {
    const reread = await rereadArchive(store, rules, options, spool, stop.signal);
    // Half of an archive is not published: the report would not be that of the whole.
    const published = spool === null || reread.stopped ? null : await store.republish(spool.read());
    await print(reread, published, rules, options);
    return reread.unread.length > 0 || reread.stopped ? exitCode.someFailed : exitCode.done;
  } finally {
    spool?.close();
    release();
    await store.close();
  }
}

async function rereadArchive(
  store: Store,
  rules: Rules,
  options: ReextractOptions,
  spool: Spool | null,
  signal: AbortSignal,
): Promise<Reread> {
  const storyIds = options.story === undefined ? undefined : await findStories(store, options.story, options.db);
  const limit = options.limit === undefined ? undefined : Number(options.limit);
  const total = Math.min(limit ?? Number.POSITIVE_INFINITY, storyIds?.length ?? (await store.counts()).saved);
  const sums = createChangeSums();
  const unread: { url: string; reason: string }[] = [];
  let stories = 0;
  const progress = options.json ? null : showCount('reextract', total, () => stories + unread.length);
  try {
    await readAgain(store.savedStories({ storyIds, limit }), {
      db: options.db,
      threads: availableParallelism(),
      rules,
      keep: spool !== null,
      signal,
      onReading: async ({ story }, comparison, reading) => {
        sums.add(story.url, comparison);
        if (reading !== null) await spool?.write(reading);
        stories++;
      },
      onUnread: ({ story }, reason) => unread.push({ url: story.url, reason }),
    });
  } finally {
    progress?.stop();
  }
  return { stories, unread, stopped: signal.aborted, report: sums.report() };
}

/** Ids of stories that are named by id or address. Throws `UsageError` for one that is not there. */
async function findStories(store: Store, named: readonly string[], db: string): Promise<string[]> {
  const ids: string[] = [];
  for (const name of named) {
    const view = await store.findStory(name);
    if (view === null || view.version === null)
      throw new UsageError(`reextract: ${name} is no saved story of ${db}; expected the id or address of one`);
    ids.push(view.story.id);
  }
  return ids;
}

async function print(
  { stories, unread, stopped, report }: Reread,
  published: Republished | null,
  rules: Rules,
  options: ReextractOptions,
): Promise<void> {
  if (options.json) {
    const outcome = { stories, unread, stopped, rulesVersion: rules.version, ...report, published };
    return writeJsonLine(toWire(outcome));
  }
  for (const { url, reason } of unread) say(`reextract: ${url}: ${reason}; its records stay as they are`);
  const last =
    published === null
      ? `nothing was written${stopped ? ': stopped before the end' : '; --publish writes it'}`
      : `written: ${published.stories} stories read by these rules; findings: ${published.inserted} new, ${published.updated} changed, ${published.superseded} taken back${published.stale > 0 ? `; ${published.stale} stories have moved on meanwhile and were left alone` : ''}`;
  await writeData(
    `${[`${stories} stories read with rules version ${rules.version}`, '', ...describeReport(report), '', last].join('\n')}\n`,
  );
}
