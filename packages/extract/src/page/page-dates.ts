// Where a page says when its story was published and changed. Knows pages' habits, not the ways to write a date.
import { dayNumber, readDate, readUrlDate } from './dates.ts';
import { type PageDocument, type PageElement, textStart } from './dom.ts';
import type { LinkedArticle } from './linked-data.ts';

/** Who named a date. "text" (a date shown on the page) is a guess. */
export type DateWitness = 'json-ld' | 'meta' | 'time' | 'url' | 'text';

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
 * A time in UTC that is one day off the day in the address, or in a local time shown, gives way to that, the outlet's own day.
 */
export function readPageDates(document: PageDocument, linked: LinkedArticle, url: string | null): PageDates {
  const isMonthFirst = /^en\b/i.test(document.documentElement?.getAttribute('lang') || 'en');
  const witness = (text: string | null, method: DateWitness): Found | null => {
    const value = readDate(text, isMonthFirst);
    return value === null ? null : { value, method };
  };
  const meta = metaDates(document);
  const address = witness(readUrlDate(url), 'url');
  const shown = timeDate(document, witness) ?? shownDate(document, witness);
  const stated = settleStated(witness(linked.datePublished, 'json-ld'), witness(meta.published, 'meta'), shown);
  const isDoubtful = stated?.method === 'meta' && meta.isVague && shown?.method === 'time';
  const published = [isDoubtful ? null : stated, shown?.method === 'time' ? shown : null, address, shown];
  const first = published.find((found) => found !== null) ?? null;
  const local = shown && /T.*[+-](?!00:00)\d\d:\d\d$/.test(shown.value) ? shown : null;
  const ownDay = [address, local].find((found) => first && found && isOtherDayInUtc(first.value, found.value));
  const settled = ownDay ?? first;
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

/** Meta names that some systems fill with the day on which a page was made, before its story was published. */
const vagueMeta = new Set(['date', 'dc.date', 'dcterms.date', 'dc.date.created', 'dcterms.created', 'datecreated']);

/** JSON-LD speaks first; where it and the meta elements name two days, the one that the page shows is right. */
function settleStated(linked: Found | null, meta: Found | null, shown: Found | null): Found | null {
  const isMetaShown = meta && shown && day(meta) === day(shown) && linked && day(linked) !== day(shown);
  return isMetaShown ? meta : (linked ?? meta);
}

/** A time in UTC early or late in the day, one day off the outlet's own: that other day is the right one. */
function isOtherDayInUtc(stated: string, address: string): boolean {
  const hour = Number(/T(\d\d).*(?:Z|\+00:00)$/.exec(stated)?.[1] ?? Number.NaN);
  const ahead = dayNumber(stated) - dayNumber(address);
  return (ahead === 1 && hour < 10) || (ahead === -1 && hour >= 12);
}

function metaDates(document: PageDocument): { published: string | null; modified: string | null; isVague: boolean } {
  let published: string | null = null;
  let isVague = false;
  let modified: string | null = null;
  for (const meta of document.querySelectorAll('meta')) {
    const content = meta.getAttribute('content') ?? meta.getAttribute('value');
    if (!content || readDate(content) === null) continue;
    const names = ['property', 'name', 'itemprop', 'http-equiv'].map((attribute) =>
      (meta.getAttribute(attribute) ?? '').toLowerCase(),
    );
    const name = names.find((one) => publishedMeta.has(one));
    if (name && (published === null || (isVague && !vagueMeta.has(name)))) {
      published = content;
      isVague = vagueMeta.has(name);
    }
    if (modified === null && names.some((name) => modifiedMeta.has(name))) modified = content;
  }
  return { published, modified, isVague };
}

/** Elements that mark a publication date, best first; links, comments and related cards hold other stories' dates. */
const timeSelectors = [
  ':not(meta)[itemprop~="datePublished"]',
  'article header time[datetime]',
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

/** An element named for a date says little else. */
const namedLengthMax = 100;

const shownSelectors = [
  '[class*="publish" i], [class*="pubdate" i], [class*="pub-date" i], [id*="publish" i]',
  '[class*="date" i], [id*="date" i], [class*="datum" i], [class*="fecha" i], [class*="timestamp" i]',
  '[class*="byline" i], [class*="meta" i], [class*="posted" i], [class*="time" i], [class*="author" i], [class*="info" i], [class*="subtitle" i]',
];

/** Words beside a date in a line that says no more than when: "Published by Ann Lowe on", not a sentence of the story. */
const besideDateMax = 60;

/** A date shown in an element named for it, else the first in the page's text that stands alone or opens its line. */
function shownDate(document: PageDocument, witness: Witness): Found | null {
  for (const selector of shownSelectors) {
    for (const element of firstFew(document.querySelectorAll(selector), 40)) {
      if (isForeign(element)) continue;
      const text = textStart(element, 400).replace(/\s+/g, ' ').trim();
      const found = text.length < namedLengthMax ? witness(text, 'text') : null;
      if (found) return found;
    }
  }
  for (const element of firstFew(
    document.querySelectorAll(
      'p, span, div, li, td, dd, small, b, em, h1, h2, h3, h4, h5, h6, i, strong, a, font, address, nobr, center',
    ),
    3000,
  )) {
    if (element.children.length > 3) continue;
    const text = textStart(element, 200).trim();
    if (/^(?:version\b|\(?©|copyright\b)/i.test(text)) continue;
    const found = text.length < besideDateMax ? witness(text, 'text') : witness(text.slice(0, 20), 'text');
    if (found && !isInTeaser(element)) return found;
  }
  return null;
}

/** Of the marks of other matter, those that hold dates of other stories even where nothing else on the page has a date. */
function isInTeaser(element: PageElement): boolean {
  let node: PageElement | null = element;
  for (let level = 0; node && level < 4; level++, node = node.parentElement)
    if (/teaser|swiper|slide|caption/i.test(node.getAttribute('class') ?? '')) return true;
  return false;
}

function isForeign(element: PageElement): boolean {
  let node: PageElement | null = element;
  for (let level = 0; node && level < 6; level++, node = node.parentElement) {
    const tag = node.tagName.toUpperCase();
    if (tag === 'ASIDE' || tag === 'NAV' || (tag === 'FOOTER' && level > 2)) return true;
    if (
      /related|sidebar|comment|recommend|popular|recent|teaser|most-read|copyright|update|modif|caption|\bnav(?:top|bar|igation)?\b/i.test(
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
