// A program of its own: a paper with any number of stories, each put together from paragraphs of ours. Story n is the same
// in every run and no two are alike. Says its port on standard output. Knows no reader of pages.
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { seededRandom } from '@civicwire/store/testing';
import { readDemoStories, readPlainNews } from '../stories.ts';

const lead =
  '<nav class="site-nav"><ul>' +
  ['News', 'Courts', 'Schools', 'Roads', 'Sports', 'Opinion']
    .map((name) => `<li><a href="/${name}">${name}</a></li>`)
    .join('') +
  '</ul></nav>';
const tail = `<aside class="sidebar"><h3>Most read</h3><ul>${'<li><a href="/1">A story that many have read</a></li>'.repeat(20)}</ul></aside><footer>${'<a href="/terms">Terms</a> '.repeat(30)}</footer><script>${'layer.push({"slot": 1});'.repeat(200)}</script>`;

const paragraphs = [...(await readDemoStories()), ...readPlainNews()]
  .flatMap((text) => text.split('\n'))
  .filter((line) => line.length > 80);

const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');

/** A page of 9 to 16 paragraphs, in all about 20 kB of HTML around 3 kB of text. */
function pageOf(n: number): string {
  const random = seededRandom(n);
  const count = 8 + Math.floor(random() * 8);
  const chosen = Array.from({ length: count }, () => paragraphs[Math.floor(random() * paragraphs.length)] ?? '');
  const numbers = Array.from({ length: 12 }, () => Math.floor(random() * 9_000) + 1_000);
  const own = `The clerk filed it as number ${n}, behind ${numbers.slice(0, 6).join(', ')} and ahead of ${numbers.slice(6).join(', ')}.`;
  const title = `Number ${n}: the week in ${numbers[0]} words`;
  const body = [own, ...chosen].map((text) => `<p>${escaped(text)}</p>`).join('\n');
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>${title}</title><meta property="article:published_time" content="2026-0${1 + (n % 9)}-1${n % 10}T08:00:00Z"></head><body>${lead}<main><article><h1>${title}</h1><p class="byline">By A Reporter</p><div class="entry-content">${body}</div></article></main>${tail}</body></html>`;
}

const server = createServer((request, response) => {
  const n = /^\/story-(\d{1,7})$/.exec(request.url ?? '')?.[1];
  if (n === undefined) response.writeHead(404).end();
  else response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' }).end(pageOf(Number(n)));
});
server.listen(0, '127.0.0.1', () => console.log((server.address() as AddressInfo).port));
