import { expect, it } from 'vitest';
import type { Store } from '../open-store.ts';
import { collect } from '../testing/example-story.ts';
import { describeAgain, saveOfficials } from '../testing/official-story.ts';
import { describeOnEachStore } from '../testing/with-store.ts';

const names = async (store: Store) => (await store.listOfficials()).map(({ name }) => name);

describeOnEachStore('officials across stories', (under) => {
  it('are one record per full name, role and jurisdiction; titles, bodies and tenure stay with the mention', async () => {
    const { store } = under;
    await saveOfficials(store, 'one', [{ name: 'Kate Ortega', title: 'Mesa Mayor' }], '2026-03-04');
    await saveOfficials(store, 'two', [{ name: 'Kate Ortega' }], '2026-01-02T23:30:00-07:00');
    await saveOfficials(store, 'three', [{ name: 'KATE ORTEGA', tenure: 'former', organization: null }], '2026-05-06');
    const [official, ...others] = await store.listOfficials();
    expect(others).toEqual([]);
    expect(official).toMatchObject({
      scope: 'office',
      name: 'Kate Ortega',
      title: 'Mayor',
      organization: 'City of Mesa',
      jurisdiction: 'Mesa, AZ',
      findings: 3,
      firstSeen: '2026-01-02',
      lastSeen: '2026-05-06',
      canonicalOfficialId: official?.id,
      rosterEntryId: null,
    });
    const rows = await collect(store.exportRows('officials'));
    expect(new Set(rows.map((row) => row.official_id))).toEqual(new Set([official?.id]));
    expect(rows.map((row) => row.title).sort()).toEqual(['Mayor', 'Mayor', 'Mesa Mayor']);
    expect(rows.filter((row) => row.tenure === 'former')).toMatchObject([
      { name: 'KATE ORTEGA', official_name: 'Kate Ortega', organization: null, seen_on: '2026-05-06' },
    ]);
    for (const kind of ['quotes', 'stances'] as const) {
      expect(await collect(store.exportRows(kind))).toMatchObject(
        [1, 2, 3].map(() => ({ official_id: official?.id, official_name: 'Kate Ortega' })),
      );
    }
  });

  it('stay apart for another role or place, and for surnames, offices and unknown places even in equal words', async () => {
    const { store } = under;
    const described = [
      { name: 'Kate Ortega' },
      { name: 'Kate Ortega', role: 'council-member' },
      {
        name: 'Kate Ortega',
        jurisdiction: 'Tempe, AZ',
        jurisdictionId: 'ocd-division/country:us/state:az/place:tempe',
      },
      { name: 'Kate Ortega', jurisdiction: null, jurisdictionId: null },
      { name: 'Kate Ortega', role: null },
      { name: 'Ortega' },
      { name: 'K. Ortega' },
      { name: null, title: 'the city manager' },
    ];
    for (const [at, one] of described.entries()) {
      await saveOfficials(store, `${at}-a`, [one]);
      await saveOfficials(store, `${at}-b`, [one]);
    }
    const list = await store.listOfficials();
    expect(list.filter(({ scope }) => scope === 'office').map(({ findings }) => findings)).toEqual([2, 2, 2]);
    expect(list.filter(({ scope }) => scope === 'story').map(({ findings }) => findings)).toEqual(Array(10).fill(1));
  });

  it('follow what a new reading says, with their counts, and nothing changes when it says the same', async () => {
    const { store } = under;
    const id = await saveOfficials(store, 'one', [{ name: 'Kate Ortega', jurisdiction: null, jurisdictionId: null }]);
    await saveOfficials(store, 'two', [{ name: 'Kate Ortega' }]);
    expect((await store.listOfficials()).map(({ findings }) => findings)).toEqual([1, 1]);
    await describeAgain(store, id, 'one', [{ name: 'Kate Ortega' }]);
    const list = await store.listOfficials();
    expect(list).toMatchObject([{ findings: 2 }]);
    const quotes = await collect(store.exportRows('quotes'));
    expect(quotes.map((row) => row.official_id)).toEqual([list[0]?.id, list[0]?.id]);
    const seq = (await store.changesSince(0, 1000)).length;
    await describeAgain(store, id, 'one', [{ name: 'Kate Ortega' }]);
    expect(await store.listOfficials()).toEqual(list);
    expect(await store.changesSince(0, 1000)).toHaveLength(seq);
    await describeAgain(store, id, 'one', []);
    expect(await store.listOfficials()).toMatchObject([{ findings: 1 }]);
  });

  it('do not count what an editor rejected, and show what an editor wrote', async () => {
    const { store } = under;
    const [one, two] = [
      await saveOfficials(store, 'one', [{ name: 'Kate Ortega' }]),
      await saveOfficials(store, 'two', [{ name: 'Kate Ortega' }]),
    ];
    const findingOf = async (storyId: string) =>
      (await store.getStory(storyId))?.findings.find(({ kind }) => kind === 'official')?.id ?? '';
    await store.decide({ findingId: await findingOf(one), editor: 'kim', verdict: 'reject' });
    expect(await store.listOfficials()).toMatchObject([{ name: 'Kate Ortega', findings: 1 }]);
    const patch = { name: 'Katherine Ortega' };
    await store.decide({ findingId: await findingOf(two), editor: 'kim', verdict: 'edit', patch });
    expect(await names(store)).toEqual(['Katherine Ortega']);
    const [quote] = (await collect(store.exportRows('quotes'))).filter((row) => row.story_id === two);
    expect(quote).toMatchObject({ speaker_name: 'Kate Ortega', official_name: 'Katherine Ortega' });
    await store.decide({ findingId: await findingOf(one), editor: 'kim', verdict: 'accept' });
    expect((await names(store)).sort()).toEqual(['Kate Ortega', 'Katherine Ortega']);
  });

  it('show the same, whatever the order of the stories', async () => {
    const { store } = under;
    const titles = ['Mesa Mayor', 'Mayor', 'Mayor', 'Mesa Mayor', 'Hizzoner'];
    for (const [at, title] of titles.entries()) await saveOfficials(store, `${at}`, [{ name: 'Kate Ortega', title }]);
    expect(await store.listOfficials()).toMatchObject([{ title: 'Mayor', findings: 5 }]);
  });
});
