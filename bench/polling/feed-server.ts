// A program of its own: one server for the feeds of a thousand outlets, each at a loopback address of its own.
// Says its port on standard output. Every feed has twenty stories and an ETag, and answers 304 to it. Knows no reader.
import { createHash } from 'node:crypto';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

const entries = 20;
const sentence = 'The council of the town put off the vote on the bridge until the engineers have been heard. ';

const server = createServer((request, response) => {
  const host = request.headers.host ?? '';
  if (request.url === '/robots.txt') {
    response.writeHead(404).end();
    return;
  }
  const etag = `"${createHash('sha1').update(host).digest('hex')}"`;
  if (request.headers['if-none-match'] === etag) {
    response.writeHead(304, { etag }).end();
    return;
  }
  response.writeHead(200, { 'content-type': 'application/rss+xml; charset=utf-8', etag }).end(feedOf(host));
});
server.listen(0, '0.0.0.0', () => console.log((server.address() as AddressInfo).port));

function feedOf(host: string): string {
  const items = Array.from(
    { length: entries },
    (_, at) =>
      `<item><title>Vote ${at} at ${host} is put off</title><link>http://${host}/story-${at}</link><guid>${host}-${at}</guid><pubDate>Tue, 03 Mar 2026 08:${String(at).padStart(2, '0')}:00 GMT</pubDate><description>&lt;p&gt;${sentence.repeat(3)}&lt;/p&gt;</description></item>`,
  );
  return `<?xml version="1.0" encoding="UTF-8"?><rss version="2.0"><channel><title>${host}</title><link>http://${host}/</link>${items.join('')}</channel></rss>`;
}
