// A small site on loopback that serves given pages, and a feed that lists them. Knows no corpus.
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface SitePage {
  /** Path below the root, without a slash in front; letters, digits and hyphens. */
  readonly name: string;
  readonly title: string;
  readonly bytes: Uint8Array;
}

export interface PageSite {
  readonly url: string;
  readonly feedUrl: string;
  readonly close: () => Promise<void>;
}

/** Serves `pages` at `/NAME` and an RSS feed of them at `/feed.xml`, on a free port of 127.0.0.1. */
export async function servePages(pages: readonly SitePage[]): Promise<PageSite> {
  const byPath = new Map(pages.map((page) => [`/${page.name}`, page]));
  const server = createServer((request, response) => {
    const page = byPath.get(request.url ?? '');
    if (request.url === '/feed.xml') response.setHeader('content-type', 'application/rss+xml').end(feedOf(pages, url));
    else if (page) response.setHeader('content-type', 'text/html').end(page.bytes);
    else response.writeHead(404).end();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    url,
    feedUrl: `${url}/feed.xml`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

function feedOf(pages: readonly SitePage[], url: string): string {
  const items = pages.map(
    ({ name, title }) =>
      `<item><title>${escaped(title)}</title><link>${url}/${name}</link><guid>${url}/${name}</guid></item>`,
  );
  return `<?xml version="1.0" encoding="UTF-8"?><rss version="2.0"><channel><title>Pages</title><link>${url}</link><description>Pages</description>${items.join('\n')}</channel></rss>`;
}

/** Text made safe for XML and HTML. */
export function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}
