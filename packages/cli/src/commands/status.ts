// `civicwire status`: what is in the store, in words or as JSON.
import { systemClock, toWire } from '@civicwire/shared';
import { type Feed, openStore, type Status } from '@civicwire/store';
import { exitCode } from '../exit-code.ts';
import { writeData, writeJsonLine } from '../output.ts';
import { alignTable } from '../tables.ts';

/** Always exit code 0 when the store could be read. */
export async function statusCommand(options: { readonly db: string; readonly json?: boolean }): Promise<number> {
  const store = await openStore(options.db, { clock: systemClock });
  try {
    const status = await store.status();
    if (options.json) await writeJsonLine(toWire(status, new Set(['droppedByReason'])));
    else await writeData(`${describeStatus(status).join('\n')}\n`);
    return exitCode.done;
  } finally {
    await store.close();
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
