// `civicwire token …` on the real program: what stands on standard output, what is refused.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { jsonLines, runProgram } from './testing/run-program.ts';

const folder = mkdtempSync(join(tmpdir(), 'civicwire-token-'));
const token = (...args: readonly string[]) =>
  runProgram(['token', ...args, '--db', `sqlite:${join(folder, 'store.db')}`]);

afterAll(() => rmSync(folder, { recursive: true, force: true }));

test('a token is printed once, listed without its secret, and revoked', async () => {
  const made = await token('create', 'dashboard', '--scope', 'read:published', 'export', '--days', '30');
  expect(made.stdout).toMatch(/^cw_[0-9a-f]{16}_[\w-]{43}\n$/);
  expect(made.stderr).toContain('it is not shown again');
  const id = made.stdout.slice(3, 19);
  const listed = await token('list', '--json');
  expect(jsonLines(listed.stdout)).toMatchObject([
    { id, name: 'dashboard', scopes: ['read:published', 'export'], state: 'usable', requests_per_minute: 600 },
  ]);
  expect(listed.stdout).not.toContain(made.stdout.slice(20, 40));
  expect((await token('revoke', id)).stdout).toBe(`revoked  ${id}  dashboard\n`);
  expect((await token('list')).stdout).toContain('revoked');
}, 20_000);

test('an unknown scope, number or id is a usage error that says what was expected', async () => {
  const refused = await Promise.all([
    token('create', 'a', '--scope', 'root'),
    token('create', 'a', '--scope', 'read:all', '--days', 'x'),
    token('revoke', 'ffff'),
  ]);
  expect(refused.map(({ code, stdout }) => [code, stdout])).toEqual(refused.map(() => [2, '']));
  expect(refused.map(({ stderr }) => stderr).join('\n')).toMatch(
    /read:published[\s\S]*whole number[\s\S]*expected an id/,
  );
}, 20_000);
