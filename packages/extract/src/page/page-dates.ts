// Where a page says when its story was published and changed. Knows pages' habits, not the ways to write a date.
import { dayNumber, readDate, readUrlDate } from './dates.ts';
import type { PageDocument, PageElement } from './dom.ts';
import type { LinkedArticle } from './linked-data.ts';

/** Who named a date. "text" (a date shown on the page) and "other" (the date of change) are guesses. */
export type DateWitness = 'json-ld' | 'meta' | 'time' | 'url' | 'text' | 'other';

/** A date and its witnesses: "json-ld", or "json-ld+url" when a second witness names the same day. */
export interface PageDate {
  readonly value: string;
  readonly method: string;
}
export interface PageDates {
  readonly publishedAt: PageDate | null;
  readonly modifiedAt: PageDate | null;
}

const publishedMeta = new Set(
  (
    'article:published_time og:published_time article:published og:article:published_time og:pubdate published_time pubdate publishdate publish_date publish-date ' +
    'published_at parsely-pub-date sailthru.date dc.date.issued dcterms.issued dc.date.created dcterms.created dc.date dcterms.date ' +
    'citation_publication_date citation_date date datepublished date_published datecreated cxenseparse:recs:publishtime cxenseparse:publishtime ptime rnews:datepublished ' +
    'originalpublicationdate article.published article_date_original bt:pubdate doc_date pdate publication_date published shareaholic:article_published_time field-name-post-date vr:published_time'
  ).split(' '),
);
const modifiedMeta = new Set(
  'article:modified_time og:updated_time article:modified lastmod last-modified dc.date.modified dcterms.modified datemodified updated_time revised shareaholic:article_modified_time'.split(
    ' ',
  ),
);

/**
 * Publication and change of a page's story: JSON-LD, then meta, `<time>`, address, and last the dates shown on the page.
 * A time in UTC that is one day off the day in the address gives way to the address, which has the outlet's own day.
 */
export function readPageDates(document: PageDocument, linked: LinkedArticle, url: string | null): PageDates {
  const isMonthFirst = /^en\b/i.test(document.documentElement?.getAttribute('lang') || 'en');
  const witness = (text: string | null, method: DateWitness): Found | null => {
    const value = readDate(text, isMonthFirst);
    return value === null ? null : { value, method };
  };
  const meta = metaDates(document);
  const address = witness(readUrlDate(url), 'url');
  const stated = witness(linked.datePublished, 'json-ld') ?? witness(meta.published, 'meta');
  const shown = timeDate(document, witness) ?? shownDate(document, witness);
  const published = [
    stated,
    shown?.method === 'time' ? shown : null,
    address,
    shown,
    witness(linked.dateModified ?? meta.modified, 'other'),
  ];
  const first = published.find((found) => found !== null) ?? null;
  const settled = first && address && isOtherDayInUtc(first.value, address.value) ? address : first;
  const modified = witness(linked.dateModified, 'json-ld') ?? witness(meta.modified, 'meta');
  const isLater = settled && modified && day(modified) >= day(settled);
  return {
    publishedAt: settled && confirmed(settled, [stated, shown, address]),
    modifiedAt: isLater ? modified : null,
  };
}

/** True for a publication date that two witnesses of a page agree on; others are the word of one. */
export function isCertainDateMethod(method: string | undefined): boolean {
  return method?.includes('+') ?? false;
}

interface Found extends PageDate {
  readonly method: DateWitness;
}
type Witness = (text: string | null, method: DateWitness) => Found | null;

const day = (found: PageDate) => found.value.slice(0, 10);

function confirmed(found: Found, witnesses: readonly (Found | null)[]): PageDate {
  const second = witnesses.find((other) => other && other.method !== found.method && day(other) === day(found));
  return second ? { value: found.value, method: `${found.method}+${second.method}` } : found;
}

/** A time in UTC early or late in the day, one day off the address: the outlet's own day is the other one. */
function isOtherDayInUtc(stated: string, address: string): boolean {
  const hour = Number(/T(\d\d).*(?:Z|\+00:00)$/.exec(stated)?.[1] ?? Number.NaN);
  const ahead = dayNumber(stated) - dayNumber(address);
  return (ahead === 1 && hour < 10) || (ahead === -1 && hour >= 12);
}

