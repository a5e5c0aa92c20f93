// The commands `civicwire token …` with their flags. Each command's work is in commands/token.ts, loaded when called.
import { type Command, InvalidArgumentError, Option } from 'commander';

/** Options that all of them share, made anew for each. */
export interface SharedOptions {
  readonly db: () => Option;
  readonly json: () => Option;
}

const load = () => import('./commands/token.ts');

function wholeNumber(text: string): number {
  if (!/^\d{1,7}$/.test(text)) throw new InvalidArgumentError('Expected a whole number.');
  return Number(text);
}

/** Adds the group to the program. */
export function addTokenCommands(program: Command, { db, json }: SharedOptions, end: (code: number) => void): void {
  const token = program.command('token').description('tokens by which programs use the API: create, list, revoke');
  token
    .command('create')
    .description('make a token and print it this once; it can be revoked, and not be shown again')
    .argument('<name>', 'who or what will have it; decisions made with it are kept under this name')
    .requiredOption('--scope <scope...>', 'what it may do: read:published, read:all, export, decide, admin')
    .addOption(new Option('--days <number>', 'how long it is good; for ever when left out').argParser(wholeNumber))
    .addOption(
      new Option('--per-minute <number>', 'requests that it may send in a minute; 600 when left out').argParser(
        wholeNumber,
      ),
    )
    .addOption(db())
    .addOption(json())
    .action(async (name: string, options) => end(await (await load()).tokenCreateCommand(name, options)));
  token
    .command('list')
    .description('all tokens, also those that are no longer good')
    .addOption(db())
    .addOption(json())
    .action(async (options) => end(await (await load()).tokenListCommand(options)));
  token
    .command('revoke')
    .description('end a token for good')
    .argument('<id>', 'the id that `civicwire token list` shows')
    .addOption(db())
    .addOption(json())
    .action(async (id: string, options) => end(await (await load()).tokenRevokeCommand(id, options)));
}
