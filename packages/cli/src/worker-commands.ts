// The commands of work on many machines and their flags: worker, replay. Knows no work.
import { type Command, Option } from 'commander';

type MakeOption = () => Option;

export function addWorkerCommands(
  program: Command,
  shared: Readonly<Record<'db' | 'json' | 'packs' | 'metrics' | 'logLevel', MakeOption>>,
  end: (code: number) => void,
): void {
  const { db, json, packs, metrics, logLevel } = shared;
  program
    .command('worker')
    .description('one kind of work in a process of its own, joined to the others by a queue; until stopped')
    .argument('<kind>', 'poll, fetch, extract or save')
    .option('--sources <file>', 'list of sources (poll and fetch)', 'sources.yaml')
    .addOption(db())
    .addOption(
      new Option('--queue <name>', "redis, or postgres: in the store's own database")
        .default('redis')
        .env('CIVICWIRE_QUEUE'),
    )
    .addOption(new Option('--redis <url>', 'Redis 7 or newer').default('redis://127.0.0.1:6379').env('CIVICWIRE_REDIS'))
    .option('--concurrency <number>', 'units in hand at once; threads, for extract')
    .addOption(packs())
    .addOption(metrics())
    .addOption(logLevel())
    .action(async (kind: string, options) =>
      end(await (await import('./commands/worker.ts')).workerCommand(kind, options)),
    );
  program
    .command('replay')
    .description('send stories through again that were put aside, or that certain rules have read')
    .option('--reason <reason>', 'put aside under this reason, e.g. worker-died')
    .option('--source <id>', 'of this source')
    .option('--rule-version <version>', 'saved, and read by these rules')
    .option('--story <id-or-url>', 'this one')
    .addOption(db())
    .option('--dry-run', 'say which, change nothing')
    .addOption(json())
    .action(async (options) => end(await (await import('./commands/replay.ts')).replayCommand(options)));
}
