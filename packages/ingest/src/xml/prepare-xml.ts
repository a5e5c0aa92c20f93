// Makes XML out of what publishers send: takes off junk, doctype and forbidden characters, mends entities, refuses bombs.
// Knows no feed format. Reads no DTD and opens no external entity, ever.
import { decodeHTMLStrict } from 'entities';

export type XmlRefusal = 'empty' | 'html' | 'not-xml' | 'too-deep' | 'entity-bomb';
export type PreparedXml =
  | { readonly ok: true; readonly text: string; readonly root: string; readonly warnings: readonly string[] }
  | { readonly ok: false; readonly reason: XmlRefusal; readonly detail: string };

/** Nesting beyond this is an attack, not a document. */
const depthMax = 256;
/** Characters that all entities declared in one document may add to it. */
const entityCharsMax = 20_000;
/** Junk before a document is looked through this far, in characters. */
const junkCharsMax = 20_000;
/** The doctype must end within this many characters. */
const doctypeCharsMax = 200_000;

/** What XML 1.0 forbids, and byte-order marks inside the text. */
const forbiddenChars = /[^\P{Cc}\t\n\r\u0080-\u009f]|[\ufeff\ufffe\uffff]/gu;
const htmlStart = /^<(?:!doctype\s+html|html|head|body|script|div|table|center|h1)\b/i;

/** Ready for a tolerant XML parser, or refused by name. `root` is the root element's name as written. Linear in the text. */
export function prepareXml(raw: string): PreparedXml {
  const warnings: string[] = [];
  const clean = raw.replace(forbiddenChars, '');
  const forbidden = raw.length - clean.length - (raw.startsWith('\ufeff') ? 1 : 0);
  if (forbidden > 0) warnings.push(`${forbidden} forbidden characters removed`);
  const trimmed = clean.trim();
  if (trimmed === '')
    return { ok: false, reason: 'empty', detail: 'the document is empty, expected a feed or sitemap' };
  const start = findStart(trimmed);
  if (start < 0)
    return { ok: false, reason: 'not-xml', detail: `expected XML, found ${JSON.stringify(trimmed.slice(0, 60))}` };
  if (start > 0) warnings.push(`${start} characters before the XML skipped`);
  const doctype = takeDoctype(trimmed.slice(start));
  if (doctype === null)
    return {
      ok: false,
      reason: 'entity-bomb',
      detail: 'the document type declaration does not end, expected a feed or sitemap',
    };
  const root = /^<([A-Za-z_][\w.:-]*)/.exec(skipProlog(doctype.rest))?.[1];
  if (root === undefined)
    return { ok: false, reason: 'not-xml', detail: 'no root element found, expected a feed or sitemap' };
  if (htmlStart.test(`<${root}`))
    return { ok: false, reason: 'html', detail: `expected a feed or sitemap, found an HTML page (<${root}>)` };
  const mended = mendEntities(doctype.rest, doctype.entities);
  if (mended === null)
    return {
      ok: false,
      reason: 'entity-bomb',
      detail: `declared entities add more than ${entityCharsMax} characters, expected fewer`,
    };
  if (mended.count > 0) warnings.push(`${mended.count} stray & or < escaped`);
  if (isTooDeep(mended.text))
    return { ok: false, reason: 'too-deep', detail: `elements nested deeper than ${depthMax}, expected fewer levels` };
  return { ok: true, text: mended.text, root, warnings };
}

const documentStart = /<\?xml\s|<(?:[\w.-]+:)?(?:rss|feed|rdf|channel|urlset|sitemapindex)[\s>]/i;

/** Where the document begins; a server's warnings in HTML before it ("<b>Warning</b>: …") are junk, a whole page is not. */
function findStart(text: string): number {
  const first = text.search(/<[!?A-Za-z_]/);
  if (first < 0 || /[!?]/.test(text.charAt(first + 1))) return first;
  const start = text.slice(0, junkCharsMax).search(documentStart);
  return start < 0 || /<(?:html|head|body)\b/i.test(text.slice(first, start)) ? first : start;
}

function skipProlog(text: string): string {
  let at = 0;
  for (;;) {
    at += /^\s*/.exec(text.slice(at, at + 10_000))?.[0].length ?? 0;
    const close = text.startsWith('<?', at) ? '?>' : text.startsWith('<!--', at) ? '-->' : null;
    if (close === null) return text.slice(at, at + 200);
    const end = text.indexOf(close, at);
    if (end < 0) return '';
    at = end + close.length;
  }
}

