import { expect, test } from 'vitest';
import { hostPolitenessOf } from './host-politeness.ts';
import { loadSources } from './load-sources.ts';

const sourcesOf = (lines: string) => loadSources(`sources:\n${lines}`, 'sources.yaml').sources;

test('a source’s own politeness holds for the hosts of its feeds and sitemaps, and for no other', () => {
  const sources = sourcesOf(`
  - {name: A, national: true, feeds: ["https://a.example/feed"], sitemaps: ["http://b.example:8080/map"], politeness: {gap_ms: 5000}}
  - {name: C, national: true, feeds: ["https://c.example/feed"]}`);
  expect([...hostPolitenessOf(sources)]).toEqual([
    ['a.example', { gapMs: 5_000 }],
    ['b.example:8080', { gapMs: 5_000 }],
  ]);
});

test('of two sources at one host, the longer gap and the fewer requests hold', () => {
  const sources = sourcesOf(`
  - {name: A, national: true, feeds: ["https://a.example/1"], politeness: {gap_ms: 5000, per_host: 1}}
  - {name: B, national: true, feeds: ["https://a.example/2"], politeness: {gap_ms: 0, per_host: 4}}
  - {name: C, national: true, feeds: ["https://a.example/3"], politeness: {per_host: 2}}`);
  expect(hostPolitenessOf(sources).get('a.example')).toEqual({ gapMs: 5_000, perHost: 1 });
});
