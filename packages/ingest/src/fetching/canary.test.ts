// Forty spellings of this machine's own address, asked for directly, by redirect and by names that change their address:
// servers on 127.0.0.1 and ::1 count who connects. Nobody may, unless the operator names the range.
import { createServer, type Server } from 'node:http';
import { type AddressInfo, isIP } from 'node:net';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { createFetcher } from './create-fetcher.ts';

let canary: Server;
/** The same port on ::1; null on a machine without IPv6. */
let canary6: Server | null = null;
let gate: Server;
let port = 0;
let connections = 0;
let target = '';
let redirectStatus = 302;

const listen = async (server: Server, host: string, wanted = 0): Promise<number> => {
  await new Promise<void>((listening) => server.listen(wanted, host, listening));
  return (server.address() as AddressInfo).port;
};

beforeAll(async () => {
  const makeCanary = (): Server =>
    createServer((_, response) => response.end('reached')).on('connection', () => {
      connections += 1;
    });
  canary = makeCanary();
  port = await listen(canary, '127.0.0.1');
  const other = makeCanary();
  canary6 = await new Promise<Server | null>((done) => {
    other.once('error', () => done(null)).listen(port, '::1', () => done(other));
  });
  // The gate, on the canaries' port, may be contacted; what it sends on to may not. Each request needs a connection anew.
  gate = createServer((request, response) => {
    response.setHeader('connection', 'close');
    if (request.url === '/robots.txt') response.writeHead(404).end();
    else response.writeHead(redirectStatus, { location: Buffer.from(target).toString('latin1') }).end();
  });
  await listen(gate, '127.0.0.2', port);
});
afterAll(() => {
  canary.close();
  canary6?.close();
  gate.close();
});

const hosts = [
  ...[
    '127.0.0.1',
    '127.1',
    '127.0.1',
    '2130706433',
    '0x7f000001',
    '0x7F.0.0.1',
    '0x7f.1',
    '017700000001',
    '0177.0.0.1',
  ],
  ...['0177.0.0.01', '127.000.000.001', '127.0.0.1.', '0.0.0.0', '0', '0x0', '000.000.000.000', '127.0.0.0x1'],
  ...['localhost', 'LOCALHOST', 'localhost.', 'LocalHost.', 'user:word@127.0.0.1', 'paper.example@localhost'],
  ...['１２７.0.0.1', '①②⑦.⓪.⓪.①', '127。0。0。1', '%31%32%37.0.0.1', '127.0.0%2e1'],
  ...['[::1]', '[0:0:0:0:0:0:0:1]', '[0000:0000:0000:0000:0000:0000:0000:0001]', '[::]', '[::ffff:127.0.0.1]'],
  ...['[::ffff:7f00:1]', '[0:0:0:0:0:ffff:127.0.0.1]', '[::127.0.0.1]', '[::7f00:1]', '[64:ff9b::127.0.0.1]'],
  ...['[64:ff9b::7f00:1]', '[2002:7f00:1::]'],
];

const options = {
  userAgent: 'Test/1',
  clock: { nowMs: () => Date.now() },
  politeness: { gapMs: 0 },
  limits: { connectMs: 2_000 },
};
const request = { accept: '*/*', kind: 'page' } as const;

it('has forty spellings', () => expect(new Set(hosts).size).toBe(40));

it('connects to none of them, asked directly', async () => {
  const fetcher = createFetcher(options);
  for (const host of hosts) expect((await fetcher.fetch(`http://${host}:${port}/`, request)).ok, host).toBe(false);
  await fetcher.close();
  expect(connections).toBe(0);
});

it.each([301, 302, 303, 307, 308])('connects to none of them, sent there by a redirect %i', async (status) => {
  const fetcher = createFetcher({ ...options, allowAddresses: ['127.0.0.2/32'] });
  redirectStatus = status;
  for (const host of hosts) {
    target = `http://${host}:${port}/`;
    expect((await fetcher.fetch(`http://127.0.0.2:${port}/go`, request)).ok, host).toBe(false);
  }
  await fetcher.close();
  expect(connections).toBe(0);
});

it('connects to none of them when each is the second answer to a name that was public at first', async () => {
  // Those of the forty that are addresses, as a resolver would give them; names have no address of their own.
  const addresses = hosts
    .map((host) => URL.parse(`http://${host}/`)?.hostname.replace(/^\[|\]$/g, '') ?? '')
    .filter((host) => isIP(host) !== 0);
  expect(addresses.length).toBeGreaterThan(30);
  for (const address of addresses) {
    let asked = 0;
    const resolve = async () => {
      asked += 1;
      const family = isIP(asked === 1 ? '127.0.0.2' : address) === 6 ? (6 as const) : (4 as const);
      return [{ address: asked === 1 ? '127.0.0.2' : address, family }];
    };
    const fetcher = createFetcher({ ...options, allowAddresses: ['127.0.0.2/32'], resolve });
    const result = await fetcher.fetch(`http://rebinding.example:${port}/`, request);
    // The first answer let robots.txt through; the page needs a second.
    expect([asked, result], address).toMatchObject([2, { ok: false, reason: 'blocked-address' }]);
    await fetcher.close();
  }
  expect(connections).toBe(0);
});

it('does connect when the operator names the range: the canaries sing', async () => {
  const fetcher = createFetcher({ ...options, allowAddresses: ['127.0.0.0/8', '::1/128'] });
  expect((await fetcher.fetch(`http://127.1:${port}/`, request)).ok).toBe(true);
  if (canary6) expect((await fetcher.fetch(`http://[::1]:${port}/`, request)).ok).toBe(true);
  await fetcher.close();
  expect(connections).toBeGreaterThanOrEqual(canary6 ? 2 : 1);
});
