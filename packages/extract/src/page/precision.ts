// Blocks of an article → the blocks that are its story. Applies the element and line rules; knows no rule itself.
import type { Block } from './blocks.ts';
import { matchLine } from './line-rules.ts';
import type { BlockMarks, Mark, Marks } from './marks.ts';

/** A dropped block and the id of the rule that dropped it. */
export interface DroppedBlock {
  readonly block: Block;
  readonly rule: string;
}

export interface PreciseBlocks {
  readonly kept: readonly Block[];
  readonly dropped: readonly DroppedBlock[];
}

/** What holds more than this share of the article's text is the article, whatever its names say. */
const shareMax = 0.4;
/** A full paragraph is at least this long: what stands before the first or after the last one is edge. */
const paragraphLengthMin = 80;
/** An edge of more blocks than this is a part of the story without full paragraphs, such as a list. */
const edgeBlocksMax = 6;
/** The last lines, where biographies stand. */
const endBlocks = 5;

/** What is known of the story beside its blocks. */
export interface StoryHints {
  readonly title: string | null;
  readonly byline: string | null;
  readonly marks: Marks;
}

const lengthOf = (some: readonly Block[]): number => some.reduce((sum, block) => sum + block.text.length, 0);

/** Keeps the story; kept and dropped together are all blocks, in order. `held`: the marks of each block. */
export function keepStory(blocks: readonly Block[], held: BlockMarks, story: StoryHints): PreciseBlocks {
  const byElement = dropByElement(blocks, held, story.marks);
  const rest = blocks.filter((block) => !byElement.has(block));
  const first = rest.findIndex(isProse);
  const last = rest.findLastIndex(isProse);
  const hasDataTables = lengthOf(rest.filter((block) => block.kind === 'cell')) <= lengthOf(rest) * shareMax;
  const byLine = new Map<Block, string>();
  rest.forEach((block, at) => {
    const rule = matchLine({
      block,
      isLead: first !== -1 && first <= edgeBlocksMax && at < first,
      isTail: last !== -1 && rest.length - last <= edgeBlocksMax && at > last,
      hasDataTables,
      isEnd: at >= rest.length - endBlocks,
      title: story.title,
      byline: story.byline,
    });
    if (rule) byLine.set(block, rule.id);
  });
  dropRepeated(rest, byLine);
  dropIdleHeadings(rest, byLine);
  const kept: Block[] = [];
  const dropped: DroppedBlock[] = [];
  for (const block of blocks) {
    const rule = byElement.get(block) ?? byLine.get(block);
    if (rule === undefined) kept.push(block);
    else dropped.push({ block, rule });
  }
  return { kept, dropped };
}

/** True for a full paragraph: a sentence or more, not mostly links, no heading. */
export function isProse(block: Block): boolean {
  return (
    lengthInLetters(block.text) >= paragraphLengthMin &&
    block.kind !== 'heading' &&
    block.linkLength * 2 < block.text.length &&
    /[.!?…。！？]["'”’」)\]]*$/.test(block.text)
  );
}

/** Chinese and Japanese say in one character what takes three letters. */
function lengthInLetters(text: string): number {
  if (text.length >= paragraphLengthMin || !/[\u3040-\u30ff\u4e00-\u9fff]/.test(text)) return text.length;
  return text.length + 2 * (text.match(/[\u3040-\u30ff\u4e00-\u9fff]/g)?.length ?? 0);
}

/** Blocks inside a marked element, unless that element, or all elements matched by the same name, hold most of the text. */
function dropByElement(blocks: readonly Block[], held: BlockMarks, marks: Marks): Map<Block, string> {
  const lengths = new Map<number | string, number>();
  const add = (key: number | string, length: number) => lengths.set(key, (lengths.get(key) ?? 0) + length);
  const numbers = blocks.map((block, at) => (held[at] ?? []).filter((number) => isApplied(marks[number], block)));
  let total = 0;
  blocks.forEach((block, at) => {
    total += block.text.length;
    const names = new Set<string>();
    for (const number of numbers[at] ?? []) {
      add(number, block.text.length);
      names.add(marks[number]?.match.by ?? '');
    }
    for (const name of names) add(name, block.text.length);
  });
  const isSmall = (key: number | string) => (lengths.get(key) ?? 0) <= total * shareMax;
  const dropped = new Map<Block, string>();
  blocks.forEach((block, at) => {
    for (const number of numbers[at] ?? []) {
      const match = marks[number]?.match;
      if (match && isSmall(match.by === 'tag' ? number : match.by)) dropped.set(block, match.rule.id);
    }
  });
  return dropped;
}

/** Some pages set quotations and tables as figures: no captions, whatever else they are. */
function isApplied(mark: Mark | undefined, block: Block): boolean {
  return mark !== undefined && !((block.kind === 'quote' || block.kind === 'cell') && mark.tag === 'FIGURE');
}

/** Full paragraphs that stand in the page twice (for phones and for wide screens) are said once, unless most of it is such. */
function dropRepeated(blocks: readonly Block[], dropped: Map<Block, string>): void {
  const prose = blocks.filter((block) => !dropped.has(block) && isProse(block));
  const said = new Set<string>();
  const again = prose.filter((block) => said.size === said.add(block.text).size);
  if (lengthOf(again) * 2 > lengthOf(prose)) return;
  for (const block of again) dropped.set(block, 'line.repeated');
}

/** A heading whose whole section was dropped, or with nothing after it, introduces nothing. */
function dropIdleHeadings(blocks: readonly Block[], dropped: Map<Block, string>): void {
  let isFollowed = false;
  for (let at = blocks.length - 1; at >= 0; at--) {
    const block = blocks[at];
    if (!block) continue;
    if (block.kind !== 'heading') isFollowed = isFollowed || !dropped.has(block);
    else if (!dropped.has(block) && !isFollowed) dropped.set(block, 'line.idle-heading');
  }
}
