// Takes the residue of HTML and feeds off an address as it was found. Knows no identity rules (normalize-url.ts).

/** Longest address read; a longer one is no story address. Characters. */
const urlCharsMax = 4_096;

/**
 * Parses an http or https address as publishers write them: white space, control characters, CDATA and `&amp;` round it,
 * `http://http://`, `http:/x`, `//x` (read as http) and back-slashes are repaired. Null for anything else.
 * With `base`, a relative reference is resolved against it.
 */
export function repairUrl(raw: string, base?: string | null): URL | null {
  let text = raw.replace(/<!\[CDATA\[|\]\]>/g, '');
  text = trimControls(text).replace(/&(?:amp|#0*38|#x0*26);/gi, '&');
  text = text.replace(/^(?:https?:\/+)+(?=https?:\/)/i, '');
  if (text === '' || text.length > urlCharsMax) return null;
  if (text.startsWith('//')) text = `${(base ? URL.parse(base)?.protocol : null) ?? 'http:'}${text}`;
  const url = base ? URL.parse(text, base) : URL.parse(text);
  if (url === null || (url.protocol !== 'http:' && url.protocol !== 'https:') || url.hostname === '') return null;
  return url;
}

function trimControls(text: string): string {
  let start = 0;
  let end = text.length;
  while (start < end && isBlank(text.charCodeAt(start))) start += 1;
  while (end > start && isBlank(text.charCodeAt(end - 1))) end -= 1;
  return text.slice(start, end);
}

function isBlank(code: number): boolean {
  return code <= 0x20 || code === 0x7f || code === 0xa0 || code === 0xfeff || (code >= 0x200b && code <= 0x200f);
}
