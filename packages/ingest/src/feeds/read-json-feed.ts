// Reads JSON Feed 1.0 and 1.1, wrong types and all: values are copied by known names into fresh objects. Knows no cleaning.
import type { RawEntry, RawFeed, RawText } from './parsed-feed.ts';

type Fields = Readonly<Record<string, unknown>>;

/** Null when the text is not JSON or not a JSON Feed (no `version` of jsonfeed.org). A broken item is left out, the good ones stay. */
export function readJsonFeed(text: string, url: string | null): RawFeed | null {
  const root = parseJson(text);
  if (!isFields(root) || !/jsonfeed\.org/i.test(readString(root.version) ?? '')) return null;
  const written: readonly unknown[] = Array.isArray(root.items) ? root.items : [];
  const items = written.filter(isFields);
  const broken = written.length - items.length;
  const author = readAuthors(root);
  return {
    format: 'json',
    title: readText(root.title, 'plain', url),
    link: resolve(readString(root.home_page_url), url),
    updated: null,
    pollEveryMs: null,
    entries: items.map((item) => readItem(item, author, url)),
    warnings: broken > 0 ? [`${broken} items that are no objects left out`] : [],
  };
}

function readItem(item: Fields, feedAuthor: string | null, url: string | null): RawEntry {
  return {
    title: readText(item.title, 'plain', url),
    link: resolve(readString(item.url) ?? readString(item.external_url), url),
    guid: readString(item.id),
    published: readString(item.date_published),
    updated: readString(item.date_modified),
    author: readAuthors(item) ?? feedAuthor,
    summary: readText(item.summary, 'plain', url),
    content: readText(item.content_html, 'html', url) ?? readText(item.content_text, 'plain', url),
  };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text.replace(/^[\s\ufeff]+/, '')) as unknown;
  } catch {
    return null; // Not JSON, or nested beyond the parser's stack: no feed.
  }
}

function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Numbers count as strings: ids are often numbers. */
function readString(value: unknown): string | null {
  if (typeof value === 'number' && Number.isFinite(value)) return String(value);
  return typeof value === 'string' && value.trim() !== '' ? value : null;
}

function readText(value: unknown, kind: RawText['kind'], base: string | null): RawText | null {
  const text = readString(value);
  return text === null ? null : { value: text, kind, base };
}

/** `authors` of 1.1, or `author` of 1.0. */
function readAuthors(fields: Fields): string | null {
  const people = Array.isArray(fields.authors) ? fields.authors : [fields.author];
  const names = people
    .filter(isFields)
    .map((person) => readString(person.name))
    .filter((name) => name !== null);
  return names.length === 0 ? null : names.join(', ');
}

function resolve(reference: string | null, base: string | null): string | null {
  if (reference === null || base === null || URL.canParse(reference)) return reference;
  return URL.parse(reference, base)?.href ?? reference;
}
