// Which city each stance is of follows its story, its holder and the places that there are, whatever changes, on every database.
import { expect, it } from 'vitest';
import { exampleAnnotation, exampleArticle, exampleText, saveExample } from '../testing/example-story.ts';
import { describeAgain, saveOfficials } from '../testing/official-story.ts';
import { describeOnEachStore } from '../testing/with-store.ts';
import { checkStore } from '../upkeep/check-store.ts';

const nowhere = { jurisdiction: null, jurisdictionId: null };

describeOnEachStore('the city of a stance', (under) => {
  const stances = () => under.store.readView({ view: 'v_stance', order: ['id'], direction: 'asc', limit: 500 });
  const places = async () => (await stances()).map(({ place_from }) => place_from).sort();
  const isWhole = async () =>
    expect((await checkStore(under.url)).filter(({ wrong }) => wrong > 0).map(({ name }) => name)).toEqual([]);

  it('is lost when a second city of that name appears in the state, in all stories', async () => {
    await saveExample(under.store);
    expect(await places()).toEqual(['jurisdiction']);
    const text = `${exampleText}\nAnother Mesa.`;
    const cities = exampleAnnotation(text).cities.map((city) => ({ ...city, geoid: '0499999', focus: false }));
    const annotation = exampleAnnotation(text, { cities, stances: [] });
    await saveExample(under.store, 'other', { article: exampleArticle(text, { title: 'Other' }), annotation });
    expect(await places()).toEqual([null]);
    await isWhole();
  });

  it('follows what a person says of the story’s cities', async () => {
    const text = `${exampleText}\nA resident.`;
    const annotation = exampleAnnotation(text, {
      stances: exampleAnnotation(text).stances.map((stance) => ({
        ...stance,
        holder: 'Kim Doe',
        holderType: 'person',
      })),
    });
    await saveExample(under.store, 'one', { article: exampleArticle(text), annotation });
    expect(await places()).toEqual(['focus']);
    const [city] = (await under.store.listFindings({ kind: 'city', limit: 1 })).findings;
    const decide = (verdict: 'accept' | 'reject') =>
      under.store.decide({ findingId: city?.id ?? '', editor: 'kim', verdict });
    await decide('reject');
    expect(await places()).toEqual([null]);
    await decide('accept');
    expect(await places()).toEqual(['focus']);
    await isWhole();
  });

  it('follows the holder through merges, undos and other descriptions', async () => {
    const { store } = under;
    await saveExample(store, 'mesa');
    const story = await saveOfficials(store, 'a', [{ name: 'Kate Ortega' }]);
    await saveOfficials(store, 'b', [{ name: 'Ortega', title: 'Her Honor', ...nowhere }]);
    const all = await store.listOfficials();
    const [known, unknown] = ['Kate Ortega', 'Ortega'].map((name) => all.find((one) => one.name === name)?.id ?? '');
    const before = await places();
    expect(before.filter((from) => from === null)).toHaveLength(1);
    const by = { editor: 'kim', reason: 'the same' };
    const { decision } = await store.decideOfficial({
      kind: 'merge',
      officialId: unknown ?? '',
      intoId: known ?? '',
      ...by,
    });
    expect(await places()).toEqual(['jurisdiction', 'jurisdiction', 'jurisdiction']);
    await isWhole();
    await store.decideOfficial({ kind: 'undo', decisionId: decision?.id ?? '', ...by });
    expect(await places()).toEqual(before);
    await describeAgain(store, story, 'a', [{ name: 'Kate Ortega', ...nowhere }]);
    await isWhole();
  });

  it('lists a city’s stances by an index, the latest first', async () => {
    for (let day = 1; day < 8; day += 1) {
      const text = `${exampleText}\nOn day ${day}.`;
      const article = exampleArticle(text, { title: `Day ${day}`, publishedAt: `2026-03-0${day}` });
      await saveExample(under.store, `${day}`, { article });
    }
    const [first] = await stances();
    const where = [{ column: 'place_id', is: '=', value: String(first?.place_id) }] as const;
    const question = { view: 'v_stance', where, order: ['seen_on', 'id'], direction: 'desc', limit: 3 } as const;
    const days = (await under.store.readView(question)).map(({ seen_on }) => seen_on);
    expect(days).toEqual(['2026-03-07', '2026-03-06', '2026-03-05']);
    await isWhole();
  });
});
