// The tree of a page: elements and texts with plain links between them, and the part of the DOM that Readability asks for.
// Knows no news. Classes, because Readability wants properties of nodes; ten times smaller than a whole DOM, and as much faster.
// Where the DOM leaves a choice the tree does as linkedom does: a test compares the two.

import { noStyle, readStyle, type Style, TreeAttribute, tidyClass } from './attributes.ts';
import { afterWithin, detach, elementFrom, nextWithin } from './links.ts';
import { cdataNode, commentNode, documentNode, elementNode, textNode } from './node-types.ts';
import { matcherOf } from './selectors.ts';
import { innerMarkup, isRawText } from './serialize.ts';

export type TreeNode = TreeElement | TreeText;
type TreeParent = TreeElement | TreeDocument;

/** Text, CDATA or a comment, by its nodeType. */
export class TreeText {
  readonly nodeType: number;
  readonly data: string;
  parentNode: TreeParent | null = null;
  previousSibling: TreeNode | null = null;
  nextSibling: TreeNode | null = null;
  constructor(nodeType: number, data: string) {
    this.nodeType = nodeType;
    this.data = data;
  }
  get nodeName(): string {
    return this.nodeType === commentNode ? '#comment' : '#text';
  }
  get firstChild(): null {
    return null;
  }
  get childNodes(): readonly TreeNode[] {
    return [];
  }
  get textContent(): string {
    return this.data;
  }
  get nextElementSibling(): TreeElement | null {
    return elementFrom(this.nextSibling);
  }
  remove(): void {
    detach(this);
  }
}

/** What elements and documents have in common: children. */
abstract class TreeBranch {
  abstract readonly nodeType: number;
  parentNode: TreeParent | null = null;
  firstChild: TreeNode | null = null;
  lastChild: TreeNode | null = null;

  get childNodes(): TreeNode[] {
    const nodes: TreeNode[] = [];
    for (let node = this.firstChild; node; node = node.nextSibling) nodes.push(node);
    return nodes;
  }
  get children(): TreeElement[] {
    const elements: TreeElement[] = [];
    for (let node = this.firstChild; node; node = node.nextSibling)
      if (node.nodeType === elementNode) elements.push(node as TreeElement);
    return elements;
  }
  get firstElementChild(): TreeElement | null {
    return elementFrom(this.firstChild);
  }
  get textContent(): string {
    let text = '';
    for (let node = this.firstChild; node; node = nextWithin(node, this))
      if (node.nodeType === textNode || node.nodeType === cdataNode) text += (node as TreeText).data;
    return text;
  }
  get innerHTML(): string {
    return innerMarkup(this.firstChild);
  }
  set innerHTML(markup: string) {
    for (let node = this.firstChild; node; node = this.firstChild) detach(node);
    const document = this instanceof TreeDocument ? this : (this as unknown as TreeElement).ownerDocument;
    document.parse(this as unknown as TreeParent, markup);
  }
  /** Elements by name, given in lower or upper case throughout; "*" finds none. */
  getElementsByTagName(name: string): TreeElement[] {
    const found: TreeElement[] = [];
    for (let node = this.firstChild; node; node = nextWithin(node, this))
      if (node.nodeType === elementNode) {
        const element = node as TreeElement;
        if (element.localName === name || element.tagName === name) found.push(element);
      }
    return found;
  }
  /** The inside of a template is no part of the page. */
  querySelectorAll(selector: string): TreeElement[] {
    const matches = matcherOf(selector);
    const found: TreeElement[] = [];
    for (let node = this.firstChild; node; ) {
      const element = node.nodeType === elementNode ? (node as TreeElement) : null;
      if (element && matches(element)) found.push(element);
      node = element?.localName === 'template' ? afterWithin(element, this) : nextWithin(node, this);
    }
    return found;
  }
  querySelector(selector: string): TreeElement | null {
    const matches = matcherOf(selector);
    for (let node = this.firstChild; node; ) {
      const element = node.nodeType === elementNode ? (node as TreeElement) : null;
      if (element && matches(element)) return element;
      node = element?.localName === 'template' ? afterWithin(element, this) : nextWithin(node, this);
    }
    return null;
  }
  contains(other: { readonly parentNode: unknown }): boolean {
    for (let node: unknown = other; node; node = (node as TreeNode).parentNode) if (node === this) return true;
    return false;
  }
  appendChild(node: TreeNode): TreeNode {
    return this.insertBefore(node, null);
  }
  append(...nodes: TreeNode[]): void {
    for (const node of nodes) this.insertBefore(node, null);
  }
  prepend(...nodes: TreeNode[]): void {
    const first = this.firstChild;
    for (const node of nodes) this.insertBefore(node, first);
  }
  insertBefore(node: TreeNode, before: TreeNode | null): TreeNode {
    if (node === before) return node;
    detach(node);
    const previous = before ? before.previousSibling : this.lastChild;
    node.parentNode = this as unknown as TreeParent;
    node.previousSibling = previous;
    node.nextSibling = before;
    if (previous) previous.nextSibling = node;
    else this.firstChild = node;
    if (before) before.previousSibling = node;
    else this.lastChild = node;
    return node;
  }
  removeChild(node: TreeNode): TreeNode {
    detach(node);
    return node;
  }
  replaceChild(node: TreeNode, old: TreeNode): TreeNode {
    const next = old.nextSibling;
    detach(old);
    this.insertBefore(node, next);
    return old;
  }
}

