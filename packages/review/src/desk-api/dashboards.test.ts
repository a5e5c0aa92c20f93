// Each number of the dashboards lists, by its own filter, exactly so many claims; officials are merged, split and told apart.
import { expect, test } from 'vitest';
import { describeDesk, newKey } from '../testing/desk-api-under-test.ts';
import type { DeskFilter } from './contract.ts';

describeDesk('the dashboards', {}, (under) => {
  /** Every number with a filter in an answer, wherever it stands. */
  function counted(value: unknown): { readonly count: number; readonly filter: DeskFilter }[] {
    if (value === null || typeof value !== 'object') return [];
    const { count, filter } = value as { count?: unknown; filter?: DeskFilter | null };
    const own = typeof count === 'number' && filter ? [{ count, filter }] : [];
    return [...own, ...Object.values(value).flatMap(counted)];
  }

  test('lead from every number to its claims', async () => {
    const { kim } = under;
    const [first, second] = (await kim.call('list_queue', { query: { kind: 'stance' } })).items;
    for (const [row, verdict] of [
      [first, 'accept'],
      [second, 'reject'],
    ] as const) {
      const { revision } = await kim.call('get_item', { id: row?.id ?? '' });
      await kim.call('decide_item', { id: row?.id ?? '', body: { key: newKey(), revision, verdict } });
    }
    const { officials } = await kim.call('list_officials', { query: { words: 'ruiz' } });
    const answers = [
      await kim.call('get_positions', { query: {} }),
      await kim.call('get_positions', { query: { issue: 'local-immigration-enforcement' } }),
      await kim.call('get_positions', { query: { reviewed: 'true', since: '2026-01-01' } }),
      await kim.call('get_timeline', { query: { official_id: officials[0]?.id ?? '' } }),
      await kim.call('get_funnel'),
      await kim.call('get_rules'),
      await kim.call('get_coverage'),
    ];
    const numbers = answers.flatMap(counted);
    expect(numbers.length).toBeGreaterThan(12);
    for (const { count, filter } of numbers) {
      const { items } = await kim.call('list_queue', { query: { ...filter, limit: 200 } });
      expect([filter, items.length]).toEqual([filter, count]);
    }
  });

  test('and each number of stories leads to as many stories, page by page', async () => {
    const { kim } = under;
    const funnel = await kim.call('get_funnel');
    const asked = [
      ...funnel.stages.flatMap(({ stage, count }) => {
        const known = (['discovered', 'fetched', 'extracted', 'saved'] as const).find(
          (one) => stage === `stories ${one}`,
        );
        return known === undefined ? [] : [{ query: { stage: known }, count }];
      }),
      ...funnel.dropped.map(({ reason, count }) => ({ query: { stage: 'dropped' as const, reason }, count })),
      { query: { stage: 'waiting' as const }, count: funnel.waiting },
    ];
    expect(asked.length).toBeGreaterThan(5);
    for (const { query, count } of asked) {
      const { stories, next } = await kim.call('list_stories', { query });
      expect([query, stories.length, next]).toEqual([query, count, null]);
    }
    const [saved] = (await kim.call('list_stories', { query: { stage: 'saved' } })).stories;
    const { items } = await kim.call('list_queue', { query: { ...saved?.claims.filter, limit: 200 } });
    expect([saved?.state, saved?.claims.count]).toEqual(['saved', items.length]);
  });

  test('tell of sources, of rules as people judged them, and of positions by place', async () => {
    const { kim } = under;
    const { sources } = await kim.call('get_sources');
    expect(sources).toMatchObject([{ id: 'desert-wire', feeds: 3, feeds_failing: 1, saved: 2, dropped: 1 }]);
    const [row] = (await kim.call('list_queue', { query: { rule: 'stance/vote-to-end' } })).items;
    const { revision } = await kim.call('get_item', { id: row?.id ?? '' });
    await kim.call('decide_item', { id: row?.id ?? '', body: { key: newKey(), revision, verdict: 'accept' } });
    under.filled.clock.advance(61_000);
    const rule = (await kim.call('get_rules')).rules.find((card) => card.rule === 'stance/vote-to-end');
    expect(rule).toMatchObject({
      accepted: 1,
      precision: { reviewed: 1, share: 1 },
      recent: { reviewed: 1 },
      earlier: null,
      drift: null,
    });
    expect((await kim.call('get_item', { id: row?.id ?? '' })).why.precision).toMatchObject({
      reviewed: 1,
      accepted: 1,
    });
    const { cities, without_place } = await kim.call('get_positions', { query: {} });
    const placed = cities.reduce((sum, { total }) => sum + total.count, 0);
    expect(placed + without_place.count).toBe(3);
    expect((await kim.ask('get_timeline', { query: {} })).status).toBe(400);
    const place = cities[0]?.place_id ?? '';
    const { name, stances } = await kim.call('get_timeline', { query: { place_id: place } });
    const holders = await kim.call('list_holders');
    expect(holders.places.find(({ id }) => id === place)?.stances).toBe(stances.length);
    for (const { id, stances: count } of holders.officials) {
      const { months } = await kim.call('get_timeline', { query: { official_id: id } });
      expect(months.reduce((sum, { total }) => sum + total.count, 0)).toBe(count);
    }
    expect([name, stances.length]).toEqual([`${cities[0]?.name}, ${cities[0]?.state}`, cities[0]?.total.count]);
  });

  test('and officials are merged after a trial, told apart, and put back', async () => {
    const { kim } = under;
    const { officials, total } = await kim.call('list_officials', { query: {} });
    expect(total).toBe(3);
    const [a, b] = officials.filter(({ name }) => name === 'Ana Ruiz' || name === 'Tom Adler');
    const merge = { kind: 'merge' as const, official_id: b?.id ?? '', into_id: a?.id ?? '', reason: 'a test' };
    const trial = await kim.call('decide_official', { body: { decision: merge, dry_run: true } });
    expect(trial.written).toBe(false);
    const done = await kim.call('decide_official', { body: { decision: merge } });
    expect(done.written).toBe(true);
    const view = await kim.call('get_official', { id: a?.id ?? '' });
    expect(view.members.map(({ id }) => id)).toEqual([b?.id]);
    const undo = { kind: 'undo' as const, decision_id: done.decision_id ?? '', reason: 'they are two' };
    await kim.call('decide_official', { body: { decision: undo } });
    expect((await kim.call('list_officials', { query: {} })).total).toBe(3);
    expect((await kim.ask('get_official', { id: 'f'.repeat(32) })).status).toBe(404);
    expect((await kim.call('list_candidates')).pairs).toEqual([]);
    const { entries } = await kim.call('list_audit', { query: { kind: 'official' } });
    expect(entries.map(({ about }) => about)).toEqual([
      'undo of officials: they are two',
      'merge of officials: a test',
    ]);
  });
});
