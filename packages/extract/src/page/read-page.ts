// The bytes of a page → its article and a status. The list of steps; each step is a file of its own.
import type { PageFacts, PageInput, PageReading, PageRule, PageStatus } from '@civicwire/shared';
import { type Body, bodyOfElements, readBody } from './body.ts';
import { decodePage } from './decode.ts';
import { type PageDocument, pageLimits, parsePage } from './dom.ts';
import { tidyLine } from './lines.ts';
import { type LinkedArticle, readLinkedArticle } from './linked-data.ts';
import { readLiveBlog } from './live-blog.ts';
import { type Metadata, readMetadata } from './metadata.ts';
import { type PageDates, readPageDates } from './page-dates.ts';
import { applyPageRule } from './page-rule.ts';
import { judgePage, shownTextMax } from './status.ts';

/**
 * Reads a page: charset, DOM, facts of the head, story, status. Pure and total: never throws, the same answer for the
 * same bytes. `article` is null unless the status is "ok", "paywall-stub" or "live-blog", `facts` only when there was no page to read; "timed-out" is for the caller to say, who
 * runs this in a worker that can be stopped. Work is bounded by `pageLimits`; the median page takes some 20 ms.
 */
export function readPage(input: PageInput): PageReading {
  if (input.bytes.length > pageLimits.bytesMax) return noArticle('too-large', `${input.bytes.length} bytes`);
  const foreign = foreignType(input);
  if (foreign !== null) return noArticle('not-an-article', foreign);
  try {
    const { html, charset, method } = decodePage(input.bytes, input.contentType);
    if (html.trim() === '') return noArticle('empty', 'the page has no bytes but white space');
    const parsed = parsePage(html);
    if (!parsed.ok) return noArticle('too-large', parsed.detail);
    return readDocument(parsed.document, input.url, `${method} ${charset}`, input.rule ?? null);
  } catch (error) {
    return noArticle(
      'not-an-article',
      `the page could not be read: ${error instanceof Error ? error.message.slice(0, 200) : 'unknown'}`,
    );
  }
}

/**
 * Reads a parsed page (our tree, or another DOM in tests); the document is taken apart. `charset` is only handed on to
 * the article's methods; `rule` goes before the general reading. May throw where the DOM does; `readPage` does not.
 */
export function readDocument(
  document: PageDocument,
  url: string | null,
  charset: string,
  rule: PageRule | null = null,
): PageReading {
  const shownText = readShownText(document);
  const linked = readLinkedArticle(document);
  const general = readMetadata(document, linked, url);
  const generalDates = readPageDates(document, linked, url ?? general.canonicalUrl?.value ?? null);
  const ruled = applyPageRule(document, rule);
  const metadata = { ...general, title: ruled.title ?? general.title, byline: ruled.byline ?? general.byline };
  const dates = { ...generalDates, publishedAt: ruled.publishedAt ?? generalDates.publishedAt };
  const facts = toFacts(metadata, dates);
  if (shownText === '') return { status: 'empty', article: null, facts, notes: ['the page shows no text'] };
  const windowTitle = tidyLine(document.querySelector('title')?.textContent ?? '');
  const isWebsiteType = /^website$/i.test(
    document.querySelector('meta[property="og:type"]')?.getAttribute('content') ?? '',
  );
  const title = metadata.title?.value ?? null;
  const liveBlog = readLiveBlog(document, linked, { title, url: url ?? metadata.canonicalUrl?.value ?? null });
  const body =
    ruled.story === null
      ? readBody(document, { title, byline: metadata.byline?.value ?? null }, linked.body)
      : bodyOfElements(ruled.story, 'source-rule');
  const text = body.lines.join('\n');
  const { status, note } = judgePage({
    windowTitle,
    shownText,
    storyLength: text.length,
    proseLength: body.proseLength,
    storyText: text,
    linkShare: body.linkShare,
    isLinkedArticle: linked.isArticle,
    isFree: linked.isFree,
    liveBlog,
    isWebsiteType,
    hasPublishedDate: hasStatedDate(dates, linked),
    path: readPath(url),
  });
  const notes = [...(note === null ? [] : [note]), ...droppedNote(body), ...ruled.notes];
  const methods = { text: body.method, charset, ...facts.methods };
  const corrections = linked.corrections.length > 0 ? { corrections: [...linked.corrections] } : {};
  const article = text !== '' && withText.has(status) ? { ...facts, text, methods, ...corrections } : null;
  return { status, article, facts, notes };
}

