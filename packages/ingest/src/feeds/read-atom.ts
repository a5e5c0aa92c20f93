// Reads Atom 0.3 and 1.0. Knows no cleaning and no dates.
import { childElements, textOf, type XmlElement } from '../xml/xml-tree.ts';
import type { FeedReader } from './feed-reader.ts';
import type { RawEntry, RawFeed } from './parsed-feed.ts';
import { readPollEvery } from './read-poll-every.ts';

/** `feed` is the feed element. Fields that are missing are null; the feed's author stands in for an entry's. */
export function readAtom(feed: XmlElement, reader: FeedReader): RawFeed {
  const author = readAtomAuthor(feed, reader);
  return {
    format: 'atom',
    title: reader.text(feed, 'title', 'atom:title', 'dc:title'),
    link: readAtomLink(feed, reader),
    updated: reader.value(feed, 'updated', 'atom:updated', 'modified', 'atom:modified'),
    pollEveryMs: readPollEvery(feed, reader),
    entries: [...findEntries(feed, reader)].map((entry) => readAtomEntry(entry, author, reader)),
    warnings: [],
  };
}

function* findEntries(element: XmlElement, reader: FeedReader): Generator<XmlElement> {
  for (const child of childElements(element)) {
    const name = reader.tree.nameOf(child);
    if (name !== 'entry' && name !== 'atom:entry') continue;
    yield child;
    yield* findEntries(child, reader);
  }
}

function readAtomEntry(entry: XmlElement, feedAuthor: string | null, reader: FeedReader): RawEntry {
  const id = reader.value(entry, 'id', 'atom:id', 'guid', 'dc:identifier');
  const content = reader.all(entry, 'content', 'atom:content')[0];
  const source = content?.attribs.src;
  const link =
    readAtomLink(entry, reader) ??
    (source !== undefined && content !== undefined ? reader.resolve(source, content) : null);
  return {
    title: reader.text(entry, 'title', 'atom:title', 'dc:title', 'media:title'),
    link: link ?? (id !== null && /^https?:\/\//i.test(id) ? id : null),
    guid: reader.resolve(id, entry),
    published: reader.value(
      entry,
      'published',
      'atom:published',
      'issued',
      'atom:issued',
      'created',
      'atom:created',
      'dcterms:issued',
      'pubdate',
      'dc:date',
    ),
    updated: reader.value(entry, 'updated', 'atom:updated', 'modified', 'atom:modified', 'dcterms:modified', 'dc:date'),
    author: readAtomAuthor(entry, reader) ?? reader.value(entry, 'dc:creator') ?? feedAuthor,
    summary: reader.text(entry, 'summary', 'atom:summary', 'dc:description', 'description', 'media:description'),
    content: reader.text(entry, 'content', 'atom:content', 'content:encoded', 'xhtml:body', 'body'),
  };
}

function readAtomAuthor(element: XmlElement, reader: FeedReader): string | null {
  const names = reader
    .all(element, 'author', 'atom:author')
    .map((author) => reader.value(author, 'name', 'atom:name', 'email', 'atom:email') ?? textOf(author).trim());
  const named = names.filter((name) => name !== '');
  return named.length === 0 ? null : named.join(', ');
}

/** The alternate link, an HTML one first. */
function readAtomLink(element: XmlElement, reader: FeedReader): string | null {
  const links = reader.all(element, 'link', 'atom:link');
  const alternates = links.filter((link) =>
    ['alternate', 'http://www.iana.org/assignments/relation/alternate'].includes(
      (link.attribs.rel ?? 'alternate').toLowerCase(),
    ),
  );
  const link = alternates.find((found) => /html/i.test(found.attribs.type ?? 'html')) ?? alternates[0];
  if (link === undefined) return null;
  return reader.resolve(link.attribs.href ?? textOf(link), link);
}
