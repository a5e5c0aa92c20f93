// The feeds that a page names in its head. Knows link elements; asks no server and guesses no address.
import { load } from 'cheerio/slim';

const feedTypes = /^(?:application\/(?:rss|atom|rdf)\+xml|application\/feed\+json)$/;
const pageCharsMax = 2_000_000;
const feedsMax = 50;

/**
 * Addresses of feeds by the autodiscovery convention: `link` elements with the relation "alternate" and the media type of
 * a feed, in page order, each once, absolute by the page's first `base` and its address. Empty when there are none.
 */
export function discoverFeeds(html: string, url: string): string[] {
  const $ = load(html.slice(0, pageCharsMax));
  const base = URL.parse($('base[href]').first().attr('href')?.trim() ?? '', url)?.href ?? url;
  const found = new Set<string>();
  for (const link of $('link[rel][href]').toArray()) {
    if ($(link).closest('template, noscript, textarea, svg').length > 0) continue;
    const relations = (link.attribs.rel ?? '').toLowerCase().split(/[\t\n\f\r ]+/);
    const type = (link.attribs.type ?? '').split(';')[0]?.trim().toLowerCase() ?? '';
    const reference = (link.attribs.href ?? '').trim();
    if (!relations.includes('alternate') || !feedTypes.test(type) || reference === '') continue;
    const address = URL.parse(reference, base);
    if (address && /^https?:$/.test(address.protocol)) found.add(address.href);
    if (found.size >= feedsMax) break;
  }
  return [...found];
}
