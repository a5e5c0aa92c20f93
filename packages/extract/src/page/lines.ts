// White space and line breaks of plain text: tidy lines, and hard-wrapped lines joined into paragraphs. Knows no HTML.

/** One line with ordinary single spaces: no-break and thin spaces become a space, invisible characters go. */
export function tidyLine(text: string): string {
  if (isTidy(text)) return text;
  return text
    .replace(/\u00ad|\u200b|\u200c|\u200d|\u2060|\ufeff/g, '')
    .replace(/[\s\u00a0\u0085\u2000-\u200a\u202f\u205f\u3000]+/g, ' ')
    .replace(/ ([,.;:!?])(?=\s|$)/g, '$1')
    .trim();
}

/** Whether nothing has to be done: most lines are read several times, and are tidy from the second time on. */
function isTidy(text: string): boolean {
  let isAfterSpace = true;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === 0x20) {
      if (isAfterSpace) return false;
      isAfterSpace = true;
      continue;
    }
    const isPlain =
      (code > 0x20 && code < 0x7f) ||
      (code > 0xa0 && code < 0x1000 && code !== 0xad) ||
      (code > 0x200d && code < 0x2028);
    if (!isPlain || (isAfterSpace && isStop(code) && at > 0)) return false;
    isAfterSpace = false;
  }
  return !isAfterSpace || text === '';
}

/** , . ; : ! ? */
function isStop(code: number): boolean {
  return code === 0x2c || code === 0x2e || code === 0x3b || code === 0x3a || code === 0x21 || code === 0x3f;
}

/** Wrapped text breaks at a column: lines this long or longer, none much longer. */
const wrappedLine = { lengthMin: 45, lengthMax: 100 } as const;

/**
 * Paragraphs of a text whose lines are broken by `\n`. A blank line always parts. Within a stretch, lines are joined
 * when they look wrapped at a column (most reach it and stop in mid-sentence); otherwise each line stands alone.
 */
export function joinWrappedLines(text: string): string[] {
  if (!text.includes('\n')) {
    const line = tidyLine(text);
    return line === '' ? [] : [line];
  }
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
