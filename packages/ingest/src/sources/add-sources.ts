// Adds sources to the text of a sources.yaml and keeps every comment and blank of what stands there. Opens no file.
import { isMap, isSeq, parseDocument, type YAMLMap } from 'yaml';
import type { IndexPage } from '../index-pages/index-page.ts';
import { loadSources } from './load-sources.ts';

/** A source as it is written into the file. */
export interface NewSource {
  readonly id: string;
  readonly name: string;
  /** Null for a national one. */
  readonly home: { readonly place: string; readonly state: string } | null;
  readonly feeds: readonly string[];
  readonly sitemaps: readonly string[];
  readonly indexPages: readonly IndexPage[];
}

/**
 * The file's new text. Throws `UsageError`, as `loadSources` does, when the old text or the outcome is not sound: an id or
 * address that is there already is named with its line.
 */
export function addSources(text: string, added: readonly NewSource[], fileName: string): string {
  const document = parseDocument(text.trim() === '' ? 'sources: []\n' : text);
  if (text.trim() !== '') loadSources(text, fileName);
  const list = document.get('sources');
  if (!isSeq(list)) throw new TypeError(`${fileName}: "sources" is no list after it was read as one`);
  for (const { id, name, home, feeds, sitemaps, indexPages } of added) {
    const node = document.createNode({
      id,
      name,
      ...(home === null ? { national: true } : { home }),
      ...(feeds.length > 0 ? { feeds } : {}),
      ...(sitemaps.length > 0 ? { sitemaps } : {}),
      ...(indexPages.length > 0 ? { index_pages: indexPages.map(written) } : {}),
    }) as YAMLMap;
    const place = node.get('home');
    if (isMap(place)) place.flow = true;
    list.add(node);
  }
  list.flow = false;
  const result = document.toString({ lineWidth: 0 });
  loadSources(result, fileName);
  return result;
}

function written({ title, date, ...page }: IndexPage): Record<string, string> {
  return { ...page, ...(title === null ? {} : { title }), ...(date === null ? {} : { date }) };
}
