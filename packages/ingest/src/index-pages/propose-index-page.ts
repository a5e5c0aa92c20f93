// Guesses the selectors of an outlet's list of stories from the page alone, for an outlet without feed and sitemap.
// A proposal: it is read once by the rules of parse-index-page.ts, and a person looks at it. Fetches nothing.
import { type CheerioAPI, load } from 'cheerio/slim';
import type { XmlElement, XmlNode } from '../xml/xml-tree.ts';
import { boundMarkup, type IndexPage } from './index-page.ts';

/** A headline has at least so many words; a list has at least so many stories. */
const headlineWordsMin = 4;
const storiesMin = 5;
const linksMax = 2_000;
const ancestorsMax = 6;
const framesMax = 40;
/** Elements of the chosen shape in which headings and dates are looked for. */
const sampledMax = 50;

interface Shape {
  readonly selector: string;
  /** Elements of this shape, each with the addresses of the headlines inside of it. */
  readonly elements: Map<XmlElement, Set<string>>;
  readonly depth: number;
}

/**
 * The shape (tag and class) of which most elements hold exactly one headline's link; the innermost of equal ones. Null when
 * fewer than five do, or when the page cannot be read.
 */
export function proposeIndexPage(html: string, url: string): IndexPage | null {
  try {
    const $ = load(boundMarkup(html));
    const shapes = readShapes($, url);
    const single = ({ elements }: Shape) => [...elements.values()].filter((links) => links.size === 1).length;
    const best = [...shapes.values()]
      .filter((shape) => single(shape) >= storiesMin && single(shape) >= 0.8 * shape.elements.size)
      .sort((a, b) => single(b) - single(a) || b.depth - a.depth)[0];
    if (best === undefined) return null;
    const elements = [...best.elements.keys()].slice(0, sampledMax);
    const share = (inside: string) =>
      elements.filter((element) => $(element).find(inside).length > 0).length / elements.length;
    const link = headingLinks.find((heading) => share(heading) > 0.8) ?? 'a[href]';
    return { url, list: best.selector, link, title: null, date: share('time') > 0.8 ? 'time' : null };
  } catch {
    return null;
  }
}

const headingLinks = ['h2 a[href]', 'h3 a[href]', 'h4 a[href]', 'h1 a[href]'];
const plainName = /^[a-z][\w-]{0,60}$/i;

function readShapes($: CheerioAPI, url: string): Map<string, Shape> {
  const shapes = new Map<string, Shape>();
  const host = new URL(url).host;
  for (const link of $('a[href]').toArray().slice(0, linksMax)) {
    const address = URL.parse(link.attribs.href ?? '', url);
    if (address?.host !== host || $(link).text().trim().split(/\s+/).length < headlineWordsMin) continue;
    if (standsAside(link)) continue;
    const seen = new Set<string>();
    let element: XmlNode | null = link.parent as XmlNode | null;
    for (let up = 0; up < ancestorsMax && element !== null && 'attribs' in element; up += 1) {
      addTo(shapes, element, address.href, ancestorsMax - up, seen);
      element = element.parent as XmlNode | null;
    }
  }
  return shapes;
}

/** Whether the link belongs to a menu or a frame of the page, as far as a few dozen ancestors tell. */
function standsAside(link: XmlNode): boolean {
  let node: XmlNode | null = link;
  for (let up = 0; up < framesMax && node !== null && 'attribs' in node; up += 1) {
    if (/^(?:nav|header|footer|aside)$/i.test(node.name)) return true;
    node = node.parent as XmlNode | null;
  }
  return false;
}

/** `seen`: shapes of this link already counted; of nested elements of one shape only the innermost is a story's. */
function addTo(
  shapes: Map<string, Shape>,
  element: XmlElement,
  address: string,
  depth: number,
  seen: Set<string>,
): void {
  const selector = selectorOf(element);
  if (selector === null || seen.has(selector)) return;
  seen.add(selector);
  const shape = shapes.get(selector) ?? { selector, elements: new Map(), depth };
  shapes.set(selector, shape);
  shape.elements.set(element, (shape.elements.get(element) ?? new Set()).add(address));
}

function selectorOf(element: XmlElement): string | null {
  const name = element.name.toLowerCase();
  const first = (element.attribs.class ?? '').trim().split(/\s+/)[0] ?? '';
  if (!plainName.test(name) || /^(?:html|body|main|h[1-6])$/.test(name)) return null;
  if (plainName.test(first)) return `${name}.${first}`;
  return name === 'article' || name === 'li' ? name : null;
}
