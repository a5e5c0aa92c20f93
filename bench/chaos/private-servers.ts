// Redis and PostgreSQL of one's own, to be killed and started again on the same port with the same files. Knows no work.
import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chownSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { promisify } from 'node:util';
import { Redis } from 'ioredis';
import { onServer } from '../../packages/store/src/testing/databases.ts';
import { accountOf, findProgram, freePort, waitForPort } from '../../scripts/services.ts';

export interface PrivateServer {
  readonly url: string;
  /** Starts it, or starts it again; resolves when it listens. */
  readonly start: () => Promise<void>;
  /** Ends it with this signal; resolves when it is gone. Nothing happens when it does not run. */
  readonly end: (signal: NodeJS.Signals) => Promise<void>;
}

export interface PrivateServers {
  readonly redis: PrivateServer;
  readonly postgres: PrivateServer;
  /** Ends both and removes their files. */
  readonly remove: () => Promise<void>;
}

/** Prepares both in a temporary folder; neither runs yet. Throws when the machine has not got them. */
export async function preparePrivateServers(): Promise<PrivateServers> {
  const folder = mkdtempSync(join(tmpdir(), 'civicwire-chaos-'));
  const account = process.getuid?.() === 0 ? accountOf('postgres', 'nobody') : {};
  if (account.uid !== undefined) chownSync(folder, account.uid, account.gid ?? account.uid);
  const redis = await prepareRedis(join(folder, 'redis'));
  const postgres = await preparePostgres(join(folder, 'postgres'), account);
  return {
    redis,
    postgres,
    remove: async () => {
      await Promise.all([redis.end('SIGKILL'), postgres.end('SIGINT')]);
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** With `appendOnly: no`, what is queued dies with it. */
export async function prepareRedis(data: string, settings: readonly string[] = []): Promise<PrivateServer> {
  const port = await freePort();
  mkdirSync(data, { recursive: true });
  const args = ['--port', String(port), '--bind', '127.0.0.1', '--dir', data, '--save', '', '--appendonly', 'yes'];
  const policy = ['--maxmemory-policy', 'noeviction'];
  return serverOf('redis-server', `redis://127.0.0.1:${port}`, port, [...args, ...policy, ...settings], data, {});
}

async function preparePostgres(data: string, account: { uid?: number; gid?: number }): Promise<PrivateServer> {
  const port = await freePort();
  mkdirSync(data);
  if (account.uid !== undefined) chownSync(data, account.uid, account.gid ?? account.uid);
  const initArgs = ['-D', data, '-U', 'civicwire', '-A', 'trust', '-E', 'UTF8', '--locale=C', '--no-sync'];
  await promisify(execFile)(pathOf('initdb'), initArgs, { ...account, cwd: data });
  const settings = [
    'listen_addresses=127.0.0.1',
    `port=${port}`,
    `unix_socket_directories=${data}`,
    'max_connections=200',
    'shared_buffers=64MB',
  ];
  const args = ['-D', data, ...settings.flatMap((setting) => ['-c', setting])];
  const url = `postgres://civicwire@127.0.0.1:${port}/postgres`;
  return serverOf('postgres', url, port, args, data, account, () => answers(url));
}

/** The queue forgets all that it was told. */
export async function emptyQueue({ redis }: PrivateServers): Promise<void> {
  const client = new Redis(redis.url);
  await client.flushall();
  client.disconnect();
}

/** It listens some time before it answers. */
async function answers(url: string): Promise<void> {
  for (let attempt = 1; ; attempt++) {
    try {
      await onServer(url, 'select 1');
      return;
    } catch (error) {
      if (attempt === 200) throw error;
      await sleep(50);
    }
  }
}

function pathOf(name: string): string {
  const path = findProgram(name);
  if (path === null) throw new Error(`${name} is not on this machine; expected it on the PATH`);
  return path;
}

function serverOf(
  name: string,
  url: string,
  port: number,
  args: readonly string[],
  cwd: string,
  account: { uid?: number; gid?: number },
  isReady: () => Promise<void> = async () => undefined,
): PrivateServer {
  const program = pathOf(name);
  let child: ChildProcess | null = null;
  return {
    url,
    start: async () => {
      child = spawn(program, args, { stdio: 'ignore', cwd, ...account });
      await waitForPort(child, port, name);
      await isReady();
    },
    end: async (signal) => {
      if (child === null || child.exitCode !== null || child.signalCode !== null) return;
      const gone = once(child, 'exit');
      child.kill(signal);
      await gone;
    },
  };
}
