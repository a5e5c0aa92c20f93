// The commands `civicwire rules …` and `civicwire reextract` with their flags. Each command's work is in commands/, loaded when called.
import { type Command, Option } from 'commander';

/** Options that they share with other commands, made anew for each. */
export interface RulesOptions {
  readonly db: () => Option;
  readonly json: () => Option;
  readonly packs: () => Option;
}

type End = (code: number) => void;

/** Adds both to the program. */
export function addRulesCommands(program: Command, options: RulesOptions, end: End): void {
  const rules = program.command('rules').description('issue packs: begin, check, test, explain, measure');
  addFileCommands(rules, options, end);
  addMeasuringCommands(rules, options, end);
  addReextract(program, options, end);
}

/** What a writer of packs does with one file. */
function addFileCommands(rules: Command, { json, packs }: RulesOptions, end: End): void {
  rules
    .command('new')
    .description('write a starter pack that loads and passes its own tests')
    .argument('<name>', 'such as library-fines')
    .addOption(packs())
    .action(async (name: string, options) =>
      end(await (await import('./commands/rules/new.ts')).rulesNewCommand(name, options)),
    );
  rules
    .command('lint')
    .description('whether packs load, with every problem at path:line:column')
    .argument('[file...]', 'pack files; all packs when left out')
    .addOption(packs())
    .addOption(json())
    .action(async (files: string[], options) =>
      end(await (await import('./commands/rules/lint.ts')).rulesLintCommand(files, options)),
    );
  rules
    .command('test')
    .description('run the tests inside of packs')
    .argument('[file...]', 'pack files; all packs when left out')
    .addOption(packs())
    .addOption(json())
    .action(async (files: string[], options) =>
      end(await (await import('./commands/rules/test.ts')).rulesTestCommand(files, options)),
    );
}

function addMeasuringCommands(rules: Command, { db, json, packs }: RulesOptions, end: End): void {
  rules
    .command('explain')
    .description('what the rules see in a sentence, and the nearest one that did not fire')
    .argument('<sentence>', 'in quotation marks')
    .addOption(packs())
    .addOption(json())
    .action(async (text: string, options) =>
      end(await (await import('./commands/rules/explain.ts')).rulesExplainCommand(text, options)),
    );
  rules
    .command('scorecard')
    .description('per rule: fired, overlaps, conflicts, reviewed, accepted, precision with its 95 % interval')
    .addOption(new Option('--folder <folder>', 'read these stories (.txt, .html, .jsonl) instead of the store'))
    .addOption(db())
    .addOption(packs())
    .addOption(json())
    .action(async (options) =>
      end(await (await import('./commands/rules/scorecard.ts')).rulesScorecardCommand(options)),
    );
}

function addReextract(program: Command, { db, json, packs }: RulesOptions, end: End): void {
  program
    .command('reextract')
    .description("today's rules over the archive: what would be added, dropped and flipped, weighed by decisions")
    .option('--dry-run', 'show what would change, change nothing')
    .option('--publish', 'write it, in one transaction; decisions of people stay as they are')
    .option('--story <id-or-url...>', 'only these stories')
    .option('--limit <number>', 'at most so many stories')
    .addOption(packs())
    .addOption(db())
    .addOption(json())
    .action(async (options) => end(await (await import('./commands/reextract.ts')).reextractCommand(options)));
}
