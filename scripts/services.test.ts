// The private servers that a test run is given: each that is there answers, and is ours alone.
import { execFileSync } from 'node:child_process';
import { connect } from 'node:net';
import { expect, test } from 'vitest';
import { ensureServices } from './services.ts';

const {
  CIVICWIRE_TEST_REDIS: redis,
  CIVICWIRE_TEST_POSTGRES: postgres,
  CIVICWIRE_TEST_CHROMIUM: chromium,
} = process.env;

/** What a server says to `request`, up to its first pause. */
function ask(url: string, request: string | Uint8Array): Promise<string> {
  const { hostname, port } = new URL(url);
  return new Promise((resolve, reject) => {
    const socket = connect(Number(port), hostname, () => socket.write(request));
    socket.once('error', reject);
    socket.once('data', (data) => {
      socket.destroy();
      resolve(data.toString('latin1'));
    });
  });
}

test('servers are on loopback and on a port of their own', () => {
  for (const url of [redis, postgres]) {
    if (!url) continue;
    expect(new URL(url).hostname).toBe('127.0.0.1');
    expect(['6379', '5432', '']).not.toContain(new URL(url).port);
  }
});

if (redis) {
  test('Redis answers and keeps an append-only file', async () => {
    expect(await ask(redis, 'PING\r\n')).toBe('+PONG\r\n');
    expect(await ask(redis, 'CONFIG GET appendonly\r\n')).toContain('yes');
  });
}

if (postgres) {
  test('PostgreSQL answers', async () => {
    // SSLRequest of the wire protocol: a server without TLS says N.
    expect(await ask(postgres, Buffer.from([0, 0, 0, 8, 0x04, 0xd2, 0x16, 0x2f]))).toMatch(/^[NS]/);
  });
}

if (chromium) {
  test('the browser is a Chromium', () => {
    expect(execFileSync(chromium, ['--version'], { encoding: 'utf8' })).toMatch(/chrom/i);
  });
}

test('a machine that has no server and no way to install one is told what to install', () => {
  const path = process.env.PATH;
  process.env.PATH = '/nowhere';
  try {
    const missing = ensureServices(['redis', 'chromium']);
    expect(missing.map(({ name }) => name)).toEqual(['redis', 'chromium']);
    expect(missing[0]?.advice).toMatch(/apt-get install redis-server.*redis-server is on the PATH/);
  } finally {
    process.env.PATH = path;
  }
});