function metaDates(document: PageDocument): { published: string | null; modified: string | null } {
  let published: string | null = null;
  let modified: string | null = null;
  for (const meta of document.querySelectorAll('meta')) {
    const content = meta.getAttribute('content') ?? meta.getAttribute('value');
    if (!content || readDate(content) === null) continue;
    const names = ['property', 'name', 'itemprop', 'http-equiv'].map((attribute) =>
      (meta.getAttribute(attribute) ?? '').toLowerCase(),
    );
    if (published === null && names.some((name) => publishedMeta.has(name))) published = content;
    if (modified === null && names.some((name) => modifiedMeta.has(name))) modified = content;
  }
  return { published, modified };
}

/** Elements that mark a publication date, best first; links, comments and related cards hold other stories' dates. */
const timeSelectors = [
  '[itemprop~="datePublished"]',
  'time[pubdate]',
  'time[class*="publish" i], time.entry-date, abbr.published, [class~="dt-published"]',
  'article header time, article time[datetime], main time[datetime]',
  'time[datetime], time',
];

function timeDate(document: PageDocument, witness: Witness): Found | null {
  for (const selector of timeSelectors) {
    for (const element of firstFew(document.querySelectorAll(selector), 12)) {
      if (isForeign(element) || /updat|modif/i.test(element.getAttribute('class') ?? '')) continue;
      const written =
        element.getAttribute('datetime') ??
        element.getAttribute('content') ??
        element.getAttribute('title') ??
        element.textContent;
      const found = witness(written, 'time') ?? witness(element.textContent, 'time');
      if (found) return found;
    }
  }
  return null;
}

const shownSelectors = [
  '[class*="publish" i], [class*="pubdate" i], [class*="pub-date" i], [id*="publish" i]',
  '[class*="date" i], [id*="date" i], [class*="timestamp" i], [class*="dateline" i]',
  '[class*="byline" i], [class*="meta" i], [class*="posted" i], [class*="time" i], [class*="author" i], [class*="info" i], [class*="subtitle" i]',
];

/** A date shown in an element named for it, else the first date in the page's text if it stands in a short line. */
function shownDate(document: PageDocument, witness: Witness): Found | null {
  for (const selector of shownSelectors) {
    for (const element of firstFew(document.querySelectorAll(selector), 40)) {
      if (isForeign(element)) continue;
      const text = (element.textContent ?? '').slice(0, 400).replace(/\s+/g, ' ').trim();
      const found = text.length < 200 ? witness(text, 'text') : null;
      if (found) return found;
    }
  }
  for (const element of firstFew(
    document.querySelectorAll(
      'p, span, div, li, td, dd, small, b, em, h1, h2, h3, h4, h5, h6, i, strong, a, font, address',
    ),
    3000,
  )) {
    if (element.children.length > 3) continue;
    const text = (element.textContent ?? '').slice(0, 200).trim();
    const found = text.length < 100 ? witness(text, 'text') : witness(text.slice(0, 20), 'text');
    if (found) return found;
  }
  return null;
}

function isForeign(element: PageElement): boolean {
  let node: PageElement | null = element;
  for (let level = 0; node && level < 6; level++, node = node.parentElement) {
    const tag = node.tagName.toUpperCase();
    if (tag === 'ASIDE' || tag === 'NAV' || (tag === 'FOOTER' && level > 2)) return true;
    if (
      /related|sidebar|comment|recommend|popular|recent|teaser|most-read|copyright|update|modif/i.test(
        `${node.getAttribute('class') ?? ''} ${node.getAttribute('id') ?? ''}`,
      ) &&
      tag !== 'BODY' &&
      tag !== 'HTML' &&
      tag !== 'ARTICLE' &&
      tag !== 'MAIN'
    )
      return true;
  }
  return false;
}

function* firstFew(elements: Iterable<PageElement>, count: number): Generator<PageElement> {
  let seen = 0;
  for (const element of elements) {
    if (seen++ >= count) return;
    yield element;
  }
}
