// Text and harmless HTML out of markup that strangers wrote. Knows no feeds. Nothing is fetched or run.
import { decodeHTML } from 'entities';
import { Parser } from 'htmlparser2';
import { escapeXml } from '../xml/prepare-xml.ts';

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
  visit(html, {
    text: (text) => parts.push(escapeXml(text)),
    open: (name, attributes, depth) => {
      if (depth <= depthMax && allowed.has(name)) parts.push(startTag(name, attributes, base));
    },
    close: (name, depth) => {
      if (depth <= depthMax && allowed.has(name) && !void_.has(name)) parts.push(`</${name}>`);
    },
  });
  return parts.join('').trim();
}

/** Plain text of HTML, white space squeezed. Text without tags or references comes back as it is. */
export function plainText(html: string): string {
  if (!/<[a-z!/?]/i.test(html)) return squeeze(html.includes('&') ? decodeHTML(html) : html);
  const parts: string[] = [];
  visit(html, {
    text: (text) => parts.push(text),
    open: (name) => {
      if (name === 'br' || name === 'p' || name === 'div') parts.push(' ');
    },
    close: () => {},
  });
  return squeeze(parts.join(''));
}

export function squeeze(text: string): string {
  return text.replace(/[\s\u00a0]+/g, ' ').trim();
}

type Attributes = Readonly<Record<string, string>>;

/** `depth`: 1 for what stands outermost. */
interface Visitor {
  text(text: string): void;
  open(name: string, attributes: Attributes, depth: number): void;
  close(name: string, depth: number): void;
}

/** Reads the markup from start to end without a tree: depth is the stranger's to choose. Comments and the like are passed over. */
function visit(html: string, visitor: Visitor): void {
  let depth = 1;
  /** Open elements since the one that is dropped, itself included. */
  let unseen = 0;
  const parser = new Parser(
    {
      onopentag(name, attributes) {
        if (unseen > 0 || dropped.has(name)) unseen += 1;
        else visitor.open(name, attributes, depth++);
      },
      onclosetag(name) {
        if (unseen > 0) unseen -= 1;
        else visitor.close(name, --depth);
      },
      ontext(text) {
        if (unseen === 0) visitor.text(text);
      },
      oncdatastart() {
        depth += 1;
      },
      oncdataend() {
        depth -= 1;
      },
    },
    { xmlMode: false, decodeEntities: true, lowerCaseTags: true, recognizeSelfClosing: true, recognizeCDATA: true },
  );
  parser.write(html);
  parser.end();
}

function startTag(name: string, attributes: Attributes, base: string | null): string {
  let tag = `<${name}`;
  for (const [attribute, value] of Object.entries(attributes)) {
    if (!allowedAttributes.has(attribute)) continue;
    const kept = addressAttributes.has(attribute) ? safeAddress(value, base) : value;
    if (kept !== null) tag += ` ${attribute}="${escapeXml(kept)}"`;
  }
  return `${tag}>`;
}

function safeAddress(value: string, base: string | null): string | null {
  const url = base === null ? URL.parse(value) : URL.parse(value, base);
  if (url === null) return /^[\w./?#&=%~+,-]*$/.test(value) ? value : null;
  return ['http:', 'https:', 'mailto:'].includes(url.protocol) ? url.href : null;
}
