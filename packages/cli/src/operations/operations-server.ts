// Answers /livez, /readyz and /metrics on a port of its own. Knows HTTP; what is ready and what is measured is given to it.
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type Logger, ServiceUnavailable } from '@civicwire/shared';
import type { Registry } from 'prom-client';
import type { MetricsAddress } from './read-metrics-address.ts';
import type { Readiness } from './readiness.ts';

export interface OperationsServer {
  /** "http://127.0.0.1:9464" */
  readonly url: string;
  close(): Promise<void>;
}

const textType = 'text/plain; charset=utf-8';
const loopback = new Set(['127.0.0.1', '::1', 'localhost']);

/**
 * Listens. Where the default port is taken by another process of ours, a free one is used; a port that was asked for and
 * cannot be had throws `ServiceUnavailable`. Answers GET and HEAD alone; on loopback only to a loopback name, so that no web
 * page reads it by pointing its own name here.
 */
export async function serveOperations(
  address: MetricsAddress,
  parts: { readonly registry: Registry; readonly ready: () => Promise<Readiness>; readonly logger: Logger },
): Promise<OperationsServer> {
  const isLoopback = loopback.has(address.host);
  const server = createServer({ requestTimeout: 10_000, headersTimeout: 5_000, keepAliveTimeout: 5_000 });
  server.maxConnections = 64;
  server.on('request', (request, response) => {
    answer(request, response).catch((error: unknown) => {
      parts.logger.error('question about the process failed', { path: request.url, error: String(error) });
      if (!response.headersSent) response.writeHead(500, { 'content-type': textType });
      response.end('fault\n');
    });
  });
  const port = await listen(server, address);
  // Whoever still asks does not keep the process alive.
  server.unref();
  return {
    url: `http://${address.host.includes(':') ? `[${address.host}]` : address.host}:${port}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    request.resume();
    const send = (status: number, type: string, body: string): void => {
      response.writeHead(status, {
        'content-type': type,
        'cache-control': 'no-store',
        'x-content-type-options': 'nosniff',
      });
      response.end(request.method === 'HEAD' ? undefined : body);
    };
    if (request.method !== 'GET' && request.method !== 'HEAD') return send(405, textType, 'GET or HEAD\n');
    if (isLoopback && !namesLoopback(request.headers.host)) return send(403, textType, 'ask 127.0.0.1\n');
    switch (request.url?.split('?')[0]) {
      case '/livez':
        return send(200, textType, 'ok\n');
      case '/readyz': {
        const readiness = await parts.ready();
        return send(readiness.ready ? 200 : 503, 'application/json', `${JSON.stringify(readiness)}\n`);
      }
      case '/metrics':
        return send(200, parts.registry.contentType, await parts.registry.metrics());
      default:
        return send(404, textType, '/livez, /readyz, /metrics\n');
    }
  }
}

function namesLoopback(host: string | undefined): boolean {
  const name = host?.replace(/:\d+$/, '').replace(/^\[(.*)\]$/, '$1');
  return name !== undefined && loopback.has(name.toLowerCase());
}

async function listen(server: Server, { host, port, isGiven }: MetricsAddress): Promise<number> {
  try {
    return await listenAt(server, host, port);
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    if (code === 'EADDRINUSE' && !isGiven) return listenAt(server, host, 0);
    throw new ServiceUnavailable(
      `--metrics ${host}:${port}: ${code === 'EADDRINUSE' ? 'is in use by another program' : message}; expected a free port of this machine, or "off"`,
      { cause: error },
    );
  }
}

function listenAt(server: Server, host: string, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, () => {
      server.off('error', reject);
      resolve((server.address() as AddressInfo).port);
    });
  });
}
