// Gets values, texts and addresses out of feed elements by name. Knows names and bases, no feed format.
import { childElements, isElement, textOf, type XmlElement, type XmlTree } from '../xml/xml-tree.ts';
import type { RawText } from './parsed-feed.ts';

export interface FeedReader {
  readonly tree: XmlTree;
  /** Children with one of the names, in the order of the names. */
  all(element: XmlElement, ...names: string[]): XmlElement[];
  /** Text of the first such child that has any. */
  value(element: XmlElement, ...names: string[]): string | null;
  /** The first such child that has any content, as markup or plain text. */
  text(element: XmlElement, ...names: string[]): RawText | null;
  resolve(reference: string | null | undefined, at: XmlElement): string | null;
}

/** `url` is the feed's own address: the outermost base of relative addresses. */
export function createFeedReader(tree: XmlTree, url: string | null): FeedReader {
  // A reader looks into an entry for some fifty names: its children are named once.
  let named: { readonly of: XmlElement; readonly children: ReadonlyMap<string, XmlElement[]> } | null = null;
  const childrenOf = (element: XmlElement): ReadonlyMap<string, XmlElement[]> => {
    if (named?.of !== element) named = { of: element, children: byName(element, tree) };
    return named.children;
  };
  const all = (element: XmlElement, ...names: string[]): XmlElement[] => {
    const children = childrenOf(element);
    return names.flatMap((name) => children.get(name) ?? []);
  };
  const value = (element: XmlElement, ...names: string[]): string | null => {
    const children = childrenOf(element);
    for (const name of names)
      for (const child of children.get(name) ?? []) {
        const text = textOf(child).trim();
        if (text !== '') return text;
      }
    return null;
  };
  const text = (element: XmlElement, ...names: string[]): RawText | null => {
    const children = childrenOf(element);
    for (const name of names)
      for (const child of children.get(name) ?? []) {
        const found = readText(child, tree, baseOf(child, url));
        if (found.value.trim() !== '') return found;
      }
    return null;
  };
  const resolve = (reference: string | null | undefined, at: XmlElement): string | null => {
    const trimmed = reference?.trim();
    if (!trimmed) return null;
    const base = baseOf(at, url);
    // An address that is absolute already stays as written, and so does one that is none.
    return base === null || URL.canParse(trimmed) ? trimmed : (URL.parse(trimmed, base)?.href ?? trimmed);
  };
  return { tree, all, value, text, resolve };
}

function byName(element: XmlElement, tree: XmlTree): ReadonlyMap<string, XmlElement[]> {
  const children = new Map<string, XmlElement[]>();
  for (const child of childElements(element)) {
    const name = tree.nameOf(child);
    const same = children.get(name);
    if (same) same.push(child);
    else children.set(name, [child]);
  }
  return children;
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
