// What holds for a time in the list of sources: switches and rules for pages, and how their faults are told.
import { expect, test } from 'vitest';
import { loadSources } from './load-sources.ts';
import { isSwitchedOff } from './source-rules.ts';

const head = 'sources:\n  - name: Courier\n    home: {place: Mesa, state: AZ}\n';
const feeds = '    feeds: [https://courier.example/feed]\n';
const load = (rest: string) => loadSources(`${head}${rest}`, 'sources.yaml').sources[0];

function problems(rest: string): string[] {
  try {
    load(rest);
  } catch (error) {
    return (error as Error).message.split('\n');
  }
  return [];
}

const at = (day: string) => Date.parse(`${day}T12:00:00Z`);

test('a source is off always, or between two days that are both included', () => {
  const always = load(`${feeds}    off: true\n`);
  const summer = load(`${feeds}    off: {from: 2026-06-01, until: 2026-08-31}\n`);
  const on = load(`${feeds}    off: false\n`);
  const offOn = (source: typeof on, day: string) => source && isSwitchedOff(source, source.feeds[0] ?? null, at(day));
  expect([offOn(always, '2020-01-01'), offOn(on, '2026-07-01')]).toEqual([true, false]);
  expect(['2026-05-31', '2026-06-01', '2026-08-31', '2026-09-01'].map((day) => offOn(summer, day))).toEqual([
    false,
    true,
    true,
    false,
  ]);
});

test('a feed, sitemap or index page has a switch of its own', () => {
  const source = load(`    feeds: [https://courier.example/feed, {url: https://courier.example/sports, off: true}]
    sitemaps: [{url: https://courier.example/map.xml, off: {until: 2026-03-04}}]
    index_pages: [{url: https://courier.example/news, list: article, off: {from: 2026-03-04}}]
`);
  expect(source?.feeds).toEqual(['https://courier.example/feed', 'https://courier.example/sports']);
  const off = ['feed', 'sports', 'map.xml', 'news'].map(
    (path) => source && isSwitchedOff(source, `https://courier.example/${path}`, at('2026-03-05')),
  );
  expect(off).toEqual([false, true, false, true]);
});

test('rules for pages are read with their days', () => {
  const rules = `    body_rules:
      - {until: 2026-03-04, keep: .text, remove: [.ad, aside]}
      - {from: 2026-03-05, title: h2.head, date: "time[datetime]"}
`;
  expect(load(feeds + rules)?.bodyRules).toEqual([
    {
      from: null,
      until: '2026-03-04',
      keep: ['.text'],
      remove: ['.ad', 'aside'],
      title: null,
      byline: null,
      date: null,
    },
    { from: '2026-03-05', until: null, keep: [], remove: [], title: 'h2.head', byline: null, date: 'time[datetime]' },
  ]);
});

test('every fault of a rule or switch is told at its place', () => {
  const selector = 'expected a selector of names, .classes, #ids, [attributes] and descendants, e.g. ".story-text p"';
  const faults = `    off: {from: 2026-09-01, until: 2026-08-31}
    body_rules:
      - {until: 2026-03-04, keep: ".text > p"}
      - {from: 2026-02-30, remove: [.ad, "p:has(a)"]}
      - {from: 2026-05-01, until: 2026-05-01, title: h2, kep: .text}
      - {until: 2026-06-01}
`;
  expect(problems(feeds + faults)).toEqual([
    'sources.yaml:5:10: sources[0].off: found {"from":"2026-09-01","until":"2026-08-31"}, expected true, false, or the days between which it is off, e.g. {from: 2026-06-01, until: 2026-08-31}',
    `sources.yaml:7:35: sources[0].body_rules[0].keep: found ".text > p", ${selector}`,
    'sources.yaml:8:16: sources[0].body_rules[1].from: found "2026-02-30", expected a day such as 2026-06-30',
    `sources.yaml:8:42: sources[0].body_rules[1].remove[1]: found "p:has(a)", ${selector}`,
    'sources.yaml:9:58: sources[0].body_rules[2]: unknown field "kep", did you mean "keep"?',
    'sources.yaml:10:9: sources[0].body_rules[3]: found {"until":"2026-06-01"}, expected a rule that says something: keep, remove, title, byline or date',
  ]);
  const twice = `    body_rules:
      - {until: 2026-03-04, keep: .text}
      - {from: 2026-05-01, until: 2026-04-01, keep: .text}
      - {from: 2026-03-04, keep: .story}
`;
  expect(problems(feeds + twice)).toEqual([
    'sources.yaml:7:35: sources[0].body_rules[1].until: found "2026-04-01", expected a day that is not before from',
    'sources.yaml:8:9: sources[0].body_rules[2]: found {"from":"2026-03-04","keep":".story"}, expected days of its own: body_rules[0] holds for some of them too',
  ]);
});
