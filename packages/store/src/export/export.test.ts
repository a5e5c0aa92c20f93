import { expect, it } from 'vitest';
import { collect, discoverExample, exampleAnnotation, exampleArticle, saveExample } from '../testing/example-story.ts';
import { wireText } from '../testing/printed-stories.ts';
import { describeOnEachStore } from '../testing/with-store.ts';
import { exportKinds } from './export-rows.ts';

describeOnEachStore('exports', (under) => {
  it('give flat rows in snake_case, with the columns that their header names, for every kind', async () => {
    const { store } = under;
    const storyId = await saveExample(store);
    const finding = (await store.getStory(storyId))?.findings[0]?.id ?? '';
    await store.decide({ findingId: finding, editor: 'kim', verdict: 'edit', patch: { focus: false } });
    const official = (await store.listOfficials())[0]?.id ?? '';
    const reason = 'the roster names another Ana Ruiz';
    await store.decideOfficial({ kind: 'split', officialId: official, storyId, editor: 'kim', reason });
    const annotation = exampleAnnotation('', { cities: [], officials: [], quotes: [], stances: [] });
    for (const title of ['Counties join dispatch', 'Three counties, one switchboard'])
      await saveExample(store, title, { article: exampleArticle(wireText, { title }), annotation });
    const counts: Record<string, number> = {};
    for (const kind of exportKinds) {
      const rows = await collect(store.exportRows(kind));
      counts[kind] = rows.length;
      expect(Object.keys(rows[0] ?? {})).toEqual(store.exportColumns(kind));
      expect(store.exportColumns(kind).every((column) => /^[a-z_]+$/.test(column))).toBe(true);
    }
    expect(counts).toEqual({
      stories: 3,
      story_links: 1,
      cities: 2,
      officials: 2,
      quotes: 1,
      stances: 1,
      findings: 4,
      decisions: 1,
      official_records: 1,
      official_decisions: 1,
    });
    const [decision] = await collect(store.exportRows('decisions'));
    expect(decision).toMatchObject({ editor: 'kim', patch: { focus: false }, seen_value: { name: 'Mesa' } });
    const [city] = await collect(store.exportRows('cities'));
    expect(city).toMatchObject({ focus: false, reopened: false, status: 'edited' });
  });

  it('read on over many pages without missing or doubling a row', async () => {
    const { store } = under;
    const stories = Array.from({ length: 1201 }, (_, index) => {
      const url = `https://mesa-wire.example/${index}`;
      return { sourceId: 'mesa-wire', url, urlKey: url };
    });
    await store.discover(stories);
    const ids = (await collect(store.exportRows('stories'))).map((row) => row.id);
    expect(new Set(ids).size).toBe(1201);
    expect(ids).toHaveLength(1201);
  });

  it('list a story that was dropped, with its reason', async () => {
    const { store } = under;
    const id = await discoverExample(store);
    await store.drop(id, 'paywall-stub', 'the page shows two sentences');
    expect(await collect(store.exportRows('stories'))).toMatchObject([
      { id, state: 'dropped', drop_reason: 'paywall-stub', text: null },
    ]);
  });
});
