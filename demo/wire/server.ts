// The demo's small wire: serves the invented papers' robots.txt, feeds, sitemap and pages from loopback.
// Knows nothing of the program that reads it. By itself: node demo/wire/server.ts [--port N] [--updated]
import { createHash } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { parseArgs } from 'node:util';
import { renderFeed } from './feeds.ts';
import { escaped } from './markup.ts';
import { type Outlet, outlets } from './outlets.ts';
import { readStories, type Story, type StoryShelf } from './read-stories.ts';
import { renderPage } from './templates.ts';

/** The path that robots.txt closes; one story lies behind it. */
export const closedPath = '/front-range/preview/';

export interface Wire {
  /** "http://127.0.0.1:PORT", without a slash at the end. */
  readonly url: string;
  /** Text of a sources file that names every feed and sitemap of the wire. */
  readonly sourcesYaml: string;
  /** Requests answered so far; robots.txt and answers without a body count too. */
  readonly requests: number;
  /** From now on the corrected story is served in its second version, in its feed as well. */
  publishUpdate(): void;
  close(): Promise<void>;
}

interface Reply {
  readonly status: number;
  readonly type: string;
  readonly body: string;
}

/** Starts the wire on `port` (0, the default, takes a free one). Rejects when the port is taken. */
export async function startWire(options: { readonly port?: number; readonly host?: '127.0.0.1' } = {}): Promise<Wire> {
  const { port = 0, host = '127.0.0.1' } = options;
  const shelf = await readStories();
  let updated = false;
  let requests = 0;
  const server = createServer((request, response) => {
    requests += 1;
    send(request, response, reply(request.url ?? '/', current(shelf, updated), url));
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, resolve);
  });
  const url = `http://${host}:${(server.address() as AddressInfo).port}`;
  return {
    url,
    sourcesYaml: sourcesYaml(url),
    get requests() {
      return requests;
    },
    publishUpdate() {
      updated = true;
    },
    close() {
      return new Promise<void>((resolve, reject) => {
        server.close((error) => (error === undefined ? resolve() : reject(error)));
        server.closeAllConnections();
      });
    },
  };
}

/** The stories as they stand now: first versions, or the later ones where there are any. */
function current({ stories, updates }: StoryShelf, updated: boolean): readonly Story[] {
  return updated ? stories.map((story) => updates.get(story.slug) ?? story) : stories;
}

function reply(requestUrl: string, stories: readonly Story[], base: string): Reply {
  const path = new URL(requestUrl, base).pathname;
  if (path === '/robots.txt') {
    return { status: 200, type: 'text/plain; charset=utf-8', body: `User-agent: *\nDisallow: ${closedPath}\n` };
  }
  const html = 'text/html; charset=utf-8';
  if (path === '/') return { status: 200, type: html, body: frontPage('The demo wire', outlets.map(outletLink)) };
  const story = stories.find((candidate) => candidate.path === path || candidate.alias === path);
  if (story !== undefined) {
    const related = stories.filter((other) => other.outlet === story.outlet && other !== story).slice(0, 4);
    return { status: 200, type: html, body: renderPage({ story, base, related }) };
  }
  for (const outlet of outlets) {
    const own = stories.filter((candidate) => candidate.outlet === outlet);
    if (path === outlet.deliveryPath) return { status: 200, ...renderFeed({ outlet, stories: own, base }) };
    if (path === `/${outlet.id}/`) return { status: 200, type: html, body: frontPage(outlet.name, own.map(storyLink)) };
  }
  return { status: 404, type: html, body: frontPage('Page not found', []) };
}

const outletLink = ({ id, name }: Outlet): string => `<a href="/${id}/">${escaped(name)}</a>`;
const storyLink = ({ path, title }: Story): string => `<a href="${path}">${escaped(title)}</a>`;

function frontPage(title: string, links: readonly string[]): string {
  const list = links.map((link) => `<li>${link}</li>`).join('\n');
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>${escaped(title)}</title></head>
<body><h1>${escaped(title)}</h1><ul>${list}</ul></body></html>`;
}

/** Answers with an ETag, and with 304 for a reader who already holds these bytes. */
function send(request: IncomingMessage, response: ServerResponse, { status, type, body }: Reply): void {
  const etag = `"${createHash('sha256').update(body).digest('hex').slice(0, 16)}"`;
  if (status === 200 && request.headers['if-none-match'] === etag) {
    response.writeHead(304, { etag }).end();
    return;
  }
  response.writeHead(status, { 'content-type': type, 'content-length': Buffer.byteLength(body), etag });
  response.end(request.method === 'HEAD' ? undefined : body);
}

function sourcesYaml(base: string): string {
  const sources = outlets.map(({ id, name, home, delivery, deliveryPath }) => {
    const url = JSON.stringify(base + deliveryPath);
    return [
      `  - id: ${id}`,
      `    name: ${JSON.stringify(name)}`,
      home === null ? '    national: true' : `    home: { place: ${home.place}, state: ${home.state} }`,
      delivery === 'news-sitemap' ? `    sitemaps: [${url}]` : `    feeds: [${url}]`,
    ].join('\n');
  });
  return `# The papers of the demo, all served from this machine.
contact: demo@civicwire.example
allow_addresses: [127.0.0.0/8]
politeness: { gap_ms: 0 }
sources:
${sources.join('\n')}
`;
}

if (import.meta.main) {
  const { values } = parseArgs({ options: { port: { type: 'string' }, updated: { type: 'boolean', default: false } } });
  const wire = await startWire({ port: Number(values.port ?? 0) });
  if (values.updated) wire.publishUpdate();
  console.log(wire.sourcesYaml);
}
