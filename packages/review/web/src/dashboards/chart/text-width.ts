// How wide words stand in a chart, as the browser would set them. Knows the charts' font alone.

const font = '13px system-ui, -apple-system, "Segoe UI", Roboto, "Helvetica Neue", "Noto Sans", sans-serif';
/** Of a letter, where the browser cannot say. */
const letterWidth = 7.4;

const context = document.createElement('canvas').getContext('2d');
if (context !== null) context.font = font;

/** In CSS pixels. */
export function textWidth(words: string): number {
  return Math.ceil(context?.measureText(words).width ?? words.length * letterWidth);
}

/** The words, cut at a letter with an ellipsis where they are wider than that. */
export function fitText(words: string, width: number): string {
  if (textWidth(words) <= width) return words;
  let letters = [...words];
  while (letters.length > 1 && textWidth(`${letters.join('')}…`) > width) letters = letters.slice(0, -1);
  return `${letters.join('')}…`;
}

/** The room that names at the left of a chart take: that of the longest, up to a share of the chart. */
export function namesWidth(names: readonly string[], width: number): number {
  return Math.min(width * 0.36, Math.max(0, ...names.map(textWidth)) + 14);
}
