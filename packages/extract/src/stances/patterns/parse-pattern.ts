// Reads a pack's pattern ("~vote (<count>)? against") into a tree. Knows the pattern language; neither words nor texts.
//
//   word            that word            ~word     any inflection of it          <term>   a named term
//   not             "not" or "n't"
//   a | b           alternatives         (a b)     a group                       x?       x or nothing
//   .{0,4}          up to four words, none of them a negator or a mark that ends a clause
//   #               a number             "…" is never needed: marks such as ( and ) are written \( and \)

/** The longest gap that a pattern may have: beyond it a match says little and costs time. */
const gapMax = 12;

/** Groups inside of groups: more than this is a slip or an attack. */
const depthMax = 20;

export type PatternNode =
  | { readonly type: 'word'; readonly word: string; readonly inflected: boolean }
  | { readonly type: 'term'; readonly name: string; readonly offset: number }
  | { readonly type: 'gap'; readonly min: number; readonly max: number }
  | { readonly type: 'number' }
  | { readonly type: 'optional'; readonly item: PatternNode }
  | { readonly type: 'sequence'; readonly items: readonly PatternNode[] }
  | { readonly type: 'choice'; readonly items: readonly PatternNode[] };

/** A fault in a pattern at a character offset of its source. */
export class PatternFault extends Error {
  readonly offset: number;
  constructor(message: string, offset: number) {
    super(message);
    this.name = 'PatternFault';
    this.offset = offset;
  }
}

/** Parses a pattern. Throws `PatternFault` with the offset of what was found and what was expected. */
export function parsePattern(source: string): PatternNode {
  const cursor = { source, at: 0, depth: 0 };
  const node = parseChoice(cursor);
  if (cursor.at < source.length)
    throw new PatternFault(`found "${source[cursor.at]}", expected the end of the pattern`, cursor.at);
  return node;
}

interface Cursor {
  readonly source: string;
  at: number;
  depth: number;
}

function parseChoice(cursor: Cursor): PatternNode {
  const items = [parseSequence(cursor)];
  while (cursor.source[cursor.at] === '|') {
    cursor.at++;
    items.push(parseSequence(cursor));
  }
  return items.length === 1 && items[0] ? items[0] : { type: 'choice', items };
}

function parseSequence(cursor: Cursor): PatternNode {
  const items: PatternNode[] = [];
  for (;;) {
    while (cursor.source[cursor.at] === ' ') cursor.at++;
    const mark = cursor.source[cursor.at];
    if (mark === undefined || mark === '|' || mark === ')') break;
    const item = parseItem(cursor);
    if (cursor.source[cursor.at] === '?') {
      cursor.at++;
      items.push({ type: 'optional', item });
    } else items.push(item);
  }
  if (items.length === 0) throw new PatternFault('found nothing, expected a word, a <term> or a group', cursor.at);
  return items.length === 1 && items[0] ? items[0] : { type: 'sequence', items };
}

function parseItem(cursor: Cursor): PatternNode {
  const { source } = cursor;
  const rest = source.slice(cursor.at);
  const offset = cursor.at;
  if (rest.startsWith('(')) {
    cursor.at++;
    cursor.depth++;
    if (cursor.depth > depthMax)
      throw new PatternFault(`found more than ${depthMax} groups inside of each other, expected fewer`, offset);
    const group = parseChoice(cursor);
    cursor.depth--;
    if (source[cursor.at] !== ')')
      throw new PatternFault('found the end of the pattern, expected ")" for this group', offset);
    cursor.at++;
    return group;
  }
  if (rest.startsWith('.')) return parseGap(cursor, rest);
  if (rest.startsWith('<')) {
    const term = /^<([a-z][a-z0-9-]*)>/.exec(rest);
    if (!term) throw new PatternFault('found "<" without a term, expected <name-of-a-term>', offset);
    cursor.at += term[0].length;
    return { type: 'term', name: term[1] ?? '', offset };
  }
  if (rest.startsWith('#')) {
    cursor.at++;
    return { type: 'number' };
  }
  const word = /^(~?)((?:\\.|[^\s|()?<>#~\\])+)/.exec(rest);
  if (!word) throw new PatternFault(`found "${rest[0]}", expected a word, a <term> or a group`, offset);
  cursor.at += word[0].length;
  const plain: PatternNode = { type: 'word', word: (word[2] ?? '').replaceAll('\\', ''), inflected: word[1] === '~' };
  // "should not" and "shouldn't" say the same.
  return plain.word === 'not' ? { type: 'choice', items: [plain, { ...plain, word: "n't" }] } : plain;
}

function parseGap(cursor: Cursor, rest: string): PatternNode {
  const gap = /^\.\{(\d+),(\d+)\}/.exec(rest);
  if (!gap)
    throw new PatternFault('found an unbounded or incomplete gap, expected .{least,most} such as .{0,4}', cursor.at);
  const min = Number(gap[1]);
  const max = Number(gap[2]);
  if (min > max)
    throw new PatternFault(`found a gap from ${min} to ${max}, expected the smaller number first`, cursor.at);
  if (max > gapMax) throw new PatternFault(`found a gap of ${max} words, expected at most ${gapMax}`, cursor.at);
  cursor.at += gap[0].length;
  return { type: 'gap', min, max };
}
