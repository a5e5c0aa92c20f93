// Exports, releases and provenance from the command line: what goes where, what is refused, exit codes.
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openStore } from '@civicwire/store';
import { beforeAll, expect, it } from 'vitest';
import { jsonLines, runProgram } from './testing/run-program.ts';
import { storyPage } from './testing/small-site.ts';

const folder = mkdtempSync(join(tmpdir(), 'civicwire-exports-'));
const db = `sqlite:${join(folder, 'store.db')}`;
let releaseHash = '';
const at = (name: string): string => join(folder, name);

beforeAll(async () => {
  mkdirSync(at('pages'));
  for (const nth of [1, 2]) writeFileSync(at(`pages/${nth}.html`), storyPage(nth));
  const { code } = await runProgram(['run', '--html', at('pages'), '--db', db, '--sources', at('none.yaml')]);
  expect(code).toBe(0);
});

const refused = [
  ['an unknown kind', ['export', 'opinions'], /no kind "opinions"; expected one of stories/],
  ['an unknown format', ['export', '--format', 'xlsx'], /no format "xlsx"; expected one of jsonl, csv/],
  ['a file format without a place', ['export', '--format', 'sqlite'], /expected --out/],
  [
    'a kind that the format cannot hold',
    ['export', 'quotes', '--format', 'dna', '--out', at('q.dna')],
    /holds stances/,
  ],
  ['a spreadsheet that is none', ['export', '--spreadsheet'], /--spreadsheet is for csv/],
  ['a name that is none', ['release', 'cut', '../up', '--out', at('releases')], /is no name/],
] as const;

it.each(refused)('refuses %s in words, with exit code 2 and nothing on standard output', async (_what, args, words) => {
  const { code, stdout, stderr } = await runProgram([...args, '--db', db]);
  expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
  expect(stderr).toMatch(words);
  expect(readdirSync(folder).filter((name) => name.includes('partial'))).toEqual([]);
});

it('writes an export whole or not at all, and replaces only when told', async () => {
  const args = ['export', 'stories', '--format', 'csv', '--db', db, '--out', at('deep/stories.csv')];
  const { code, stdout } = await runProgram([...args, '--json']);
  const [written] = jsonLines(stdout);
  expect({ code, bytes: written?.bytes }).toEqual({ code: 0, bytes: statSync(at('deep/stories.csv')).size });
  expect(readFileSync(at('deep/stories.csv'), 'utf8')).toBe(
    (await runProgram(['export', 'stories', '--format', 'csv', '--db', db])).stdout,
  );
  expect(await runProgram(args)).toMatchObject({ code: 2, stderr: expect.stringContaining('is there already') });
  expect(await runProgram([...args, '--force'])).toMatchObject({ code: 0 });
  expect(await runProgram([...args.slice(0, -1), '/dev/full/x.csv'])).toMatchObject({ code: 2 });
});

it('cuts a release once', async () => {
  const cut = ['release', 'cut', 'first', '--out', at('releases'), '--db', db];
  expect((await runProgram([...cut, '--dry-run'])).stdout).toContain('nothing written');
  expect(existsSync(at('releases'))).toBe(false);
  const [release] = jsonLines((await runProgram([...cut, '--json'])).stdout);
  releaseHash = String(release?.release_hash);
  expect(await runProgram(cut)).toMatchObject({ code: 2, stderr: expect.stringContaining('is never changed') });
});

it('verifies a release by its hash, its bytes and by extracting again', async () => {
  const verify = ['release', 'verify', at('releases/first'), '--json', '--hash'];
  const all = await runProgram([...verify, releaseHash, '--db', db, '--share', '1', '--seed', 's']);
  expect(jsonLines(all.stdout)).toEqual([
    expect.objectContaining({ ok: true, extracted: { seed: 's', stories: 2, same: 2 }, problems: [] }),
  ]);
  expect(all.code).toBe(0);
  expect(await runProgram([...verify, 'no'])).toMatchObject({ code: 1 });
  const diff = await runProgram(['release', 'diff', at('releases/first'), at('releases/first')]);
  expect(diff.stdout).toContain('added: 0\nremoved: 0\nchanged: 0');
});

it('follows a claim back alike in a store and in a release', async () => {
  const [claim] = jsonLines((await runProgram(['export', '--db', db])).stdout);
  const follow = ['provenance', String(claim?.id), '--json'];
  const inStore = await runProgram([...follow, '--db', db]);
  const inRelease = await runProgram([...follow, '--release', at('releases/first')]);
  expect(inStore).toMatchObject({ code: 0, stdout: inRelease.stdout });
  expect(await runProgram(['provenance', 'nothing', '--db', db])).toMatchObject({ code: 2 });
});

it('says of removed bytes that they were removed: what was cut stays checkable but for extracting it again', async () => {
  const nextYear = { nowMs: () => Date.now() + 400 * 24 * 3_600_000 };
  const store = await openStore(db, { clock: nextYear });
  await store.removeSnapshotBytes({ olderThanMs: 24 * 3_600_000, keepReferenced: false });
  await store.close();
  const verified = await runProgram(['release', 'verify', at('releases/first'), '--db', db, '--share', '1']);
  expect(verified).toMatchObject({ code: 1, stdout: expect.stringContaining('all as they were cut') });
  expect(verified.stdout).toContain('extracted again: 0 of 2 stories');
  expect(
    verified.stderr.match(/cannot be extracted again: its bytes were removed by retention; their hash/g),
  ).toHaveLength(2);
  const [claim] = jsonLines((await runProgram(['export', '--db', db])).stdout);
  const followed = await runProgram(['provenance', String(claim?.id), '--db', db]);
  expect(followed).toMatchObject({ code: 0, stdout: expect.stringContaining('; removed by retention') });
  const offline = await runProgram(['provenance', String(claim?.id), '--release', at('releases/first')]);
  expect(offline.stdout).not.toContain('removed');
}, 60_000);
