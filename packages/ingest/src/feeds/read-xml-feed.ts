// Reads RSS 0.9 to 2.0, RDF, Atom 0.3 and 1.0 and CDF from a tolerant tree, however broken. Knows no cleaning and no dates.
import { childElements, isElement, readXmlTree, textOf, type XmlElement, type XmlTree } from '../xml/xml-tree.ts';
import type { FeedFormat, RawEntry, RawFeed, RawText } from './parsed-feed.ts';

/** Null when the tree is no feed. `url` is the feed's own address, the base of relative ones. */
export function readXmlFeed(text: string, url: string | null): RawFeed | null {
  const tree = readXmlTree(text);
  if (tree === null) return null;
  const feed = readTree(tree, url);
  if (feed === null || !endsInsideEntry(text)) return feed;
  // Its address may be cut as well: a half entry is no entry.
  return {
    ...feed,
    entries: feed.entries.slice(0, -1),
    warnings: ['the feed breaks off inside an entry, which is left out'],
  };
}

/** True when the text stops before the end of its last entry and of the whole feed. */
function endsInsideEntry(text: string): boolean {
  const tail = text.slice(-500_000).toLowerCase();
  if (/<\/(?:[\w.-]+:)?(?:rss|feed|rdf|channel)\s*>/.test(tail)) return false;
  const opened = Math.max(tail.lastIndexOf('<item'), tail.lastIndexOf('<entry'));
  return opened > Math.max(tail.lastIndexOf('</item'), tail.lastIndexOf('</entry'));
}

function readTree(tree: XmlTree, url: string | null): RawFeed | null {
  const reader = createReader(tree, url);
  const name = tree.nameOf(tree.root).replace(/^(?:atom|rss):/, '');
  if (name === 'feed') return readAtom(tree.root, reader);
  const format: FeedFormat = name === 'rdf:rdf' || name === 'rdf' ? 'rdf' : name === 'channel' ? 'cdf' : 'rss';
  if (name === 'rss' || format !== 'rss') return readRss(tree.root, format, reader);
  // A feed wrapped in something else, or cut out of one.
  const inner = findBelow(tree.root, tree, ['rss', 'feed', 'rdf:rdf', 'channel']);
  if (inner !== null) return tree.nameOf(inner) === 'feed' ? readAtom(inner, reader) : readRss(inner, 'rss', reader);
  return null;
}

interface Reader {
  readonly tree: XmlTree;
  /** Children with one of the names, in the order of the names. */
  all(element: XmlElement, ...names: string[]): XmlElement[];
  /** Text of the first such child that has any. */
  value(element: XmlElement, ...names: string[]): string | null;
  /** The first such child that has any content, as markup or plain text. */
  text(element: XmlElement, ...names: string[]): RawText | null;
  resolve(reference: string | null | undefined, at: XmlElement): string | null;
}

function createReader(tree: XmlTree, url: string | null): Reader {
  const all = (element: XmlElement, ...names: string[]): XmlElement[] => {
    const children = childElements(element);
    return names.flatMap((name) => children.filter((child) => tree.nameOf(child) === name));
  };
  const value = (element: XmlElement, ...names: string[]): string | null => {
    for (const child of all(element, ...names)) {
      const text = textOf(child).trim();
      if (text !== '') return text;
    }
    return null;
  };
  const text = (element: XmlElement, ...names: string[]): RawText | null => {
    for (const child of all(element, ...names)) {
      const found = readText(child, tree, baseOf(child, url));
      if (found.value.trim() !== '') return found;
    }
    return null;
  };
  const resolve = (reference: string | null | undefined, at: XmlElement): string | null => {
    const trimmed = reference?.trim();
    if (!trimmed) return null;
    const base = baseOf(at, url);
    return (base === null ? URL.parse(trimmed)?.href : URL.parse(trimmed, base)?.href)
      ? absolute(trimmed, base)
      : trimmed;
  };
  return { tree, all, value, text, resolve };
}

/** An address that is absolute already stays as written. */
function absolute(reference: string, base: string | null): string {
  return base === null || URL.canParse(reference) ? reference : (URL.parse(reference, base)?.href ?? reference);
}

/** The nearest xml:base, itself resolved against those above it and the feed's address. */
function baseOf(element: XmlElement, url: string | null): string | null {
  const bases: string[] = [];
  let at: XmlElement['parent'] = element;
  while (at !== null && 'attribs' in at) {
    const base = at.attribs['xml:base'];
    if (base) bases.push(base);
    at = at.parent;
  }
  let resolved = url;
  for (const base of bases.reverse())
    resolved = (resolved === null ? URL.parse(base) : URL.parse(base, resolved))?.href ?? resolved;
  return resolved;
}