/** What a page of these statuses holds is text of its story, whole or not. */
const withText: ReadonlySet<PageStatus> = new Set(['ok', 'paywall-stub', 'live-blog']);

function toFacts(metadata: Metadata, dates: PageDates): PageFacts {
  const methods: Record<string, string> = {};
  const fields = {
    title: metadata.title,
    byline: metadata.byline,
    section: metadata.section,
    publishedAt: dates.publishedAt,
    modifiedAt: dates.modifiedAt,
    canonicalUrl: metadata.canonicalUrl,
  };
  for (const [name, field] of Object.entries(fields)) if (field) methods[name] = field.method;
  return {
    title: metadata.title?.value ?? null,
    byline: metadata.byline?.value ?? null,
    section: metadata.section?.value ?? null,
    publishedAt: dates.publishedAt?.value ?? null,
    modifiedAt: dates.modifiedAt?.value ?? null,
    canonicalUrl: metadata.canonicalUrl?.value ?? null,
    methods,
  };
}

/** "dropped 5 lines: element.figure 2, line.links 3", so that a person can ask why a line is missing; none for none. */
function droppedNote(body: Body): string[] {
  if (body.dropped.length === 0) return [];
  const counts = new Map<string, number>();
  for (const { rule } of body.dropped) counts.set(rule, (counts.get(rule) ?? 0) + 1);
  const rules = [...counts].sort(([one], [other]) => (one < other ? -1 : 1)).map(([rule, count]) => `${rule} ${count}`);
  return [`dropped ${body.dropped.length} lines: ${rules.join(', ')}`];
}

function noArticle(status: PageStatus, note: string): PageReading {
  return { status, article: null, facts: null, notes: [note] };
}

/** Why the bytes are no page at all (a PDF, an image, JSON), or null. */
function foreignType(input: PageInput): string | null {
  const type = input.contentType?.split(';')[0]?.trim().toLowerCase() ?? '';
  if (/^(?:image|audio|video|font)\/|^application\/(?:pdf|json|zip|octet-stream|javascript)$/.test(type))
    return `content type ${type}`;
  const start = Array.from(input.bytes.subarray(0, 5), (byte) => String.fromCharCode(byte)).join('');
  return start === '%PDF-' ? 'a PDF document' : start.startsWith('PK\u0003\u0004') ? 'a ZIP archive' : null;
}

function readShownText(document: PageDocument): string {
  let text = '';
  const hidden = new Set(['SCRIPT', 'STYLE', 'NOSCRIPT', 'TEMPLATE', 'HEAD', 'SVG']);
  let node = document.body?.firstChild ?? null;
  while (node && text.length < shownTextMax) {
    if (node.nodeType === 3) text += ` ${node.textContent ?? ''}`;
    const isHidden = node.nodeType === 1 && hidden.has(node.nodeName.toUpperCase());
    let next = isHidden ? null : node.firstChild;
    for (let at: typeof node | null = node; next === null && at && at !== document.body; at = at.parentNode)
      next = at.nextSibling;
    node = next;
  }
  return tidyLine(text.slice(0, shownTextMax));
}

function hasStatedDate(dates: PageDates, linked: LinkedArticle): boolean {
  return linked.datePublished !== null || /^(?:meta|time|url)/.test(dates.publishedAt?.method ?? '');
}

function readPath(url: string | null): string | null {
  try {
    return url === null ? null : new URL(url).pathname;
  } catch {
    return null;
  }
}
