// `civicwire officials roster`: a dated roster into the store.
import { basename, extname } from 'node:path';
import { systemClock, toWire } from '@civicwire/shared';
import { openStore } from '@civicwire/store';
import { exitCode } from '../../exit-code.ts';
import { say, writeData, writeJsonLine } from '../../output.ts';
import { readRoster } from '../../rosters/read-roster.ts';

const problemsShown = 20;

/** Bad lines are named on standard error and the rest goes on (exit code 1). */
export async function officialsRosterCommand(
  file: string,
  options: {
    readonly db: string;
    readonly licence: string;
    readonly asOf: string;
    readonly name?: string;
    readonly dryRun?: boolean;
    readonly json?: boolean;
  },
): Promise<number> {
  const { lines, problems } = readRoster(file);
  for (const problem of problems.slice(0, problemsShown)) say(`officials roster: ${problem}`);
  if (problems.length > problemsShown) say(`officials roster: and ${problems.length - problemsShown} more`);
  const store = await openStore(options.db, { clock: systemClock });
  try {
    const facts = {
      roster: options.name ?? basename(file, extname(file)),
      licence: options.licence,
      asOf: options.asOf,
    };
    const result = await store.importRoster(facts, lines, { dryRun: options.dryRun ?? false });
    const { added, updated, unchanged, nameless } = result;
    if (options.json) {
      await writeJsonLine(
        toWire({ roster: facts.roster, ...result, unreadable: problems.length, dryRun: options.dryRun ?? false }),
      );
    } else {
      const head = options.dryRun ? 'dry run, nothing written: ' : '';
      await writeData(
        `${head}${facts.roster}: ${added} added, ${updated} updated, ${unchanged} unchanged, ${nameless} without first and last name, ${problems.length} unreadable\n`,
      );
    }
    return problems.length > 0 ? exitCode.someFailed : exitCode.done;
  } finally {
    await store.close();
  }
}
