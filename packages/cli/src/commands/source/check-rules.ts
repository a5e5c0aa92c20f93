// What an outlet's rules find on its newest stories, for `source check`. Knows rules and pages; no list of sources.
import { readPage } from '@civicwire/extract';
import type { Fetcher } from '@civicwire/ingest';
import type { PageRule } from '@civicwire/shared';

/** Stories that are fetched for one source: a selector may rightly find nothing on one of them. */
const storiesMax = 3;

/**
 * Reads some of these stories by the rule; gives, in words, every selector that found nothing on any of them, and pages that
 * could not be fetched. Empty when each selector found something.
 */
export async function checkRule(rule: PageRule, addresses: readonly string[], fetcher: Fetcher): Promise<string[]> {
  const problems: string[] = [];
  const missed: Set<string>[] = [];
  for (const url of addresses.slice(0, storiesMax)) {
    const result = await fetcher.fetch(url, { kind: 'page', accept: 'text/html' });
    if (!result.ok) {
      problems.push(`${url}: ${result.reason}: ${result.detail}`);
      continue;
    }
    const page = { bytes: result.bytes, url: result.finalUrl, contentType: result.headers.contentType, rule };
    missed.push(new Set(readPage(page).notes.filter((note) => note.startsWith('source rule: '))));
  }
  const everywhere = [...(missed[0] ?? [])].filter((note) => missed.every((notes) => notes.has(note)));
  const seen = missed.length === 1 ? '1 story' : `${missed.length} stories`;
  return [...problems, ...everywhere.map((note) => `${note.replace('the page', seen)}`)];
}
