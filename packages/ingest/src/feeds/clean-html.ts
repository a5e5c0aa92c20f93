// Text and harmless HTML out of markup that strangers wrote. Knows no feeds. Nothing is fetched or run.
import { load } from 'cheerio/slim';
import { decodeHTML } from 'entities';
import { escapeXml } from '../xml/prepare-xml.ts';
import { isElement, type XmlElement, type XmlNode } from '../xml/xml-tree.ts';

const allowed = new Set(
  `a abbr b blockquote br caption cite code dd del dfn div dl dt em figcaption figure h1 h2 h3 h4 h5 h6 hr i img ins kbd li
   ol p pre q s samp small span strong sub sup table tbody td tfoot th thead time tr u ul var`.split(/\s+/),
);
const void_ = new Set(['br', 'hr', 'img']);
/** Dropped with everything inside. */
const dropped = new Set(
  'script style noembed noframes noscript template xmp plaintext svg math head title textarea select frameset'.split(
    ' ',
  ),
);
const allowedAttributes = new Set(['href', 'src', 'alt', 'title', 'cite', 'datetime', 'lang']);
const addressAttributes = new Set(['href', 'src', 'cite']);
/** Markup nested deeper than this loses its tags and keeps its text. */
const depthMax = 100;

/** HTML with an allow-list of elements and attributes; addresses are made absolute, and only http(s) and mailto ones stay. */
export function cleanHtml(html: string, base: string | null): string {
  if (!html.includes('<') && !html.includes('&')) return html;
  const parts: string[] = [];
  walk(parseNodes(html), {
    text: (text) => parts.push(escapeXml(text)),
    open: (element, depth) => {
      if (depth <= depthMax && allowed.has(element.name)) parts.push(startTag(element, base));
    },
    close: (element, depth) => {
      if (depth <= depthMax && allowed.has(element.name) && !void_.has(element.name)) parts.push(`</${element.name}>`);
    },
  });
  return parts.join('').trim();
}

/** Plain text of HTML, white space squeezed. Text without tags or references comes back as it is. */
export function plainText(html: string): string {
  if (!/<[a-z!/?]/i.test(html)) return squeeze(html.includes('&') ? decodeHTML(html) : html);
  const parts: string[] = [];
  walk(parseNodes(html), {
    text: (text) => parts.push(text),
    open: (element) => {
      if (element.name === 'br' || element.name === 'p' || element.name === 'div') parts.push(' ');
    },
    close: () => {},
  });
  return squeeze(parts.join(''));
}

export function squeeze(text: string): string {
  return text.replace(/[\s\u00a0]+/g, ' ').trim();
}

function parseNodes(html: string): readonly XmlNode[] {
  const $ = load(html, {
    xml: {
      xmlMode: false,
      decodeEntities: true,
      lowerCaseTags: true,
      recognizeSelfClosing: true,
      recognizeCDATA: true,
    },
  });
  return $.root()[0]?.children ?? [];
}

interface Visitor {
  text(text: string): void;
  open(element: XmlElement, depth: number): void;
  close(element: XmlElement, depth: number): void;
}

/** Depth first without recursion: depth is the stranger's to choose. */
function walk(nodes: readonly XmlNode[], visitor: Visitor): void {
  const stack: { nodes: readonly XmlNode[]; at: number; owner: XmlElement | null }[] = [{ nodes, at: 0, owner: null }];
  for (let top = stack.at(-1); top !== undefined; top = stack.at(-1)) {
    const node = top.nodes[top.at];
    if (node === undefined) {
      stack.pop();
      if (top.owner !== null) visitor.close(top.owner, stack.length);
      continue;
    }
    top.at += 1;
    if (node.type === 'text') visitor.text(node.data);
    else if (isElement(node) && !dropped.has(node.name)) {
      visitor.open(node, stack.length);
      stack.push({ nodes: node.children, at: 0, owner: node });
    } else if (node.type === 'cdata') stack.push({ nodes: node.children, at: 0, owner: null });
  }
}

function startTag(element: XmlElement, base: string | null): string {
  let tag = `<${element.name}`;
  for (const [name, value] of Object.entries(element.attribs)) {
    if (!allowedAttributes.has(name)) continue;
    const kept = addressAttributes.has(name) ? safeAddress(value, base) : value;
    if (kept !== null) tag += ` ${name}="${escapeXml(kept)}"`;
  }
  return `${tag}>`;
}

function safeAddress(value: string, base: string | null): string | null {
  const url = base === null ? URL.parse(value) : URL.parse(value, base);
  if (url === null) return /^[\w./?#&=%~+,-]*$/.test(value) ? value : null;
  return ['http:', 'https:', 'mailto:'].includes(url.protocol) ? url.href : null;
}
