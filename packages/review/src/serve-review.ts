// Starts and stops the review server on this machine alone. Knows sockets; pages and checks are in create-app.ts.

import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type Clock, type Logger, ServiceUnavailable, silentLogger, UsageError } from '@civicwire/shared';
import type { Store } from '@civicwire/store';
import { createAdaptorServer } from '@hono/node-server';
import { createEntrance } from './access/entrance.ts';
import { createApp } from './create-app.ts';

export interface ReviewOptions {
  /** Stays open after `close`: it belongs to the caller. */
  readonly store: Store;
  /** Name under which decisions are kept. */
  readonly editor: string;
  /** 0 takes a free port. */
  readonly port: number;
  readonly clock: Clock;
  readonly logger?: Logger;
  /** 127.0.0.1 (default), ::1 or localhost. */
  readonly host?: string;
  /** One sentence that says what a rule reads; null when it is unknown. */
  readonly describeRule?: (ruleId: string) => string | null;
}

export interface ReviewServer {
  /** With the one-time token: the first visit opens the only session. */
  readonly url: string;
  readonly port: number;
  /** Ends every connection; resolves when the port is free. */
  close(): Promise<void>;
}

const hosts = ['127.0.0.1', '::1', 'localhost'];

/**
 * Serves the review page on a loopback address. Throws `UsageError` for an unusable port, host or editor's name, and
 * `ServiceUnavailable` when the port is taken.
 */
export async function serveReview(options: ReviewOptions): Promise<ReviewServer> {
  const { store, clock, logger = silentLogger, host = '127.0.0.1', describeRule = () => null } = options;
  const editor = options.editor.trim();
  checkOptions(options.port, host, editor);
  const entrance = createEntrance(clock);
  let port = options.port;
  const stop = new AbortController();
  const app = createApp({ store, editor, clock, logger, describeRule }, entrance, () => port, stop.signal);
  const server = createAdaptorServer({ fetch: app.fetch }) as Server;
  port = await listen(server, options.port, host);
  const name = host === '::1' ? '[::1]' : host;
  logger.info('review page is served', { host, port, editor });
  return {
    url: `http://${name}:${port}/enter?token=${entrance.token}`,
    port,
    close: () => {
      stop.abort();
      return closeServer(server);
    },
  };
}

/** How long answers under way may take to end by themselves, in milliseconds. */
const graceMs = 200;

function closeServer(server: Server): Promise<void> {
  return new Promise((resolve) => {
    const force = setTimeout(() => server.closeAllConnections(), graceMs);
    server.close(() => {
      clearTimeout(force);
      resolve();
    });
    server.closeIdleConnections();
  });
}

function checkOptions(port: number, host: string, editor: string): void {
  if (!Number.isInteger(port) || port < 0 || port > 65_535) {
    throw new UsageError(`review: port ${port}; expected a whole number from 0 (any free port) to 65535`);
  }
  if (!hosts.includes(host)) {
    throw new UsageError(`review: host ${host}; expected an address of this machine alone: ${hosts.join(', ')}`);
  }
  if (editor === '') throw new UsageError('review: editor without a name; expected a name to keep decisions under');
}

function listen(server: Server, port: number, host: string): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      const place = `review: port ${port} on ${host}`;
      if (error.code === 'EADDRINUSE') {
        const words = `${place} is in use by another program; expected a free port (0 takes any free one)`;
        reject(new ServiceUnavailable(words, { cause: error }));
      } else if (error.code === 'EACCES') {
        reject(
          new UsageError(`${place} may not be used by this account; expected a port above 1023`, { cause: error }),
        );
      } else {
        reject(new ServiceUnavailable(`${place} cannot be listened on: ${error.message}`, { cause: error }));
      }
    });
    server.listen(port, host, () => resolve((server.address() as AddressInfo).port));
  });
}
