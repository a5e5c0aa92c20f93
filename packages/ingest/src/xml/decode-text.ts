// Bytes to text: byte-order mark, HTTP header, XML declaration or meta element, then the content itself. Knows no feeds.
import { guessCharset } from './guess-charset.ts';

/** `encoding` is the lower-case label that was used, as declared where a declaration was believed. */
export interface DecodedText {
  readonly text: string;
  readonly encoding: string;
  readonly warnings: readonly string[];
}

const sniffBytesMax = 2_048;
const utf8Relatives = new Set([
  'utf-8',
  'utf8',
  'us-ascii',
  'ascii',
  'iso-8859-1',
  'latin1',
  'latin-1',
  'windows-1252',
  'cp1252',
]);

/**
 * Decodes any bytes; never throws. A declared charset that the content contradicts is corrected and said in `warnings`:
 * Latin-1 labels over valid UTF-8, UTF-8 labels over Windows-1252, labels that nobody knows.
 * Order of RFC 7303: byte-order mark, then Content-Type, then the document's own declaration.
 */
export function decodeText(bytes: Uint8Array, contentType: string | null | undefined): DecodedText {
  const marked = markedEncoding(bytes);
  if (marked !== null) return { text: decodeAs(bytes, marked) ?? '', encoding: marked, warnings: [] };
  const header = contentType ? /charset\s*=\s*["']?\s*([^\s"';,]+)/i.exec(contentType)?.[1] : undefined;
  if (header === undefined && isTextWithoutCharset(contentType) && bytes.every((byte) => byte < 0x80))
    return { text: decodeAs(bytes, 'utf-8') ?? '', encoding: 'us-ascii', warnings: [] };
  const declared = header ?? declaredEncoding(bytes);
  if (declared === undefined) return decodeUndeclared(bytes, []);
  const label = declared.toLowerCase();
  // The declaration could be read byte by byte, so a 16- or 32-bit label is wrong.
  if (/^(?:utf|ucs)[-_]?(?:16|32|4|2)/.test(label) && header === undefined)
    return decodeUndeclared(bytes, [`declared ${label} contradicts the bytes`]);
  if (utf8Relatives.has(label)) return decodeUtf8Relative(bytes, label);
  // What calls itself GB 2312 uses letters that only its supersets have; the largest reads all of them.
  const settled = /^gb(?:_?2312|k)(?:-80)?$/.test(label) ? 'gb18030' : label;
  const text = decodeAs(bytes, settled);
  if (text === null) return decodeUndeclared(bytes, [`unknown charset ${label.slice(0, 40)}`]);
  return { text, encoding: settled, warnings: [] };
}

/** A text type that leaves its charset open: US-ASCII by its own default, which pure ASCII bytes hold to. */
function isTextWithoutCharset(contentType: string | null | undefined): boolean {
  return /^\s*text\/(?:[\w.-]*\+)?xml(?:-external-parsed-entity)?\s*(?:;|$)/i.test(contentType ?? '');
}

function decodeUtf8Relative(bytes: Uint8Array, label: string): DecodedText {
  const claimsUtf8 = label.startsWith('utf');
  const strict = decodeStrictUtf8(bytes);
  if (strict !== null && (claimsUtf8 || isAscii(strict))) return { text: strict, encoding: label, warnings: [] };
  if (strict !== null)
    return { text: strict, encoding: 'utf-8', warnings: [`declared ${label}, but the bytes are utf-8`] };
  if (!claimsUtf8) return { text: decodeAs(bytes, 'windows-1252') ?? '', encoding: label, warnings: [] };
  return decodeUndeclared(bytes, [`declared ${label}, but the bytes are not`]);
}

/** UTF-8 when it holds or nearly holds (some valid sequences among broken ones), else a charset that fits, else Windows-1252. */
function decodeUndeclared(bytes: Uint8Array, warnings: readonly string[]): DecodedText {
  const strict = decodeStrictUtf8(bytes);
  if (strict !== null) return { text: strict, encoding: 'utf-8', warnings };
  const guess = guessCharset(bytes);
  if (guess !== null) {
    const { label, decoder } = guess;
    return {
      text: decodeAs(bytes, decoder) ?? '',
      encoding: label,
      warnings: [...warnings, `no charset named, taken for ${label}`],
    };
  }
  const lax = decodeAs(bytes, 'utf-8') ?? '';
  const broken = lax.split('\ufffd').length - 1;
  const sound = lax.match(/[^\p{ASCII}\ufffd]/gu)?.length ?? 0;
  const text = sound >= broken ? lax : (decodeAs(bytes, 'windows-1252') ?? lax);
  return {
    text,
    encoding: sound >= broken ? 'utf-8' : 'windows-1252',
    warnings: [...warnings, `${broken} broken utf-8 sequences`],
  };
}

/** Byte-order mark, or the shape that "<" takes in 16- and 32-bit text without one. */
function markedEncoding(bytes: Uint8Array): string | null {
  const [a, b, c, d] = [bytes[0] ?? -1, bytes[1] ?? -1, bytes[2] ?? -1, bytes[3] ?? -1];
  if (a === 0xff && b === 0xfe && c === 0 && d === 0) return 'utf-32le';
  if (a === 0 && b === 0 && c === 0xfe && d === 0xff) return 'utf-32be';
  if (a === 0xef && b === 0xbb && c === 0xbf) return 'utf-8';
  if (a === 0xfe && b === 0xff) return 'utf-16be';
  if (a === 0xff && b === 0xfe) return 'utf-16le';
  if (a === 0x3c && b === 0 && c === 0 && d === 0) return 'utf-32le';
  if (a === 0 && b === 0 && c === 0 && d === 0x3c) return 'utf-32be';
  if (a === 0 && b === 0x3c && c === 0) return 'utf-16be';
  return a === 0x3c && b === 0 && d === 0 ? 'utf-16le' : null;
}

function declaredEncoding(bytes: Uint8Array): string | undefined {
  const head = decodeAs(bytes.subarray(0, sniffBytesMax), 'windows-1252') ?? '';
  const xml = /<\?xml[^>]{0,200}?\bencoding\s*=\s*["']\s*([\w.:-]+)/i.exec(head);
  return xml?.[1] ?? /<meta[^>]{0,300}?\bcharset\s*=\s*["']?\s*([\w.:-]+)/i.exec(head)?.[1];
}

function decodeStrictUtf8(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return null; // Not UTF-8: the caller tries the next reading.
  }
}

/** Null when no decoder knows the label. Broken sequences become U+FFFD. */
function decodeAs(bytes: Uint8Array, label: string): string | null {
  if (label.startsWith('utf-32')) return decodeUtf32(bytes, label === 'utf-32le');
  try {
    return new TextDecoder(label).decode(bytes);
  } catch {
    return null;
  }
}

function decodeUtf32(bytes: Uint8Array, littleEndian: boolean): string {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const parts: string[] = [];
  for (let at = 0; at + 4 <= bytes.byteLength; at += 4) {
    const code = view.getUint32(at, littleEndian);
    const sound = code <= 0x10ffff && (code < 0xd800 || code > 0xdfff);
    if (code !== 0xfeff) parts.push(sound ? String.fromCodePoint(code) : '\ufffd');
  }
  return parts.join('');
}

function isAscii(text: string): boolean {
  return /^\p{ASCII}*$/u.test(text);
}
