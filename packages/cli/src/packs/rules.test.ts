// The halves of a version: the first one names what finds the article in a page, and nothing else.
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { readPagesAlike, versionWith } from './rules.ts';

const version = '0123456789abcdef';
const rule = { keep: ['p'], remove: [], title: null, byline: null, date: null };

test('versions read pages alike when packs alone differ, and not under another rule for the outlet’s pages', () => {
  expect(readPagesAlike(version, '01234567ffffffff')).toBe(true);
  expect(readPagesAlike(version, 'f1234567ffffffff')).toBe(false);
  expect(versionWith({ version }, null)).toBe(version);
  const [ruled, otherPacks] = [version, '01234567ffffffff'].map((one) => versionWith({ version: one }, rule));
  expect(ruled).toMatch(/^[0-9a-f]{16}$/);
  expect(readPagesAlike(version, ruled ?? '')).toBe(false);
  expect(readPagesAlike(ruled ?? '', otherPacks ?? '')).toBe(true);
  expect(otherPacks).not.toBe(ruled);
  expect(readPagesAlike(ruled ?? '', versionWith({ version }, { ...rule, keep: ['div'] }))).toBe(false);
});

test('what finds the article imports nothing of this package from beside its own folder', () => {
  const folder = fileURLToPath(new URL('../src/page', import.meta.resolve('@civicwire/extract')));
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) =>
    /(?<!\.test)\.ts$/.test(file),
  );
  expect(files.length).toBeGreaterThan(10);
  const outside = files.flatMap((file) => {
    const text = readFileSync(join(folder, file), 'utf8');
    return [...text.matchAll(/from '(\.[^']+)'/g)]
      .map(([, path = '']) => relative(folder, resolve(dirname(join(folder, file)), path)))
      .filter((path) => path.startsWith('..'));
  });
  expect(outside).toEqual([]);
});
