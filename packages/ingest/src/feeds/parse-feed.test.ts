// Feeds of every format, whole and broken. feedsmith and rss-parser are the oracles on sound ones.
import { gzipSync } from 'node:zlib';
import { parseFeed as parseWithFeedsmith } from 'feedsmith';
import RssParser from 'rss-parser';
import { expect, test } from 'vitest';
import { parseFeed } from './parse-feed.ts';
import type { FeedEntry } from './parsed-feed.ts';

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
const read = (text: string, url: string | null = 'https://paper.example/feed') => parseFeed(bytes(text), { url });
const rss = (items: string): string =>
  `<?xml version="1.0"?><rss version="2.0"><channel><title>Valley Times</title>${items}</channel></rss>`;
const only = (items: string): FeedEntry => {
  const entry = read(rss(items)).entries[0];
  if (entry === undefined) throw new Error('no entry');
  return entry;
};

const soundRss = `<?xml version="1.0" encoding="utf-8"?>
<rss version="2.0" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:content="http://purl.org/rss/1.0/modules/content/">
<channel><title>Valley Times</title><link>https://paper.example/</link>
<item><title>Council backs shelter &amp; clinic</title><link>https://paper.example/1</link><guid isPermaLink="false">p-1</guid>
<pubDate>Tue, 03 Mar 2026 08:30:00 -0800</pubDate><dc:creator>Ann Reporter</dc:creator>
<description>The vote was &lt;b&gt;5 to 2&lt;/b&gt;.</description><content:encoded><![CDATA[<p>The vote was 5 to 2 on <a href="/agenda">the plan</a>.</p>]]></content:encoded></item>
</channel></rss>`;
const soundAtom = `<feed xmlns="http://www.w3.org/2005/Atom"><title>Harbor News</title><link href="https://harbor.example/"/>
<entry><title type="html">Mayor &lt;em&gt;vetoes&lt;/em&gt; budget</title><id>tag:harbor.example,2026:1</id>
<link rel="self" href="https://harbor.example/1.atom"/><link rel="alternate" type="text/html" href="https://harbor.example/1"/>
<published>2026-03-03T16:30:00Z</published><updated>2026-03-04T00:00:00+01:00</updated><author><name>Bo Writer</name></author>
<content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>She said <b>no</b>.</p></div></content></entry></feed>`;
const soundRdf = `<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/" xmlns:d="http://purl.org/dc/elements/1.1/">
<channel rdf:about="https://old.example/"><title>Old Paper</title><link>https://old.example/</link></channel>
<item rdf:about="https://old.example/1"><title>Levy fails</title><link>https://old.example/1</link><d:date>2026-03-03T08:30:00Z</d:date></item></rdf:RDF>`;

test('an RSS feed gives all its fields, cleaned', () => {
  expect(read(soundRss)).toEqual({
    ok: true,
    encoding: 'utf-8',
    format: 'rss',
    feed: { title: 'Valley Times', link: 'https://paper.example/', updated: null },
    entries: [
      {
        title: 'Council backs shelter & clinic',
        link: 'https://paper.example/1',
        guid: 'p-1',
        published: '2026-03-03T16:30:00Z',
        updated: null,
        author: 'Ann Reporter',
        summary: 'The vote was <b>5 to 2</b>.',
        content: '<p>The vote was 5 to 2 on <a href="https://paper.example/agenda">the plan</a>.</p>',
      },
    ],
    pollEveryMs: null,
    warnings: [],
  });
});

test('an Atom feed gives its alternate link and both dates', () => {
  expect(read(soundAtom).entries).toEqual([
    {
      title: 'Mayor vetoes budget',
      link: 'https://harbor.example/1',
      guid: 'tag:harbor.example,2026:1',
      published: '2026-03-03T16:30:00Z',
      updated: '2026-03-03T23:00:00Z',
      author: 'Bo Writer',
      summary: null,
      content: '<div><p>She said <b>no</b>.</p></div>',
    },
  ]);
});

test('an RDF feed is read whatever prefixes it chose', () => {
  const parsed = read(soundRdf);
  expect(parsed).toMatchObject({ ok: true, format: 'rdf', feed: { title: 'Old Paper' } });
  expect(parsed.entries[0]).toMatchObject({
    title: 'Levy fails',
    link: 'https://old.example/1',
    published: '2026-03-03T08:30:00Z',
  });
});

test.each([
  ['RSS', soundRss],
  ['Atom', soundAtom],
  ['RDF', soundRdf],
])('on a sound %s feed feedsmith and rss-parser find the same entries', async (_format, text) => {
  const links = read(text).entries.map(({ link }) => link);
  expect(feedsmithLinks(text)).toEqual(links);
  const { items } = await new RssParser().parseString(text);
  expect(items.map(({ link }) => link)).toEqual(links);
});

