// Reads an outlet's own list of stories by an operator's selectors: bytes in, addresses out. Fetches nothing, follows no link.
import { type CheerioAPI, load } from 'cheerio/slim';
import { readDate } from '../feeds/read-date.ts';
import { repairUrl } from '../urls/repair-url.ts';
import { decodeText } from '../xml/decode-text.ts';
import { boundMarkup, type IndexPage } from './index-page.ts';

export interface IndexEntry {
  readonly url: string;
  readonly title: string | null;
  /** As precise as the page gives it (feeds/read-date.ts); null when it gives none. */
  readonly published: string | null;
}

export type ParsedIndexPage =
  | { readonly ok: true; readonly entries: readonly IndexEntry[]; readonly warnings: readonly string[] }
  | { readonly ok: false; readonly detail: string; readonly warnings: readonly string[] };

/** Stories that one page may list. */
export const indexEntriesMax = 200;
const titleCharsMax = 500;

/**
 * Never throws. A list that finds nothing, or whose elements have no usable link, is a refusal that names the selector:
 * the page has changed, or the selector is wrong. `url` is the address after redirects. Links to other hosts and to the page itself are left out
 * and counted; each address counts once.
 */
export function parseIndexPage(
  bytes: Uint8Array,
  url: string,
  contentType: string | null,
  page: Omit<IndexPage, 'url'>,
): ParsedIndexPage {
  try {
    const $ = load(boundMarkup(decodeText(bytes, contentType).text));
    return collect($, url, page);
  } catch (error) {
    // Markup nested too deep for the stack; nothing else throws.
    const detail = `the page could not be read: ${error instanceof Error ? error.message.slice(0, 200) : 'unknown'}`;
    return { ok: false, detail, warnings: [] };
  }
}

function collect($: CheerioAPI, url: string, page: Omit<IndexPage, 'url'>): ParsedIndexPage {
  const items = $(page.list).toArray();
  if (items.length === 0)
    return refuse('list', page.list, 'found nothing on the page, expected an element for each story');
  const base = URL.parse($('base[href]').first().attr('href')?.trim() ?? '', url)?.href ?? url;
  const entries = new Map<string, IndexEntry>();
  let [linkless, foreign, dateless] = [0, 0, 0];
  for (const item of items.slice(0, indexEntriesMax)) {
    const inside = $(item).find(page.link).first();
    const link = inside.length > 0 ? inside : $(item).filter('a[href]');
    const address = repairUrl(link.attr('href') ?? '', base);
    if (address === null || isSamePage(address, url)) linkless += 1;
    else if (bareHost(address) !== bareHost(new URL(url))) foreign += 1;
    else if (!entries.has(address.href)) {
      const heading = page.title === null ? link : $(item).find(page.title).first();
      const published = page.date === null ? null : readDateOf($, item, page.date);
      if (page.date !== null && published === null) dateless += 1;
      entries.set(address.href, { url: address.href, title: tidy(heading.text()), published });
    }
  }
  if (entries.size === 0 && foreign === 0)
    return refuse('link', page.link, `found no address in ${items.length} elements, expected a link to each story`);
  const warnings = [
    ...(items.length > indexEntriesMax ? [`${items.length} stories, the first ${indexEntriesMax} were read`] : []),
    ...(linkless > 0 ? [`${linkless} of ${items.length} elements without a link to a story left out`] : []),
    ...(foreign > 0 ? [`${foreign} links to other hosts left out`] : []),
    ...(entries.size > 0 && dateless === entries.size
      ? [`date ${JSON.stringify(page.date)}: no date could be read`]
      : []),
  ];
  return { ok: true, entries: [...entries.values()], warnings };
}

function refuse(name: string, selector: string, words: string): ParsedIndexPage {
  return { ok: false, detail: `${name} ${JSON.stringify(selector)}: ${words}`, warnings: [] };
}

function readDateOf($: CheerioAPI, item: Parameters<CheerioAPI>[0], selector: string): string | null {
  const found = $(item).find(selector).first();
  const stated = found.attr('datetime') ?? found.find('[datetime]').first().attr('datetime');
  return readDate(stated ?? found.text()) ?? (stated === undefined ? null : readDate(found.text()));
}

function tidy(text: string): string | null {
  const line = text.slice(0, titleCharsMax).replace(/\s+/g, ' ').trim();
  return line === '' ? null : line;
}

function isSamePage(address: URL, url: string): boolean {
  const page = new URL(url);
  return bareHost(address) === bareHost(page) && address.pathname === page.pathname && address.search === page.search;
}

function bareHost({ host }: URL): string {
  return host.replace(/^www\./, '');
}
