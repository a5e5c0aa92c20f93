import { expect, it } from 'vitest';
import type { Store } from '../open-store.ts';
import {
  collect,
  exampleAnnotation,
  exampleArticle,
  exampleText,
  passage,
  saveExample,
} from '../testing/example-story.ts';
import { describeOnEachStore } from '../testing/with-store.ts';
import type { Rereading } from './republish.ts';

const flipped = () =>
  exampleAnnotation(exampleText, {
    stances: exampleAnnotation().stances.map((stance) => ({
      ...stance,
      position: 'supports' as const,
      rule: 'stance/new',
    })),
  });

async function readAgain(store: Store, storyId: string, changes: Partial<Rereading> = {}): Promise<Rereading> {
  const [saved] = await collect(store.savedStories({ storyIds: [storyId] }));
  return {
    storyId,
    versionId: saved?.versionId ?? '',
    snapshotId: saved?.snapshotId ?? '',
    rulesVersion: 'rules-2',
    article: exampleArticle(),
    annotation: exampleAnnotation(),
    ...changes,
  };
}

async function findingOf(store: Store, storyId: string, kind: string) {
  const finding = (await store.getStory(storyId))?.findings.find((candidate) => candidate.kind === kind);
  if (finding === undefined) throw new Error(`expected a ${kind}`);
  return finding;
}

const lastSeq = async (store: Store) => (await store.changesSince(0, 10_000)).at(-1)?.seq ?? 0;

