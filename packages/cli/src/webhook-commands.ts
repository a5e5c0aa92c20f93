// The commands `civicwire webhook …` with their flags. Each command's work is in commands/webhook.ts, loaded when called.
import { type Command, InvalidArgumentError, Option } from 'commander';

/** Options that all of them share, made anew for each. */
export interface SharedOptions {
  readonly db: () => Option;
  readonly json: () => Option;
}

const load = () => import('./commands/webhook.ts');

function changeNumber(text: string): number {
  if (!/^\d{1,15}$/.test(text)) throw new InvalidArgumentError('Expected the number of a change.');
  return Number(text);
}

/** Adds the group to the program. */
export function addWebhookCommands(program: Command, { db, json }: SharedOptions, end: (code: number) => void): void {
  const from = (about: string) => new Option('--from <cursor>', about).argParser(changeNumber);
  const webhook = program
    .command('webhook')
    .description('addresses that are told of changes: add, list, remove, replay, deliver');
  webhook
    .command('add')
    .description('tell an address of changes; prints the secret that signs its messages, this once')
    .argument('<url>', 'http or https address that messages are posted to')
    .option('--entity <kind...>', 'only of changes of these records: story, finding, decision and so on')
    .addOption(from('tell changes with higher numbers, 0 for all; those that are yet to come when left out'))
    .addOption(db())
    .addOption(json())
    .action(async (url: string, options) => end(await (await load()).webhookAddCommand(url, options)));
  webhook
    .command('list')
    .description('all webhooks, how far each was told, and why one fails or is paused')
    .addOption(db())
    .addOption(json())
    .action(async (options) => end(await (await load()).webhookListCommand(options)));
  webhook
    .command('remove')
    .description('tell an address no more')
    .argument('<id>', 'the id that `civicwire webhook list` shows')
    .addOption(db())
    .addOption(json())
    .action(async (id: string, options) => end(await (await load()).webhookRemoveCommand(id, options)));
  webhook
    .command('replay')
    .description('make a paused one active again, or tell changes again from a cursor')
    .argument('<id>', 'the id that `civicwire webhook list` shows')
    .addOption(from('tell changes with higher numbers again, 0 for all; go on where it was when left out'))
    .addOption(db())
    .addOption(json())
    .action(async (id: string, options) => end(await (await load()).webhookReplayCommand(id, options)));
  webhook
    .command('deliver')
    .description('tell webhooks until stopped, or once; a standing `run` and `review` do so too')
    .option('--once', 'stop when nothing is due')
    .option('--sources <file>', 'list of sources whose allow_addresses hold', 'sources.yaml')
    .addOption(db())
    .addOption(json())
    .action(async (options) => end(await (await load()).webhookDeliverCommand(options)));
}
