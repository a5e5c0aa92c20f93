// Reads RSS 0.9 to 2.0, RDF and CDF. Knows no cleaning and no dates.
import { childElements, textOf, type XmlElement } from '../xml/xml-tree.ts';
import type { FeedReader } from './feed-reader.ts';
import type { FeedFormat, RawEntry, RawFeed } from './parsed-feed.ts';
import { readPollEvery } from './read-poll-every.ts';

/** `root` is the outermost element of the feed. Fields that are missing are null; items without any field count too. */
export function readRss(root: XmlElement, format: FeedFormat, reader: FeedReader): RawFeed {
  const channel = format === 'cdf' ? root : (reader.all(root, 'channel')[0] ?? root);
  const items = [...findItems(root, reader)];
  return {
    format,
    title: reader.text(channel, 'title', 'dc:title'),
    link: reader.resolve(reader.value(channel, 'link') ?? channel.attribs.href ?? atomLink(channel, reader), channel),
    updated: reader.value(channel, 'lastbuilddate', 'atom:updated', 'pubdate', 'dc:date', 'dcterms:modified'),
    pollEveryMs: readPollEvery(channel, reader),
    entries: items.map((item) => readRssItem(item, reader)),
    warnings: [],
  };
}

/** Items stand in the channel, beside it (RDF, RSS 0.90), or inside each other when an end tag was lost. */
function* findItems(element: XmlElement, reader: FeedReader): Generator<XmlElement> {
  for (const child of childElements(element)) {
    const name = reader.tree.nameOf(child);
    if (name === 'item') yield child;
    if (name === 'item' || name === 'channel' || name === 'items' || name === 'rss') yield* findItems(child, reader);
  }
}

function readRssItem(item: XmlElement, reader: FeedReader): RawEntry {
  const guidElement = reader.all(item, 'guid')[0];
  const guid = reader.value(item, 'guid', 'atom:id', 'id', 'dc:identifier') ?? item.attribs['rdf:about'] ?? null;
  const guidIsLink =
    guidElement?.attribs.ispermalink?.toLowerCase() !== 'false' && guid !== null && /^https?:\/\//i.test(guid);
  const link =
    reader.value(item, 'link') ??
    item.attribs.href ??
    atomLink(item, reader) ??
    (guidIsLink ? guid : (item.attribs['rdf:about'] ?? null));
  return {
    title: reader.text(item, 'title', 'dc:title', 'media:title'),
    link: reader.resolve(link, item),
    guid,
    published: reader.value(item, 'pubdate', 'atom:published', 'dcterms:issued', 'dcterms:created', 'dc:date'),
    updated: reader.value(item, 'atom:updated', 'dcterms:modified', 'dc:date') ?? item.attribs.lastmod ?? null,
    author: readRssAuthor(item, reader),
    summary: reader.text(
      item,
      'description',
      'dc:description',
      'itunes:summary',
      'abstract',
      'media:description',
      'summary',
    ),
    content: reader.text(item, 'content:encoded', 'fullitem', 'xhtml:body', 'body', 'atom:content', 'content'),
  };
}

function readRssAuthor(item: XmlElement, reader: FeedReader): string | null {
  const author = reader.all(item, 'author', 'atom:author')[0];
  const named = author === undefined ? null : reader.value(author, 'name', 'atom:name');
  if (named !== null) return named;
  const creators = reader
    .all(item, 'dc:creator')
    .map((creator) => textOf(creator).trim())
    .filter((name) => name !== '');
  return (
    reader.value(item, 'author') ??
    (creators.length > 0 ? creators.join(', ') : reader.value(item, 'dc:author', 'itunes:author'))
  );
}

function atomLink(element: XmlElement, reader: FeedReader): string | null {
  const link = reader.all(element, 'atom:link').find((found) => (found.attribs.rel ?? 'alternate') === 'alternate');
  return link?.attribs.href ?? null;
}
