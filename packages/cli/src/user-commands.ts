// The commands `civicwire user …` with their flags. Each command's work is in commands/user.ts, loaded when called.
import type { Command, Option } from 'commander';

/** Options that all of them share, made anew for each. */
interface SharedOptions {
  readonly db: () => Option;
  readonly json: () => Option;
}

const load = () => import('./commands/user.ts');

/** Adds the group to the program. */
export function addUserCommands(program: Command, { db, json }: SharedOptions, end: (code: number) => void): void {
  const user = program
    .command('user')
    .description('who may sign in at the review desk: add, list, role, password, disable');
  const named = (name: string, about: string) =>
    user
      .command(name)
      .description(about)
      .argument('<name>', 'as decisions are kept under')
      .addOption(db())
      .addOption(json());
  named('add', 'add a user; the password is asked for, or read from standard input')
    .option('--role <role>', 'viewer (reads), editor (decides) or admin (manages users)', 'editor')
    .action(async (name: string, options) => end(await (await load()).userAddCommand(name, options)));
  user
    .command('list')
    .description('everybody who may sign in, and who no longer may')
    .addOption(db())
    .addOption(json())
    .action(async (options) => end(await (await load()).userListCommand(options)));
  named('role', 'give a user another role')
    .argument('<role>', 'viewer, editor or admin')
    .action(async (name: string, role: string, options) =>
      end(await (await load()).userRoleCommand(name, role, options)),
    );
  named('password', 'give a user a new password; his or her sessions end').action(async (name: string, options) =>
    end(await (await load()).userPasswordCommand(name, options)),
  );
  named('disable', 'let a user in no more; his or her sessions end').action(async (name: string, options) =>
    end(await (await load()).userDisableCommand(name, true, options)),
  );
  named('enable', 'let a user in again').action(async (name: string, options) =>
    end(await (await load()).userDisableCommand(name, false, options)),
  );
}
