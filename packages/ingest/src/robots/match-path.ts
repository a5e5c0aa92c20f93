// Does a robots.txt path pattern cover an address? Knows no groups and no agents.

/**
 * The part of an address that patterns are held against: path and query, no fragment, "/" at least.
 * An address without scheme or host counts from its first slash. Expects an escaped address (`URL.href`).
 */
export function robotsPath(url: string): string {
  const hash = url.indexOf('#');
  const bare = hash < 0 ? url : url.slice(0, hash);
  const scheme = bare.indexOf('://');
  const from = scheme >= 0 ? scheme + 3 : bare.startsWith('//') ? 2 : 0;
  const start = bare.slice(from).search(/[/?;]/);
  if (start < 0) return '/';
  const path = bare.slice(from + start);
  return upperEscapes(path.startsWith('/') ? path : `/${path}`);
}

/** A pattern in the form of an escaped address: non-ASCII characters as UTF-8 escapes, all escapes in upper case. */
export function escapePattern(text: string): string {
  return upperEscapes(text).replace(/\P{ASCII}+/gu, (run) => encodeURIComponent(run.toWellFormed()));
}

function upperEscapes(text: string): string {
  return text.replace(/%[0-9a-f]{2}/gi, (written) => written.toUpperCase());
}

/** RFC 9309, 2.2.3: `*` is any run, a final `$` the end, everything else literal from the start. Linear for each star. */
export function matchesPath(path: string, pattern: string): boolean {
  const anchored = pattern.endsWith('$');
  const pieces = (anchored ? pattern.slice(0, -1) : pattern).split('*');
  const first = pieces[0] ?? '';
  if (!path.startsWith(first)) return false;
  let at = first.length;
  if (pieces.length === 1) return !anchored || at === path.length;
  const last = pieces[pieces.length - 1] ?? '';
  for (const piece of pieces.slice(1, -1)) {
    const found = path.indexOf(piece, at);
    if (found < 0) return false;
    at = found + piece.length;
  }
  if (!anchored) return path.indexOf(last, at) >= 0;
  return path.length - last.length >= at && path.endsWith(last);
}
