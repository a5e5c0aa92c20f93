// Sitemaps: plain, news, indexes, text, and what is none.
import { gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { parseSitemap } from './parse-sitemap.ts';

const address = 'https://www.paper.example/sitemap.xml';
const read = (text: string) => parseSitemap(new TextEncoder().encode(text), address);
const urlset = (inner: string): string =>
  `<?xml version="1.0"?><urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:n="http://www.google.com/schemas/sitemap-news/0.9">${inner}</urlset>`;

test('a news sitemap gives titles and dates, whatever its prefix', () => {
  const parsed = read(
    urlset(`<url><loc>https://www.paper.example/a?x=1&amp;y=2</loc><lastmod>2026-03-03</lastmod>
      <n:news><n:publication><n:name>Paper</n:name></n:publication><n:publication_date>2026-03-03T08:30:00-08:00</n:publication_date><n:title>Council &amp; mayor</n:title></n:news></url>`),
  );
  expect(parsed).toEqual({
    ok: true,
    kind: 'news',
    urls: [
      {
        loc: 'https://www.paper.example/a?x=1&y=2',
        lastmod: '2026-03-03',
        title: 'Council & mayor',
        publicationDate: '2026-03-03T16:30:00Z',
      },
    ],
    children: [],
    warnings: [],
  });
});

test('a plain sitemap gives addresses; a bad date is no date', () => {
  expect(read(urlset('<url><loc> /a </loc><lastmod>soon</lastmod></url>'))).toMatchObject({
    ok: true,
    kind: 'urls',
    urls: [{ loc: 'https://www.paper.example/a', lastmod: null, title: null, publicationDate: null }],
  });
});

test('an index gives its children and never itself', () => {
  const parsed = read(
    `<sitemapindex><sitemap><loc>${address}</loc></sitemap><sitemap><loc>https://www.paper.example/s2.xml.gz</loc><lastmod>2026-03-03</lastmod></sitemap></sitemapindex>`,
  );
  expect(parsed).toMatchObject({
    ok: true,
    kind: 'index',
    children: [{ loc: 'https://www.paper.example/s2.xml.gz', lastmod: '2026-03-03' }],
  });
  expect(parsed.warnings).toEqual(['the index names itself; left out']);
});

test('a text sitemap is a list of lines', () => {
  expect(read('https://www.paper.example/1\nhttps://paper.example/2\n')).toMatchObject({
    ok: true,
    kind: 'text',
    urls: [{ loc: 'https://www.paper.example/1' }, { loc: 'https://paper.example/2' }],
  });
});

test('addresses of other hosts and unreadable ones are left out and counted', () => {
  const parsed = read(urlset('<url><loc>https://evil.example/x</loc></url><url><loc>javascript:x</loc></url><url/>'));
  expect(parsed.urls).toEqual([]);
  expect(parsed.warnings).toEqual([
    '1 addresses of other hosts left out',
    '2 entries without a readable address left out',
  ]);
});

test('no more addresses than the protocol allows', () => {
  const parsed = read(urlset('<url><loc>/x</loc></url>'.repeat(50_001)));
  expect(parsed.urls).toHaveLength(50_000);
  expect(parsed.warnings).toEqual(['1 addresses beyond the limit of 50000 left out']);
});

test('a packed sitemap is unpacked', () => {
  const packed = gzipSync(urlset('<url><loc>/x</loc></url>'));
  expect(parseSitemap(packed, address)).toMatchObject({ ok: true, urls: [{ loc: 'https://www.paper.example/x' }] });
  expect(parseSitemap(packed.subarray(0, 30), address)).toMatchObject({ ok: false, reason: 'too-large' });
});

test.each([
  ['', 'empty'],
  ['<html><body>Not found</body></html>', 'html'],
  ['<rss><channel/></rss>', 'not-a-sitemap'],
  ['not here', 'not-xml'],
])('%j is no sitemap, and its reason is %s', (text, reason) => {
  expect(read(text)).toMatchObject({ ok: false, reason, urls: [], children: [] });
});
