// Paragraphs of a text. Knows line breaks; tells the end of a paragraph from a line that was merely wrapped.

/** A line that ends so goes on in the next one, even before a capital. */
const openEnd =
  /(?:[,(–—-]|\b(?:the|a|an|of|and|or|to|in|on|at|by|for|from|with|that|which|who|as|its|their|his|her|not|shall|will|any|all))$/;
const closedEnd = /[.!?:;…]["”’')\]]*$/;

/** Character offsets `[start, end)` of each paragraph, trimmed, in order; empty lines are none. */
export function findParagraphs(text: string): readonly (readonly [number, number])[] {
  const lines = linesOf(text);
  const wrapped = looksWrapped(text, lines);
  const paragraphs: [number, number][] = [];
  let open: [number, number] | null = null;
  for (const [start, end] of lines) {
    if (
      open &&
      text.indexOf('\n', open[1]) === text.lastIndexOf('\n', start - 1) &&
      goesOn(text, open, [start, end], wrapped)
    ) {
      open[1] = end;
      continue;
    }
    open = [start, end];
    paragraphs.push(open);
  }
  return paragraphs;
}

function linesOf(text: string): [number, number][] {
  const lines: [number, number][] = [];
  for (const match of text.matchAll(/[^\n]+/g)) {
    const line = match[0];
    const lead = line.length - line.trimStart().length;
    const trimmed = line.trim();
    if (trimmed) lines.push([match.index + lead, match.index + lead + trimmed.length]);
  }
  return lines;
}

/** Whether most lines are of the length that programs wrap at: then a line that ends without a stop goes on. */
function looksWrapped(text: string, lines: readonly (readonly [number, number])[]): boolean {
  if (lines.length < 6) return false;
  let wide = 0;
  for (const [start, end] of lines)
    if (end - start >= 45 && end - start <= 90 && !closedEnd.test(text.slice(end - 3, end))) wide++;
  return wide > lines.length * 0.4;
}

function goesOn(
  text: string,
  line: readonly [number, number],
  next: readonly [number, number],
  wrapped: boolean,
): boolean {
  const lastLineStart = Math.max(line[0], text.lastIndexOf('\n', line[1] - 1) + 1);
  const before = text.slice(lastLineStart, line[1]);
  if (closedEnd.test(before.slice(-4))) return false;
  const after = text.slice(next[0], next[0] + 4);
  if (/^(?:[-*•–—]|\(?[\p{L}\p{N}]{1,3}[.)])\s/u.test(text.slice(next[0], next[0] + 6))) return false;
  if (before.length < 30) return false;
  if (/^\p{Ll}/u.test(after)) return true;
  if (!wrapped) return false;
  return openEnd.test(before) || (before.length >= 55 && /^[\p{Lu}\p{N}(“"‘]/u.test(after));
}
