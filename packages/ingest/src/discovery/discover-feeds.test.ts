import { expect, it } from 'vitest';
import { discoverFeeds } from './discover-feeds.ts';

const page = 'https://ledger.example/city/index.html';

it('finds feeds in page order, once each, absolute by the page and its base', () => {
  const html = `<head><link rel="alternate" type="application/rss+xml" href="feed.xml"><LINK REL='home ALTERNATE' TYPE='Application/Atom+XML; charset=utf-8' HREF=' /atom?a=1&amp;b=2 '>
    <link rel=alternate type=application/rss+xml href=feed.xml><link rel="alternate" type="application/feed+json" href="//cdn.example/f.json"></head>`;
  expect(discoverFeeds(html, page)).toEqual([
    'https://ledger.example/city/feed.xml',
    'https://ledger.example/atom?a=1&b=2',
    'https://cdn.example/f.json',
  ]);
  expect(discoverFeeds(`<base href="/x/">${html}`, page)[0]).toBe('https://ledger.example/x/feed.xml');
});

it('passes over links that are no feeds, and what only looks like a link', () => {
  const html = `<link rel="alternate" hreflang="es" href="/es"><link rel="alternate" type="application/json+oembed" href="/o">
    <link rel="stylesheet" type="application/rss+xml" href="/a"><link rel="alternate" type="application/rss+xml" href="javascript:x()">
    <!-- <link rel="alternate" type="application/rss+xml" href="/b"> --><script>'<link rel="alternate" type="application/rss+xml" href="/c">'</script>
    <template><link rel="alternate" type="application/rss+xml" href="/d"></template>`;
  expect(discoverFeeds(html, page)).toEqual([]);
});
