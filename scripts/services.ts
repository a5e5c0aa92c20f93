// The real servers that tests need: finds or installs them, starts private instances, stops them. Knows no tests.
import { type ChildProcess, execFile, spawn, spawnSync } from 'node:child_process';
import { chownSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { createConnection, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { promisify } from 'node:util';

const serviceNames = ['postgres', 'redis', 'chromium'] as const;
export type ServiceName = (typeof serviceNames)[number];

/** Debian's package for each service, and the programs that show that it is there. */
const known: Readonly<Record<ServiceName, { readonly debian: string; readonly programs: readonly string[] }>> = {
  postgres: { debian: 'postgresql', programs: ['postgres'] },
  redis: { debian: 'redis-server', programs: ['redis-server'] },
  chromium: { debian: 'chromium', programs: ['chromium', 'chromium-browser', 'google-chrome'] },
};

/** Path of a program on the PATH or in Debian's PostgreSQL folders (newest first); null when it is not on this machine. */
export function findProgram(name: string): string | null {
  const debianPostgres = '/usr/lib/postgresql';
  const versions = existsSync(debianPostgres) ? readdirSync(debianPostgres).sort((a, b) => Number(b) - Number(a)) : [];
  const folders = [
    ...(process.env.PATH ?? '').split(delimiter),
    '/usr/sbin',
    ...versions.map((v) => join(debianPostgres, v, 'bin')),
  ];
  return folders.map((folder) => join(folder, name)).find((path) => existsSync(path)) ?? null;
}

function findService(service: ServiceName): string | null {
  for (const program of known[service].programs) {
    const path = findProgram(program);
    if (path) return path;
  }
  return null;
}

/** Installs what is missing where that is possible (Debian as root); returns the services that stay missing, with what to install. */
export function ensureServices(
  wanted: readonly ServiceName[] = serviceNames,
): { readonly name: ServiceName; readonly advice: string }[] {
  const missing = wanted.filter((name) => findService(name) === null);
  const mayInstall = process.getuid?.() === 0 && existsSync('/etc/debian_version') && findProgram('apt-get') !== null;
  if (missing.length > 0 && mayInstall) {
    const packages = missing.map((name) => known[name].debian);
    process.stderr.write(`services: installing ${packages.join(', ')}\n`);
    // RUNLEVEL keeps the packages' own daemons from starting: tests start private ones.
    const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive', RUNLEVEL: '1' };
    spawnSync('apt-get', ['update', '-qq'], { stdio: ['ignore', 'ignore', 2], env });
    spawnSync('apt-get', ['install', '-y', '-qq', '--no-install-recommends', ...packages], {
      stdio: ['ignore', 'ignore', 2],
      env,
    });
  }
  return wanted
    .filter((name) => findService(name) === null)
    .map((name) => ({
      name,
      advice: `install ${name} (Debian: apt-get install ${known[name].debian}) so that ${known[name].programs.join(' or ')} is on the PATH`,
    }));
}

/** Running private services: `env` names them to the tests; `stop` ends them and removes their folders. */
export interface RunningServices {
  readonly env: Readonly<Record<string, string>>;
  readonly stop: () => Promise<void>;
}

/** Starts one private instance of each service that the machine has, on free loopback ports in temporary folders. */
export async function startServices(): Promise<RunningServices> {
  const folder = mkdtempSync(join(tmpdir(), 'civicwire-services-'));
  const children: ChildProcess[] = [];
  const env: Record<string, string> = {};
  const stop = async (): Promise<void> => {
    await Promise.all(children.map(stopChild));
    rmSync(folder, { recursive: true, force: true });
  };
  try {
    const chromium = findService('chromium');
    if (chromium) env.CIVICWIRE_TEST_CHROMIUM = chromium;
    const [postgres, redis] = await Promise.all([startPostgres(folder, children), startRedis(folder, children)]);
    if (postgres) env.CIVICWIRE_TEST_POSTGRES = postgres;
    if (redis) env.CIVICWIRE_TEST_REDIS = redis;
    return { env, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

async function startRedis(folder: string, children: ChildProcess[]): Promise<string | null> {
  const program = findService('redis');
  if (!program) return null;
  const port = await freePort();
  const data = mkdtempSync(join(folder, 'redis-'));
  const args = ['--port', String(port), '--bind', '127.0.0.1', '--dir', data, '--appendonly', 'yes', '--save', ''];
  const child = spawn(program, args, { stdio: 'ignore' });
  children.push(child);
  await waitForPort(child, port, 'redis-server');
  return `redis://127.0.0.1:${port}`;
}

async function startPostgres(folder: string, children: ChildProcess[]): Promise<string | null> {
  const program = findService('postgres');
  const initdb = findProgram('initdb');
  if (!program || !initdb) return null;
  const port = await freePort();
  const data = mkdtempSync(join(folder, 'postgres-'));
  // PostgreSQL refuses to run as root.
  const account = process.getuid?.() === 0 ? accountOf('postgres', 'nobody') : {};
  if (account.uid !== undefined) {
    chownSync(folder, account.uid, account.gid ?? account.uid);
    chownSync(data, account.uid, account.gid ?? account.uid);
  }
  const initArgs = ['-D', data, '-U', 'civicwire', '-A', 'trust', '-E', 'UTF8', '--locale=C', '--no-sync'];
  await promisify(execFile)(initdb, initArgs, { ...account, cwd: folder });
  const settings = [
    'listen_addresses=127.0.0.1',
    `port=${port}`,
    `unix_socket_directories=${data}`,
    'max_connections=60',
    'shared_buffers=64MB',
  ];
  const child = spawn(program, ['-D', data, ...settings.flatMap((s) => ['-c', s])], {
    stdio: 'ignore',
    cwd: folder,
    ...account,
  });
  children.push(child);
  await waitForPort(child, port, 'postgres');
  return `postgres://civicwire@127.0.0.1:${port}/postgres`;
}

/** The first of these accounts that the machine has, as `spawn` takes it; none: empty. */
export function accountOf(...names: readonly string[]): { uid?: number; gid?: number } {
  for (const line of readFileSync('/etc/passwd', 'utf8').split('\n')) {
    const [name, , uid, gid] = line.split(':');
    if (name && names.includes(name)) return { uid: Number(uid), gid: Number(gid) };
  }
  return {};
}

/** A port of 127.0.0.1 that was free a moment ago. */
export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() =>
        address && typeof address === 'object' ? resolve(address.port) : reject(new Error('no free port')),
      );
    });
  });
}

/** Resolves when somebody listens; throws when the program ended or 10 seconds went by. */
export async function waitForPort(child: ChildProcess, port: number, name: string): Promise<void> {
  for (let attempt = 0; attempt < 200; attempt++) {
    if (child.exitCode !== null)
      throw new Error(`${name} ended at once with exit code ${child.exitCode}; expected it to listen on port ${port}`);
    const open = await new Promise<boolean>((resolve) => {
      const socket = createConnection({ port, host: '127.0.0.1' }, () => {
        socket.destroy();
        resolve(true);
      });
      socket.once('error', () => resolve(false));
    });
    if (open) return;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error(`${name} did not listen on port ${port} within 10 seconds`);
}

async function stopChild(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = new Promise((resolve) => child.once('exit', resolve));
  child.kill('SIGINT');
  const late = setTimeout(() => child.kill('SIGKILL'), 5_000);
  await ended;
  clearTimeout(late);
}
