// Real pages through the whole pipeline: served from loopback with a feed, polled, fetched, extracted, saved.
// Knows the founding stories and the benchmark's pages; not how a page is read.
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { nothingLost, type RunSummary, runPipeline } from '@civicwire/cli';
import { loadSources } from '@civicwire/ingest';
import { systemClock } from '@civicwire/shared';
import { openStore, type Store } from '@civicwire/store';
import type { EvaluationSet } from './evaluation-set.ts';
import { escaped, type SitePage, servePages } from './page-site.ts';
import { readMaybeGzipped } from './scoring.ts';

/** Runs the pipeline once over a site of `pages`, and asks `read` what came of it before everything is taken away. */
async function throughPipeline<Result>(
  pages: readonly SitePage[],
  read: (store: Store, summary: RunSummary) => Promise<Result>,
): Promise<Result> {
  const folder = mkdtempSync(join(tmpdir(), 'civicwire-evaluate-'));
  const site = await servePages(pages);
  const store = await openStore(`sqlite:${join(folder, 'store.db')}`, { clock: systemClock });
  try {
    const yaml = `allow_addresses: [127.0.0.0/8]\npoliteness: {gap_ms: 0, per_host: 8}\nsources:\n  - {id: pages, name: Pages, national: true, feeds: ['${site.feedUrl}']}\n`;
    const signal = new AbortController().signal;
    const summary = await runPipeline(store, loadSources(yaml, 'evaluation'), { once: true, signal, quiet: true });
    return await read(store, summary);
  } finally {
    await store.close();
    await site.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

const benchmarkPages: EvaluationSet = {
  name: 'pipeline aeb pages',
  needs: ['eval/body/aeb/ground-truth.json'],
  measure: (shared) => {
    const folder = join(shared, 'eval/body/aeb/html');
    const pages = readdirSync(folder).map((file, index) => ({
      name: `page-${index}`,
      title: `Page ${index}`,
      bytes: readMaybeGzipped(join(folder, file)),
    }));
    return throughPipeline(pages, async (_, { store }) => ({
      'stories in': store.stories,
      'stories saved': store.saved,
      'stories dropped': store.dropped,
      'wrong: lost or stuck': nothingLost(store) ? store.waiting : store.stories,
    }));
  },
};

/** The founding stories as a paper would print them: navigation, adverts, footer and all. */
function wrapped(text: string): string {
  const [title = '', ...body] = text.trim().split('\n');
  const nav = ['Home', 'News', 'Sports', 'Obituaries', 'Subscribe']
    .map((word) => `<li><a href="/${word.toLowerCase()}">${word}</a></li>`)
    .join('');
  const paragraphs = body.filter((line) => line.trim()).map((line) => `<p>${escaped(line)}</p>`);
  paragraphs.splice(
    3,
    0,
    '<div class="advertisement"><p>Advertisement</p><a href="/offer">Windows replaced in a day. Call now.</a></div>',
  );
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>${escaped(title)}</title><meta property="og:type" content="article"></head><body>
<header><nav><ul>${nav}</ul></nav></header><main><article><h1>${escaped(title)}</h1>${paragraphs.join('\n')}</article>
<aside class="newsletter"><h3>Sign up for our newsletter</h3><form><input type="email"><button>Sign up</button></form></aside></main>
<footer><p>Copyright 2026 A Paper. All rights reserved.</p><a href="/terms">Terms</a> <a href="/privacy">Privacy</a></footer></body></html>`;
}

const foundingStories: EvaluationSet = {
  name: 'pipeline founding stories',
  needs: ['seeds/seeds.gold.json'],
  measure: (shared) => {
    const folder = join(shared, 'seeds');
    const files = readdirSync(folder).filter((file) => /^\d{3}_.*\.txt$/.test(file));
    const pages = files.map((file) => {
      const text = readFileSync(join(folder, file), 'utf8');
      return {
        name: file.replace(/_.*$/, ''),
        title: text.trim().split('\n')[0] ?? '',
        bytes: Buffer.from(wrapped(text)),
      };
    });
    const gold = JSON.parse(readFileSync(join(folder, 'seeds.gold.json'), 'utf8')) as FoundingGold;
    return throughPipeline(pages, async (opened, { store }) => {
      const focus = await focusByStory(opened);
      const right = files.filter((file, index) =>
        isFocusRight(gold.docs[file]?.focusCities ?? [], focus.get(pages[index]?.name ?? '') ?? []),
      );
      return {
        'stories saved (of 5)': store.saved,
        'focus right (of 5)': right.length,
        'wrong: lost or stuck': nothingLost(store) ? store.waiting : store.stories,
      };
    });
  },
};

interface FocusCity {
  readonly name: string;
  readonly state: string;
  /** Two careful readers could differ: neither asked for nor wrong. */
  readonly ambiguous?: boolean;
}

interface FoundingGold {
  readonly docs: Readonly<Record<string, { readonly focusCities: readonly FocusCity[] }>>;
}

/** At least one right, none wrong, no plain one missed: as the founding stories' own scorer has it. */
function isFocusRight(gold: readonly FocusCity[], said: readonly string[]): boolean {
  const name = (city: FocusCity): string => `${city.name}, ${city.state}`;
  const missed = gold.some((city) => !city.ambiguous && !said.includes(name(city)));
  return said.length > 0 && !missed && said.every((city) => gold.map(name).includes(city));
}

/** "City, ST" of every focus city by the page's name, sorted. */
async function focusByStory(store: Store): Promise<Map<string, string[]>> {
  const { findings } = await store.listFindings({ kind: 'city', limit: 1000 });
  const focus = new Map<string, Set<string>>();
  for (const { storyId, value } of findings) {
    if (!('focus' in value && value.focus && 'state' in value)) continue;
    const url = (await store.getStory(storyId))?.story.url ?? '';
    const page = url.split('/').at(-1) ?? '';
    focus.set(page, (focus.get(page) ?? new Set()).add(`${value.name}, ${value.state}`));
  }
  return new Map([...focus].map(([page, cities]) => [page, [...cities].sort()]));
}

export const pipelineSets: readonly EvaluationSet[] = [benchmarkPages, foundingStories];
