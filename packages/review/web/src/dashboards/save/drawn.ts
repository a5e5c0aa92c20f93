// What of a chart is drawn, and how, as the browser computes it: for pictures that stand without our styles. Knows SVG elements.

/** Height of the title above a saved chart, in its own units. */
export const titleHeight = 32;

/** Properties that a picture needs, under the same names as attributes. */
export const drawnProperties = [
  'fill',
  'fill-opacity',
  'stroke',
  'stroke-width',
  'stroke-opacity',
  'stroke-dasharray',
  'opacity',
  'font-family',
  'font-size',
  'font-weight',
  'text-anchor',
  'visibility',
] as const;

/** Boxes that come and go with the pointer are no part of the picture. */
export function isDrawn(element: Element): boolean {
  return !element.classList.contains('tip');
}

/** The colours of the page that a chart stands on. */
export function pageColours(chart: Element): { readonly paper: string; readonly ink: string } {
  const place = chart.closest('.part') ?? document.body;
  const { backgroundColor, color } = getComputedStyle(place);
  return { paper: backgroundColor, ink: color };
}
