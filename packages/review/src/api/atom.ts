// A list of entries as an Atom feed (RFC 4287). Knows XML; every word that goes in is escaped.

export interface AtomEntry {
  readonly id: string;
  readonly title: string;
  readonly updated: string;
  readonly summary: string;
  /** Left out unless it is an address of the web. */
  readonly link: string;
  readonly author: string;
  readonly category: string;
}

export interface AtomFeed {
  readonly id: string;
  readonly title: string;
  readonly self: string;
  readonly updated: string;
  readonly entries: readonly AtomEntry[];
}

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&apos;',
};

/** Text for an element or an attribute. What XML 1.0 cannot hold becomes U+FFFD. */
function escaped(text: string): string {
  return text
    .toWellFormed()
    .replace(/[^\t\n\r\u{20}-\u{d7ff}\u{e000}-\u{fffd}\u{10000}-\u{10ffff}]/gu, '\u{fffd}')
    .replace(/[&<>"']/g, (mark) => entities[mark] ?? mark);
}

const element = (name: string, text: string): string => `<${name}>${escaped(text)}</${name}>`;

function entryElement({ id, title, updated, summary, link, author, category }: AtomEntry): string {
  const isWeb = /^https?:\/\//i.test(link);
  return [
    '<entry>',
    element('id', id),
    element('title', title),
    element('updated', updated),
    ...(isWeb ? [`<link rel="alternate" href="${escaped(link)}"/>`] : []),
    `<author>${element('name', author)}</author>`,
    `<category term="${escaped(category)}"/>`,
    element('summary', summary),
    '</entry>',
  ].join('');
}

/** The feed as a document. */
export function atomDocument({ id, title, self, updated, entries }: AtomFeed): string {
  return [
    '<?xml version="1.0" encoding="utf-8"?>',
    '<feed xmlns="http://www.w3.org/2005/Atom">',
    element('id', id),
    element('title', title),
    `<link rel="self" href="${escaped(self)}"/>`,
    element('updated', updated),
    ...entries.map(entryElement),
    '</feed>\n',
  ].join('\n');
}
