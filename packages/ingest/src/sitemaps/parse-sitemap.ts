// Reads sitemaps, news sitemaps and sitemap indexes: bytes in, addresses out. Fetches nothing; walking an index is the caller's.

import { plainText } from '../feeds/clean-html.ts';
import { readDate } from '../feeds/read-date.ts';
import { repairUrl } from '../urls/repair-url.ts';
import { decodeText } from '../xml/decode-text.ts';
import { prepareXml, type XmlRefusal } from '../xml/prepare-xml.ts';
import { unpackGzip } from '../xml/unpack-gzip.ts';
import { childElements, readXmlTree, textOf, type XmlElement, type XmlTree } from '../xml/xml-tree.ts';

export interface SitemapUrl {
  readonly loc: string;
  /** ISO 8601; null when absent or unreadable. */
  readonly lastmod: string | null;
  /** `news:title` and `news:publication_date`; null outside news sitemaps. */
  readonly title: string | null;
  readonly publicationDate: string | null;
}

export interface SitemapChild {
  readonly loc: string;
  readonly lastmod: string | null;
}

export type ParsedSitemap =
  | {
      readonly ok: true;
      readonly kind: 'urls' | 'news' | 'index' | 'text';
      readonly urls: readonly SitemapUrl[];
      /** Sitemaps that an index names, itself never among them. The caller bounds the walk and remembers what it visited. */
      readonly children: readonly SitemapChild[];
      readonly warnings: readonly string[];
    }
  | {
      readonly ok: false;
      readonly reason: XmlRefusal | 'too-large' | 'not-a-sitemap';
      readonly detail: string;
      readonly urls: readonly [];
      readonly children: readonly [];
      readonly warnings: readonly string[];
    };

/** Limits of the protocol (sitemaps.org): 50 MB unpacked and 50,000 addresses a file. */
export const sitemapBytesMax = 52_428_800;
export const sitemapUrlsMax = 50_000;

/**
 * Never throws. Files packed with gzip are unpacked. `url` is the sitemap's own address: relative entries are resolved against it, and entries of other hosts
 * are left out and counted (a sitemap may speak for its own host only; `www.` makes no difference).
 */
export function parseSitemap(packed: Uint8Array, url: string, contentType: string | null = null): ParsedSitemap {
  const bytes = packed.byteLength > sitemapBytesMax ? null : unpackGzip(packed, sitemapBytesMax);
  if (bytes === null) {
    const detail = `${packed.byteLength} bytes, expected a sound sitemap of at most ${sitemapBytesMax} (unpacked)`;
    return refuse('too-large', detail);
  }
  const decoded = decodeText(bytes, contentType);
  const warnings = [...decoded.warnings];
  if (/^\s*https?:\/\//.test(decoded.text)) return readTextSitemap(decoded.text, url, warnings);
  const prepared = prepareXml(decoded.text);
  if (!prepared.ok) return refuse(prepared.reason, prepared.detail);
  warnings.push(...prepared.warnings);
  const tree = readXmlTree(prepared.text);
  const name = tree === null ? '' : tree.nameOf(tree.root);
  if (tree !== null && name === 'urlset') return readUrlSet(tree, url, warnings);
  if (tree !== null && name === 'sitemapindex') return readIndex(tree, url, warnings);
  return refuse('not-a-sitemap', `expected <urlset> or <sitemapindex>, found <${prepared.root}>`);
}

function readUrlSet(tree: XmlTree, base: string, warnings: string[]): ParsedSitemap {
  const urls: SitemapUrl[] = [];
  let hasNews = false;
  const keep = createFilter(base, warnings);
  for (const element of childElements(tree.root)) {
    if (tree.nameOf(element) !== 'url') continue;
    const fields = readFields(element, tree);
    const news = childElements(element).find((child) => tree.nameOf(child) === 'news:news');
    const newsFields = news === undefined ? null : readFields(news, tree);
    hasNews ||= newsFields !== null;
    const loc = keep.take(fields.get('loc'));
    if (loc === null) continue;
    const title = newsFields?.get('news:title');
    urls.push({
      loc,
      lastmod: readOptionalDate(fields.get('lastmod')),
      title: title === undefined ? null : plainText(title),
      publicationDate: readOptionalDate(newsFields?.get('news:publication_date')),
    });
  }
  keep.report();
  return { ok: true, kind: hasNews ? 'news' : 'urls', urls, children: [], warnings };
}

function readIndex(tree: XmlTree, base: string, warnings: string[]): ParsedSitemap {
  const children: SitemapChild[] = [];
  const keep = createFilter(base, warnings);
  for (const element of childElements(tree.root)) {
    if (tree.nameOf(element) !== 'sitemap') continue;
    const fields = readFields(element, tree);
    const loc = keep.take(fields.get('loc'));
    if (loc === null) continue;
    if (loc === URL.parse(base)?.href) warnings.push('the index names itself; left out');
    else children.push({ loc, lastmod: readOptionalDate(fields.get('lastmod')) });
  }
  keep.report();
  return { ok: true, kind: 'index', urls: [], children, warnings };
}

/** One address a line: the plain form of the protocol. */
function readTextSitemap(text: string, base: string, warnings: string[]): ParsedSitemap {
  const keep = createFilter(base, warnings);
  const locs = text
    .split(/\r?\n/)
    .filter((line) => line.trim() !== '')
    .map((line) => keep.take(line))
    .filter((loc) => loc !== null);
  keep.report();
  const urls = locs.map((loc) => ({ loc, lastmod: null, title: null, publicationDate: null }));
  return { ok: true, kind: 'text', urls, children: [], warnings };
}

interface AddressFilter {
  /** The absolute address, or null when it is none, another host's or beyond the limit. */
  take(reference: string | undefined): string | null;
  /** Says in the warnings what was left out. */
  report(): void;
}

function createFilter(base: string, warnings: string[]): AddressFilter {
  const host = bareHost(URL.parse(base)?.hostname ?? '');
  let [taken, foreign, broken, beyond] = [0, 0, 0, 0];
  return {
    take(reference) {
      const url = reference === undefined ? null : repairUrl(reference, base);
      if (url === null) broken += 1;
      else if (host !== '' && bareHost(url.hostname) !== host) foreign += 1;
      else if (taken >= sitemapUrlsMax) beyond += 1;
      else {
        taken += 1;
        return url.href;
      }
      return null;
    },
    report() {
      if (foreign > 0) warnings.push(`${foreign} addresses of other hosts left out`);
      if (broken > 0) warnings.push(`${broken} entries without a readable address left out`);
      if (beyond > 0) warnings.push(`${beyond} addresses beyond the limit of ${sitemapUrlsMax} left out`);
    },
  };
}

function bareHost(host: string): string {
  return host.replace(/^www\./, '');
}

function readFields(element: XmlElement, tree: XmlTree): Map<string, string> {
  const fields = new Map<string, string>();
  for (const child of childElements(element)) {
    const name = tree.nameOf(child);
    if (!fields.has(name)) fields.set(name, textOf(child).trim());
  }
  return fields;
}

function readOptionalDate(text: string | undefined): string | null {
  return text === undefined ? null : readDate(text);
}

function refuse(reason: XmlRefusal | 'too-large' | 'not-a-sitemap', detail: string): ParsedSitemap {
  return { ok: false, reason, detail, urls: [], children: [], warnings: [detail] };
}
