// Starts and stops the review server on this machine alone. Knows sockets; pages and checks are in create-app.ts.

import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type Clock, type Logger, ServiceUnavailable, silentLogger, UsageError } from '@civicwire/shared';
import type { Store } from '@civicwire/store';
import { createAdaptorServer } from '@hono/node-server';
import { createDoor } from './access/door.ts';
import { createEntrance } from './access/entrance.ts';
import { createApp } from './create-app.ts';
import type { PlacesNamed } from './desk-api/handlers.ts';
import type { NearRules } from './desk-api/item/near-rules.ts';

export interface ReviewOptions {
  /** Stays open after `close`: it belongs to the caller. */
  readonly store: Store;
  /** Name under which decisions are kept when one editor comes in by the one-time address. */
  readonly editor: string;
  /** True: people sign in by name and password, and decisions are kept under their names. */
  readonly users?: boolean;
  /** https://… under which a proxy serves the desk: its name is answered to, and cookies are sent over TLS alone. */
  readonly publicOrigin?: string;
  /** Share of items that two people judge blind, 0 to 1; 0 unless given. With users alone. */
  readonly doubleReviewShare?: number;
  /** 0 takes a free port. */
  readonly port: number;
  readonly clock: Clock;
  readonly logger?: Logger;
  /** 127.0.0.1 (default), ::1 or localhost. */
  readonly host?: string;
  /** One sentence that says what a rule reads; null when it is unknown. */
  readonly describeRule?: (ruleId: string) => string | null;
  /** What an issue proposes, in one sentence; null when it is unknown. */
  readonly describeIssue?: (issue: string) => string | null;
  /** Which rules came near in a passage, sentence by sentence, and why they did not fire; none unless given. */
  readonly nearRules?: NearRules;
  /** Cities of a name, for corrections; none unless given. */
  readonly placesNamed?: PlacesNamed;
}

export interface ReviewServer {
  /** With the one-time token, whose first visit opens the only session; the desk's address where people sign in. */
  readonly url: string;
  readonly port: number;
  /** Ends every connection; resolves when the port is free. */
  close(): Promise<void>;
}

const hosts = ['127.0.0.1', '::1', 'localhost'];

/**
 * Serves the review desk on a loopback address. Throws `UsageError` for an unusable port, host, origin, share or editor's
 * name, and where people are to sign in and there is no admin who could; `ServiceUnavailable` when the port is taken.
 */
export async function serveReview(options: ReviewOptions): Promise<ReviewServer> {
  const { store, clock, logger = silentLogger, host = '127.0.0.1' } = options;
  const { describeRule = () => null, describeIssue = () => null, placesNamed = () => [] } = options;
  const { nearRules = async () => [] } = options;
  const { doubleReviewShare: share = 0, users = false } = options;
  const editor = options.editor.trim();
  checkOptions(options.port, host, editor);
  const publicOrigin = readOrigin(options.publicOrigin);
  if (!(share >= 0 && share <= 1)) throw new UsageError(`review: share ${share} of double review; expected 0 to 1`);
  if (users) await expectAdmin(store);
  const entrance = users ? null : createEntrance(clock, editor);
  let port = options.port;
  const stop = new AbortController();
  const door = createDoor({ store, entrance, port: () => port, publicOrigin });
  // One person cannot be two.
  const policy = { share: users ? share : 0 };
  const desk = { store, clock, logger, describeRule, describeIssue, nearRules, placesNamed, policy };
  const app = createApp(desk, { door, entrance, publicOrigin, port: () => port }, stop.signal);
  const server = createAdaptorServer({ fetch: app.fetch }) as Server;
  port = await listen(server, options.port, host);
  const name = host === '::1' ? '[::1]' : host;
  logger.info('review desk is served', { host, port, editor });
  return {
    url:
      entrance === null
        ? `${publicOrigin ?? `http://${name}:${port}`}/desk`
        : `http://${name}:${port}/enter?token=${entrance.token}`,
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

async function expectAdmin(store: Store): Promise<void> {
  const users = await store.desk.listUsers();
  if (users.some(({ role, disabled }) => role === 'admin' && !disabled)) return;
  throw new UsageError('review: nobody could manage users; expected one added by civicwire user add NAME --role admin');
}

function readOrigin(given: string | undefined): string | null {
  if (given === undefined) return null;
  const origin = URL.canParse(given) ? new URL(given) : null;
  if (origin !== null && /^https?:$/.test(origin.protocol) && origin.pathname === '/' && origin.search === '')
    return origin.origin;
  throw new UsageError(`review: origin ${given}; expected https:// and a name, as https://desk.example.org`);
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
