// The questions that readers ask of a large store, with what is asked of their speed. Knows the store's operations and views;
// takes no time itself.
import type { WatchedStore } from '@civicwire/store/testing';
import { officialId, placeId, rareWord, type Shape, skewed, storiesPerRareWord } from './store-data.ts';

export interface Question {
  readonly name: string;
  /** 95 of 100 answers within so many milliseconds; null where the figure is for the record. */
  readonly p95Ms: number | null;
  /** How often it is asked. */
  readonly times: number;
  /** Asks it once; gives the number of rows. */
  ask(random: () => number): Promise<number>;
}

const pageOfStories = 50;
const pageOfChanges = 500;

/** The questions over one open store. */
export function questions(store: WatchedStore, shape: Shape, changes: number): readonly Question[] {
  const timeline = (place: string, beyond = '') =>
    store.rows(
      `select * from v_city where place_id = ? ${beyond} order by seen_on desc, story_id desc limit ${pageOfStories}`,
      [place],
    );
  const stancesOf = (place: string, beyond = '') =>
    store.rows(
      `select * from v_stance where place_id = ? ${beyond} order by seen_on desc, id desc limit ${pageOfStories}`,
      [place],
    );
  return [
    {
      name: 'changes, a page of 500',
      p95Ms: 10,
      times: 300,
      ask: async (random) => (await store.changesSince(Math.floor(random() * changes), pageOfChanges)).length,
    },
    {
      name: 'city timeline, first page',
      p95Ms: 10,
      times: 300,
      ask: (random) => timeline(placeId(skewed(random, shape.places))),
    },
    { name: 'city timeline, the busiest city', p95Ms: 10, times: 100, ask: () => timeline(placeId(0)) },
    {
      name: 'city timeline, deep in the busiest city',
      p95Ms: 10,
      times: 100,
      ask: () => timeline(placeId(0), "and (seen_on, story_id) < ('2025-10-01', 'zzzz')"),
    },
    {
      name: 'full text, a rare word',
      p95Ms: 10,
      times: 200,
      ask: async (random) => {
        const word = rareWord(Math.floor((random() * shape.stories) / storiesPerRareWord));
        return (await store.search(word)).hits.length;
      },
    },
    {
      name: 'next review item',
      p95Ms: 10,
      times: 200,
      ask: async (random) => {
        const key = Math.floor(random() * 16 ** 8)
          .toString(16)
          .padStart(8, '0')
          .padEnd(32, '0');
        return (await store.listFindings({ needsReview: true, limit: 1, afterKey: `${key}.0.0` })).findings.length;
      },
    },
    {
      name: 'months × stance, all issues',
      p95Ms: 50,
      times: 50,
      ask: () =>
        store.rows(
          'select month, issue, position, sum(stances) from v_stance_by_month group by month, issue, position order by month',
        ),
    },
    {
      name: 'months × stance of an official',
      p95Ms: 50,
      times: 200,
      ask: (random) =>
        store.rows('select * from v_official_stance_by_month where official_id = ? order by month', [
          officialId(skewed(random, shape.officials)),
        ]),
    },
    {
      name: 'months × stance, counted from the rows',
      p95Ms: null,
      times: 3,
      ask: () =>
        store.rows(
          'select month, issue, position, count(*) from v_stance group by month, issue, position order by month',
        ),
    },
    {
      name: 'months × stance of all officials',
      p95Ms: null,
      times: 3,
      ask: () =>
        store.rows(
          'select month, issue, position, sum(stances) from v_official_stance_by_month group by month, issue, position',
        ),
    },
    {
      name: 'weeks of the busiest city',
      p95Ms: null,
      times: 10,
      ask: () => store.rows('select * from v_city_activity_by_week where place_id = ? order by week', [placeId(0)]),
    },
    {
      name: 'stances of a city, first page',
      p95Ms: 10,
      times: 200,
      ask: (random) => stancesOf(placeId(skewed(random, shape.places))),
    },
    {
      name: 'stances of the busiest city, deep',
      p95Ms: 10,
      times: 100,
      ask: () => stancesOf(placeId(0), "and (seen_on, id) < ('2025-10-01', 'zzzz')"),
    },
    {
      name: 'latest positions of a city',
      p95Ms: 50,
      times: 100,
      ask: (random) =>
        store.rows('select * from v_city_stance where place_id = ?', [placeId(skewed(random, shape.places))]),
    },
    {
      name: 'latest positions of all cities',
      p95Ms: 1_000,
      times: 3,
      ask: () => store.rows('select place_id, issue, position, seen_on from v_city_stance'),
    },
    {
      name: 'full text, a common word',
      p95Ms: null,
      times: 5,
      ask: async () => (await store.search('bababa*')).hits.length,
    },
    { name: 'freshness', p95Ms: null, times: 10, ask: () => store.rows('select * from v_freshness') },
  ];
}