/** Cuts the doctype out and keeps its plain internal entities. Null when it never ends. */
function takeDoctype(text: string): { rest: string; entities: ReadonlyMap<string, string> } | null {
  const entities = new Map<string, string>();
  const head = text.slice(0, doctypeCharsMax);
  const start = doctypeStart(head);
  if (start < 0) return { rest: text, entities };
  const open = head.indexOf('[', start);
  const close = head.indexOf('>', start);
  let end = close;
  if (open >= 0 && (close < 0 || open < close)) {
    const subset = head.indexOf(']', open);
    end = subset < 0 ? -1 : head.indexOf('>', subset);
    const body = head.slice(open + 1, subset < 0 ? open + 1 : subset);
    for (const match of body.matchAll(/<!ENTITY\s+([A-Za-z_][\w.-]*)\s+(?:"([^"]*)"|'([^']*)')\s*>/g)) {
      entities.set(match[1] ?? '', match[2] ?? match[3] ?? '');
    }
  }
  return end < 0 ? null : { rest: text.slice(0, start) + text.slice(end + 1), entities };
}

/** Where the doctype stands in the prolog; one inside a comment or the body is no doctype. */
function doctypeStart(head: string): number {
  let at = 0;
  for (;;) {
    while (/\s/.test(head.charAt(at))) at += 1;
    if (head.slice(at, at + 9).toUpperCase() === '<!DOCTYPE') return at;
    const close = head.startsWith('<?', at) ? '?>' : head.startsWith('<!--', at) ? '-->' : null;
    const end = close === null ? -1 : head.indexOf(close, at);
    if (close === null || end < 0) return -1;
    at = end + close.length;
  }
}

const opaqueOrBroken =
  /<!\[CDATA\[[\s\S]*?(?:\]\]>|$)|<!--[\s\S]*?(?:-->|$)|<\?[\s\S]*?(?:\?>|$)|&(?:#\d{1,7};|#[xX][0-9a-fA-F]{1,6};|[A-Za-z][\w.-]{0,31};)?|<(?![A-Za-z_:/!?])/g;

/** References that stay as they are written. */
const asWritten = new Set(['&amp;', '&lt;', '&gt;', '&quot;']);

/** Every reference becomes characters or one of the five XML entities. A declared entity may not lead to another one's text. */
function mendEntities(text: string, entities: ReadonlyMap<string, string>): { text: string; count: number } | null {
  let added = 0;
  let count = 0;
  const mended = text.replace(opaqueOrBroken, (found) => {
    if (found.startsWith('<') && found.length > 1) return found;
    if (found === '<' || found === '&') {
      count += 1;
      return found === '<' ? '&lt;' : '&amp;';
    }
    if (entities.size === 0 && asWritten.has(found)) return found;
    const declared = entities.get(found.slice(1, -1));
    if (declared !== undefined) {
      added += declared.length;
      return added > entityCharsMax ? '' : escapeXml(decodeHTMLStrict(declared));
    }
    const decoded = decodeHTMLStrict(found);
    return decoded === found ? `&amp;${found.slice(1)}` : escapeXml(decoded.replace(forbiddenChars, ''));
  });
  return added > entityCharsMax ? null : { text: mended, count };
}

/** The five characters that XML text and attributes cannot hold plainly. */
export function escapeXml(text: string): string {
  return special.test(text) ? text.replace(specials, (character) => escapes[character] ?? character) : text;
}

const special = /[&<>"']/;
const specials = /[&<>"']/g;
const escapes: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

const tagOrOpaque = /<!\[CDATA\[[\s\S]*?(?:\]\]>|$)|<!--[\s\S]*?(?:-->|$)|<(\/?)([A-Za-z_:][^\s/<>]{0,200})[^<>]*/g;

/** Counts open elements; an end tag closes what stands above its start, so unclosed HTML in a description adds up only inside it. */
function isTooDeep(text: string): boolean {
  if (!hasMoreTags(text, depthMax)) return false;
  const open: string[] = [];
  for (const match of text.matchAll(tagOrOpaque)) {
    const name = match[2];
    if (name === undefined) continue;
    if (match[1] === '/') {
      const at = open.lastIndexOf(name);
      if (at >= 0) open.length = at;
    } else if (!match[0].endsWith('/')) {
      open.push(name);
      if (open.length > depthMax) return true;
    }
  }
  return false;
}

/** Whether there are more "<" than `count`: few tags are never deep. */
function hasMoreTags(text: string, count: number): boolean {
  let seen = 0;
  for (let at = text.indexOf('<'); at >= 0 && seen <= count; at = text.indexOf('<', at + 1)) seen += 1;
  return seen > count;
}