/** Atom says what its text is; RSS is taken as HTML, escaped or not. */
function readText(element: XmlElement, tree: XmlTree, base: string | null): RawText {
  const type = (element.attribs.type ?? '').toLowerCase();
  const mode = (element.attribs.mode ?? '').toLowerCase();
  if (mode === 'base64' || (/^(?:application|image)\//.test(type) && !type.includes('xml') && mode === '')) {
    const decoded = Buffer.from(textOf(element), 'base64').toString('utf8');
    return { value: decoded, kind: type.includes('plain') ? 'plain' : 'html', base };
  }
  const hasMarkup = element.children.some(isElement);
  if (hasMarkup && mode !== 'escaped') return { value: innerOf(element, tree), kind: 'html', base };
  const plain = type === 'text' || type === 'text/plain';
  return { value: textOf(element), kind: plain ? 'plain' : 'html', base };
}

/** Inner markup; the prefix of XHTML elements is taken off. */
function innerOf(element: XmlElement, tree: XmlTree): string {
  return tree.innerMarkup(element).replace(/<(\/?)(?:xhtml|html|h|x):(?=[a-z])/gi, '<$1');
}

function readRss(root: XmlElement, format: FeedFormat, reader: Reader): RawFeed {
  const channel = format === 'cdf' ? root : (reader.all(root, 'channel')[0] ?? root);
  const items = [...findItems(root, reader)];
  return {
    format,
    title: reader.text(channel, 'title', 'dc:title'),
    link: reader.resolve(reader.value(channel, 'link') ?? channel.attribs.href ?? atomLink(channel, reader), channel),
    updated: reader.value(channel, 'lastbuilddate', 'atom:updated', 'pubdate', 'dc:date', 'dcterms:modified'),
    entries: items.map((item) => readRssItem(item, reader)),
    warnings: [],
  };
}

/** Items stand in the channel, beside it (RDF, RSS 0.90), or inside each other when an end tag was lost. */
function* findItems(element: XmlElement, reader: Reader): Generator<XmlElement> {
  for (const child of childElements(element)) {
    const name = reader.tree.nameOf(child);
    if (name === 'item') yield child;
    if (name === 'item' || name === 'channel' || name === 'items' || name === 'rss') yield* findItems(child, reader);
  }
}

function readRssItem(item: XmlElement, reader: Reader): RawEntry {
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

function readRssAuthor(item: XmlElement, reader: Reader): string | null {
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

function atomLink(element: XmlElement, reader: Reader): string | null {
  const link = reader.all(element, 'atom:link').find((found) => (found.attribs.rel ?? 'alternate') === 'alternate');
  return link?.attribs.href ?? null;
}

function readAtom(feed: XmlElement, reader: Reader): RawFeed {
  const author = readAtomAuthor(feed, reader);
  return {
    format: 'atom',
    title: reader.text(feed, 'title', 'atom:title', 'dc:title'),
    link: readAtomLink(feed, reader),
    updated: reader.value(feed, 'updated', 'atom:updated', 'modified', 'atom:modified'),
    entries: [...findEntries(feed, reader)].map((entry) => readAtomEntry(entry, author, reader)),
    warnings: [],
  };
}

function* findEntries(element: XmlElement, reader: Reader): Generator<XmlElement> {
  for (const child of childElements(element)) {
    const name = reader.tree.nameOf(child);
    if (name !== 'entry' && name !== 'atom:entry') continue;
    yield child;
    yield* findEntries(child, reader);
  }
}

function readAtomEntry(entry: XmlElement, feedAuthor: string | null, reader: Reader): RawEntry {
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

function readAtomAuthor(element: XmlElement, reader: Reader): string | null {
  const names = reader
    .all(element, 'author', 'atom:author')
    .map((author) => reader.value(author, 'name', 'atom:name', 'email', 'atom:email') ?? textOf(author).trim());
  const named = names.filter((name) => name !== '');
  return named.length === 0 ? null : named.join(', ');
}

/** The alternate link, an HTML one first. */
function readAtomLink(element: XmlElement, reader: Reader): string | null {
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

function findBelow(element: XmlElement, tree: XmlTree, names: readonly string[]): XmlElement | null {
  for (const child of childElements(element)) {
    if (names.includes(tree.nameOf(child))) return child;
    const found = findBelow(child, tree, names);
    if (found !== null) return found;
  }
  return null;
}
