// An OPML file (what feed readers export) → the feeds that it lists. Opens no file and no address.
import { UsageError } from '@civicwire/shared';
import { decodeText } from '../xml/decode-text.ts';
import { prepareXml } from '../xml/prepare-xml.ts';
import { childElements, readXmlTree, type XmlElement } from '../xml/xml-tree.ts';

/** One feed of the list. `name` falls back on the host of its address. */
export interface ListedFeed {
  readonly name: string;
  readonly url: string;
}

const feedsMax = 20_000;

/** Feeds in the order of the file, each address once; folders are looked into. Throws `UsageError` for what is no OPML. */
export function readOpml(bytes: Uint8Array, fileName: string): ListedFeed[] {
  const prepared = prepareXml(decodeText(bytes, null).text);
  const tree = prepared.ok ? readXmlTree(prepared.text) : null;
  if (tree === null || tree.root.name.toLowerCase() !== 'opml') {
    const found = prepared.ok ? `XML with the root <${prepared.root}>` : prepared.detail;
    throw new UsageError(`${fileName}: found ${found}, expected an OPML file`);
  }
  const feeds = new Map<string, ListedFeed>();
  const waiting: XmlElement[] = [tree.root];
  for (let element = waiting.pop(); element; element = waiting.pop()) {
    waiting.push(...childElements(element).reverse());
    const url = element.attribs.xmlurl?.trim();
    if (element.name.toLowerCase() !== 'outline' || !url) continue;
    const address = URL.parse(url);
    if (!address || !/^https?:$/.test(address.protocol) || feeds.has(url) || feeds.size >= feedsMax) continue;
    const name = (element.attribs.title || element.attribs.text || '').replace(/\s+/g, ' ').trim();
    feeds.set(url, { name: name === '' ? address.hostname : name, url });
  }
  return [...feeds.values()];
}
