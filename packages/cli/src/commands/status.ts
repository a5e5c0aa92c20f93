// `civicwire status`: what is in the store, in words or as JSON.
import { systemClock, toWire, UsageError } from '@civicwire/shared';
import { type Feed, openStore, type Status, type Store } from '@civicwire/store';
import { exitCode } from '../exit-code.ts';
import { watchStatus } from '../operations/watch-status.ts';
import { writeData, writeJsonLine } from '../output.ts';
import { stopOnSignals } from '../stop-on-signals.ts';
import { alignTable } from '../tables.ts';

export interface StatusOptions {
  readonly db: string;
  readonly json?: boolean;
  /** Look again and again until stopped. */
  readonly watch?: boolean;
  /** Seconds between two looks. */
  readonly every: string;
}

/** Always exit code 0 when the store could be read. */
export async function statusCommand(options: StatusOptions): Promise<number> {
  const seconds = Number(options.every);
  if (!(seconds >= 0.2 && seconds <= 3_600))
    throw new UsageError(`status: --every is "${options.every}"; expected seconds from 0.2 to 3600`);
  const store = await openStore(options.db, { clock: systemClock });
  try {
    if (options.watch) return await watch(store, options, seconds * 1_000);
    const status = await store.status();
    if (options.json) await writeJsonLine(toWire(status, new Set(['droppedByReason'])));
    else await writeData(`${describeStatus(status).join('\n')}\n`);
    return exitCode.done;
  } finally {
    await store.close();
  }
}

async function watch(store: Store, { db, json = false }: StatusOptions, everyMs: number): Promise<number> {
  const stop = new AbortController();
  const release = stopOnSignals(stop, null);
  try {
    await watchStatus(store, { db, everyMs, json, signal: stop.signal });
    return exitCode.done;
  } finally {
    release();
  }
}

function describeStatus({ counts, sources, feeds, struggling }: Status): string[] {
  const lines = [
    ...alignTable([
      ['stories', counts.stories],
      ...Object.entries(counts.byState).map(([state, count]) => [`  ${state}`, count]),
      ...Object.entries(counts.droppedByReason).map(([reason, count]) => [`    dropped: ${reason}`, count]),
      ['cities', counts.cities],
      ['officials', counts.officials],
      ['quotes', counts.quotes],
      ['stances', counts.stances],
      ['decisions', counts.decisions],
      ['to look at again', counts.reopened],
    ]),
    '',
    'feeds',
    ...alignTable(
      feeds.map((feed) => [
        `  ${feed.sourceId}`,
        feed.health,
        feed.lastPolledAt ?? 'never polled',
        pace(feed),
        feed.url,
      ]),
    ),
  ];
  const alarmed = sources.filter(({ alarms }) => alarms.length > 0);
  if (alarmed.length > 0) lines.push('', 'alarms');
  for (const { id, alarms, alarmedAt } of alarmed)
    for (const alarm of alarms) lines.push(`  ${id}: ${alarm} (since ${alarmedAt})`);
  for (const feed of feeds) {
    if (feed.lastError) lines.push(`  ${feed.url}: ${feed.lastError}`);
    for (const warning of feed.warnings) lines.push(`  ${feed.url}: warning: ${warning}`);
  }
  if (struggling.length > 0) lines.push('', 'stories to be tried again');
  for (const story of struggling)
    lines.push(`  ${story.url}: try ${story.attempts} failed, next at ${story.nextAttemptAt}: ${story.lastError}`);
  return lines;
}

/** "every 45 min, overlap 52 %": the feed's own pace; a schedule in the list goes before it. */
function pace({ intervalMs, overlap, conditionalOff }: Feed): string {
  const words = [
    intervalMs === null ? 'pace not known' : `every ${Math.round(intervalMs / 60_000)} min`,
    ...(overlap === null ? [] : [`overlap ${Math.round(overlap * 100)} %`]),
    ...(conditionalOff === 1 ? ['conditional requests off'] : []),
  ];
  return words.join(', ');
}
