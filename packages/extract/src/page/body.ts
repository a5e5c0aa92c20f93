// A document → the blocks of its story: Readability's choice, checked against what else the page offers. Knows no status.
import { Readability } from '@mozilla/readability';
import { type Block, readBlocks } from './blocks.ts';
import type { PageDocument, PageElement } from './dom.ts';
import { joinWrappedLines, tidyLine } from './lines.ts';
import { markElements } from './marks.ts';
import { type DroppedBlock, isProse, keepStory, type StoryHints } from './precision.ts';
import { dropTags, undoReferences } from './references.ts';

/** The story's lines, who found them ("readability", "json-ld", "container"), and what was dropped from them. */
export interface Body {
  readonly lines: readonly string[];
  readonly method: string;
  readonly dropped: readonly DroppedBlock[];
  /** Characters of `lines` in full paragraphs. */
  readonly proseLength: number;
  /** Share of the found text, before any dropping, that lies in links: high on index pages. 0–1. */
  readonly linkShare: number;
}

/** Another source replaces Readability's text only when it holds this many times as much prose … */
const longerBy = 1.3;
/** … or this many, when no mark of the page's calls it the article … */
const longerByUnmarked = 4;
/** … and no more of it in links than a story has: with .15, boxes of other stories come in … */
const linkShareMax = 0.1;
/**
 * … or than a guide to goods or a list of changes has, when it holds this many times the prose and nearly all of the
 * text, and no element that the page marks as its article says that the short text is all.
 */
const longerByFar = 4;
const linkShareMaxByFar = 0.35;
const storyLengthMin = 250;
/** Of the page's full paragraphs, the share that the innermost element around the story holds. */
const proseShareMin = 0.6;

/** Finds the story. The document is changed (Readability takes it apart); `lines` is empty when there is no text. */
export function readBody(
  document: PageDocument,
  metadata: Pick<StoryHints, 'title' | 'byline'>,
  linkedBody: string | null,
): Body {
  const story: StoryHints = { title: metadata.title, byline: metadata.byline, marks: markElements(document) };
  const containers = readContainers(document, story);
  const found = readByReadability(document, story);
  const linked = linkedBody === null ? null : readLinkedBody(linkedBody, story.title);
  let best = found;
  const isWhole = containers.some((other) => other.method === 'container' && saysTheSame(other, found));
  for (const other of containers) if (isBetter(other, best) || (!isWhole && isBetterByFar(other, best))) best = other;
  if (linked && isBetter(linked, best)) best = linked;
  return best;
}

const lengthOf = (body: Body) => body.lines.reduce((sum, line) => sum + line.length, 0);

/** Much more prose, few links, and the best has hardly any text or its text is in the other: the same story, whole. */
function isBetter(other: Body, best: Body): boolean {
  const longer = other.method === 'prose' ? longerByUnmarked : longerBy;
  if (other.linkShare > linkShareMax || other.proseLength < Math.max(storyLengthMin, best.proseLength * longer))
    return false;
  const length = lengthOf(best);
  return length < storyLengthMin || sharedLength(best, other) >= length * 0.5;
}

/** Many times the prose, and nearly all of the best's text in it: a fragment was taken for the story. */
function isBetterByFar(other: Body, best: Body): boolean {
  if (other.linkShare > linkShareMaxByFar) return false;
  if (other.proseLength < Math.max(storyLengthMin, best.proseLength * longerByFar)) return false;
  return sharedLength(best, other) >= lengthOf(best) * 0.9;
}

/** The same text, give or take an edge. */
function saysTheSame(one: Body, other: Body): boolean {
  const length = lengthOf(other);
  return lengthOf(one) <= length * longerBy && sharedLength(other, one) >= length * 0.9;
}

function sharedLength(one: Body, other: Body): number {
  const key = (line: string) =>
    line
      .toLowerCase()
      .replace(/[^\p{L}\p{N}]+/gu, '')
      .slice(0, 60);
  const lines = new Set(other.lines.map(key));
  return one.lines.reduce((sum, line) => sum + (lines.has(key(line)) ? line.length : 0), 0);
}

function readByReadability(document: PageDocument, story: StoryHints): Body {
  const reader = new Readability<unknown>(document as never, {
    keepClasses: true,
    disableJSONLD: true,
    serializer: (node: unknown) => node,
  });
  const content = reader.parse()?.content as PageElement | null | undefined;
  return toBody(content ? readBlocks(content) : [], story, 'readability');
}

const containerSelectors = [
  '[itemprop~="articleBody"]',
  '.entry-content, .article-body, .story-body, .article-content',
  'article',
  'main',
];

/** Elements that pages mark as their article's body; read before Readability takes the document apart. */
function readContainers(document: PageDocument, story: StoryHints): Body[] {
  const bodies: Body[] = [];
  for (const selector of containerSelectors) {
    const elements = [...document.querySelectorAll(selector)]
      .slice(0, 20)
      .filter((element, _at, all) => !all.some((outer) => outer !== element && isInside(element, outer)));
    if (elements.length === 1 || (elements.length > 1 && selector.includes('itemprop')))
      bodies.push(toBody(elements.flatMap(readBlocks), story, 'container'));
  }
  const dense = densestElement(document);
  if (dense) bodies.push(toBody(readBlocks(dense), story, 'prose'));
  return bodies;
}

/** The innermost element that holds nearly all full paragraphs of the page; null for none, or for a list of stories. */
function densestElement(document: PageDocument): PageElement | null {
  const lengths = new Map<PageElement, number>();
  let total = 0;
  for (const block of document.body ? readBlocks(document.body).filter(isProse) : []) {
    total += block.text.length;
    for (let node: PageElement | null = block.element; node; node = node.parentElement)
      lengths.set(node, (lengths.get(node) ?? 0) + block.text.length);
  }
  let best: PageElement | null = null;
  let inner: PageElement | undefined = total > 0 ? (document.body ?? undefined) : undefined;
  while (inner) {
    best = inner;
    inner = Array.from(inner.children).find((child) => (lengths.get(child) ?? 0) >= total * proseShareMin);
  }
  return best && best.querySelectorAll('article').length > 1 ? null : best;
}

function isInside(element: PageElement, outer: PageElement): boolean {
  for (let node = element.parentElement; node; node = node.parentElement) if (node === outer) return true;
  return false;
}

function readLinkedBody(text: string, title: string | null): Body {
  const plain = undoReferences(dropTags(undoReferences(text).replace(/\r/g, '')));
  const lines = joinWrappedLines(plain).filter((line) => line !== title);
  const proseLength = lines.reduce((sum, line) => sum + (line.length >= 80 ? line.length : 0), 0);
  return { lines, method: 'json-ld', dropped: [], proseLength, linkShare: 0 };
}

function toBody(blocks: readonly Block[], story: StoryHints, method: string): Body {
  const { kept, dropped } = keepStory(blocks, story);
  const sum = (read: (block: Block) => number) => blocks.reduce((total, block) => total + read(block), 0);
  const length = sum((block) => block.text.length);
  return {
    lines: kept.map((block) => tidyLine(block.text)),
    method,
    dropped,
    proseLength: kept.reduce((total, block) => total + (isProse(block) ? block.text.length : 0), 0),
    linkShare: length === 0 ? 0 : sum((block) => block.linkLength) / length,
  };
}
