// A file of addresses → addresses. Knows no network.
import { readFileSync } from 'node:fs';
import { normalizeUrl } from '@civicwire/ingest';
import { UsageError } from '@civicwire/shared';

/** One address a line; blank lines and lines that begin with # are passed over. Throws `UsageError` naming every line that is none. */
export function readUrlList(file: string): { readonly url: string; readonly urlKey: string }[] {
  const stories: { url: string; urlKey: string }[] = [];
  const problems: string[] = [];
  for (const [at, line] of readText(file).split('\n').entries()) {
    const text = line.trim();
    if (text === '' || text.startsWith('#')) continue;
    const found = /^https?:\/\//i.test(text) ? normalizeUrl(text) : null;
    if (found) stories.push({ url: found.url, urlKey: found.key });
    else
      problems.push(`${file}:${at + 1}: found ${JSON.stringify(text.slice(0, 80))}, expected an http or https address`);
  }
  if (problems.length > 0) throw new UsageError(problems.join('\n'));
  return stories;
}

function readText(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    throw new UsageError(`${file}: ${(error as Error).message}; expected a list of addresses, one a line`, {
      cause: error,
    });
  }
}
