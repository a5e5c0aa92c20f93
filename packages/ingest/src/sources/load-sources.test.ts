// The list of sources: what it gives, and how it tells a person what is wrong.
import { UsageError } from '@civicwire/shared';
import { expect, test } from 'vitest';
import { loadSources } from './load-sources.ts';

function problems(text: string): string[] {
  try {
    loadSources(text, 'sources.yaml');
  } catch (error) {
    expect(error).toBeInstanceOf(UsageError);
    return (error as Error).message.split('\n');
  }
  return [];
}

test('a whole file is read with its defaults', () => {
  const file = loadSources(
    `contact: desk@newsroom.example
allow_addresses: [127.0.0.0/8]
politeness: {gap_ms: 250, per_host: 2}
sources:
  - name: Valley Times
    home: {place: Fresno, state: ca}
    feeds: [https://valleytimes.example/feed]
  - id: wire
    name: National Wire
    national: true
    sitemaps:
      - https://wire.example/news-sitemap.xml
    schedule: 2h
    politeness: {gap_ms: 5000}
    enabled: false
`,
    'sources.yaml',
  );
  expect(file).toEqual({
    contact: 'desk@newsroom.example',
    allowAddresses: ['127.0.0.0/8'],
    politeness: { gapMs: 250, perHost: 2 },
    sources: [
      {
        id: 'valley-times',
        name: 'Valley Times',
        home: { place: 'Fresno', state: 'CA' },
        national: false,
        feeds: ['https://valleytimes.example/feed'],
        sitemaps: [],
        indexPages: [],
        scheduleMs: null,
        cron: null,
        politeness: {},
        enabled: true,
        off: null,
        offAddresses: [],
        bodyRules: [],
      },
      {
        id: 'wire',
        name: 'National Wire',
        home: null,
        national: true,
        feeds: [],
        sitemaps: ['https://wire.example/news-sitemap.xml'],
        indexPages: [],
        scheduleMs: 7_200_000,
        cron: null,
        politeness: { gapMs: 5_000 },
        enabled: false,
        off: null,
        offAddresses: [],
        bodyRules: [],
      },
    ],
  });
});

test('every problem of a file is told at once, each at its place, in the order of the lines', () => {
  const text = `contakt: me
sources:
  - name: Valley Times
    home: {place: Fresno, state: California}
    feed: [https://a.example/feed]
    schedule: often
  - name: ""
    national: yes
    feeds:
      - ftp://b.example/feed
  - home: {place: Dayton, state: OH}
    feeds: [https://c.example/feed]
    enabled: maybe
`;
  expect(problems(text)).toEqual([
    'sources.yaml:1:1: unknown field "contakt", did you mean "contact"?',
    'sources.yaml:3:5: sources[0]: found nothing to poll, expected feeds, sitemaps or index_pages',
    'sources.yaml:4:34: sources[0].home.state: found "California", expected a two-letter state code, e.g. CA',
    'sources.yaml:5:5: sources[0]: unknown field "feed", did you mean "feeds"?',
    'sources.yaml:6:15: sources[0].schedule: found "often", expected an interval between 1m and 30d, e.g. 30m, 2h or 1d, or times of a zone, e.g. {cron: "30 6 * * 1-5", time_zone: America/Phoenix}',
    'sources.yaml:7:5: sources[1]: found no home, expected home: {place, state} or national: true',
    'sources.yaml:7:11: sources[1].name: found "", expected the name of the outlet',
    'sources.yaml:8:15: sources[1].national: found "yes", expected true or false',
    'sources.yaml:10:9: sources[1].feeds[0]: found "ftp://b.example/feed", expected an http or https address',
    'sources.yaml:11:5: sources[2].name: found nothing, expected the name of the outlet',
    'sources.yaml:13:14: sources[2].enabled: found "maybe", expected true or false',
  ]);
});

