// The commands `civicwire source …` with their flags. Each command's work is in commands/source/, loaded when called.
import { type Command, Option } from 'commander';

type End = (code: number) => void;

const sources = () => new Option('--sources <file>', 'list of sources').default('sources.yaml');
const home = () => new Option('--home <place>', 'where its readers live, such as "Tucson, AZ"').conflicts('national');
const national = () => new Option('--national', 'it covers the whole country: its home says nothing of its stories');
const dryRun = () => new Option('--dry-run', 'say what would be written, change nothing');

/** Adds the group to the program. */
export function addSourceCommands(program: Command, json: () => Option, end: End): void {
  const group = program.command('source').description('who is read: add, check, import, list');
  group
    .command('add')
    .description('find the feeds and news sitemaps of an outlet and add it to the list')
    .argument('<url>', 'its front page, a feed or a sitemap')
    .option('--id <id>', 'short name for it; made from its name when left out')
    .option('--name <name>', 'its name; taken from its page when left out')
    .addOption(home())
    .addOption(national())
    .addOption(sources())
    .addOption(dryRun())
    .addOption(json())
    .action(async (url: string, options) =>
      end(await (await import('./commands/source/add.ts')).sourceAddCommand(url, options)),
    );
  group
    .command('check')
    .description('fetch each feed once and say what it holds')
    .argument('[id]', 'only this source')
    .addOption(sources())
    .addOption(json())
    .action(async (id: string | undefined, options) =>
      end(await (await import('./commands/source/check.ts')).sourceCheckCommand(id, options)),
    );
  group
    .command('import')
    .description('add the feeds of an OPML file, a source each')
    .argument('<file>', 'OPML, as feed readers export it')
    .addOption(home())
    .addOption(national())
    .addOption(sources())
    .addOption(dryRun())
    .addOption(json())
    .action(async (file: string, options) =>
      end(await (await import('./commands/source/import.ts')).sourceImportCommand(file, options)),
    );
  group
    .command('list')
    .description('the list of sources as it is understood')
    .addOption(sources())
    .addOption(json())
    .action(async (options) => end(await (await import('./commands/source/list.ts')).sourceListCommand(options)));
}
