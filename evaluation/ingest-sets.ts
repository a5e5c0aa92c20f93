// The sets over raw input: feeds, robots.txt, addresses. Knows their scorers.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { discoverFeeds, normalizeUrl, parseFeed, parseRobots } from '@civicwire/ingest';
import type { EvaluationSet } from './evaluation-set.ts';
import { figure, readJsonl, score } from './scoring.ts';

const feeds: EvaluationSet = {
  name: 'feeds',
  needs: ['eval/feeds/manifest.jsonl'],
  measure: async (shared) => {
    const predictions: unknown[] = [];
    let salvaged = 0;
    for await (const row of readJsonl(join(shared, 'eval/feeds/manifest.jsonl'))) {
      const headers = (row.headers ?? {}) as Record<string, string>;
      const contentType = headers['content-type'] ?? headers['Content-type'] ?? headers['Content-Type'] ?? null;
      const url = typeof row.url === 'string' ? row.url : null;
      const file = String(row.file);
      const parsed = parseFeed(readFileSync(join(shared, 'eval/feeds/feedparser', file)), { contentType, url });
      if (parsed.ok && file.startsWith('illformed/')) salvaged += 1;
      predictions.push({ file, ok: parsed.ok, encoding: parsed.encoding, feed: parsed.feed, entries: parsed.entries });
    }
    const result = score(join(shared, 'eval/feeds/score.mjs'), ['PRED'], predictions);
    return {
      'files read': figure(result, 'ok'),
      'ill-formed salvaged (of 19)': salvaged,
      'encodings right (of 70)': figure(result, 'encoding/holds'),
      'expectations held': figure(result, 'share'),
      'without sanitizer group': figure(result, 'withoutSanitize/share'),
    };
  },
};

interface DiscoveryCase {
  readonly id: string;
  readonly url: string;
  readonly html: string;
  readonly expect: readonly string[];
}

/** Counted here: its scorer prints words only. Right is exactly the expected set of addresses. */
const autodiscovery: EvaluationSet = {
  name: 'feeds autodiscovery',
  needs: ['eval/feeds/autodiscovery/cases.json'],
  measure: async (shared) => {
    const file = join(shared, 'eval/feeds/autodiscovery/cases.json');
    const { cases } = JSON.parse(readFileSync(file, 'utf8')) as { readonly cases: readonly DiscoveryCase[] };
    const isRight = ({ html, url, expect }: DiscoveryCase): boolean =>
      discoverFeeds(html, url).sort().join(' ') === [...new Set(expect)].sort().join(' ');
    return { 'right (of 67)': cases.filter(isRight).length };
  },
};

interface RobotsCase {
  readonly id: string;
  readonly robots: string;
  readonly userAgent: string;
  readonly url: string;
}

const robots: EvaluationSet = {
  name: 'robots',
  needs: ['eval/robots/google-cases.json'],
  measure: async (shared) => {
    const folder = join(shared, 'eval/robots');
    const cases = JSON.parse(readFileSync(join(folder, 'google-cases.json'), 'utf8')) as readonly RobotsCase[];
    const verdicts = cases.map(({ id, robots: text, userAgent, url }) => ({
      id,
      allowed: parseRobots(text).allows(userAgent, url),
    }));
    const read = readdirSync(join(folder, 'real')).map((file) => {
      parseRobots(readFileSync(join(folder, 'real', file), 'utf8'));
      return { file, ok: true, ms: 0 };
    });
    const result = score(join(folder, 'score.mjs'), ['PRED'], [...verdicts, ...read]);
    return {
      'right (of 145)': figure(result, 'right'),
      'unsafe: allowed though forbidden': figure(result, 'fetchedThoughForbidden'),
    };
  },
};

interface UrlCase {
  readonly input: string;
  readonly same_as?: string;
  readonly different_from?: string;
}

const urls: EvaluationSet = {
  name: 'urls',
  needs: ['eval/urls/cases.json'],
  measure: async (shared) => {
    const scorer = join(shared, 'eval/urls/score.mjs');
    const { cases } = JSON.parse(readFileSync(join(shared, 'eval/urls/cases.json'), 'utf8')) as {
      readonly cases: readonly UrlCase[];
    };
    const list = new Set(
      cases.flatMap(({ input, same_as, different_from }) =>
        [input, same_as, different_from].filter((url) => url !== undefined),
      ),
    );
    const predictions = [...list].map((url) => {
      const normalized = normalizeUrl(url);
      return { url, key: normalized?.key ?? null, canonical: normalized?.url ?? null };
    });
    const result = score(scorer, ['PRED'], predictions);
    return { 'right (of 183)': figure(result, 'right'), 'false merges': figure(result, 'falseMerges') };
  },
};

export const ingestSets: readonly EvaluationSet[] = [feeds, autodiscovery, robots, urls];
