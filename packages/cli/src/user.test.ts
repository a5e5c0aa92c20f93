// `civicwire user …` on the real program: who may sign in at the desk, and what is refused.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { jsonLines, runProgram } from './testing/run-program.ts';

const folder = mkdtempSync(join(tmpdir(), 'civicwire-user-'));
const db = ['--db', `sqlite:${join(folder, 'store.db')}`];
const user = (args: readonly string[], input = '') => runProgram(['user', ...args, ...db], input);
const password = 'correct horse battery\n';

afterAll(() => rmSync(folder, { recursive: true, force: true }));

test('users are added with a password from standard input, listed without it, changed, and kept out', async () => {
  const review = () => runProgram(['review', '--users', '--port', '0', ...db]);
  expect((await review()).stderr).toContain('civicwire user add NAME --role admin');
  expect((await user(['add', 'Kim', '--role', 'admin'], password)).stdout).toBe('added  Kim  admin\n');
  await user(['add', 'Ann'], password);
  await user(['role', 'ann', 'viewer']);
  await user(['password', 'ann'], 'another long password\n');
  await user(['disable', 'Ann']);
  const listed = await user(['list', '--json']);
  expect(jsonLines(listed.stdout)).toMatchObject([
    { name: 'Ann', role: 'viewer', disabled: true },
    { name: 'Kim', role: 'admin', disabled: false },
  ]);
  expect(listed.stdout).not.toMatch(/argon|password/);
  expect((await user(['enable', 'Ann'])).stdout).toBe('enabled  Ann  viewer\n');
}, 60_000);

test('a short password, a taken name, an unknown role or user, and the last admin’s end are refused', async () => {
  await user(['add', 'Lee', '--role', 'admin'], password);
  await user(['disable', 'kim']);
  const refused = await Promise.all([
    user(['add', 'Bo'], 'short\n'),
    user(['add', 'Bo']),
    user(['add', 'LEE'], password),
    user(['add', 'Bo', '--role', 'owner'], password),
    user(['role', 'nobody', 'editor']),
    user(['disable', 'Lee']),
  ]);
  expect(refused.map(({ code, stdout }) => [code, stdout])).toEqual(refused.map(() => [2, '']));
  expect(refused.map(({ stderr }) => stderr).join('\n')).toMatch(
    /at least 12[\s\S]*none was given[\s\S]*one of this name[\s\S]*viewer, editor, admin[\s\S]*civicwire user list[\s\S]*only admin/,
  );
}, 60_000);
