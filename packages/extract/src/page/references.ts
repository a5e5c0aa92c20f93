// HTML references and stray tags in plain strings (JSON-LD holds both). Knows no DOM.

const knownNames: Readonly<Record<string, string>> = {
  amp: '&',
  quot: '"',
  lt: '<',
  gt: '>',
  nbsp: ' ',
  apos: "'",
  lsquo: '‘',
  rsquo: '’',
  ldquo: '“',
  rdquo: '”',
  ndash: '–',
  mdash: '—',
  hellip: '…',
};

/** "Lowe &amp; Marsh &#8217;win&#8217;" → "Lowe & Marsh ’win’". Undone once only; unknown names stay as they are. */
export function undoReferences(text: string): string {
  return text
    .replace(/&#(x?)([0-9a-f]{2,6});/gi, (whole, hex: string, digits: string) => {
      const code = Number.parseInt(digits, hex ? 16 : 10);
      return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : whole;
    })
    .replace(/&([a-z]{2,6});/g, (whole, name: string) => knownNames[name] ?? whole);
}

/** The text without tags; paragraph ends and line breaks become line breaks. */
export function dropTags(text: string): string {
  return text.replace(/<(?:br|\/p|\/div|\/h\d|\/li)\b[^<>]{0,300}>/gi, '\n\n').replace(/<\/?[a-z][^<>]{0,1000}>/gi, '');
}
