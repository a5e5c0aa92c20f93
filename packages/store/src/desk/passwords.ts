// Passwords as they are kept: Argon2id with the cost that OWASP asks for (Password Storage Cheat Sheet: 19 MiB, 2 passes,
// 1 lane). Knows no user.
import { hash, verify } from '@node-rs/argon2';

const cost = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

/** The hash with its salt and cost. */
export function hashPassword(password: string): Promise<string> {
  return hash(password.normalize('NFKC'), cost);
}

/** Of a password that nobody has: names without a user take as long as those with one. */
let nobodysHash: Promise<string> | undefined;

/** Whether the password is the one of the hash; false for null, in the same time. */
export async function isPassword(passwordHash: string | null, password: string): Promise<boolean> {
  nobodysHash ??= hashPassword('nobody has this password');
  const matches = await verify(passwordHash ?? (await nobodysHash), password.normalize('NFKC'));
  return matches && passwordHash !== null;
}
