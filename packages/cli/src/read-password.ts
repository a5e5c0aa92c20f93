// Asks for a password: unseen on a terminal, the first line of standard input elsewhere. Knows no user.
import { createInterface } from 'node:readline';
import { Writable } from 'node:stream';
import { UsageError } from '@civicwire/shared';

/** Lines are shorter: whatever feeds us without end is no password. */
const lengthMax = 4_096;

/** The password. Throws `UsageError` for none. */
export async function readPassword(prompt: string): Promise<string> {
  const isTerminal = process.stdin.isTTY === true;
  if (isTerminal) process.stderr.write(prompt);
  const unseen = new Writable({ write: (_chunk, _encoding, done) => done() });
  const lines = createInterface({ input: process.stdin, output: unseen, terminal: isTerminal });
  let password = '';
  for await (const line of lines) {
    password = line.slice(0, lengthMax);
    break;
  }
  lines.close();
  if (isTerminal) process.stderr.write('\n');
  if (password === '') throw new UsageError('password: none was given; expected it on standard input');
  return password;
}
