// The commands by which operators look at a running program, with their flags. Each command's work is loaded when called.
import { type Command, Option } from 'commander';

type End = (code: number) => void;

const redis = () =>
  new Option('--redis <url>', 'Redis 7 or newer').default('redis://127.0.0.1:6379').env('CIVICWIRE_REDIS');

interface SharedOptions {
  readonly db: () => Option;
  readonly json: () => Option;
  readonly packs: () => Option;
}

/** Adds them to the program. */
export function addOperationsCommands(program: Command, { db, json, packs }: SharedOptions, end: End): void {
  program
    .command('status')
    .description('what is in the store: stories by state, drops by reason, findings, feeds and their health')
    .addOption(db())
    .option('--watch', 'look again and again: stages, rates, what is late, hosts, alarms')
    .option('--every <seconds>', 'with --watch: seconds between two looks', '2')
    .addOption(json())
    .action(async (options) => end(await (await import('./commands/status.ts')).statusCommand(options)));
  program
    .command('queues')
    .description('show the jobs of the queue in a browser, on this machine only')
    .addOption(redis())
    .option('--port <number>', 'port on 127.0.0.1; 0 takes a free one', '4281')
    .option('--allow-changes', 'let jobs be retried, promoted and removed; the ledger puts back what it needs')
    .action(async (options) => end(await (await import('./commands/queues.ts')).queuesCommand(options)));
  program
    .command('doctor')
    .description('check everything that the program needs, and say what to do; changes nothing')
    .addOption(db())
    .option('--sources <file>', 'list of sources', 'sources.yaml')
    .addOption(packs())
    .addOption(
      new Option('--queue <name>', 'queue between processes')
        .choices(['redis', 'postgres', 'none'])
        .default('none')
        .env('CIVICWIRE_QUEUE'),
    )
    .addOption(redis())
    .addOption(json())
    .action(async ({ json: asJson, packs: folder, ...options }, command: Command) => {
      const { doctorCommand } = await import('./commands/doctor.ts');
      const sourcesGiven = command.getOptionValueSource('sources') !== 'default';
      // Whoever names a Redis means to use it.
      const isNamed = ['redis', 'queue'].map((name) => command.getOptionValueSource(name) !== 'default');
      const queue = isNamed[0] && !isNamed[1] ? 'redis' : options.queue;
      end(await doctorCommand({ ...options, queue, packs: folder, sourcesGiven }, { json: asJson }));
    });
}
