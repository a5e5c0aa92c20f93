// The house rules that no other tool checks: arrows between packages, purity, names, first lines. Reads files as text.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';

const root = fileURLToPath(new URL('..', import.meta.url));
const skipped = new Set(['node_modules', '.types', 'dist', '.git', 'results']);

function filesUnder(folder: string): string[] {
  if (!existsSync(join(root, folder))) return [];
  return readdirSync(join(root, folder), { withFileTypes: true })
    .filter((entry) => !skipped.has(entry.name))
    .flatMap((entry) => (entry.isDirectory() ? filesUnder(join(folder, entry.name)) : [join(folder, entry.name)]));
}

const topFolders = ['packages', 'scripts', 'evaluation', 'bench', 'demo'];
const files = topFolders.flatMap(filesUnder);
const sources = files.filter((file) => /\.(?:ts|tsx|mjs)$/.test(file));
const read = (file: string): string => readFileSync(join(root, file), 'utf8');

function importsOf(file: string): string[] {
  return [...read(file).matchAll(/(?:from|import)\s*\(?\s*'([^']+)'/g)].map((match) => match[1] ?? '');
}

/** Which of our packages each may import. `review` and `cli` join several; the others know the shared words alone. */
const arrows: Readonly<Record<string, readonly string[]>> = {
  shared: [],
  ingest: ['shared'],
  extract: ['shared'],
  store: ['shared'],
  review: ['shared', 'store'],
  cli: ['shared', 'ingest', 'extract', 'store', 'review'],
};

test.each(Object.entries(arrows))('%s imports only the packages that its arrows allow', (name, allowed) => {
  const wrong = sources
    .filter((file) => file.startsWith(join('packages', name, '/')) && !file.endsWith('.test.ts'))
    .flatMap((file) => importsOf(file).map((target) => ({ file, target })))
    .filter(({ target }) => target.startsWith('@civicwire/') && !allowed.includes(target.split('/')[1] ?? ''));
  expect(wrong).toEqual([]);
});

test('a package reaches another by its name, never by a path', () => {
  const wrong = sources
    .filter((file) => file.startsWith('packages/'))
    .flatMap((file) => importsOf(file).map((target) => ({ file, target })))
    .filter(
      ({ file, target }) =>
        target.startsWith('.') &&
        !relative(file.split('/').slice(0, 2).join('/'), join(dirname(file), target)).match(/^(?!\.\.)/),
    );
  expect(wrong).toEqual([]);
});

test('nobody inside a package uses its door', () => {
  const wrong = sources
    .filter((file) => file.startsWith('packages/'))
    .flatMap((file) => importsOf(file).map((target) => ({ file, target })))
    .filter(
      ({ file, target }) =>
        target.startsWith('.') && /^packages\/[a-z]+\/src\/index\.ts$/.test(join(dirname(file), target)),
    );
  expect(wrong).toEqual([]);
});

test('a stage of extraction imports no other stage', () => {
  const stages = new Set(['page', 'names', 'places', 'officials', 'quotes', 'stances']);
  const wrong = sources
    .filter((file) => file.startsWith('packages/extract/src/') && !file.endsWith('.test.ts'))
    .flatMap((file) => importsOf(file).map((target) => ({ file, target })))
    .filter(({ file, target }) => {
      const own = file.split('/')[3] ?? '';
      const other = relative('packages/extract/src', join(dirname(file), target)).split('/')[0] ?? '';
      return stages.has(own) && target.startsWith('.') && stages.has(other) && other !== own;
    });
  expect(wrong).toEqual([]);
});

test('extraction has no clock, network, disk or randomness', () => {
  const impure = /\bDate\.now\b|\bnew Date\(\)|\bMath\.random\b|\bperformance\.|from 'node:|\bprocess\.|\bfetch\(/;
  const wrong = sources
    .filter((file) => /^packages\/extract\/src\//.test(file) && !/\.test\.ts$|\/testing\//.test(file))
    .filter((file) => impure.test(read(file)));
  expect(wrong).toEqual([]);
});

test('the shared words depend on the schema library alone', () => {
  const wrong = sources
    .filter((file) => file.startsWith('packages/shared/src/') && !file.endsWith('.test.ts'))
    .flatMap(importsOf)
    .filter((target) => !target.startsWith('.') && target !== 'zod');
  expect(wrong).toEqual([]);
});

test('the first line of a source file says what it does', () => {
  const wrong = sources.filter(
    (file) => !file.endsWith('.test.ts') && !/^(?:#!.*\n)?\/\/ \S+ \S+ \S+/.test(read(file)),
  );
  expect(wrong).toEqual([]);
});

test('files and folders are named after what they hold, in kebab-case', () => {
  const vague = /(?:^|\/)(?:utils?|helpers?|common|misc)(?:\/|\.|$)/;
  const wrong = sources.filter((file) => vague.test(file) || !/^[a-z0-9./-]+$/.test(file));
  expect(wrong).toEqual([]);
});

test('source files stay short enough to read', () => {
  const wrong = sources
    .map((file) => ({ file, lines: read(file).split('\n').length }))
    .filter(({ file, lines }) => lines > (file.endsWith('.test.ts') ? 400 : 300));
  expect(wrong).toEqual([]);
});

test('every folder of data says where it comes from', () => {
  const folders = new Set(
    files
      .filter((file) => file.startsWith('packages/extract/data/'))
      .map((file) => file.split('/').slice(0, 4).join('/')),
  );
  expect([...folders].filter((folder) => !existsSync(join(root, folder, 'source.md')))).toEqual([]);
});

test('every package of the workspace is explained in docs/DEPENDENCIES.md', () => {
  const explained = read('docs/DEPENDENCIES.md');
  const manifests = [
    'package.json',
    ...readdirSync(join(root, 'packages')).map((name) => `packages/${name}/package.json`),
  ];
  const names = new Set(
    manifests.flatMap((file) => {
      const manifest = JSON.parse(read(file)) as Record<string, Record<string, string> | undefined>;
      return ['dependencies', 'devDependencies', 'optionalDependencies'].flatMap((kind) =>
        Object.keys(manifest[kind] ?? {}),
      );
    }),
  );
  const silent = [...names].filter(
    (name) => !name.startsWith('@civicwire/') && !name.startsWith('@types/') && !explained.includes(`\`${name}\``),
  );
  expect(silent).toEqual([]);
});

test('no test is left out, and no check is loosened', () => {
  const marks = ['ski' + 'p', 'tod' + 'o', 'onl' + 'y'].map((word) => `\\b(?:it|test|describe)\\.${word}\\(`);
  const loose = new RegExp([...marks, '@ts-' + 'ignore', 'as an' + 'y[;),>]'].join('|'));
  expect(sources.filter((file) => loose.test(read(file)))).toEqual([]);
});
