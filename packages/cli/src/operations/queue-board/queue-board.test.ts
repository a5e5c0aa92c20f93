// The queue board by the real program on a real Redis: who comes in, what a stranger gets, what may be changed, and in a real
// browser that its page works under its headers and asks no other host.
import { request } from 'node:http';
import { Queue } from 'bullmq';
import { Redis } from 'ioredis';
import { chromium } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { queueName } from '../../queues/bull-queue.ts';
import { type RunningProgram, runProgram, startProgram } from '../../testing/run-program.ts';

const redis = process.env.CIVICWIRE_TEST_REDIS;
/** A database of Redis that no other test uses. */
const url = `${redis}/9`;

interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly body: string;
}

function ask(address: string, options: { method?: string; headers?: Record<string, string> } = {}): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const question = request(address, options, (response) => {
      let body = '';
      response.setEncoding('utf8').on('data', (chunk: string) => {
        body += chunk;
      });
      response.on('end', () => resolve({ status: response.statusCode ?? 0, headers: response.headers, body }));
    });
    question.on('error', reject).end();
  });
}

async function start(...flags: readonly string[]): Promise<{ board: RunningProgram; address: string }> {
  const board = startProgram(['queues', '--redis', url, '--port', '0', ...flags]);
  let address = '';
  board.child.stdout?.on('data', (chunk: string) => {
    address += chunk;
  });
  await board.said('open the address above');
  return { board, address: address.trim() };
}

test('says of an address that is none what was expected', async () => {
  const { code, stderr } = await runProgram(['queues', '--redis', 'http://x']);
  expect([code, stderr]).toEqual([2, expect.stringContaining('expected redis://')]);
});

for (const _ of redis === undefined ? [] : [redis])
  describe('the queue board', () => {
    let board: RunningProgram;
    let address: string;
    let connection: Redis;
    let queue: Queue;
    beforeAll(async () => {
      connection = new Redis(url, { maxRetriesPerRequest: null });
      queue = new Queue(queueName('fetch'), { connection });
      await queue.add('fetch', { id: 'a-story' }, { jobId: 'fetch-a-story', delay: 3_600_000 });
      ({ board, address } = await start());
    });
    afterAll(async () => {
      board.child.kill('SIGINT');
      expect((await board.ended).code).toBe(0);
      await connection.flushdb();
      await queue.close();
      connection.disconnect();
    });

    test('lets in whoever has the address, once, and nobody under a foreign name', async () => {
      const { origin } = new URL(address);
      expect((await ask(`${origin}/api/queues`)).status).toBe(403);
      expect((await ask(`${origin}/enter?token=wrong`)).status).toBe(403);
      expect((await ask(address, { headers: { host: 'rebound.example' } })).status).toBe(403);
      const { status, headers } = await ask(address);
      expect(status).toBe(303);
      const cookie = String(headers['set-cookie']).split(';')[0] ?? '';
      expect(String(headers['set-cookie'])).toContain('HttpOnly; SameSite=Strict');
      expect((await ask(address)).status).toBe(403);
      const queues = await ask(`${origin}/api/queues`, { headers: { cookie } });
      expect([queues.status, JSON.parse(queues.body).queues.map(({ name }: { name: string }) => name)]).toEqual([
        200,
        ['poll', 'fetch', 'extract', 'save'].map((kind) => queueName(kind as 'poll')),
      ]);
      const change = `${origin}/api/queues/${queueName('fetch')}/fetch-a-story/promote`;
      expect((await ask(change, { method: 'PUT', headers: { cookie, origin } })).status).toBe(403);
      expect(await queue.getDelayedCount()).toBe(1);
    });

    test('changes a job when that was asked for, and only from its own page', async () => {
      const open = await start('--allow-changes');
      const { origin } = new URL(open.address);
      const cookie = String((await ask(open.address)).headers['set-cookie']).split(';')[0] ?? '';
      const change = `${origin}/api/queues/${queueName('fetch')}/fetch-a-story/promote`;
      const foreign = { cookie, origin: 'https://evil.example' };
      expect((await ask(change, { method: 'PUT', headers: foreign })).status).toBe(403);
      expect(await queue.getDelayedCount()).toBe(1);
      expect((await ask(change, { method: 'PUT', headers: { cookie, origin } })).status).toBe(204);
      expect(await queue.getDelayedCount()).toBe(0);
      open.board.child.kill('SIGINT');
      await open.board.ended;
    });

    const browserPath = process.env.CIVICWIRE_TEST_CHROMIUM;
    for (const executablePath of browserPath === undefined ? [] : [browserPath])
      test('shows the queues in a browser under its headers, and asks no other host', async () => {
        const own = await start();
        const browser = await chromium.launch({ executablePath, args: ['--no-sandbox'] });
        const page = await browser.newPage();
        const hosts = new Set<string>();
        const faults: string[] = [];
        page.on('response', (response) => hosts.add(new URL(response.url()).hostname));
        page.on('pageerror', (error) => faults.push(String(error)));
        await page.goto(own.address);
        await page.getByText(queueName('extract')).first().waitFor();
        await page.goto(`${new URL(own.address).origin}/queue/${queueName('fetch')}`);
        await page.getByText('Delayed').first().waitFor();
        expect([[...hosts], faults]).toEqual([['127.0.0.1'], []]);
        await browser.close();
        own.board.child.kill('SIGINT');
        await own.board.ended;
      });
  });
