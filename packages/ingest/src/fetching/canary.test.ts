// Forty spellings of this machine's own address, asked for directly, by redirect and by names that change their address:
// a server on 127.0.0.1 counts who connects. Nobody may.
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { createFetcher } from './create-fetcher.ts';

let canary: Server;
let gate: Server;
let port = 0;
let connections = 0;
let target = '';

const listen = async (server: Server, host: string): Promise<number> => {
  await new Promise<void>((listening) => server.listen(0, host, listening));
  return (server.address() as AddressInfo).port;
};

beforeAll(async () => {
  canary = createServer((_, response) => response.end('reached')).on('connection', () => {
    connections += 1;
  });
  port = await listen(canary, '127.0.0.1');
  // The gate may be contacted: what it sends on to may not.
  gate = createServer((request, response) => {
    if (request.url === '/robots.txt') response.writeHead(404).end();
    else response.writeHead(302, { location: Buffer.from(target).toString('latin1') }).end();
  });
  await listen(gate, '127.0.0.2');
});
afterAll(() => {
  canary.close();
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

it('connects to none of them, sent there by a redirect', async () => {
  const fetcher = createFetcher({ ...options, allowAddresses: ['127.0.0.2/32'] });
  const gatePort = (gate.address() as AddressInfo).port;
  for (const host of hosts) {
    target = `http://${host}:${port}/`;
    expect((await fetcher.fetch(`http://127.0.0.2:${gatePort}/go`, request)).ok, host).toBe(false);
  }
  await fetcher.close();
  expect(connections).toBe(0);
});

it('connects to none of them under a name whose address changes after the first answer', async () => {
  const addresses = ['127.0.0.1', '::1', '::ffff:127.0.0.1', '0.0.0.0', '64:ff9b::7f00:1', '2002:7f00:1::'];
  for (const address of addresses) {
    let asked = 0;
    const resolve = async () => {
      asked += 1;
      const first = { address: '127.0.0.2', family: 4 as const };
      return [asked === 1 ? first : { address, family: address.includes(':') ? (6 as const) : (4 as const) }];
    };
    const fetcher = createFetcher({ ...options, allowAddresses: ['127.0.0.2/32'], resolve });
    for (let turn = 0; turn < 3; turn++) await fetcher.fetch(`http://rebinding.example:${port}/${turn}`, request);
    await fetcher.close();
  }
  expect(connections).toBe(0);
});
