// The commands `civicwire officials …` with their flags. Each command's work is in commands/officials/, loaded when called.
import { type Command, Option } from 'commander';

/** Options that all of them share, made anew for each. */
export interface SharedOptions {
  readonly db: () => Option;
  readonly json: () => Option;
}

type End = (code: number) => void;

const editor = () => new Option('--editor <name>', 'who decides').makeOptionMandatory();
const reason = () => new Option('--reason <words>', 'why, for those who read it later').makeOptionMandatory();
const dryRun = () => new Option('--dry-run', 'say what would change, change nothing');

/** Adds the group to the program. */
export function addOfficialsCommands(program: Command, { db, json }: SharedOptions, end: End): void {
  const officials = program
    .command('officials')
    .description('who is who across stories: list, compare, merge, split, link to rosters');
  addReadingCommands(officials, { db, json }, end);
  addDecidingCommands(officials, { db, json }, end);
  officials
    .command('roster')
    .description(
      'import a dated roster (OpenStates-like JSONL, or CSV): evidence and suggested links, no name is changed',
    )
    .argument('<file>', '.jsonl, or .csv with the columns name, role, jurisdiction, start, end')
    .requiredOption('--licence <name>', 'licence of the roster, such as CC0-1.0')
    .requiredOption('--as-of <date>', 'day of its data, YYYY-MM-DD')
    .option('--name <name>', 'name of the roster; the name of the file when left out')
    .addOption(dryRun())
    .addOption(db())
    .addOption(json())
    .action(async (file: string, options) =>
      end(await (await import('./commands/officials/roster.ts')).officialsRosterCommand(file, options)),
    );
}

function addReadingCommands(officials: Command, { db, json }: SharedOptions, end: End): void {
  officials
    .command('list')
    .description('officials with the stories that name them and what rosters say, most stories first')
    .option('--unlinked', 'only those that nobody has linked to a roster')
    .addOption(db())
    .addOption(json())
    .action(async (options) => end(await (await import('./commands/officials/list.ts')).officialsListCommand(options)));
  officials
    .command('show')
    .description('one official: wordings, stories, what was merged, rosters, decisions')
    .argument('<official>', 'id, or its first digits')
    .addOption(db())
    .addOption(json())
    .action(async (id: string, options) =>
      end(await (await import('./commands/officials/show.ts')).officialsShowCommand(id, options)),
    );
  officials
    .command('candidates')
    .description('pairs that may be the same person, with what speaks for and against it')
    .addOption(db())
    .addOption(json())
    .action(async (options) =>
      end(await (await import('./commands/officials/candidates.ts')).officialsCandidatesCommand(options)),
    );
}

function addDecidingCommands(officials: Command, { db, json }: SharedOptions, end: End): void {
  const decision = (name: string, description: string): Command =>
    officials
      .command(name)
      .description(description)
      .addOption(editor())
      .addOption(reason())
      .addOption(dryRun())
      .addOption(db())
      .addOption(json());
  const load = () => import('./commands/officials/decide.ts');
  decision('merge', 'the first official is the second one, under whose name both are shown')
    .argument('<official>')
    .argument('<into>')
    .action(async (officialId: string, intoId: string, options) =>
      end(await (await load()).officialsDecideCommand({ kind: 'merge', officialId, intoId }, options)),
    );
  decision('apart', 'the two are two people, and no longer proposed as one')
    .argument('<official>')
    .argument('<other>')
    .action(async (officialId: string, otherId: string, options) =>
      end(await (await load()).officialsDecideCommand({ kind: 'apart', officialId, otherId }, options)),
    );
  decision('split', 'in one story the official is somebody else, who gets a record of his or her own')
    .argument('<official>')
    .requiredOption('--story <id-or-url>', 'the story')
    .action(async (officialId: string, options) =>
      end(await (await load()).officialsDecideCommand({ kind: 'split', officialId, storyId: options.story }, options)),
    );
  decision('link', 'the official is this entry of a roster')
    .argument('<official>')
    .argument('<entry>')
    .action(async (officialId: string, rosterEntryId: string, options) =>
      end(await (await load()).officialsDecideCommand({ kind: 'link', officialId, rosterEntryId }, options)),
    );
  decision('undo', 'a decision no longer counts; it stays on record')
    .argument('<decision>')
    .action(async (decisionId: string, options) =>
      end(await (await load()).officialsDecideCommand({ kind: 'undo', decisionId }, options)),
    );
}
