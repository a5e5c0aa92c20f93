// A document → the blocks of its story: Readability's choice, checked against what else the page offers. Knows no status.
import { Readability } from '@mozilla/readability';
import { type Block, readBlocks } from './blocks.ts';
import type { PageDocument, PageElement } from './dom.ts';
import { joinWrappedLines, tidyLine } from './lines.ts';
import { type BlockMarks, markElements, marksOfBlocks } from './marks.ts';
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
  const containers = readContainers(document);
  const found = readByReadability(document, story);
  const linked = linkedBody === null ? null : readLinkedBody(linkedBody, story.title);
  const bodies = new Map<Container, Body>();
  const bodyOf = (container: Container): Body => {
    const body = bodies.get(container) ?? toBody(container.blocks, container.marks, story, container.method);
    bodies.set(container, body);
    return body;
  };
  const isWhole = () => containers.some((other) => other.method === 'container' && saysTheSame(bodyOf(other), found));
  let best = found;
  for (const container of containers) {
    if (!mayBeBetter(container, best)) continue;
    const other = bodyOf(container);
    if (isBetter(other, best) || (isBetterByFar(other, best) && !isWhole())) best = other;
  }
  if (linked && isBetter(linked, best)) best = linked;
  return best;
}

/** These elements as the story, line by line: whoever names them has said what belongs to it, so nothing is dropped. */
export function bodyOfElements(elements: readonly PageElement[], method: string): Body {
  const blocks = elements.flatMap(readBlocks);
  const lines = blocks.map((block) => tidyLine(block.text));
  return { lines, method, dropped: [], proseLength: proseLengthOf(blocks), linkShare: linkShareOf(blocks) };
}

const lengthOf = (body: Body) => body.lines.reduce((sum, line) => sum + line.length, 0);

/** Whether it could be better if nothing of it were dropped: judging its lines costs more than finding them. */
function mayBeBetter({ blocks, method }: Container, best: Body): boolean {
  const linkShare = linkShareOf(blocks);
  if (linkShare > linkShareMaxByFar) return false;
  const longer = linkShare > linkShareMax || method === 'prose' ? longerByUnmarked : longerBy;
  return proseLengthOf(blocks) >= Math.max(storyLengthMin, best.proseLength * Math.min(longer, longerByFar));
}

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
  const blocks = content ? readBlocks(content) : [];
  return toBody(blocks, marksOfBlocks(blocks), story, 'readability');
}

const containerSelectors = [
  '[itemprop~="articleBody"]',
  '.entry-content, .article-body, .story-body, .article-content',
  'article',
  'main',
];

/** A place where the story may be, as it was before Readability took the document apart. */
interface Container {
  readonly method: 'container' | 'prose';
  readonly blocks: readonly Block[];
  readonly marks: BlockMarks;
}

function toContainer(blocks: readonly Block[], method: Container['method']): Container {
  return { method, blocks, marks: marksOfBlocks(blocks) };
}

/** Elements that pages mark as their article's body, and the one that holds most of their full paragraphs. */
function readContainers(document: PageDocument): Container[] {
  const found: Container[] = [];
  for (const selector of containerSelectors) {
    const elements = [...document.querySelectorAll(selector)]
      .slice(0, 20)
      .filter((element, _at, all) => !all.some((outer) => outer !== element && isInside(element, outer)));
    if (elements.length === 1 || (elements.length > 1 && selector.includes('itemprop')))
      found.push(toContainer(elements.flatMap(readBlocks), 'container'));
  }
  const dense = densestElement(document);
  if (dense) found.push(toContainer(readBlocks(dense), 'prose'));
  return found;
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

function toBody(blocks: readonly Block[], marks: BlockMarks, story: StoryHints, method: string): Body {
  const { kept, dropped } = keepStory(blocks, marks, story);
  return {
    lines: kept.map((block) => tidyLine(block.text)),
    method,
    dropped,
    proseLength: proseLengthOf(kept),
    linkShare: linkShareOf(blocks),
  };
}

function proseLengthOf(blocks: readonly Block[]): number {
  return blocks.reduce((total, block) => total + (isProse(block) ? block.text.length : 0), 0);
}

function linkShareOf(blocks: readonly Block[]): number {
  const length = blocks.reduce((total, block) => total + block.text.length, 0);
  return length === 0 ? 0 : blocks.reduce((total, block) => total + block.linkLength, 0) / length;
}
