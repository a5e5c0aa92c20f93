// Posting a message to a real server on this machine: which addresses are contacted, what is followed, how long it may take.
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { systemClock } from '@civicwire/shared';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { createSender, type Sender, type SenderOptions } from './create-sender.ts';

let server: Server;
let url = '';
let requests: string[] = [];
let answer: (request: IncomingMessage, response: ServerResponse) => void;
const senders: Sender[] = [];

beforeAll(async () => {
  server = createServer((request, response) => {
    let body = '';
    request.on('data', (piece) => {
      body += piece;
    });
    request.on('end', () => {
      requests.push(`${request.method} ${request.url} ${request.headers['webhook-id']} ${body}`);
      answer(request, response);
    });
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/hook`;
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
});
afterEach(async () => {
  requests = [];
  await Promise.all(senders.splice(0).map((sender) => sender.close()));
});

function sender(options: Partial<SenderOptions> = {}): Sender {
  const made = createSender({
    userAgent: 'Civicwire/test',
    clock: systemClock,
    allowAddresses: ['127.0.0.0/8'],
    ...options,
  });
  senders.push(made);
  return made;
}

test('a message is posted as it is, and the status is told', async () => {
  answer = (_, response) => response.writeHead(204).end();
  const sent = await sender().post(url, { 'webhook-id': 'msg_1', 'content-type': 'application/json' }, '{"a":1}');
  expect(sent).toEqual({ ok: true, status: 204, retryAfterMs: null });
  expect(requests).toEqual(['POST /hook msg_1 {"a":1}']);
});

test('addresses that are not public are not contacted unless the operator names them, however they are spelled', async () => {
  const { port } = new URL(url);
  const guarded = sender({ allowAddresses: [] });
  for (const host of [
    '127.0.0.1',
    'localhost',
    '2130706433',
    '0x7f.1',
    '[::ffff:127.0.0.1]',
    '0.0.0.0',
    '169.254.169.254',
  ])
    expect(await guarded.post(`http://${host}:${port}/hook`, {}, '{}')).toMatchObject({
      ok: false,
      reason: 'blocked-address',
    });
  expect(requests).toEqual([]);
});

test('a name that is at a private address is not contacted', async () => {
  const rebound = sender({ allowAddresses: [], resolve: async () => [{ address: '10.0.0.1', family: 4 }] });
  expect(await rebound.post('http://receiver.example/hook', {}, '{}')).toMatchObject({ reason: 'blocked-address' });
});

test('redirects are an answer and not followed', async () => {
  answer = (request, response) =>
    request.url === '/hook' ? response.writeHead(307, { location: '/elsewhere' }).end() : response.writeHead(200).end();
  expect(await sender().post(url, {}, '{}')).toMatchObject({ ok: true, status: 307 });
  expect(requests).toHaveLength(1);
});

test('a receiver may ask to be left alone', async () => {
  answer = (_, response) => response.writeHead(429, { 'retry-after': '90' }).end('busy');
  expect(await sender().post(url, {}, '{}')).toEqual({ ok: true, status: 429, retryAfterMs: 90_000 });
});

test('a receiver that never answers, or whose answer has no end, holds nobody up', async () => {
  answer = () => {};
  expect(await sender({ totalMs: 200 }).post(url, {}, '{}')).toMatchObject({ ok: false, reason: 'timed-out' });
  const endless = new Set<NodeJS.Timeout>();
  answer = (_, response) => {
    response.writeHead(200);
    const dripping = setInterval(() => response.write('x'.repeat(1_000)), 5);
    endless.add(dripping);
    response.on('close', () => clearInterval(dripping));
  };
  expect(await sender({ totalMs: 2_000 }).post(url, {}, '{}')).toMatchObject({ ok: true, status: 200 });
  for (const dripping of endless) clearInterval(dripping);
});

test('what is no address of the web, or where nobody listens, is a failure with a name', async () => {
  expect(await sender().post('file:///etc/passwd', {}, '{}')).toMatchObject({ reason: 'bad-address' });
  expect(await sender().post('http://127.0.0.1:1/', {}, '{}')).toMatchObject({ reason: 'refused' });
});
