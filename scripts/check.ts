// What CI runs: format and lint, types, unused code, then every test against real servers. `pnpm check` and `npm test`.
//   node scripts/check.ts            all of it
//   node scripts/check.ts FILTER…    only the tests whose path holds a filter, with the servers
import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { ensureServices, startServices } from './services.ts';

const root = fileURLToPath(new URL('..', import.meta.url));
const bin = join(root, 'node_modules', '.bin');
const inCi = Boolean(process.env.CI);
const filters = process.argv.slice(2);
const failed: string[] = [];

function run(name: string, args: readonly string[], env: Readonly<Record<string, string>> = {}): Promise<boolean> {
  console.log(`\n== ${name}`);
  return new Promise((resolve) => {
    const child = spawn(join(bin, args[0] ?? ''), args.slice(1), {
      cwd: root,
      stdio: ['ignore', 'inherit', 'inherit'],
      env: { ...process.env, ...env, PATH: `${bin}${delimiter}${process.env.PATH ?? ''}` },
    });
    child.once('error', () => resolve(false));
    child.once('exit', (code) => resolve(code === 0));
  });
}

async function step(name: string, args: readonly string[], env?: Readonly<Record<string, string>>): Promise<void> {
  if (!(await run(name, args, env))) failed.push(name);
}

if (filters.length === 0) {
  await step('format and lint (biome)', ['biome', 'ci', '--error-on-warnings', '.']);
  await step('types (tsc)', ['tsc', '-b']);
  await step('unused code (knip)', ['knip']);
}

const missing = ensureServices();
const services = await startServices();
const folder = mkdtempSync(join(tmpdir(), 'civicwire-check-'));
const report = join(folder, 'report.json');
try {
  await step(
    'tests (vitest)',
    ['vitest', 'run', '--reporter=default', '--reporter=json', `--outputFile.json=${report}`, ...filters],
    services.env,
  );
} finally {
  await services.stop();
}

const counts = readCounts(report);
rmSync(folder, { recursive: true, force: true });
for (const { name, advice } of missing) {
  console.log(`not run: tests that need ${name}; ${advice}`);
  if (inCi) failed.push(`service ${name}`);
}
if (failed.length > 0) console.log(`\nfailed: ${failed.join(', ')}`);
console.log(`\n${counts.passed} passed, ${counts.failed} failed`);
process.exit(failed.length > 0 ? 1 : 0);

function readCounts(file: string): { passed: number; failed: number } {
  try {
    const json = JSON.parse(readFileSync(file, 'utf8')) as { numPassedTests: number; numFailedTests: number };
    return { passed: json.numPassedTests, failed: json.numFailedTests };
  } catch {
    return { passed: 0, failed: 1 };
  }
}
