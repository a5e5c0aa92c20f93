// A small news site on loopback, made of generated stories, for tests. Every page is ours.
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

export type Answer = (request: IncomingMessage, response: ServerResponse) => void;

export interface SmallSite {
  readonly url: string;
  readonly close: () => Promise<void>;
}

/** Serves answers by path on a free port of 127.0.0.1; 404 elsewhere. */
export async function startSite(answers: Readonly<Record<string, Answer>>): Promise<SmallSite> {
  const server = createServer((request, response) => {
    const answer = answers[request.url ?? ''];
    if (answer) answer(request, response);
    else response.writeHead(404, { 'content-type': 'text/plain' }).end('no such page');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

export const html =
  (body: string): Answer =>
  (_, response) =>
    response.setHeader('content-type', 'text/html; charset=utf-8').end(body);
export const xml =
  (body: string): Answer =>
  (_, response) =>
    response.setHeader('content-type', 'application/rss+xml').end(body);

const places = ['Tucson', 'Mesa', 'Tempe', 'Yuma', 'Flagstaff', 'Glendale'];
const surnames = ['Ortega', 'Lindqvist', 'Okafor', 'Marsh', 'Delacroix', 'Tran', 'Whitfield'];

/** Page number `n`: a plausible short story with city, official, quote and stance; no two alike. */
export function storyPage(n: number): string {
  const place = places[n % places.length] ?? '';
  const surname = surnames[n % surnames.length] ?? '';
  const title = `${place} council weighs jail contract, item ${n}`;
  const paragraphs = [
    `${place.toUpperCase()}, Ariz. — The ${place} City Council voted against a contract with federal immigration officers on item ${n} of its agenda, after a hearing that lasted most of the evening.`,
    `“We will not renew the contract with ICE,” Mayor Dana ${surname} said. “Our officers have enough to do, and item ${n} does not change that.”`,
    `Police Chief Alma Reyes said the department does not hold people for federal officers without a warrant signed by a judge, and that it keeps a record of each request.`,
    `Residents filled the chamber and spoke for two hours before the vote, the ${n}th time this year that the question has come up in ${place}.`,
  ];
  const body = paragraphs.map((paragraph) => `<p>${paragraph}</p>`).join('\n');
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>${title}</title></head><body><nav><a href="/">Home</a></nav><article><h1>${title}</h1>${body}</article><footer>All rights reserved.</footer></body></html>`;
}

/** Page number `n` with a stance on library fines besides, for packs that come from outside. */
export function finesPage(n: number): string {
  return storyPage(n).replace(
    'a contract with federal immigration officers on',
    'a new bus, and voted to end late fines for books, under',
  );
}

/** An RSS feed of pages 1 to `count` at `url`/story/N. */
export function storyFeed(url: string, count: number): string {
  const items = Array.from(
    { length: count },
    (_, i) => `<item><title>Story ${i + 1}</title><link>${url}/story/${i + 1}</link></item>`,
  );
  return `<?xml version="1.0" encoding="UTF-8"?><rss version="2.0"><channel><title>Small site</title><link>${url}</link><description>Stories</description>${items.join('')}</channel></rss>`;
}

/** A site with `count` stories and their feed at /feed.xml; the feed names the site's own address. */
export async function startStorySite(count: number): Promise<SmallSite> {
  const pages = Object.fromEntries(
    Array.from({ length: count }, (_, i) => [`/story/${i + 1}`, html(storyPage(i + 1))]),
  );
  return startSite({
    ...pages,
    '/feed.xml': (request, response) => xml(storyFeed(`http://${request.headers.host}`, count))(request, response),
  });
}
