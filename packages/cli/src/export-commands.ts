// The commands that give records out, with their flags: export, release …, provenance. Each command's work is in commands/,
// loaded when called.
import { setFlagsFromString } from 'node:v8';
import type { Command } from 'commander';
import type { SharedOptions } from './officials-commands.ts';

type End = (code: number) => void;

/** Options of these commands, made anew for each. */
interface ExportOptions extends SharedOptions {
  readonly packs: SharedOptions['db'];
}

/** Adds them to the program. */
export function addExportCommands(program: Command, options: ExportOptions, end: End): void {
  addExport(program, options, end);
  addReleases(program, options, end);
  program
    .command('provenance')
    .description('from an exported row back to its passage, text, rule, decisions and bytes')
    .argument('<id>', 'id of a finding, quote, stance, mention or decision')
    .option('--release <folder>', 'ask a release instead of a database')
    .addOption(options.db())
    .addOption(options.json())
    .action(async (id: string, given) =>
      end(await (await import('./commands/provenance.ts')).provenanceCommand(id, given)),
    );
}

function addExport(program: Command, { db, json }: ExportOptions, end: End): void {
  program
    .command('export')
    .description('records, views and whole stores in the formats that other programs read')
    .argument('[kind]', 'a kind of records (findings, stances, quotes …), a view (v_stance …), or all; see the how-to')
    .option(
      '--format <format>',
      'jsonl, csv, parquet, sqlite, data-package, web-annotation, graphml, dna or dna-csv',
      'jsonl',
    )
    .option('--out <place>', 'file or folder to write to; standard output when left out')
    .option('--force', 'replace what is at that place')
    .option('--spreadsheet', 'CSV for people who open it with a click: formulas are disarmed')
    .addOption(db())
    .addOption(json())
    .action(async (kind: string | undefined, options) => {
      // Rows die young: a heap that grows for them takes 200 MiB for a large export where 135 do, and is no faster.
      setFlagsFromString('--optimize-for-size');
      setFlagsFromString('--semi-space-growth-factor=1');
      end(await (await import('./commands/export.ts')).exportCommand(kind, options));
    });
}

function addReleases(program: Command, { db, json, packs }: ExportOptions, end: End): void {
  const release = program.command('release').description('named, hashed states of the store that never change');
  release
    .command('cut')
    .description('write the present state as a release')
    .argument('<name>', 'lower-case letters, digits, dots, dashes, underscores')
    .option('--out <folder>', 'folder of releases', 'releases')
    .option('--dry-run', 'say which state it would be, write nothing')
    .addOption(db())
    .addOption(json())
    .action(async (name: string, options) =>
      end(await (await import('./commands/release/cut.ts')).releaseCutCommand(name, options)),
    );
  release
    .command('verify')
    .description('check every file by its hash; with --db extract a share of the stories again and compare bytes')
    .argument('<folder>', 'the release')
    .option('--db <url>', 'the store that it was cut from')
    .option('--hash <sha256>', 'the release hash that was published')
    .option('--seed <text>', 'choose the same stories again')
    .option('--share <number>', 'share of the stories to extract again; 0.01 unless given')
    .addOption(packs())
    .addOption(json())
    .action(async (folder: string, options) =>
      end(await (await import('./commands/release/verify.ts')).releaseVerifyCommand(folder, options)),
    );
  release
    .command('diff')
    .description('claims added, removed and changed between two releases, and positions that flipped')
    .argument('<before>', 'a release')
    .argument('<after>', 'another one')
    .addOption(json())
    .action(async (before: string, after: string, options) =>
      end(await (await import('./commands/release/diff.ts')).releaseDiffCommand(before, after, options)),
    );
}
