// A page's head → headline, byline, section and address of its story. Knows no dates (page-dates.ts) and no body.
import type { PageDocument } from './dom.ts';
import { tidyLine } from './lines.ts';
import type { LinkedArticle } from './linked-data.ts';
import { dropTags, undoReferences } from './references.ts';
import { readSection } from './section.ts';

/** A field and the reader that gave it. */
export interface Stated {
  readonly value: string;
  readonly method: string;
}
export interface Metadata {
  readonly title: Stated | null;
  readonly byline: Stated | null;
  readonly section: Stated | null;
  readonly canonicalUrl: Stated | null;
}

/** Reads the head; null for a field that no witness gives. Addresses are absolute http(s), without a fragment. */
export function readMetadata(document: PageDocument, linked: LinkedArticle, url: string | null): Metadata {
  const meta = metaContents(document);
  const title = readTitle(document, linked, meta);
  const canonicalUrl = readCanonicalUrl(document, linked, meta, url);
  const site = meta.get('og:site_name') ?? linked.publisher;
  return {
    title,
    byline: readByline(document, linked, meta),
    section: readSection(document, linked, meta, {
      url: url ?? canonicalUrl?.value ?? null,
      title: title?.value ?? null,
      site,
    }),
    canonicalUrl,
  };
}

function metaContents(document: PageDocument): ReadonlyMap<string, string> {
  const contents = new Map<string, string>();
  for (const meta of document.querySelectorAll('meta[content]')) {
    const content = tidyLine((meta.getAttribute('content') ?? '').slice(0, 1000));
    const name = (meta.getAttribute('property') ?? meta.getAttribute('name') ?? '').toLowerCase();
    if (content !== '' && name !== '' && !contents.has(name)) contents.set(name, content);
  }
  return contents;
}

function readTitle(document: PageDocument, linked: LinkedArticle, meta: ReadonlyMap<string, string>): Stated | null {
  const site = meta.get('og:site_name') ?? linked.publisher;
  const headings = [...document.querySelectorAll('h1')]
    .slice(0, 8)
    .map((heading) => tidyLine(heading.textContent ?? ''));
  const window = tidyLine(document.querySelector('head title, title')?.textContent ?? '');
  const candidates: (Stated | null)[] = [
    stated(linked.headline && dropTags(undoReferences(linked.headline)), 'json-ld'),
    stated(meta.get('og:title') ?? meta.get('twitter:title') ?? null, 'meta'),
    stated(headings.find((heading) => heading.length > 10 && isPartOf(heading, window)) ?? null, 'h1'),
    stated(window, 'title'),
    stated(headings.find((heading) => heading !== '') ?? null, 'h1'),
  ];
  for (const candidate of candidates) {
    if (!candidate) continue;
    const heading = headings.find((text) => text.length > 10 && isPartOf(text, candidate.value));
    const value = heading ?? withoutSite(candidate.value, site);
    if (value !== '' && value.toLowerCase() !== site?.toLowerCase()) return { value, method: candidate.method };
  }
  return null;
}

/** Whether a heading is what a window's title says before or behind the name of the site. */
function isPartOf(heading: string, title: string): boolean {
  return title.startsWith(heading) || title.endsWith(heading);
}

/** "Council delays vote | News | The Tribune" → "Council delays vote": tails after a bar, or that name the site. */
function withoutSite(title: string, site: string | null): string {
  const plain = (text: string) => text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '');
  let rest = title;
  for (let part = 0; part < 4; part++) {
    const found = /^(.{12,}\S)\s+(\||»|·|•|::|[-–—])\s+([^|»·•]{2,60})$/u.exec(rest);
    if (!found?.[1] || !found[3]) return rest;
    const tail = plain(found[3]);
    const isSite = site !== null && tail !== '' && (plain(site).includes(tail) || tail.includes(plain(site)));
    const isBar = /^(?:\||»|::)$/.test(found[2] ?? '') && found[3].split(' ').length <= 6;
    if (
      !isSite &&
      !isBar &&
      !/\.(?:com|org|net)$|\b(?:news|times|tribune|herald|journal|gazette|post|press|daily|tv|radio)$/i.test(found[3])
    )
      return rest;
    rest = found[1];
  }
  return rest;
}

const bylineSelectors = [
  '[rel~="author"]',
  '[itemprop~="author"] [itemprop~="name"]',
  '[itemprop~="author"]',
  '.byline, .by-line, [class*="byline" i]',
  '.author, .author-name, [class*="author-name" i]',
];

function readByline(document: PageDocument, linked: LinkedArticle, meta: ReadonlyMap<string, string>): Stated | null {
  const fromMeta = [
    'author',
    'article:author',
    'parsely-author',
    'byl',
    'sailthru.author',
    'dc.creator',
    'dcterms.creator',
    'citation_author',
    'twitter:creator',
  ];
  const candidates: (Stated | null)[] = [
    stated(linked.authors.map(undoReferences).join(', '), 'json-ld'),
    ...fromMeta.map((name) => stated(meta.get(name) ?? null, 'meta')),
    ...bylineSelectors.map((selector) => stated(document.querySelector(selector)?.textContent ?? null, 'element')),
  ];
  for (const candidate of candidates) {
    const value = candidate && tidyByline(candidate.value);
    if (candidate && value) return { value, method: candidate.method };
  }
  return null;
}

function tidyByline(text: string): string | null {
  const names = tidyLine(text.slice(0, 300))
    .replace(/^(?:by|written by|author|posted by|from)\b\s*:?\s*/i, '')
    .replace(/\s*(?:\||•|·|\/\/).*$/, '')
    .replace(/\S+@\S+\.\S+/g, '')
    .replace(/\b(?:published|updated|posted|last updated)\b.*$/i, '')
    .replace(/[\s,;–-]+$/, '');
  const isName =
    names.length >= 2 && names.length <= 120 && /\p{L}/u.test(names) && !/^https?:|^@|^admin$|^\d/i.test(names);
  return isName ? names : null;
}

function readCanonicalUrl(
  document: PageDocument,
  linked: LinkedArticle,
  meta: ReadonlyMap<string, string>,
  url: string | null,
): Stated | null {
  const candidates: (Stated | null)[] = [
    stated(document.querySelector('link[rel~="canonical" i]')?.getAttribute('href') ?? null, 'link'),
    stated(meta.get('og:url') ?? null, 'meta'),
    stated(linked.url, 'json-ld'),
  ];
  for (const candidate of candidates) {
    const value = candidate && absoluteUrl(candidate.value, url);
    if (candidate && value) return { value, method: candidate.method };
  }
  return null;
}

function absoluteUrl(text: string, base: string | null): string | null {
  try {
    const address = base === null ? new URL(text) : new URL(text, base);
    address.hash = '';
    return /^https?:$/.test(address.protocol) ? address.href : null;
  } catch {
    return null;
  }
}

function stated(text: string | null | undefined, method: string): Stated | null {
  const value = tidyLine((text ?? '').slice(0, 1000));
  return value === '' ? null : { value, method };
}
