// Makes a fresh checkout ready (packages, the built desk), then (with `--then FILE ARGS…`) runs FILE under the pinned Node.
// Plain JavaScript for Node 20 or newer: it runs before anything is installed. Knows packages, not services.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const pnpmVersion = '12.20.0';
const stampFile = join(root, 'node_modules', '.setup-stamp');
const windows = process.platform === 'win32';

/** What an installation depends on: manifests, lock file, and the machine's kind. */
function fingerprint() {
  const manifests = ['package.json', 'pnpm-lock.yaml', 'pnpm-workspace.yaml', ...packageManifests()];
  const hash = createHash('sha256').update(`${process.platform}-${process.arch}`);
  for (const file of manifests) hash.update(file).update(readFileSync(join(root, file)));
  return hash.digest('hex');
}

function packageManifests() {
  return readdirSync(join(root, 'packages'))
    .sort()
    .map((name) => `packages/${name}/package.json`)
    .filter((file) => existsSync(join(root, file)));
}

function fail(message) {
  process.stderr.write(`setup: ${message}\n`);
  process.exit(2);
}

function install() {
  const wanted = fingerprint();
  if (existsSync(stampFile) && readFileSync(stampFile, 'utf8') === wanted) return;
  process.stderr.write(`setup: installing packages with pnpm ${pnpmVersion}\n`);
  const own = join(root, 'node_modules', '.bin', windows ? 'pnpm.cmd' : 'pnpm');
  const [command, lead] = existsSync(own) ? [own, []] : ['npx', ['-y', `pnpm@${pnpmVersion}`]];
  const result = spawnSync(command, [...lead, 'install', '--frozen-lockfile', '--reporter=append-only'], {
    cwd: root,
    stdio: ['ignore', 2, 2],
    shell: windows,
    env: { ...process.env, CI: 'true' },
  });
  if (result.error || result.status !== 0) {
    fail(
      `installing packages failed (${result.error?.message ?? `pnpm ended with ${result.status}`}). ` +
        'Expected: npm on the PATH and an npm registry within reach. Nothing else was changed; run the same command again.',
    );
  }
  mkdirSync(join(root, 'node_modules'), { recursive: true });
  writeFileSync(stampFile, wanted);
}

/** The pinned Node that came as a package, else this one if it is new enough. */
function pinnedNode() {
  const packaged = join(root, 'node_modules', `node-${process.platform}-${process.arch}`, 'bin', 'node');
  if (existsSync(packaged) && spawnSync(packaged, ['--version']).status === 0) return packaged;
  if (Number(process.versions.node.split('.')[0]) >= 24) return process.execPath;
  return fail(
    `no pinned Node for ${process.platform}-${process.arch}, and this is Node ${process.versions.node}. ` +
      'Expected: Node 24 or newer on the PATH.',
  );
}

/** Builds the review desk's pages when their sources have changed. */
function buildDesk(node) {
  const result = spawnSync(node, [join(root, 'packages/review/web/build-desk.ts')], { stdio: ['ignore', 2, 2] });
  if (result.error || result.status !== 0) {
    fail(`building the review desk failed (${result.error?.message ?? `it ended with ${result.status}`}); see above.`);
  }
}

const major = Number(process.versions.node.split('.')[0]);
if (major < 20) fail(`this is Node ${process.versions.node}. Expected: Node 20 or newer.`);
install();
const node = pinnedNode();
buildDesk(node);
const at = process.argv.indexOf('--then');
if (at < 0) {
  process.stderr.write('setup: ready. Try `npm run demo`, or `npx civicwire --help`.\n');
} else {
  const [file = '', ...rest] = process.argv.slice(at + 1);
  const path = `${join(root, 'node_modules', '.bin')}${delimiter}${process.env.PATH ?? ''}`;
  const result = spawnSync(node, [join(root, file), ...rest], {
    stdio: 'inherit',
    env: { ...process.env, PATH: path },
  });
  if (result.error) fail(`could not start ${file}: ${result.error.message}`);
  process.exit(result.status ?? 1);
}
