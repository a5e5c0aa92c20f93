// A chart as an SVG file that needs no style sheet. Knows SVG elements.
import { drawnProperties, isDrawn, pageColours, titleHeight } from './drawn.ts';

const namespace = 'http://www.w3.org/2000/svg';

export function svgOf(chart: SVGSVGElement, title: string): string {
  const copy = chart.cloneNode(true) as SVGSVGElement;
  settle(chart, copy);
  const { width, height } = chart.viewBox.baseVal;
  const { paper, ink } = pageColours(chart);
  copy.setAttribute('viewBox', `0 ${-titleHeight} ${width} ${height + titleHeight}`);
  copy.setAttribute('height', String(height + titleHeight));
  const ground = element('rect', { x: 0, y: -titleHeight, width, height: height + titleHeight, fill: paper });
  const words = element('text', {
    x: 0,
    y: 20 - titleHeight,
    fill: ink,
    'font-size': 16,
    'font-weight': 600,
    'font-family': getComputedStyle(chart).fontFamily,
  });
  words.textContent = title;
  copy.prepend(ground, words);
  return new XMLSerializer().serializeToString(copy);
}

/** Writes computed styles into the copy, and takes out what belongs to the page alone. */
function settle(from: Element, to: Element): void {
  const style = getComputedStyle(from);
  for (const name of drawnProperties) to.setAttribute(name, style.getPropertyValue(name));
  for (const name of ['class', 'href', 'tabindex', 'data-tip', 'style']) to.removeAttribute(name);
  const children = [...to.children];
  for (const [at, child] of [...from.children].entries()) {
    const copied = children[at];
    if (copied === undefined) continue;
    if (isDrawn(child)) settle(child, copied);
    else copied.remove();
  }
}

function element(name: string, attributes: Readonly<Record<string, string | number>>): SVGElement {
  const made = document.createElementNS(namespace, name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, String(value));
  return made;
}
