// The program `civicwire`: its commands and flags. Each command's work is in its own file, loaded when it is called.
import { Command, CommanderError, Option } from 'commander';
import { exitCode, reportError } from './exit-code.ts';
import { addExportCommands } from './export-commands.ts';
import { logLevels } from './log-levels.ts';
import { addOfficialsCommands } from './officials-commands.ts';
import { addOperationsCommands } from './operations-commands.ts';
import { leaveQuietlyOnClosedPipe } from './output.ts';
import { addRulesCommands } from './rules-commands.ts';
import { addSourceCommands } from './source-commands.ts';
import { addTokenCommands } from './token-commands.ts';
import { addUpkeepCommands } from './upkeep-commands.ts';
import { addUserCommands } from './user-commands.ts';
import { addWebhookCommands } from './webhook-commands.ts';
import { addWorkerCommands } from './worker-commands.ts';

const defaultDatabase = 'sqlite:data/civicwire.db';
const db = () =>
  new Option('--db <url>', 'database: sqlite:PATH or postgres://…').default(defaultDatabase).env('CIVICWIRE_DB');
const json = () => new Option('--json', 'machine-readable output');
const logLevel = () =>
  new Option('--log-level <level>', 'structured logs on standard error (JSON off a terminal)')
    .choices(logLevels)
    .env('CIVICWIRE_LOG');
const metrics = () =>
  new Option('--metrics <address>', 'HOST:PORT where /livez, /readyz and /metrics are answered, or "off"').env(
    'CIVICWIRE_METRICS',
  );
const packs = () =>
  new Option('--packs <folder>', 'issue packs (*.yaml) besides the shipped ones').env('CIVICWIRE_PACKS');

/** Runs the program with the given arguments (without node and script) and sets the process's exit code. Never throws. */
export async function main(args: readonly string[]): Promise<void> {
  leaveQuietlyOnClosedPipe();
  let code: number = exitCode.done;
  const program = createProgram((result) => {
    code = result;
  });
  try {
    await program.parseAsync([...args], { from: 'user' });
  } catch (error) {
    if (error instanceof CommanderError) code = error.exitCode === 0 ? exitCode.done : exitCode.usage;
    else code = reportError(error);
  }
  process.exitCode = code;
}

function createProgram(end: (code: number) => void): Command {
  const program = new Command('civicwire')
    .description('Local news in, checked records of cities, officials, quotes and stances out.')
    .exitOverride()
    .showHelpAfterError('(civicwire --help lists the commands and flags)')
    .showSuggestionAfterError();
  // Subcommands copy exitOverride and the help settings from here.
  addTextCommands(program, end);
  addOperationsCommands(program, { db, json, packs }, end);
  addPipelineCommands(program, end);
  addExportCommands(program, { db, json, packs }, end);
  addSourceCommands(program, json, end);
  addOfficialsCommands(program, { db, json }, end);
  addTokenCommands(program, { db, json }, end);
  addUserCommands(program, { db, json }, end);
  addWebhookCommands(program, { db, json }, end);
  addRulesCommands(program, { db, json, packs }, end);
  addWorkerCommands(program, { db, json, packs, metrics, logLevel }, end);
  addUpkeepCommands(program, { db, json }, end);
  return program;
}

function addTextCommands(program: Command, end: (code: number) => void): void {
  program
    .command('annotate')
    .description('JSONL of {id, text, …} on standard input; one line of findings each on standard output')
    .addOption(packs())
    .action(async (options) =>
      end(await (await import('./commands/annotate.ts')).annotateCommand(process.stdin, options)),
    );
  program
    .command('extract-body')
    .description('read (gzipped) HTML files, or all in a folder; one line of {id, title, body, …} each')
    .argument('<path...>', 'files or folders')
    .action(async (paths: string[]) =>
      end(await (await import('./commands/extract-body.ts')).extractBodyCommand(paths)),
    );
  program
    .command('parse-feed')
    .description('read feed files; one line of {file, ok, feed, entries, warnings} each')
    .argument('<file...>', 'feed files')
    .action(async (files: string[]) => end(await (await import('./commands/parse-feed.ts')).parseFeedCommand(files)));
}

function addPipelineCommands(program: Command, end: (code: number) => void): void {
  program
    .command('run')
    .description('poll the sources, fetch new stories, extract, save; until stopped, or once')
    .option('--sources <file>', 'list of sources', 'sources.yaml')
    .option('--urls <file>', 'take in a list of addresses, one a line, instead of polling')
    .option('--html <folder>', 'take in a folder of saved pages instead of polling')
    .option('--warc <file>', 'take in a web archive (WARC or WACZ) instead of polling')
    .addOption(db())
    .option('--once', 'stop when everything that is due has been done')
    .option('--dry-run', 'check the sources and the database, say what would be polled, change nothing')
    .addOption(packs())
    .addOption(metrics())
    .addOption(logLevel())
    .addOption(json())
    .action(async (options) => end(await (await import('./commands/run.ts')).runCommand(options)));
  program
    .command('reconcile')
    .description('put back every unit of work whose worker is gone')
    .addOption(db())
    .option('--dry-run', 'say what waits, change nothing')
    .addOption(json())
    .action(async (options) => end(await (await import('./commands/reconcile.ts')).reconcileCommand(options)));
  program
    .command('explain')
    .description('one story in words: what was found, by which rule, and why')
    .argument('<url-or-file>', 'address of a stored story, or a file (HTML, gzipped HTML, or plain text)')
    .addOption(packs())
    .addOption(db())
    .addOption(json())
    .action(async (target: string, options) =>
      end(await (await import('./commands/explain.ts')).explainCommand(target, options)),
    );
  program
    .command('review')
    .description('serve the review desk on this machine')
    .addOption(db())
    .addOption(packs())
    .option('--port <number>', 'port on 127.0.0.1; 0 takes a free one', '4280')
    .option('--editor <name>', 'name under which decisions are kept', process.env.USER ?? 'editor')
    .option('--users', 'people sign in (civicwire user add), and decisions are kept under their names')
    .option('--origin <url>', 'https://NAME under which a proxy on this machine serves the desk')
    .option('--double-review <share>', 'share of items that two people judge blind, 0 to 1; with --users', '0')
    .option('--sources <file>', 'list of sources, whose allow_addresses hold for webhooks', 'sources.yaml')
    .addOption(metrics())
    .addOption(logLevel())
    .action(async (options) => end(await (await import('./commands/review.ts')).reviewCommand(options)));
}
