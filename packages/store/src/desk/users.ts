// Who may work at the desk: users with a role and a password. Knows names and roles; what a role may do is not known here.
import { UsageError } from '@civicwire/shared';
import { z } from 'zod';
import { contentId, normalise } from '../hashing.ts';
import type { DeskUserTable } from '../schema/desk-tables.ts';
import type { Database } from '../schema/tables.ts';
import { type Context, writing } from '../writing.ts';
import { logAction } from './act.ts';
import { hashPassword } from './passwords.ts';

/** Each may do all that those before it may. */
export const userRoles = ['viewer', 'editor', 'admin'] as const;
export type UserRole = (typeof userRoles)[number];

export interface User {
  readonly id: string;
  readonly name: string;
  readonly role: UserRole;
  readonly disabled: boolean;
  readonly createdAt: string;
  readonly lastSeenAt: string | null;
}

const nameSchema = z
  .string()
  .trim()
  .regex(/^[^\p{Cc}\p{Cs}]{1,100}$/u, 'expected a name of 1 to 100 characters');
/** NIST SP 800-63B: length counts, composition rules do not. */
const passwordSchema = z.string().min(12, 'expected a password of at least 12 characters').max(1_024);
const userSchema = z.strictObject({ name: nameSchema, role: z.enum(userRoles), password: passwordSchema });
export type UserInput = z.infer<typeof userSchema>;
const changeSchema = z.strictObject({
  role: z.enum(userRoles).optional(),
  disabled: z.boolean().optional(),
  password: passwordSchema.optional(),
});
export type UserChange = z.infer<typeof changeSchema>;

export function userOf({ id, name, role, disabledAt, createdAt, lastSeenAt }: DeskUserTable): User {
  return { id, name, role: role as UserRole, disabled: disabledAt !== null, createdAt, lastSeenAt };
}

/** How names are compared. */
export function nameKeyOf(name: string): string {
  return normalise(name);
}

/** By name. */
export async function listUsers({ db }: Context): Promise<User[]> {
  return (await db.selectFrom('deskUser').selectAll().orderBy('nameKey').execute()).map(userOf);
}

/** Adds a user. `by` is who did it, for the log. Throws `UsageError` for a name that is taken and for what cannot be. */
export async function addUser(context: Context, input: UserInput, by: string): Promise<User> {
  const parsed = userSchema.safeParse(input);
  if (!parsed.success) throw new UsageError(`user: ${z.prettifyError(parsed.error)}`);
  const { name, role, password } = parsed.data;
  const passwordHash = await hashPassword(password);
  const nameKey = nameKeyOf(name);
  return writing(context, async (transaction) => {
    const { db, at } = transaction;
    const known = await db.selectFrom('deskUser').select('id').where('nameKey', '=', nameKey).executeTakeFirst();
    if (known !== undefined) throw new UsageError(`user ${name}: there is one of this name; expected another name`);
    const row: DeskUserTable = {
      id: contentId('user', nameKey, at),
      ...{ name, nameKey, role, passwordHash, disabledAt: null, createdAt: at, lastSeenAt: null },
    };
    await db.insertInto('deskUser').values(row).execute();
    await logAction(transaction, { editor: by, kind: 'user-added', key: row.id }, `added ${name} as ${role}`);
    return userOf(row);
  });
}

/**
 * Changes a user. A new password and disabling end his or her sessions. Throws `UsageError` for an unknown one and for a
 * change after which nobody could manage users any more.
 */
export async function changeUser(context: Context, id: string, change: UserChange, by: string): Promise<User> {
  const parsed = changeSchema.safeParse(change);
  if (!parsed.success) throw new UsageError(`user: ${z.prettifyError(parsed.error)}`);
  const { role, disabled, password } = parsed.data;
  const passwordHash = password === undefined ? undefined : await hashPassword(password);
  return writing(context, async (transaction) => {
    const { db, at } = transaction;
    const row = await db.selectFrom('deskUser').selectAll().where('id', '=', id).executeTakeFirst();
    if (row === undefined) throw new UsageError(`user ${id}: not in this database; expected the id of a user`);
    const changed: DeskUserTable = {
      ...row,
      role: role ?? row.role,
      disabledAt: disabled === undefined ? row.disabledAt : disabled ? (row.disabledAt ?? at) : null,
      passwordHash: passwordHash ?? row.passwordHash,
    };
    await keepAnAdmin(db, row, changed);
    await db.updateTable('deskUser').set(changed).where('id', '=', id).execute();
    if (passwordHash !== undefined || changed.disabledAt !== null) {
      await db.deleteFrom('deskSession').where('userId', '=', id).execute();
    }
    const said = [
      ...(role === undefined ? [] : [`role ${role}`]),
      ...(disabled === undefined ? [] : [disabled ? 'disabled' : 'enabled']),
      ...(password === undefined ? [] : ['a new password']),
    ];
    const key = `${id} ${at} ${said.join()}`;
    await logAction(transaction, { editor: by, kind: 'user-changed', key }, `${row.name}: ${said.join(', ')}`);
    return userOf(changed);
  });
}

async function keepAnAdmin(db: Database, before: DeskUserTable, after: DeskUserTable): Promise<void> {
  const manages = ({ role, disabledAt }: DeskUserTable) => role === 'admin' && disabledAt === null;
  if (!manages(before) || manages(after)) return;
  const other = await db
    .selectFrom('deskUser')
    .select('id')
    .where('role', '=', 'admin')
    .where('disabledAt', 'is', null)
    .where('id', '!=', before.id)
    .executeTakeFirst();
  if (other === undefined) {
    throw new UsageError(`user ${before.name}: is the only admin; expected another one before this one goes`);
  }
}

/** The user of this name, whatever its case; null when there is none. */
export async function findUser({ db }: Context, name: string): Promise<User | null> {
  const row = await db.selectFrom('deskUser').selectAll().where('nameKey', '=', nameKeyOf(name)).executeTakeFirst();
  return row === undefined ? null : userOf(row);
}
