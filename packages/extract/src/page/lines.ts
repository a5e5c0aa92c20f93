// White space and line breaks of plain text: tidy lines, and hard-wrapped lines joined into paragraphs. Knows no HTML.

/** One line with ordinary single spaces: no-break and thin spaces become a space, invisible characters go. */
export function tidyLine(text: string): string {
  return text
    .replace(/\u00ad|\u200b|\u200c|\u200d|\u2060|\ufeff/g, '')
    .replace(/[\s\u00a0\u0085\u2000-\u200a\u202f\u205f\u3000]+/g, ' ')
    .replace(/ ([,.;:!?])(?=\s|$)/g, '$1')
    .trim();
}

/** Wrapped text breaks at a column: lines this long or longer, none much longer. */
const wrappedLine = { lengthMin: 45, lengthMax: 100 } as const;

/**
 * Paragraphs of a text whose lines are broken by `\n`. A blank line always parts. Within a stretch, lines are joined
 * when they look wrapped at a column (most reach it and stop in mid-sentence); otherwise each line stands alone.
 */
export function joinWrappedLines(text: string): string[] {
  const paragraphs: string[] = [];
  for (const stretch of text.split(/\n[ \t\u00a0\r]*\n/)) {
    const lines = stretch
      .split('\n')
      .map(tidyLine)
      .filter((line) => line !== '');
    if (isWrapped(lines)) paragraphs.push(lines.join(' '));
    else paragraphs.push(...lines);
  }
  return paragraphs;
}

function isWrapped(lines: readonly string[]): boolean {
  if (lines.length < 2) return false;
  const upper = lines.slice(0, -1);
  const long = upper.filter((line) => line.length >= wrappedLine.lengthMin && line.length <= wrappedLine.lengthMax);
  const running = upper.filter(
    (line, at) => !/[.!?:;]["'\u201d\u2019)]*$/.test(line) || /^[a-z]/.test(lines[at + 1] ?? ''),
  );
  return long.length * 5 >= upper.length * 4 && running.length * 3 >= upper.length * 2;
}
