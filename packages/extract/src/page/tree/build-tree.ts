// HTML text → nodes of a tree, by htmlparser2's events. Knows no limits and no news.
import { Parser } from 'htmlparser2';
import { TreeAttribute, tidyClass } from './attributes.ts';
import { cdataNode, commentNode, textNode } from './node-types.ts';
import { TreeDocument, TreeElement, TreeText } from './nodes.ts';

/** A document of everything in the text, as written: no html, head or body is made up. */
export function buildTree(html: string): TreeDocument {
  const document = new TreeDocument(parseInto);
  parseInto(document, html);
  return document;
}

/** The document type and processing instructions are left out. */
function parseInto(parent: TreeDocument | TreeElement, html: string): void {
  const document = parent instanceof TreeDocument ? parent : parent.ownerDocument;
  let node: TreeDocument | TreeElement = parent;
  let svg: TreeElement | null = null;
  let isCdata = false;
  const parser = new Parser(
    {
      onopentag(name, written) {
        const element: TreeElement = new TreeElement(document, name, svg !== null || name === 'svg');
        if (svg === null && name === 'svg') svg = element;
        for (const key of Object.keys(written)) {
          const value = written[key] ?? '';
          element.attributes.push(new TreeAttribute(key, key === 'class' ? tidyClass(value) : value));
        }
        node = append(node, element) as TreeElement;
      },
      oncomment(data) {
        append(node, new TreeText(commentNode, data));
      },
      ontext(text) {
        append(node, new TreeText(isCdata ? cdataNode : textNode, text));
      },
      oncdatastart() {
        isCdata = true;
      },
      oncdataend() {
        isCdata = false;
      },
      onclosetag() {
        if (node === svg) svg = null;
        node = node.parentNode ?? document;
      },
    },
    { lowerCaseAttributeNames: false, decodeEntities: true, xmlMode: false },
  );
  parser.write(html);
  parser.end();
}

function append(parent: TreeDocument | TreeElement, node: TreeElement | TreeText): TreeElement | TreeText {
  const last = parent.lastChild;
  node.parentNode = parent;
  node.previousSibling = last;
  if (last) last.nextSibling = node;
  else parent.firstChild = node;
  parent.lastChild = node;
  return node;
}
