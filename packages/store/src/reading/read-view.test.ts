import { expect, it } from 'vitest';
import { exampleArticle, exampleText, saveExample } from '../testing/example-story.ts';
import { describeOnEachStore } from '../testing/with-store.ts';
import type { ViewQuestion, ViewRow } from './read-view.ts';

describeOnEachStore('views in pages', (under) => {
  /** A story whose text is like no other's. */
  const saveOne = (slug: string) =>
    saveExample(under.store, slug, { article: exampleArticle(`${exampleText}\nThis is ${slug}.`, { title: slug }) });

  async function pages(question: Omit<ViewQuestion, 'limit'>, limit: number): Promise<ViewRow[]> {
    const all: ViewRow[] = [];
    for (;;) {
      const last = all.at(-1);
      const after = last === undefined ? null : question.order.map((column) => last[column] as string);
      const rows = await under.store.readView({ ...question, limit, after });
      all.push(...rows);
      if (rows.length < limit) return all;
    }
  }

  it('give each row once in order, in either direction, whatever the size of a page', async () => {
    for (let count = 0; count < 7; count += 1) await saveOne(`story-${count}`);
    for (const direction of ['asc', 'desc'] as const) {
      const question = { view: 'v_stance', order: ['seen_on', 'id'], direction };
      const whole = await under.store.readView({ ...question, limit: 1000 });
      expect(whole.length).toBeGreaterThan(5);
      for (const limit of [1, 2, 3, 100]) expect(await pages(question, limit)).toEqual(whole);
    }
  });

  it('are narrowed by conditions, in which nothing is SQL', async () => {
    await saveExample(under.store);
    const ids = async (...where: NonNullable<ViewQuestion['where']>) =>
      (await under.store.readView({ view: 'v_claim_current', order: ['id'], direction: 'asc', where, limit: 50 }))
        .length;
    const all = await ids();
    expect(await ids({ column: 'kind', is: 'in', value: ['quote', 'stance'] })).toBe(2);
    expect(await ids({ column: 'kind', is: 'in', value: [] })).toBe(0);
    expect(await ids({ column: 'kind', is: '=', value: "x' or '1'='1" })).toBe(0);
    expect(await ids({ column: 'seen_on', is: '>=', value: '2026-03-04' })).toBe(all);
    expect(await ids({ column: 'seen_on', is: '<=', value: '2026-03-03' })).toBe(0);
    expect(await ids({ column: 'published', is: '=', value: 1 })).toBe(0);
  });

  it('are refused for a view or a column that does not exist', async () => {
    const ask = (view: string, column: string) =>
      under.store.readView({ view, order: [column], direction: 'asc', limit: 1 });
    await expect(ask('api_token', 'id')).rejects.toThrow('no view api_token');
    await expect(ask('v_story', 'id; drop table story')).rejects.toThrow('no column');
  });

  it('tell the latest stance of a city on each issue, of all and of the published ones', async () => {
    await saveOne('one');
    await saveOne('two');
    const stances = await under.store.readView({ view: 'v_stance', order: ['id'], direction: 'asc', limit: 9 });
    const [{ id, place_id: placeId } = { id: '', place_id: '' }] = stances;
    const latest = (view: string) => {
      const where = [{ column: 'place_id', is: '=' as const, value: String(placeId) }];
      return under.store.readView({ view, where, order: ['issue'], direction: 'asc', limit: 9 });
    };
    expect(await latest('v_city_stance')).toMatchObject([{ issue: 'local-enforcement', stances: 2, published: 0 }]);
    expect(await latest('v_city_stance_published')).toEqual([]);
    await under.store.decide({ findingId: String(id), editor: 'kim', verdict: 'accept' });
    expect(await latest('v_city_stance_published')).toMatchObject([{ stance_id: id, stances: 1, published: 1 }]);
  });
});
