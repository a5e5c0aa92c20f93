// HTML text → a document tree, after cheap checks that keep hostile pages away from the parser. Knows no news.
import { buildTree } from './tree/build-tree.ts';

/** The few parts of a DOM node that reading a page needs; our tree's nodes have them, and linkedom's and jsdom's in tests. */
export interface PageNode {
  readonly nodeType: number;
  readonly nodeName: string;
  readonly parentNode: PageNode | null;
  readonly firstChild: PageNode | null;
  readonly nextSibling: PageNode | null;
  readonly childNodes: ArrayLike<PageNode>;
  readonly textContent: string | null;
}

/** An element; names are upper case as in any HTML document. */
export interface PageElement extends PageNode {
  readonly parentElement: PageElement | null;
  readonly children: ArrayLike<PageElement>;
  readonly tagName: string;
  getAttribute(name: string): string | null;
  setAttribute(name: string, value: string): void;
  querySelector(selector: string): PageElement | null;
  querySelectorAll(selector: string): ArrayLike<PageElement> & Iterable<PageElement>;
  contains(other: PageNode): boolean;
  append(...nodes: PageNode[]): void;
  prepend(...nodes: PageNode[]): void;
  remove(): void;
}

export interface PageDocument extends PageElement {
  readonly documentElement: PageElement | null;
  readonly head: PageElement | null;
  readonly body: PageElement | null;
  readonly title: string;
}

export const elementNode = 1;
export const textNode = 3;
const cdataNode = 4;

/** The first `lengthMax` characters of an element's text. */
export function textStart(element: PageElement, lengthMax: number): string {
  let text = '';
  let node: PageNode | null = element.firstChild;
  while (node && text.length < lengthMax) {
    if (node.nodeType === textNode || node.nodeType === cdataNode) text += node.textContent ?? '';
    let next = node.firstChild;
    for (let at: PageNode | null = node; next === null && at && at !== element; at = at.parentNode)
      next = at.nextSibling;
    node = next;
  }
  return text.slice(0, lengthMax);
}

/**
 * Limits on a page. Of 760 news pages the largest had 9,748 elements and the deepest 51 levels; beyond these limits
 * body search takes seconds (9.9 s for 2,000 nested tags) or overflows the stack.
 */
export const pageLimits = {
  bytesMax: 12_000_000,
  tagsMax: 80_000,
  openTagsMax: 5_000,
  elementsMax: 30_000,
  depthMax: 160,
} as const;

/** A parsed page, or which limit it breaks (in words for a note). */
export type ParsedPage =
  | { readonly ok: true; readonly document: PageDocument; readonly elements: number }
  | { readonly ok: false; readonly detail: string };

/** Parses a page unless it breaks a limit. Never throws for any text; work is linear in its length. */
export function parsePage(html: string): ParsedPage {
  const refusal = refuseByTags(html);
  if (refusal) return { ok: false, detail: refusal };
  const document = toDocument(html);
  const { elements, depth } = measureTree(document);
  if (elements > pageLimits.elementsMax) return { ok: false, detail: `${elements} elements` };
  if (depth > pageLimits.depthMax) return { ok: false, detail: `${depth} levels deep` };
  return { ok: true, document, elements };
}

/** A page is one html element holding a head and then a body: fragments are wrapped, loose parts put in place. */
function toDocument(html: string): PageDocument {
  const parse = (text: string): PageDocument => buildTree(text) as unknown as PageDocument;
  const isWhole = /<html[\s>]/i.test(html) && /<body[\s>]/i.test(html);
  const document = parse(isWhole ? html : wrapped(html));
  if (document.documentElement?.tagName === 'HTML') return putInPlace(document);
  const start = html.search(/<html[\s>]/i);
  return putInPlace(parse(start === -1 ? wrapped(html) : html.slice(start)));
}

const wrapped = (html: string) => `<!doctype html><html><head></head><body>${html}</body></html>`;

/** Without a body right after the head, an empty one would be made: browsers move what stands between. */
function putInPlace(document: PageDocument): PageDocument {
  const root = document.documentElement;
  const head = document.querySelector('head');
  const body = document.querySelector('body');
  if (!root || !body || head?.contains(body)) return document;
  if (body.parentElement !== root) root.prepend(body);
  const isHeadFirst = head !== null && head.parentElement === root;
  if (!isHeadFirst) root.prepend(...(head ? [head] : []));
  for (const element of Array.from(root.children)) {
    if (element === head || element === body) continue;
    if (head && /^(?:SCRIPT|STYLE|LINK|META|NOSCRIPT|TITLE|BASE)$/i.test(element.tagName)) head.append(element);
    else body.append(element);
  }
  return document;
}

/** Tags without an end, or whose end the parser supplies. */
const selfClosing = new Set(
  'area base br col embed hr img input link meta param source track wbr p li dt dd tr td th thead tbody tfoot option optgroup'.split(
    ' ',
  ),
);

/** Counts tags, and how many stay open at once, in one pass over the text, so that no parser sees a bomb. */
function refuseByTags(html: string): string | null {
  let tags = 0;
  let openTags = 0;
  const open = new Map<string, number>();
  for (const match of html.matchAll(/<(\/?)([a-z][a-z0-9:-]{0,40})/gi)) {
    tags++;
    if (tags > pageLimits.tagsMax) return `more than ${pageLimits.tagsMax} tags`;
    const name = (match[2] ?? '').toLowerCase();
    if (selfClosing.has(name)) continue;
    const count = open.get(name) ?? 0;
    if (match[1] && count === 0) continue;
    const step = match[1] ? -1 : 1;
    open.set(name, count + step);
    openTags += step;
    if (openTags > pageLimits.openTagsMax) return `more than ${pageLimits.openTagsMax} open tags`;
  }
  return null;
}

function measureTree(document: PageDocument): { elements: number; depth: number } {
  let elements = 0;
  let depth = 0;
  let level = 1;
  let node: PageNode | null = document.documentElement;
  while (node) {
    if (node.nodeType === elementNode) {
      elements++;
      if (level > depth) depth = level;
    }
    if (node.firstChild) {
      node = node.firstChild;
      level++;
      continue;
    }
    while (node && !node.nextSibling) {
      node = node.parentNode;
      level--;
    }
    node = node?.nextSibling ?? null;
  }
  return { elements, depth };
}