test.each([
  [
    'home and national',
    '    home: {place: Fresno, state: CA}\n    national: true\n    feeds: [https://a.example/f]',
    /:4:11: sources\[0\]: found both home and national: true, expected one of them/,
  ],
  [
    'an address twice',
    '    national: true\n    feeds: [https://a.example/f, http://www.a.example/f/]',
    /:5:34: sources\[0\]: found "http:\/\/www\.a\.example\/f\/" again, expected it once \(sources\[0\]\.feeds has it\)/,
  ],
  [
    'a lone address',
    '    national: true\n    feeds: https://a.example/f',
    /:5:12: sources\[0\]\.feeds: found "https:\/\/a\.example\/f", expected a list of addresses/,
  ],
])('%s is told', (_what, body, message) => {
  expect(problems(`\nsources:\n  - name: A\n${body}\n`).join('\n')).toMatch(message);
});

test('index pages are read with their selectors, and wrong ones are told', () => {
  const page = (fields: string) => `sources:\n  - name: A\n    national: true\n    index_pages:\n      - {${fields}}\n`;
  expect(
    loadSources(page('url: https://a.example/news, list: main article, date: time'), 'x').sources[0],
  ).toMatchObject({
    feeds: [],
    indexPages: [{ url: 'https://a.example/news', list: 'main article', link: 'a[href]', title: null, date: 'time' }],
  });
  expect(problems(page('url: https://a.example/news, list: "div[", dat: time'))).toEqual([
    expect.stringContaining('sources[0].index_pages[0].list: found "div[", expected a CSS selector'),
    expect.stringContaining('unknown field "dat", did you mean "date"?'),
  ]);
  expect(problems(page('url: https://a.example/news')).join()).toContain('index_pages[0].list: found nothing');
});

test('two sources may not share an id', () => {
  const source = (feed: string): string =>
    `  - name: The Bee\n    national: true\n    feeds: [https://${feed}.example/f]\n`;
  expect(problems(`sources:\n${source('a')}${source('b')}`)).toEqual([
    'sources.yaml:5:5: sources[1]: found the id "the-bee" of sources[0] again, expected an id of its own',
  ]);
});

test('broken YAML is told where it breaks', () => {
  expect(problems('sources:\n  - name: "A\n').join()).toMatch(/^sources\.yaml:\d+:\d+: .*expected YAML/);
  expect(problems('sources: []\nsources: []\n').join()).toMatch(/^sources\.yaml:2:1: .*unique/);
});

test.each([
  ['', 'sources.yaml:1:1: file: found nothing, expected a sources file'],
  ['- a\n', 'sources.yaml:1:1: file: found ["a"], expected a sources file'],
  ['contact: me\n', 'sources.yaml:1:1: sources: found nothing, expected a list of sources'],
  [
    'sources: []\nallow_addresses: [localhost]\n',
    'sources.yaml:2:19: allow_addresses[0]: found "localhost", expected an address range such as 127.0.0.0/8',
  ],
  [
    'sources: []\npoliteness: {gap_ms: -1}\n',
    'sources.yaml:2:22: politeness.gap_ms: found -1, expected milliseconds between requests to one host',
  ],
])('%j is told', (text, message) => {
  expect(problems(text).join('\n')).toContain(message);
});

test('an empty list of sources is a list of sources', () => {
  expect(loadSources('sources: []', 'x').sources).toEqual([]);
});

test('a schedule may be times of a zone; a wrong expression or zone is told at its line', () => {
  const file = (schedule: string) =>
    `sources:\n  - name: Ledger\n    national: true\n    feeds: [https://ledger.example/feed]\n    schedule: ${schedule}\n`;
  expect(
    loadSources(file('{cron: 30 6 * * 1-5, time_zone: America/Phoenix}'), 'sources.yaml').sources[0],
  ).toMatchObject({
    scheduleMs: null,
    cron: { expression: '30 6 * * 1-5', timeZone: 'America/Phoenix' },
  });
  for (const wrong of ['{cron: often, time_zone: UTC}', '{cron: 0 6 * * *, time_zone: Mountain}'])
    expect(() => loadSources(file(wrong), 'sources.yaml')).toThrow(
      /^sources.yaml:5:\d+: sources\[0\]\.schedule\.(?:cron|time_zone): found .*, expected a /,
    );
  expect(() => loadSources(file('{cron: 0 6 * * *}'), 'sources.yaml')).toThrow(/5:15: .*expected an interval between/);
});
