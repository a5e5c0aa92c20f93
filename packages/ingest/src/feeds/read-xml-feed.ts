// Finds the feed in a tolerant XML tree, however it is wrapped or cut. Knows no fields: the formats' readers do.
import { childElements, readXmlTree, type XmlElement, type XmlTree } from '../xml/xml-tree.ts';
import { createFeedReader } from './feed-reader.ts';
import type { FeedFormat, RawFeed } from './parsed-feed.ts';
import { readAtom } from './read-atom.ts';
import { readRss } from './read-rss.ts';

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

const feedEnd = /<\/(?:[\w.-]+:)?(?:rss|feed|rdf|channel)\s*>/;

/** True when the text stops before the end of its last entry and of the whole feed. */
function endsInsideEntry(text: string): boolean {
  // Nearly all feeds end with their end: looking there first spares looking through them.
  if (feedEnd.test(text.slice(-200).toLowerCase())) return false;
  const tail = text.slice(-500_000).toLowerCase();
  if (feedEnd.test(tail)) return false;
  const opened = Math.max(tail.lastIndexOf('<item'), tail.lastIndexOf('<entry'));
  return opened > Math.max(tail.lastIndexOf('</item'), tail.lastIndexOf('</entry'));
}

function readTree(tree: XmlTree, url: string | null): RawFeed | null {
  const reader = createFeedReader(tree, url);
  const name = tree.nameOf(tree.root).replace(/^(?:atom|rss):/, '');
  if (name === 'feed') return readAtom(tree.root, reader);
  const format: FeedFormat = name === 'rdf:rdf' || name === 'rdf' ? 'rdf' : name === 'channel' ? 'cdf' : 'rss';
  if (name === 'rss' || format !== 'rss') return readRss(tree.root, format, reader);
  // A feed wrapped in something else, or cut out of one.
  const inner = findBelow(tree.root, tree, ['rss', 'feed', 'rdf:rdf', 'channel']);
  if (inner !== null) return tree.nameOf(inner) === 'feed' ? readAtom(inner, reader) : readRss(inner, 'rss', reader);
  return null;
}

function findBelow(element: XmlElement, tree: XmlTree, names: readonly string[]): XmlElement | null {
  for (const child of childElements(element)) {
    if (names.includes(tree.nameOf(child))) return child;
    const found = findBelow(child, tree, names);
    if (found !== null) return found;
  }
  return null;
}