function feedsmithLinks(text: string): (string | undefined)[] {
  const oracle = parseWithFeedsmith(text);
  if (oracle.format === 'rss' || oracle.format === 'rdf') return (oracle.feed.items ?? []).map(({ link }) => link);
  if (oracle.format === 'json') return (oracle.feed.items ?? []).map(({ url }) => url);
  return (oracle.feed.entries ?? []).map(({ links }) => links?.find(({ rel }) => rel === 'alternate')?.href);
}

test('a JSON Feed is read, its broken items left out and counted', () => {
  const text = JSON.stringify({
    version: 'https://jsonfeed.org/version/1.1',
    title: 'Desk',
    items: [
      {
        id: 7,
        url: '/7',
        title: 'A < B',
        content_html: '<p onclick="x()">Hi</p>',
        date_published: '2026-03-03T08:30:00Z',
        authors: [{ name: 'Ann' }],
      },
      'junk',
      null,
    ],
  });
  const parsed = read(text);
  expect(parsed.entries).toEqual([
    {
      title: 'A < B',
      link: 'https://paper.example/7',
      guid: '7',
      published: '2026-03-03T08:30:00Z',
      updated: null,
      author: 'Ann',
      summary: null,
      content: '<p>Hi</p>',
    },
  ]);
  expect(parsed.warnings).toEqual(['2 items that are no objects left out']);
});

test('a JSON Feed cannot reach a prototype', () => {
  read(
    '{"version":"https://jsonfeed.org/version/1","items":[{"__proto__":{"polluted":true},"id":"1"}],"__proto__":{"polluted":true}}',
  );
  expect(({} as { polluted?: boolean }).polluted).toBeUndefined();
});

test.each([
  ['a stray ampersand', rss('<item><title>Fish & Chips, R&D</title></item>'), 'Fish & Chips, R&D'],
  ['a stray less-than', rss('<item><title>Rent up by < 5 percent</title></item>'), 'Rent up by < 5 percent'],
  ['HTML entities', rss('<item><title>Caf&eacute; &mdash; open</title></item>'), 'Café — open'],
  ['doubly escaped text', rss('<item><title>AT&amp;amp;T pays</title></item>'), 'AT&T pays'],
  [
    'text before the XML',
    `<b>Warning</b>: mysql_connect() in /x.php\n${rss('<item><title>Still here</title></item>')}`,
    'Still here',
  ],
  [
    'unclosed HTML in a description',
    rss('<item><description><p>One<br>two<ul><li>x</description><title>After it</title></item>'),
    'After it',
  ],
  ['an unclosed item', rss('<item><title>First</title><item><title>Second</title></item>'), 'First'],
  ['upper-case tags', '<RSS><CHANNEL><ITEM><TITLE>Loud</TITLE></ITEM></CHANNEL></RSS>', 'Loud'],
  ['control characters', rss('<item><title>A\u0008B\u0000C</title></item>'), 'ABC'],
  ['a prefix that nobody declared', rss('<item><dc:title>Undeclared</dc:title></item>'), 'Undeclared'],
])('%s does not stop the reader', (_what, text, title) => {
  const parsed = read(text);
  expect(parsed.ok).toBe(true);
  expect(parsed.entries[0]?.title).toBe(title);
});

test('a feed that breaks off keeps its whole entries and drops the half one', () => {
  const whole = rss(
    '<item><title>One</title><link>https://p.example/1</link></item><item><title>Two</title><link>https://p.example/2222</link></item>',
  );
  const parsed = read(whole.slice(0, whole.indexOf('222')));
  expect(parsed.entries.map(({ title }) => title)).toEqual(['One']);
  expect(parsed.warnings).toEqual(['the feed breaks off inside an entry, which is left out']);
});

test.each([
  ['', 'empty'],
  ['  \n', 'empty'],
  ['<!DOCTYPE html><html><body>Access denied</body></html>', 'html'],
  ['Rate limit exceeded', 'not-xml'],
  ['<?xml version="1.0"?><opml><body/></opml>', 'not-a-feed'],
  ['{"error":"rate limited"}', 'bad-json'],
  [`<rss><channel>${'<a>'.repeat(5_000)}`, 'too-deep'],
])('%j is no feed, and its reason is %s', (text, reason) => {
  const parsed = read(text);
  expect(parsed).toMatchObject({ ok: false, reason, entries: [] });
  expect(!parsed.ok && parsed.detail).not.toBe('');
});

test('a feed without entries is a feed', () => {
  expect(read(rss(''))).toMatchObject({ ok: true, entries: [] });
});

