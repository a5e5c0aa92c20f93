// `civicwire webhook …` on the real program: what stands on standard output, what is refused, what is told.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startChangeWriter } from '@civicwire/store/testing/writers';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { jsonLines, runProgram, startProgram } from './testing/run-program.ts';
import { startReceiver, type WebhookReceiver } from './testing/webhook-receiver.ts';

const folder = mkdtempSync(join(tmpdir(), 'civicwire-webhook-'));
const db = `sqlite:${join(folder, 'store.db')}`;
const sources = join(folder, 'sources.yaml');
let receiver: WebhookReceiver;

const webhook = (...args: readonly string[]) => runProgram(['webhook', ...args, '--db', db]);

beforeAll(async () => {
  receiver = await startReceiver();
  writeFileSync(sources, 'allow_addresses: [127.0.0.0/8]\nsources: []\n');
});
afterAll(async () => {
  await receiver.close();
  rmSync(folder, { recursive: true, force: true });
});

test('a webhook is added, told, replayed, told by a program that reviews, and removed', async () => {
  const added = await webhook('add', receiver.url, '--from', '0');
  expect([added.code, added.stdout]).toEqual([0, expect.stringMatching(/^whsec_[\w+/]{43}=\n$/)]);
  expect(added.stderr).toContain('it is not shown again');
  receiver.secrets.push(added.stdout.trim());
  expect((await startChangeWriter(db, 'writer', 1, 150).ended).code).toBe(0);
  // Without a list of sources that allows it, nobody on this machine is told.
  const kept = await webhook('deliver', '--once', '--sources', join(folder, 'none.yaml'));
  expect([kept.code, kept.stdout, receiver.messages]).toEqual([1, 'delivered 0 messages, 1 attempts failed\n', []]);
  const [{ id = '' } = {}] = jsonLines((await webhook('list', '--json')).stdout) as { id?: string }[];
  expect((await webhook('list')).stdout).toMatch(/failing, again at .*: blocked-address/);
  expect((await webhook('replay', id)).stdout).toBe(`active  ${id}  told of changes above 0\n`);
  expect((await webhook('deliver', '--once', '--sources', sources)).stdout).toContain('delivered 2 messages');
  expect(receiver.messages.flatMap(({ seqs }) => seqs)).toHaveLength(150);
  expect((await webhook('replay', id, '--from', '140')).code).toBe(0);
  const review = startProgram(['review', '--db', db, '--port', '0', '--sources', sources]);
  await expect.poll(() => receiver.messages.at(-1)?.seqs, { timeout: 60_000 }).toHaveLength(10);
  review.child.kill('SIGTERM');
  expect((await review.ended).code).toBe(0);
  expect((await webhook('remove', id)).stdout).toBe(`removed  ${id}  ${receiver.url}\n`);
  expect(receiver.forged).toEqual([]);
}, 60_000);

test('what cannot be is a usage error that says what was expected', async () => {
  const refused = await Promise.all([
    webhook('add', 'ftp://receiver.example'),
    webhook('add', 'https://receiver.example', '--entity', 'token'),
    webhook('add', 'https://receiver.example', '--from', '-3'),
    webhook('add', 'https://receiver.example', '--from', '100000'),
    webhook('remove', 'ffff'),
  ]);
  expect(refused.map(({ code, stdout }) => [code, stdout])).toEqual(refused.map(() => [2, '']));
  expect(refused.map(({ stderr }) => stderr).join('\n')).toMatch(
    /http or https[\s\S]*story_version[\s\S]*number of a change[\s\S]*from 0 to[\s\S]*expected an id/,
  );
}, 30_000);
