// An outlet's address → what of it can be polled: feeds its page names, news sitemaps its robots.txt names,
// and where there is neither, its own list of stories. Guesses no address.
import { load } from 'cheerio/slim';
import { parseFeed } from '../feeds/parse-feed.ts';
import type { Fetcher } from '../fetching/create-fetcher.ts';
import type { IndexPage } from '../index-pages/index-page.ts';
import { parseIndexPage } from '../index-pages/parse-index-page.ts';
import { proposeIndexPage } from '../index-pages/propose-index-page.ts';
import { parseRobots } from '../robots/parse-robots.ts';
import { parseSitemap } from '../sitemaps/parse-sitemap.ts';
import { decodeText } from '../xml/decode-text.ts';
import { discoverFeeds } from './discover-feeds.ts';

/** What was found. `notes` says in words what was passed over and why. */
export interface DiscoveredSource {
  /** The outlet's name as its page or feed gives it; null when neither does. */
  readonly name: string | null;
  readonly feeds: readonly string[];
  readonly sitemaps: readonly string[];
  /** A proposal, where there is nothing else: a person should look at what it lists. */
  readonly indexPages: readonly IndexPage[];
  readonly notes: readonly string[];
}

const accept =
  'text/html,application/rss+xml,application/atom+xml,application/feed+json,application/xml;q=0.9,*/*;q=0.1';
/** Addresses looked at, of each kind: a page that names a hundred feeds names sections, not outlets. */
const feedsMax = 5;
const sitemapsMax = 8;

/**
 * Looks at a page, feed or sitemap. Every address that is returned was fetched and read once. A news sitemap is taken
 * beside feeds; other sitemaps list whole archives and are taken only when there is nothing else.
 * Nothing found is empty lists and notes. Throws nothing of its own; failures of the network are notes.
 */
export async function discoverSource(url: string, fetcher: Fetcher): Promise<DiscoveredSource> {
  const result = await fetcher.fetch(url, { kind: 'feed', accept });
  if (!result.ok) return nothing(`${url}: ${result.reason}: ${result.detail}`);
  const { bytes, finalUrl } = result;
  const { contentType } = result.headers;
  const feed = parseFeed(bytes, { url: finalUrl, contentType });
  if (feed.ok) return { name: feed.feed.title, feeds: [finalUrl], sitemaps: [], indexPages: [], notes: [] };
  const sitemap = parseSitemap(bytes, finalUrl, contentType);
  if (sitemap.ok && sitemap.kind !== 'text')
    return { name: null, feeds: [], sitemaps: [finalUrl], indexPages: [], notes: [] };
  const html = decodeText(bytes, contentType).text;
  const feeds = await readFeeds(discoverFeeds(html, finalUrl), fetcher);
  const sitemaps = await readSitemaps(finalUrl, fetcher, feeds.found.length === 0);
  const isBare = feeds.found.length + sitemaps.found.length === 0;
  const list = isBare ? proposeList(bytes, html, finalUrl, contentType) : { found: [], notes: [] };
  return {
    name: siteName(html) ?? feeds.title,
    feeds: feeds.found,
    sitemaps: sitemaps.found,
    indexPages: list.found,
    notes: [...feeds.notes, ...sitemaps.notes, ...list.notes],
  };
}

function proposeList(bytes: Uint8Array, html: string, url: string, contentType: string | null) {
  const page = proposeIndexPage(html, url);
  const parsed = page && parseIndexPage(bytes, url, contentType, page);
  if (!page || !parsed?.ok) return { found: [], notes: [] };
  const titles = parsed.entries.slice(0, 3).map(({ title, url: address }) => `  ${title ?? address}`);
  const note = `${url}: neither feed nor news sitemap; proposed as an index page, which lists ${parsed.entries.length} stories by ${JSON.stringify(page.list)}:`;
  return { found: [page], notes: [[note, ...titles].join('\n')] };
}

function nothing(note: string): DiscoveredSource {
  return { name: null, feeds: [], sitemaps: [], indexPages: [], notes: [note] };
}

/** Keeps the addresses that are feeds of stories, best first as the page has them. */
async function readFeeds(addresses: readonly string[], fetcher: Fetcher) {
  const found: string[] = [];
  const notes: string[] = [];
  let title: string | null = null;
  for (const address of addresses) {
    if (/\bcomments?\b/i.test(new URL(address).pathname)) {
      notes.push(`${address}: passed over, a feed of comments`);
      continue;
    }
    if (found.length >= feedsMax) {
      notes.push(`${address}: passed over, ${feedsMax} feeds are taken at most`);
      continue;
    }
    const result = await fetcher.fetch(address, { kind: 'feed', accept });
    const feed = result.ok
      ? parseFeed(result.bytes, { url: result.finalUrl, contentType: result.headers.contentType })
      : null;
    if (feed?.ok) {
      found.push(address);
      title ??= feed.feed.title;
    } else notes.push(`${address}: passed over, ${feed?.detail ?? (result.ok ? 'unreadable' : result.detail)}`);
  }
  return { found, notes, title };
}

async function readSitemaps(pageUrl: string, fetcher: Fetcher, takesAny: boolean) {
  const notes: string[] = [];
  const answer = await fetcher.fetch(new URL('/robots.txt', pageUrl).href, { kind: 'robots', accept: 'text/plain' });
  if (!answer.ok) return { found: [], notes };
  const named = parseRobots(decodeText(answer.bytes, null).text).sitemaps.filter((address) =>
    URL.canParse(address, pageUrl),
  );
  const news: string[] = [];
  const others: string[] = [];
  for (const name of named.slice(0, sitemapsMax)) {
    const address = new URL(name, pageUrl).href;
    const result = await fetcher.fetch(address, { kind: 'feed', accept });
    const sitemap = result.ok ? parseSitemap(result.bytes, result.finalUrl, result.headers.contentType) : null;
    if (!sitemap?.ok) {
      notes.push(`${address}: passed over, ${sitemap?.detail ?? (result.ok ? 'unreadable' : result.detail)}`);
      continue;
    }
    const newsChild = sitemap.children.find(({ loc }) => /news/i.test(new URL(loc).pathname));
    if (sitemap.kind === 'news') news.push(address);
    else if (newsChild) news.push(newsChild.loc);
    else others.push(address);
  }
  const found = news.length > 0 || !takesAny ? news : others;
  const passed = takesAny && news.length === 0 ? [] : others;
  return {
    found: [...new Set(found)],
    notes: [...notes, ...passed.map((one) => `${one}: passed over, lists the archive`)],
  };
}

function siteName(html: string): string | null {
  const $ = load(html.slice(0, 500_000));
  const stated = $('meta[property="og:site_name"]').attr('content') ?? $('title').first().text();
  const name =
    stated
      .replace(/\s+/g, ' ')
      .trim()
      .split(/ [|–—-] /)[0]
      ?.trim() ?? '';
  return name === '' ? null : name.slice(0, 120);
}
