// Bytes of a page → text, by the charset it declares or shows. Knows no HTML beyond the place of the declaration.

/** Labels under which any bytes decode: text that is valid UTF-8 throughout refutes them. */
const singleByteLabel = /^(?:windows-125\d|iso-?8859-\d{1,2}|latin-?1|us-ascii|ascii|macintosh)$/;

/** The text of a page and who named its charset: "bom", "header", "meta" or "content" (guessed from the bytes). */
export interface DecodedPage {
  readonly html: string;
  readonly charset: string;
  readonly method: 'bom' | 'header' | 'meta' | 'content';
}

/** How far into the bytes a declaration is looked for; browsers read 1,024, real pages put it later. */
const declarationBytesMax = 4096;

/**
 * Decodes a page. Order as in the HTML standard (byte order mark, Content-Type header, meta declaration), then the
 * bytes themselves: valid UTF-8 is UTF-8, anything else windows-1252. A declared UTF-8 that is not valid UTF-8 in more
 * than a few places is taken for windows-1252 too. Never throws: an unknown label falls through to the next witness.
 */
export function decodePage(bytes: Uint8Array, contentType: string | null): DecodedPage {
  const marked = byteOrderMark(bytes);
  if (marked) return { html: decodeWith(bytes, marked) ?? '', charset: marked, method: 'bom' };
  const declared: { label: string | null; method: 'header' | 'meta' }[] = [
    { label: charsetLabel(contentType), method: 'header' },
    { label: metaCharset(bytes), method: 'meta' },
  ];
  const strict = decodeWith(bytes, 'utf-8', true);
  for (const { label, method } of declared) {
    if (label === null || (strict !== null && singleByteLabel.test(label))) continue;
    const html = strict !== null && /^utf-?8$/.test(label) ? strict : decodeWith(bytes, label);
    if (html !== null && !isGarbled(html, label)) return { html, charset: label, method };
  }
  if (strict !== null) return { html: strict, charset: 'utf-8', method: 'content' };
  const loose = decodeWith(bytes, 'utf-8') ?? '';
  if (!isGarbled(loose, 'utf-8')) return { html: loose, charset: 'utf-8', method: 'content' };
  return { html: decodeWith(bytes, 'windows-1252') ?? loose, charset: 'windows-1252', method: 'content' };
}

function byteOrderMark(bytes: Uint8Array): string | null {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return 'utf-8';
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  return null;
}

function charsetLabel(text: string | null): string | null {
  const found = /charset\s{0,8}=\s{0,8}["']?([\w:.-]{1,40})/i.exec(text ?? '');
  return found?.[1]?.toLowerCase() ?? null;
}

function metaCharset(bytes: Uint8Array): string | null {
  const head = decodeWith(bytes.subarray(0, declarationBytesMax), 'windows-1252') ?? '';
  const meta = /<meta\b[^>]{0,400}?charset\s{0,8}=\s{0,8}["']?([\w:.-]{1,40})/i.exec(head);
  const label =
    (meta?.[1] ?? /^\s*<\?xml[^>]{0,200}encoding=["']([\w.-]{1,40})/i.exec(head)?.[1])?.toLowerCase() ?? null;
  // A declaration readable as single bytes cannot be UTF-16: the standard reads such a label as UTF-8.
  return label?.startsWith('utf-16') ? 'utf-8' : label;
}

function decodeWith(bytes: Uint8Array, label: string, fatal = false): string | null {
  try {
    return new TextDecoder(label, { fatal }).decode(bytes);
  } catch {
    return null;
  }
}

/** True when a page said to be UTF-8 holds so many undecodable bytes that the label must be wrong. */
function isGarbled(html: string, label: string): boolean {
  if (!/^utf-?8$/i.test(label)) return false;
  let undecodable = 0;
  for (let at = html.indexOf('\ufffd'); at !== -1; at = html.indexOf('\ufffd', at + 1)) undecodable++;
  // Good multi-byte letters outnumber stray broken ones in a page that is UTF-8 after all.
  if (undecodable === 0) return false;
  let multiByte = 0;
  for (let at = 0; at < html.length; at++) if (html.charCodeAt(at) > 0x7f) multiByte++;
  return undecodable * 2 > multiByte;
}
