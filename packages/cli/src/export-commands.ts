// The commands that give records out with their flags: export. Each command's work is in commands/, loaded when called.
import type { Command } from 'commander';
import type { SharedOptions } from './officials-commands.ts';

type End = (code: number) => void;

/** Adds them to the program. */
export function addExportCommands(program: Command, { db, json }: SharedOptions, end: End): void {
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
    .action(async (kind: string | undefined, options) =>
      end(await (await import('./commands/export.ts')).exportCommand(kind, options)),
    );
}
