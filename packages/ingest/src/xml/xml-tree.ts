// A tolerant XML tree with namespace-settled names over htmlparser2. Knows no feed format.
import { DomUtils, parseDocument } from 'htmlparser2';

export type XmlNode = ReturnType<typeof parseDocument>['children'][number];
export type XmlElement = Extract<XmlNode, { attribs: unknown }>;

export interface XmlTree {
  readonly root: XmlElement;
  /** Name of an element in lower case with the usual prefix of its namespace ("dc:date"), whatever prefix the document chose. */
  nameOf(element: XmlElement): string;
  /** Markup of an element's children. */
  innerMarkup(element: XmlElement): string;
}

/** Usual prefix for each namespace that feeds and sitemaps use; "" for the formats' own elements. Addresses in lower case, no trailing slash or hash. */
const usualPrefixes: ReadonlyMap<string, string> = new Map([
  ['http://www.w3.org/2005/atom', 'atom'],
  ['http://purl.org/atom/ns', 'atom'],
  ['http://purl.org/rss/1.0', ''],
  ['http://my.netscape.com/rdf/simple/0.9', ''],
  ['http://my.netscape.com/publish/formats/rss-0.91.dtd', ''],
  ['http://backend.userland.com/rss', ''],
  ['http://backend.userland.com/rss2', ''],
  ['http://backend.userland.com/rss091', ''],
  ['http://backend.userland.com/rss092', ''],
  ['http://blogs.law.harvard.edu/tech/rss', ''],
  ['http://www.sitemaps.org/schemas/sitemap/0.9', ''],
  ['http://www.google.com/schemas/sitemap/0.9', ''],
  ['http://www.google.com/schemas/sitemap-news/0.9', 'news'],
  ['http://purl.org/dc/elements/1.1', 'dc'],
  ['http://purl.org/dc/elements/1.0', 'dc'],
  ['http://purl.org/dc/terms', 'dcterms'],
  ['http://purl.org/rss/1.0/modules/content', 'content'],
  ['http://purl.org/rss/1.0/modules/syndication', 'sy'],
  ['http://www.itunes.com/dtds/podcast-1.0.dtd', 'itunes'],
  ['http://search.yahoo.com/mrss', 'media'],
  ['http://www.w3.org/1999/xhtml', 'xhtml'],
  ['http://www.w3.org/1999/02/22-rdf-syntax-ns', 'rdf'],
]);

/** Reads prepared XML (prepare-xml.ts). Null when there is no element at all. Mismatched and missing end tags are closed. */
export function readXmlTree(text: string): XmlTree | null {
  const options = { xmlMode: true, lowerCaseTags: true, lowerCaseAttributeNames: true, decodeEntities: true };
  const root = parseDocument(text, options).children.find(isElement);
  if (root === undefined) return null;
  const prefixes = readPrefixes(text);
  const nameOf = (element: XmlElement): string => usualName(element, prefixes);
  return { root, nameOf, innerMarkup: (element) => DomUtils.getInnerHTML(element, options) };
}

export function isElement(node: XmlNode | null | undefined): node is XmlElement {
  return node !== null && node !== undefined && 'attribs' in node;
}

export function childElements(element: XmlElement): XmlElement[] {
  return element.children.filter(isElement);
}

/** All character data below an element, CDATA included, as it stands. Stops at no depth: the text was checked before. */
export function textOf(element: XmlElement): string {
  let text = '';
  for (const child of element.children) {
    if ('data' in child && child.type === 'text') text += child.data;
    else if ('children' in child && child.type !== 'root') text += textOf(child as XmlElement);
  }
  return text;
}

function readPrefixes(text: string): ReadonlyMap<string, string> {
  const prefixes = new Map<string, string>();
  let seen = 0;
  for (const match of text.matchAll(/\bxmlns:([\w.-]{1,40})\s*=\s*["']([^"'<>]{1,200})["']/g)) {
    const usual = usualPrefix(match[2] ?? '');
    const prefix = (match[1] ?? '').toLowerCase();
    if (usual !== undefined && !prefixes.has(prefix)) prefixes.set(prefix, usual);
    seen += 1;
    if (seen >= 500) break;
  }
  return prefixes;
}

function usualPrefix(address: string): string | undefined {
  return usualPrefixes.get(
    address
      .trim()
      .toLowerCase()
      .replace(/[/#]+$/, ''),
  );
}

function usualName(element: XmlElement, prefixes: ReadonlyMap<string, string>): string {
  const written = element.name.toLowerCase();
  const colon = written.indexOf(':');
  const own = element.attribs.xmlns;
  if (colon < 0) {
    const usual = own === undefined ? undefined : usualPrefix(own);
    return usual === undefined || usual === '' || usual === 'atom' ? written : `${usual}:${written}`;
  }
  const usual = prefixes.get(written.slice(0, colon)) ?? written.slice(0, colon);
  return usual === '' ? written.slice(colon + 1) : `${usual}:${written.slice(colon + 1)}`;
}