test('declared entities are expanded in moderation, foreign ones never', () => {
  const withDoctype = (subset: string, title: string): string =>
    `<!DOCTYPE rss [${subset}]>${rss(`<item><title>${title}</title></item>`)}`;
  expect(read(withDoctype('<!ENTITY paper "Valley Times">', 'The &paper; story')).entries[0]?.title).toBe(
    'The Valley Times story',
  );
  const laughs = '<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;">';
  expect(read(withDoctype(laughs, '&b;')).entries[0]?.title?.length ?? 0).toBeLessThan(100);
  expect(read(withDoctype(`<!ENTITY big "${'x'.repeat(5_000)}">`, '&big;'.repeat(50)))).toMatchObject({
    ok: false,
    reason: 'entity-bomb',
  });
  expect(read(withDoctype('<!ENTITY f SYSTEM "file:///etc/passwd">', 'a &f; b')).entries[0]?.title).toBe('a &f; b');
});

test('titles, summaries and contents leave without active markup', () => {
  const entry = only(
    `<item><title>&lt;script&gt;alert(1)&lt;/script&gt;Safe</title><description><![CDATA[<img src=x onerror="steal()"><a href="javascript:x()">go</a><iframe src="https://evil.example"></iframe>]]></description></item>`,
  );
  expect(entry.title).toBe('Safe');
  expect(entry.summary).not.toMatch(/script|onerror|iframe/i);
});

test('only web addresses are links; a permanent guid can stand in', () => {
  expect(only('<item><title>a</title><link>javascript:alert(1)</link></item>').link).toBeNull();
  expect(only('<item><title>a</title><guid>https://p.example/9</guid></item>').link).toBe('https://p.example/9');
  expect(only('<item><title>a</title><guid isPermaLink="false">https://p.example/9</guid></item>').link).toBeNull();
  expect(only('<item><title>a</title><link>/news/1</link></item>').link).toBe('https://paper.example/news/1');
});

test('dates are never invented: unreadable and impossible ones are left out and said, future ones flagged', () => {
  const parsed = parseFeed(
    bytes(
      rss(
        '<item><pubDate>yesterday</pubDate></item><item><pubDate>Tue, 31 Feb 2026 08:00:00 GMT</pubDate></item><item><pubDate>Tue, 03 Mar 2099 08:00:00 GMT</pubDate></item>',
      ),
    ),
    {
      nowMs: Date.UTC(2026, 2, 3),
    },
  );
  expect(parsed.entries.map(({ published }) => published)).toEqual([null, null, '2099-03-03T08:00:00Z']);
  expect(parsed.warnings).toEqual([
    'published date left out, unreadable: yesterday',
    'published date left out, unreadable: Tue, 31 Feb 2026 08:00:00 GMT',
    'published date is in the future: 2099-03-03T08:00:00Z',
  ]);
});

test('entries that share a guid stay apart', () => {
  const parsed = read(rss('<item><guid>x</guid><title>A</title></item><item><guid>x</guid><title>B</title></item>'));
  expect(parsed.entries).toHaveLength(2);
  expect(parsed.warnings).toEqual(['1 entries repeat the guid of another']);
});

test('entries beyond the limit are left out and counted', () => {
  const parsed = read(rss('<item><title>x</title></item>'.repeat(10_005)));
  expect(parsed.entries).toHaveLength(10_000);
  expect(parsed.warnings).toEqual(['5 of 10005 entries left out, at most 10000 are read']);
});

test('the charset is the one of the header, and a packed file is unpacked', () => {
  const latin = new Uint8Array([
    ...bytes('<rss><channel><item><title>Caf'),
    0xe9,
    ...bytes('</title></item></channel></rss>'),
  ]);
  const parsed = parseFeed(gzipSync(latin), { contentType: 'application/rss+xml; charset=ISO-8859-1' });
  expect(parsed.encoding).toBe('iso-8859-1');
  expect(parsed.entries[0]?.title).toBe('Café');
});

test('a feed says how often it wishes to be polled by ttl or the syndication module, the longer of the two', () => {
  const rss = (wishes: string) =>
    parseFeed(
      Buffer.from(
        `<rss version="2.0" xmlns:sy="http://purl.org/rss/1.0/modules/syndication/"><channel><title>T</title>${wishes}</channel></rss>`,
      ),
    );
  const every = (wishes: string) => {
    const feed = rss(wishes);
    return feed.ok ? feed.pollEveryMs : 'no feed';
  };
  expect(every('<ttl>60</ttl>')).toBe(3_600_000);
  expect(every('<sy:updatePeriod>hourly</sy:updatePeriod><sy:updateFrequency>2</sy:updateFrequency>')).toBe(1_800_000);
  expect(every('<ttl>60</ttl><sy:updatePeriod>daily</sy:updatePeriod>')).toBe(86_400_000);
  expect(every('<ttl>soon</ttl><sy:updatePeriod>often</sy:updatePeriod>')).toBeNull();
});
