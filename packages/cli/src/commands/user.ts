// `civicwire user …`: adds, lists and changes those who may sign in at the review desk. Passwords are never arguments: other
// users of the machine could read them there.
import { systemClock, toWire, UsageError } from '@civicwire/shared';
import { openStore, type Store, type User, type UserChange, type UserRole, userRoles } from '@civicwire/store';
import { exitCode } from '../exit-code.ts';
import { say, writeData, writeJsonLine } from '../output.ts';
import { readPassword } from '../read-password.ts';
import { alignTable } from '../tables.ts';

interface UserOptions {
  readonly db: string;
  readonly json?: boolean;
}

/** In the log: who did it, when nobody was signed in. */
const byCommand = 'civicwire user';

async function withStore(options: UserOptions, work: (store: Store) => Promise<void>): Promise<number> {
  const store = await openStore(options.db, { clock: systemClock });
  try {
    await work(store);
    return exitCode.done;
  } finally {
    await store.close();
  }
}

function readRole(text: string): UserRole {
  const role = userRoles.find((known) => known === text);
  if (role === undefined) throw new UsageError(`user: role ${text}; expected ${userRoles.join(', ')}`);
  return role;
}

async function show({ json }: UserOptions, user: User, done: string): Promise<void> {
  if (json) return writeJsonLine(toWire(user));
  await writeData(`${done}  ${user.name}  ${user.role}\n`);
}

/** Throws `UsageError` for a name that is taken and for a role or password that cannot be. */
export function userAddCommand(name: string, options: UserOptions & { readonly role: string }): Promise<number> {
  const role = readRole(options.role);
  return withStore(options, async (store) => {
    const password = await readPassword(`password for ${name} (at least 12 characters): `);
    await show(options, await store.desk.addUser({ name, role, password }, byCommand), 'added');
    say('user: people sign in where the desk is served by: civicwire review --users');
  });
}

/** A table, or with `json` a line for each user. */
export function userListCommand(options: UserOptions): Promise<number> {
  return withStore(options, async (store) => {
    const users = await store.desk.listUsers();
    if (options.json) {
      for (const user of users) await writeJsonLine(toWire(user));
      return;
    }
    const row = ({ name, role, disabled, createdAt, lastSeenAt }: User) => [
      ...[
        name,
        role,
        disabled ? 'disabled' : 'may sign in',
        createdAt.slice(0, 10),
        lastSeenAt?.slice(0, 10) ?? 'never',
      ],
    ];
    await writeData(`${alignTable([['name', 'role', 'state', 'added', 'signed in'], ...users.map(row)]).join('\n')}\n`);
  });
}

async function change(name: string, options: UserOptions, changed: UserChange, done: string): Promise<number> {
  return withStore(options, async (store) => {
    const user = await store.desk.findUser(name);
    if (user === null) throw new UsageError(`user ${name}: there is none; expected a name of: civicwire user list`);
    await show(options, await store.desk.changeUser(user.id, changed, byCommand), done);
  });
}

/** Throws `UsageError` for an unknown user, and when nobody could manage users any more. */
export function userRoleCommand(name: string, role: string, options: UserOptions): Promise<number> {
  return change(name, options, { role: readRole(role) }, 'changed');
}

/** Throws `UsageError` for an unknown user and for a password that cannot be. */
export async function userPasswordCommand(name: string, options: UserOptions): Promise<number> {
  const password = await readPassword(`new password for ${name} (at least 12 characters): `);
  return change(name, options, { password }, 'changed');
}

/** Throws `UsageError` for an unknown user, and when nobody could manage users any more. */
export function userDisableCommand(name: string, disabled: boolean, options: UserOptions): Promise<number> {
  return change(name, options, { disabled }, disabled ? 'disabled' : 'enabled');
}