describeOnEachStore('reading again', (under) => {
  it('lists saved stories in order of their ids, all, some or the first few', async () => {
    const { store } = under;
    const text = (n: number) => ({ article: exampleArticle(`${exampleText} ${n}`, { title: `Story ${n}` }) });
    const ids = [];
    for (const n of [1, 2, 3]) ids.push(await saveExample(store, `${n}`, text(n)));
    const listed = async (options?: Parameters<Store['savedStories']>[0]) =>
      (await collect(store.savedStories(options))).map(({ story }) => story.id);
    expect(await listed()).toEqual([...ids].sort());
    expect(await listed({ limit: 2 })).toEqual([...ids].sort().slice(0, 2));
    expect(await listed({ storyIds: [ids[1] ?? '', 'none'] })).toEqual([ids[1]]);
  });

  it('finds no change in the same reading and names the kinds of change in another one', async () => {
    const { store } = under;
    const id = await saveExample(store);
    expect(await store.compareReading(await readAgain(store, id))).toEqual({ changes: [], newVersion: false });
    const [stance] = flipped().stances;
    const annotation = exampleAnnotation(exampleText, {
      cities: [],
      quotes: exampleAnnotation().quotes.map((quote) => ({ ...quote, speakerName: 'Somebody' })),
      stances: stance ? [stance, { ...stance, holder: 'Mesa', evidence: passage(exampleText, 'Mesa council') }] : [],
    });
    const { changes } = await store.compareReading(await readAgain(store, id, { annotation }));
    expect(changes.map(({ what, kind, issue, effect }) => [what, kind, issue, effect])).toEqual([
      ['dropped', 'city', null, null],
      ['added', 'stance', 'local-enforcement', null],
      ['changed', 'quote', null, null],
      ['flipped', 'stance', 'local-enforcement', null],
    ]);
    expect(changes.at(-1)).toMatchObject({
      before: { label: 'Ana Ruiz opposes local-enforcement', rule: 'stance/oppose' },
      after: { label: 'Ana Ruiz supports local-enforcement', rule: 'stance/new' },
      status: 'pending',
    });
  });

  it('takes a stance on other words of the same passage for one change', async () => {
    const { store } = under;
    const id = await saveExample(store);
    const evidence = passage(exampleText, 'opposes the agreement');
    const moved = (position: 'supports' | 'opposes') =>
      exampleAnnotation(exampleText, {
        stances: exampleAnnotation().stances.map((stance) => ({ ...stance, position, evidence })),
      });
    const what = async (position: 'supports' | 'opposes') =>
      (await store.compareReading(await readAgain(store, id, { annotation: moved(position) }))).changes.map(
        (change) => change.what,
      );
    expect(await what('opposes')).toEqual(['changed']);
    expect(await what('supports')).toEqual(['flipped']);
  });

  it('weighs changes by decisions: a rejected one that goes is mended, an accepted one that goes is broken', async () => {
    const { store } = under;
    const id = await saveExample(store);
    const effects = async (annotation: Rereading['annotation']) =>
      (await store.compareReading(await readAgain(store, id, { annotation }))).changes.map(({ kind, status, effect }) =>
        [kind, status, effect].join(' '),
      );
    const stance = await findingOf(store, id, 'stance');
    const city = await findingOf(store, id, 'city');
    await store.decide({ findingId: stance.id, editor: 'kim', verdict: 'reject' });
    await store.decide({ findingId: city.id, editor: 'kim', verdict: 'accept' });
    expect(await effects(flipped())).toEqual(['stance rejected mends']);
    expect(await effects(exampleAnnotation(exampleText, { stances: [], cities: [] }))).toEqual([
      'city accepted breaks',
      'stance rejected mends',
    ]);
    await store.decide({ findingId: stance.id, editor: 'kim', verdict: 'edit', patch: { position: 'supports' } });
    expect(await effects(flipped())).toEqual(['stance edited mends']);
  });

  it('writes what is new in one transaction and leaves decisions alone; a disagreement reopens', async () => {
    const { store } = under;
    const id = await saveExample(store);
    const stance = await findingOf(store, id, 'stance');
    await store.decide({ findingId: stance.id, editor: 'kim', verdict: 'accept' });
    expect(await store.republish([await readAgain(store, id, { annotation: flipped() })])).toEqual({
      stories: 1,
      stale: 0,
      newVersions: 0,
      inserted: 0,
      updated: 1,
      superseded: 0,
    });
    expect(await findingOf(store, id, 'stance')).toMatchObject({
      status: 'accepted',
      reopened: true,
      rule: 'stance/new',
      rulesVersion: 'rules-2',
      decidedValue: { position: 'opposes' },
      value: { position: 'supports' },
    });
    expect(await collect(store.exportRows('stances'))).toMatchObject([{ position: 'opposes' }]);
    expect((await store.getStory(id))?.version?.rulesVersion).toBe('rules-2');
    const seq = await lastSeq(store);
    await store.republish([await readAgain(store, id, { annotation: flipped() })]);
    expect(await lastSeq(store)).toBe(seq);
  });

  it('passes over a story that has moved on, and writes a new version where the text is read otherwise', async () => {
    const { store } = under;
    const id = await saveExample(store);
    const reading = await readAgain(store, id);
    const text = `${exampleText}\nMore.`;
    const longer = { ...reading, article: exampleArticle(text), annotation: exampleAnnotation(text) };
    expect(await store.compareReading(longer)).toMatchObject({ newVersion: true });
    expect(await store.republish([longer])).toMatchObject({ stories: 1, newVersions: 1 });
    expect((await store.getStory(id))?.version?.text).toBe(text);
    expect(await store.republish([reading])).toMatchObject({ stories: 0, stale: 1 });
    const again = await readAgain(store, id);
    await store.requeue(id, 'extract');
    expect(await store.republish([again])).toMatchObject({ stories: 0, stale: 1 });
  });

  it('brings the section up to date without a new version, and tells who follows', async () => {
    const { store } = under;
    const id = await saveExample(store, 'one', { article: exampleArticle(exampleText, { section: null }) });
    const seq = await lastSeq(store);
    const methods = { section: 'json-ld' };
    const reading = await readAgain(store, id, { article: exampleArticle(exampleText, { methods }) });
    expect(await store.republish([reading])).toMatchObject({ stories: 1, newVersions: 0 });
    const { versions, version } = (await store.getStory(id)) ?? {};
    expect(versions).toHaveLength(1);
    expect(version).toMatchObject({ section: 'Public Safety', methods });
    const changes = await store.changesSince(seq, 10);
    expect(changes.map(({ entity, kind }) => [entity, kind])).toEqual([['story_version', 'update']]);
    expect((await collect(store.exportRows('stories')))[0]).toMatchObject({ section: 'Public Safety' });
  });

  it('writes nothing when the readings end in an error', async () => {
    const { store } = under;
    const id = await saveExample(store);
    const reading = await readAgain(store, id, { annotation: flipped() });
    const seq = await lastSeq(store);
    const before = await store.getStory(id);
    async function* broken() {
      yield reading;
      throw new Error('the disk is gone');
    }
    await expect(store.republish(broken())).rejects.toThrow('the disk is gone');
    expect(await lastSeq(store)).toBe(seq);
    expect(await store.getStory(id)).toEqual(before);
  });
});
