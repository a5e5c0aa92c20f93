// `civicwire source list`: the list of sources as it is understood.
import { isSwitchedOff } from '@civicwire/ingest';
import { systemClock, toWire } from '@civicwire/shared';
import { exitCode } from '../../exit-code.ts';
import { writeData, writeJsonLine } from '../../output.ts';
import { alignTable } from '../../tables.ts';
import { openSources } from './sources-file.ts';

/** A line each; nothing for an empty list. */
export async function sourceListCommand(options: {
  readonly sources: string;
  readonly json?: boolean;
}): Promise<number> {
  const { sources } = openSources(options.sources).list;
  if (options.json) {
    for (const source of sources) await writeJsonLine(toWire(source));
    return exitCode.done;
  }
  const rows = sources.map(({ id, name, home, feeds, sitemaps, indexPages, ...switches }) => [
    id,
    isSwitchedOff(switches, null, systemClock.nowMs()) ? 'off' : 'on',
    home ? `${home.place}, ${home.state}` : 'national',
    `${feeds.length} feeds, ${sitemaps.length} sitemaps${indexPages.length > 0 ? `, ${indexPages.length} index pages` : ''}`,
    name,
  ]);
  if (rows.length > 0) await writeData(`${alignTable(rows).join('\n')}\n`);
  return exitCode.done;
}
