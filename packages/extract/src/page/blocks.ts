// An element → its text as blocks (paragraph, heading, list item, …) in reading order. Knows no news and drops nothing visible.
import { elementNode, type PageElement, type PageNode, textNode } from './dom.ts';
import { joinWrappedLines } from './lines.ts';

export type BlockKind = 'paragraph' | 'heading' | 'item' | 'quote' | 'pre' | 'cell';

/** One line of text to be, and what its markup says of it. */
export interface Block {
  readonly text: string;
  readonly kind: BlockKind;
  /** Characters of `text` inside links. */
  readonly linkLength: number;
  /** Characters of `text` inside emphasis (em, i, b, strong, small). */
  readonly emphasisLength: number;
  /** True when the text, or its beginning, stands in a code element. */
  readonly isCode: boolean;
  /** The innermost element holding the whole block. */
  readonly element: PageElement;
}

const blockTags = new Map<string, BlockKind>([
  ...['ADDRESS', 'ARTICLE', 'ASIDE', 'BODY', 'CENTER', 'DD', 'DETAILS', 'DIV', 'DL', 'FIELDSET', 'FIGCAPTION', 'FIGURE']
    .concat([
      'FOOTER',
      'FORM',
      'HEADER',
      'HR',
      'MAIN',
      'NAV',
      'OL',
      'P',
      'SECTION',
      'SUMMARY',
      'TABLE',
      'TBODY',
      'TR',
      'UL',
    ])
    .map((name): [string, BlockKind] => [name, 'paragraph']),
  ...['H1', 'H2', 'H3', 'H4', 'H5', 'H6'].map((name): [string, BlockKind] => [name, 'heading']),
  ...['LI', 'DT'].map((name): [string, BlockKind] => [name, 'item']),
  ...['TD', 'TH', 'CAPTION'].map((name): [string, BlockKind] => [name, 'cell']),
  ['BLOCKQUOTE', 'quote'],
  ['PRE', 'pre'],
]);

const silentTags = new Set(
  'SCRIPT STYLE NOSCRIPT TEMPLATE SVG MATH IFRAME OBJECT EMBED VIDEO AUDIO CANVAS BUTTON SELECT OPTION TEXTAREA INPUT HEAD'.split(
    ' ',
  ),
);
const emphasisTags = new Set(['EM', 'I', 'B', 'STRONG', 'SMALL']);

interface Run {
  text: string;
  linkLength: number;
  emphasisLength: number;
  isCode: boolean;
}

interface Walk {
  readonly blocks: Block[];
  run: Run;
  element: PageElement;
  kind: BlockKind;
}

/** Blocks of an element in reading order, none empty. Recursion is bounded by the depth limit of `parsePage`. */
export function readBlocks(root: PageElement): Block[] {
  const walk: Walk = { blocks: [], run: emptyRun(), element: root, kind: 'paragraph' };
  visitChildren(root, walk, false, false);
  flush(walk);
  return walk.blocks;
}

const emptyRun = (): Run => ({ text: '', linkLength: 0, emphasisLength: 0, isCode: false });

function visitChildren(parent: PageNode, walk: Walk, inLink: boolean, inEmphasis: boolean): void {
  for (let node = parent.firstChild; node; node = node.nextSibling) {
    if (node.nodeType === textNode) addText(walk, node.textContent ?? '', inLink, inEmphasis);
    else if (node.nodeType === elementNode) visitElement(node as PageElement, walk, inLink, inEmphasis);
  }
}

function visitElement(element: PageElement, walk: Walk, inLink: boolean, inEmphasis: boolean): void {
  const name = element.tagName.toUpperCase();
  if (silentTags.has(name)) return;
  if (name === 'BR') {
    walk.run.text += '\n';
    return;
  }
  const kind = blockTags.get(name);
  if (kind === undefined) {
    if (name === 'CODE' && walk.run.text.trim() === '') walk.run.isCode = true;
    visitChildren(element, walk, inLink || name === 'A', inEmphasis || emphasisTags.has(name));
    return;
  }
  flush(walk);
  const outer = { element: walk.element, kind: walk.kind };
  walk.element = element;
  walk.kind = kind === 'paragraph' ? inheritedKind(outer.kind, name) : kind;
  visitChildren(element, walk, inLink, inEmphasis);
  flush(walk);
  walk.element = outer.element;
  walk.kind = outer.kind;
}

/** A paragraph inside a list item, quotation or cell is still that; a list or table starts anew. */
function inheritedKind(outer: BlockKind, name: string): BlockKind {
  return ['P', 'DIV', 'SECTION'].includes(name) ? outer : outer === 'heading' ? 'paragraph' : outer;
}

function addText(walk: Walk, text: string, inLink: boolean, inEmphasis: boolean): void {
  const shown = walk.kind === 'pre' || !/[\t\n\f\r]| {2}/.test(text) ? text : text.replace(/[\t\n\f\r ]+/g, ' ');
  walk.run.text += shown;
  if (!inLink && !inEmphasis) return;
  const length = shown.trim().length;
  if (inLink) walk.run.linkLength += length;
  if (inEmphasis) walk.run.emphasisLength += length;
}

function flush(walk: Walk): void {
  const { text, linkLength, emphasisLength, isCode } = walk.run;
  if (text === '' && !isCode) return;
  walk.run = emptyRun();
  const lines = joinWrappedLines(text);
  const total = lines.reduce((sum, line) => sum + line.length, 0);
  for (const line of lines) {
    const share = line.length / total;
    walk.blocks.push({
      text: line,
      kind: walk.kind,
      linkLength: Math.min(line.length, Math.round(linkLength * share)),
      emphasisLength: Math.min(line.length, Math.round(emphasisLength * share)),
      isCode,
      element: walk.element,
    });
  }
}
