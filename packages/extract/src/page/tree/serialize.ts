// Nodes of a tree → HTML text that parses to the same nodes. Knows no parsing. Recursion is bounded by the depth of the page.
import { cdataNode, commentNode, elementNode } from './node-types.ts';
import type { TreeElement, TreeNode, TreeText } from './nodes.ts';

const voidNames = /^(?:area|base|br|col|embed|hr|img|input|keygen|link|menuitem|meta|param|source|track|wbr)$/i;

/** Attributes that are written without a value when they have none. */
const emptyAttributes = new Set(
  (
    'allowfullscreen allowpaymentrequest async autofocus autoplay checked class contenteditable controls default defer ' +
    'disabled draggable formnovalidate hidden id ismap itemscope loop multiple muted nomodule novalidate open playsinline ' +
    'readonly required reversed selected style truespeed'
  ).split(' '),
);
/** … and of these, those that are then left out. */
const droppedWhenEmpty = new Set(['id', 'class', 'style']);

/** The markup of a node and those behind it. */
export function innerMarkup(first: TreeNode | null): string {
  let markup = '';
  for (let node = first; node; node = node.nextSibling) markup += markupOf(node);
  return markup;
}

/** Elements whose inside is text, whatever it looks like. */
export function isRawText(element: TreeElement): boolean {
  if (element.isSvg) return false;
  const { localName } = element;
  return localName === 'script' || localName === 'style' || localName === 'textarea' || localName === 'title';
}

function markupOf(node: TreeNode): string {
  if (node.nodeType === elementNode) return elementMarkup(node as TreeElement);
  const { data } = node as TreeText;
  if (node.nodeType === commentNode) return `<!--${data}-->`;
  return node.nodeType === cdataNode ? `<![CDATA[${data}]]>` : escapeText(data);
}

function elementMarkup(element: TreeElement): string {
  const { localName } = element;
  const start = `<${localName}${attributesMarkup(element)}`;
  if (isRawText(element)) return `${start}></${localName}>`.replace('><', () => `>${element.textContent}<`);
  if (element.firstChild) return `${start}>${innerMarkup(element.firstChild)}</${localName}>`;
  if (element.isSvg) return `${start} />`;
  return voidNames.test(localName) ? `${start}>` : `${start}></${localName}>`;
}

function attributesMarkup(element: TreeElement): string {
  let markup = '';
  for (const { name, value } of element.attributes) {
    if (value === '' && emptyAttributes.has(name)) markup += droppedWhenEmpty.has(name) ? '' : ` ${name}`;
    else markup += ` ${name}="${value.includes('"') ? value.replaceAll('"', '&quot;') : value}"`;
  }
  return markup;
}

function escapeText(text: string): string {
  if (!/[<>&\u00a0]/.test(text)) return text;
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('\u00a0', '&#160;');
}
