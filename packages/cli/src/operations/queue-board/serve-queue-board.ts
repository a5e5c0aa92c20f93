// The jobs of the queue in a browser (bull-board), for the operator of this machine alone: a one-time address, loopback, and
// nothing may be changed unless it was asked for. Knows HTTP and who may come in; neither jobs nor pages.
import type { Server } from 'node:http';
import { createRequire } from 'node:module';
import type { AddressInfo } from 'node:net';
import { dirname } from 'node:path';
import { createBullBoard } from '@bull-board/api';
import { BullMQAdapter } from '@bull-board/api/bullMQAdapter';
import { HonoAdapter } from '@bull-board/hono';
import { createEntrance, isOwnHost, isOwnOrigin } from '@civicwire/review';
import { type Clock, type Logger, ServiceUnavailable } from '@civicwire/shared';
import { createAdaptorServer } from '@hono/node-server';
import { serveStatic } from '@hono/node-server/serve-static';
import type { Queue } from 'bullmq';
import { type Context, Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { getCookie, setCookie } from 'hono/cookie';

export interface QueueBoardOptions {
  readonly queues: readonly Queue[];
  /** On 127.0.0.1; 0 takes a free one. */
  readonly port: number;
  /** Lets the operator retry, promote and remove jobs. The ledger tells the queue again of what was removed. */
  readonly allowChanges: boolean;
  readonly clock: Clock;
  readonly logger: Logger;
}

export interface QueueBoard {
  /** With the one-time token: the first visit opens the only session. */
  readonly url: string;
  readonly port: number;
  close(): Promise<void>;
}

/**
 * bull-board needs styles within its elements, which the review desk forbids: one more reason for an origin of its own. No
 * request leaves for another host (its page asks for fonts of Google: the browser is told not to).
 */
const headers: Readonly<Record<string, string>> = {
  'content-security-policy': [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data:",
    "connect-src 'self'",
    "form-action 'none'",
    "base-uri 'self'",
    "frame-ancestors 'none'",
  ].join('; '),
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'same-origin',
  'x-frame-options': 'DENY',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'cache-control': 'no-store',
};
const bodyBytesMax = 256 * 1024;
const host = '127.0.0.1';

/** Throws `ServiceUnavailable` when the port is taken. The queues belong to the caller. */
export async function serveQueueBoard(options: QueueBoardOptions): Promise<QueueBoard> {
  const { clock, logger } = options;
  const entrance = createEntrance(clock, 'operator');
  let port = options.port;
  const app = new Hono();
  app.onError((error, context) => {
    logger.error('queue board request failed', { path: context.req.path, error: String(error) });
    return context.text('The program’s log says what went wrong.', 500);
  });
  app.use(async (context, next) => {
    await next();
    for (const [name, value] of Object.entries(headers)) context.res.headers.set(name, value);
  });
  const refuse = (context: Context, words: string) => {
    logger.warn('queue board request refused', { path: context.req.path, reason: words });
    return context.text(words, 403);
  };
  const cookie = () => `civicwire_queues_${port}`;
  app.use((context, next) =>
    isOwnHost(port, context.req.header('host'), null) ? next() : Promise.resolve(refuse(context, 'wrong address')),
  );
  app.get('/enter', (context) => {
    const isVisit = context.req.raw.method === 'GET' && context.req.header('sec-purpose') === undefined;
    const secret = isVisit ? entrance.exchange(context.req.query('token')) : null;
    if (secret === null) return refuse(context, 'this address is no longer good: start civicwire queues again');
    setCookie(context, cookie(), secret, { httpOnly: true, sameSite: 'Strict', path: '/' });
    return context.redirect('/', 303);
  });
  app.use((context, next) =>
    entrance.sessionOf(getCookie(context, cookie())) !== null
      ? next()
      : Promise.resolve(refuse(context, 'come in by the address that civicwire queues printed')),
  );
  app.use(bodyLimit({ maxSize: bodyBytesMax, onError: (context) => context.text('too much', 413) }));
  app.use((context, next) => {
    const { method } = context.req;
    if (method === 'GET' || method === 'HEAD') return next();
    if (!options.allowChanges) return Promise.resolve(refuse(context, 'look only: --allow-changes was not given'));
    const isOurs = isOwnOrigin(context.req.header('host'), context.req.header('origin'), null);
    return isOurs ? next() : Promise.resolve(refuse(context, 'not from this page'));
  });
  app.route('/', createPages(options));
  const server = createAdaptorServer({ fetch: app.fetch }) as Server;
  port = await listen(server, options.port);
  return {
    url: `http://${host}:${port}/enter?token=${entrance.token}`,
    port,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

function createPages({ queues, allowChanges }: QueueBoardOptions): Hono {
  const adapter = new HonoAdapter(serveStatic).setBasePath('/');
  createBullBoard({
    queues: queues.map((queue) => new BullMQAdapter(queue, { readOnlyMode: !allowChanges })),
    serverAdapter: adapter,
    options: {
      uiBasePath: dirname(createRequire(import.meta.url).resolve('@bull-board/ui/package.json')),
      uiConfig: { boardTitle: 'Civicwire queues' },
    },
  });
  return adapter.registerPlugin() as unknown as Hono;
}

function listen(server: Server, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      const words = error.code === 'EADDRINUSE' ? 'is in use by another program' : error.message;
      reject(
        new ServiceUnavailable(`queues: port ${port} on ${host} ${words}; expected a free one (0 takes any)`, {
          cause: error,
        }),
      );
    });
    server.listen(port, host, () => resolve((server.address() as AddressInfo).port));
  });
}