/** What an SVG element answers when asked for its class name. */
const svgClassName = { baseVal: '', animVal: '' };
const upperNames = new Map<string, string>();
const upperNamesMax = 2_000;

export class TreeElement extends TreeBranch {
  readonly nodeType = elementNode;
  readonly localName: string;
  readonly tagName: string;
  readonly ownerDocument: TreeDocument;
  readonly isSvg: boolean;
  readonly attributes: TreeAttribute[] = [];
  previousSibling: TreeNode | null = null;
  nextSibling: TreeNode | null = null;
  /** Readability's own note on the element. */
  readability: unknown = undefined;
  constructor(ownerDocument: TreeDocument, localName: string, isSvg: boolean) {
    super();
    this.ownerDocument = ownerDocument;
    this.localName = localName;
    this.tagName = upperName(localName);
    this.isSvg = isSvg;
  }
  get nodeName(): string {
    return this.tagName;
  }
  get parentElement(): TreeElement | null {
    const parent = this.parentNode;
    return parent !== null && parent.nodeType === elementNode ? (parent as TreeElement) : null;
  }
  get nextElementSibling(): TreeElement | null {
    return elementFrom(this.nextSibling);
  }
  get previousElementSibling(): TreeElement | null {
    let node = this.previousSibling;
    while (node && node.nodeType !== elementNode) node = node.previousSibling;
    return node as TreeElement | null;
  }
  get id(): string {
    return this.getAttribute('id') ?? '';
  }
  set id(value: string) {
    this.setAttribute('id', value);
  }
  get className(): string {
    return this.isSvg ? (svgClassName as unknown as string) : (this.getAttribute('class') ?? '');
  }
  get src(): string | undefined {
    return this.localName === 'img' ? (this.getAttribute('src') ?? '') : undefined;
  }
  get srcset(): string | undefined {
    return this.localName === 'img' ? (this.getAttribute('srcset') ?? '') : undefined;
  }
  get style(): Style {
    const written = this.getAttribute('style');
    return written === null ? noStyle : readStyle(written);
  }
  /** Null when there is none; the class is never null. */
  getAttribute(name: string): string | null {
    for (const attribute of this.attributes) if (attribute.name === name) return attribute.value;
    return name === 'class' ? '' : null;
  }
  hasAttribute(name: string): boolean {
    return this.attributes.some((attribute) => attribute.name === name);
  }
  /** A new attribute comes first. */
  setAttribute(name: string, value: string): void {
    const written = name === 'class' ? tidyClass(value) : String(value);
    const known = this.attributes.find((attribute) => attribute.name === name);
    if (known) known.value = written;
    else this.attributes.unshift(new TreeAttribute(name, written));
  }
  setAttributeNode(attribute: TreeAttribute): void {
    this.removeAttribute(attribute.name);
    this.attributes.unshift(attribute);
  }
  removeAttribute(name: string): void {
    const at = this.attributes.findIndex((attribute) => attribute.name === name);
    if (at >= 0) this.attributes.splice(at, 1);
  }
  override get innerHTML(): string {
    return isRawText(this) ? this.textContent : super.innerHTML;
  }
  override set innerHTML(markup: string) {
    super.innerHTML = markup;
  }
  remove(): void {
    detach(this);
  }
}

/** Puts the nodes of a text behind the last child. */
export type ParseInto = (parent: TreeParent, markup: string) => void;

export class TreeDocument extends TreeBranch {
  readonly nodeType = documentNode;
  readonly nodeName = '#document';
  readonly parse: ParseInto;
  constructor(parse: ParseInto) {
    super();
    this.parse = parse;
  }
  get documentElement(): TreeElement | null {
    return this.firstElementChild;
  }
  /** Made when the first child of the root is none. */
  get head(): TreeElement | null {
    const root = this.documentElement;
    if (!root) return null;
    const first = root.firstElementChild;
    if (first?.tagName === 'HEAD') return first;
    const head = this.createElement('head');
    root.prepend(head);
    return head;
  }
  /** Made when the element after the head is none. */
  get body(): TreeElement | null {
    const head = this.head;
    if (!head) return null;
    const next = head.nextElementSibling;
    if (next?.tagName === 'BODY') return next;
    const body = this.createElement('body');
    head.parentNode?.insertBefore(body, head.nextSibling);
    return body;
  }
  get title(): string {
    return this.head?.getElementsByTagName('title')[0]?.textContent ?? '';
  }
  /** Addresses are not made absolute here: any base will do that is one. */
  get baseURI(): string {
    return 'http://page.invalid/';
  }
  createElement(localName: string): TreeElement {
    return new TreeElement(this, localName, false);
  }
  createTextNode(text: string): TreeText {
    return new TreeText(textNode, text);
  }
}

function upperName(localName: string): string {
  const known = upperNames.get(localName);
  if (known !== undefined) return known;
  const upper = localName.toUpperCase();
  if (upperNames.size < upperNamesMax) upperNames.set(localName, upper);
  return upper;
}
