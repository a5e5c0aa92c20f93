// The commands that look after the store, with their flags. Each command's work is in commands/upkeep/, loaded when called.
import { type Command, Option } from 'commander';
import type { SharedOptions } from './officials-commands.ts';

type End = (code: number) => void;

const dryRun = () => new Option('--dry-run', 'say what would be done, change nothing');

/** Adds them to the program. */
export function addUpkeepCommands(program: Command, { db, json }: SharedOptions, end: End): void {
  const database = program.command('db').description('look after the database: copy, check');
  database
    .command('copy')
    .description(
      'copy a whole store to an empty one of either kind; counts and hashes are compared before anything is kept',
    )
    .argument('<from>', 'store to be copied, sqlite:PATH or postgres://…; may be in use, is only read')
    .argument('<to>', 'place without a store, or with an empty one')
    .addOption(dryRun())
    .addOption(json())
    .action(async (from: string, to: string, options) =>
      end(await (await import('./commands/upkeep/copy.ts')).dbCopyCommand(from, to, options)),
    );
  database
    .command('check')
    .description('whether the store is whole: file, links, numbers without gaps, every passage against its text')
    .option('--snapshots', 'also compare the bytes of every kept page with their hash')
    .addOption(db())
    .addOption(json())
    .action(async (options) => end(await (await import('./commands/upkeep/check.ts')).dbCheckCommand(options)));
  addBackupCommands(program, { db, json }, end);
  program
    .command('retain')
    .description('remove raw bytes of old pages by your policy; what they were stays known (without it all are kept)')
    .requiredOption('--snapshots-older-than <age>', 'hours, days or weeks since they were fetched: 12h, 90d, 6w')
    .option('--keep-referenced', 'keep the pages that story versions were read from')
    .addOption(dryRun())
    .addOption(db())
    .addOption(json())
    .action(async (options) => end(await (await import('./commands/upkeep/retain.ts')).retainCommand(options)));
}

function addBackupCommands(program: Command, { db, json }: SharedOptions, end: End): void {
  program
    .command('backup')
    .description('write the whole store into one new file, while it is in use')
    .argument('<file>', 'file to be made; never overwritten')
    .addOption(db())
    .addOption(dryRun())
    .addOption(json())
    .action(async (file: string, options) =>
      end(await (await import('./commands/upkeep/backup.ts')).backupCommand(file, options)),
    );
  program
    .command('restore')
    .description('fill an empty store from a backup; every table is compared with what was backed up')
    .argument('<file>', 'file made by backup; only read')
    .addOption(db())
    .addOption(dryRun())
    .addOption(json())
    .action(async (file: string, options) =>
      end(await (await import('./commands/upkeep/backup.ts')).restoreCommand(file, options)),
    );
}
