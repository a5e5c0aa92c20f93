import { UsageError } from '@civicwire/shared';
import { expect, it } from 'vitest';
import { connect } from '../connect/connect.ts';
import type { Store } from '../open-store.ts';
import {
  collect,
  exampleAnnotation,
  exampleArticle,
  exampleText,
  extractAgain,
  saveExample,
} from '../testing/example-story.ts';
import { describeOnEachStore } from '../testing/with-store.ts';

async function findingId(store: Store, storyId: string, kind: string): Promise<string> {
  return (await store.getStory(storyId))?.findings.find((finding) => finding.kind === kind)?.id ?? '';
}

async function readAgain(
  store: Store,
  storyId: string,
  changes: Parameters<typeof exampleAnnotation>[1],
): Promise<void> {
  await store.requeue(storyId, 'extract');
  const snapshotId = (await store.getStory(storyId))?.story.snapshotId ?? '';
  const annotation = exampleAnnotation(exampleText, changes);
  await extractAgain(store, storyId, snapshotId, { annotation, rulesVersion: 'rules-2' });
  await store.save(storyId);
}

const stances = (position: 'supports' | 'opposes' | 'mixed') =>
  exampleAnnotation().stances.map((stance) => ({ ...stance, position }));

describeOnEachStore('review', (under) => {
  it('lists findings in pages that are each seen once', async () => {
    const { store } = under;
    for (const slug of ['one', 'two', 'three']) {
      await saveExample(store, slug, { article: exampleArticle(`${exampleText}\n${slug}`) });
    }
    const seen: string[] = [];
    let afterKey: string | null = null;
    do {
      const page = await store.listFindings({ limit: 5, afterKey });
      seen.push(...page.findings.map(({ id }) => id));
      afterKey = page.nextKey;
    } while (afterKey !== null);
    expect(seen).toHaveLength(12);
    expect(new Set(seen).size).toBe(12);
    const { findings } = await store.listFindings({ kind: 'stance', status: 'pending', limit: 100 });
    expect(findings).toHaveLength(3);
    expect(findings[0]).toMatchObject({ storyTitle: 'Mesa ends its jail agreement', kind: 'stance' });
    expect((await store.listFindings({ status: 'accepted', limit: 100 })).findings).toEqual([]);
  });

  it('keeps each decision and shows the finding with its version, trace and decisions', async () => {
    const { store } = under;
    const id = await findingId(store, await saveExample(store), 'stance');
    await store.decide({ findingId: id, editor: 'kim', verdict: 'accept' });
    await store.decide({ findingId: id, editor: 'kim', verdict: 'accept' });
    await store.decide({ findingId: id, editor: 'lee', verdict: 'reject', reason: 'she spoke of another agreement' });
    await store.decide({ findingId: id, editor: 'kim', verdict: 'accept' });
    const view = await store.getFinding(id);
    expect(view?.decisions.map(({ editor, verdict }) => `${editor} ${verdict}`)).toEqual([
      'kim accept',
      'lee reject',
      'kim accept',
    ]);
    expect(view?.finding).toMatchObject({ status: 'accepted', reopened: false, decidedValue: { position: 'opposes' } });
    expect(view?.finding.trace).toContain('−1');
    expect(view?.version.text).toBe(exampleText);
    expect(await store.getFinding('none')).toBeNull();
    expect(await store.getStory('none')).toBeNull();
  });

  it('applies an edit to the records and refuses a patch that does not fit', async () => {
    const { store } = under;
    const storyId = await saveExample(store);
    const city = await findingId(store, storyId, 'city');
    const official = await findingId(store, storyId, 'official');
    const quote = await findingId(store, storyId, 'quote');
    const stance = await findingId(store, storyId, 'stance');
    const edit = (finding: string, patch: Record<string, unknown>) =>
      store.decide({ findingId: finding, editor: 'kim', verdict: 'edit', patch });
    await edit(city, { state: 'TX', geoid: null, focus: false });
    await edit(official, { title: 'Vice Mayor' });
    await edit(quote, { speaker_name: null });
    await edit(stance, { position: 'mixed', attributed_by: 'Kim Doe' });
    const all = async (kind: 'cities' | 'officials' | 'quotes' | 'stances') => collect(store.exportRows(kind));
    expect(await all('cities')).toMatchObject([1, 2].map(() => ({ name: 'Mesa', state: 'TX', focus: false })));
    expect((await all('officials'))[0]).toMatchObject({ name: 'Ana Ruiz', title: 'Vice Mayor', status: 'edited' });
    expect((await all('quotes'))[0]).toMatchObject({ speaker_name: null, speaker_type: 'unknown', official_id: null });
    await edit(quote, { speaker_name: 'Ana Ruiz' });
    const [linked] = await all('quotes');
    expect(linked).toMatchObject({ speaker_name: 'Ana Ruiz', speaker_type: 'official' });
    expect(linked?.official_id).not.toBeNull();
    expect((await all('stances'))[0]).toMatchObject({ position: 'mixed', attributed_by: 'Kim Doe' });
    await expect(edit(stance, { position: 'maybe' })).rejects.toThrow(UsageError);
    await expect(edit(stance, { colour: 'red' })).rejects.toThrow(/colour/);
    const bad = { findingId: stance, editor: 'kim' };
    await expect(store.decide({ ...bad, verdict: 'edit' })).rejects.toThrow(/expected a patch/);
    await expect(store.decide({ ...bad, verdict: 'accept', patch: {} })).rejects.toThrow(/none without/);
    await expect(store.decide({ ...bad, findingId: 'none', verdict: 'accept' })).rejects.toThrow(/finding none/);
    await expect(store.decide({ ...bad, editor: ' ', verdict: 'accept' })).rejects.toThrow(UsageError);
    expect((await store.counts()).decisions).toBe(5);
  });

  it('never lets a machine change a decision: a disagreement reopens, and both sides are kept', async () => {
    const { store } = under;
    const storyId = await saveExample(store);
    const id = await findingId(store, storyId, 'stance');
    await store.decide({ findingId: id, editor: 'kim', verdict: 'edit', patch: { position: 'mixed' } });
    await readAgain(store, storyId, {});
    expect((await store.getFinding(id))?.finding).toMatchObject({ status: 'edited', reopened: false });
    await readAgain(store, storyId, { stances: stances('supports') });
    const reopened = await store.getFinding(id);
    expect(reopened?.finding).toMatchObject({
      status: 'edited',
      reopened: true,
      value: { position: 'supports' },
      decidedValue: { position: 'mixed' },
    });
    expect((await collect(store.exportRows('stances')))[0]).toMatchObject({ position: 'mixed' });
    expect((await store.counts()).reopened).toBe(1);
    expect((await store.listFindings({ needsReview: true, kind: 'stance', limit: 9 })).findings).toHaveLength(1);
    await readAgain(store, storyId, { stances: stances('mixed') });
    expect((await store.getFinding(id))?.finding).toMatchObject({ status: 'edited', reopened: false });
    await readAgain(store, storyId, { stances: stances('supports') });
    await store.decide({ findingId: id, editor: 'kim', verdict: 'reject' });
    await readAgain(store, storyId, { stances: stances('supports') });
    expect((await store.getFinding(id))?.finding).toMatchObject({ status: 'rejected', reopened: false });
    expect(await collect(store.exportRows('stances'))).toEqual([]);
  });

  it('goes on exporting what a person accepted while the machine says otherwise', async () => {
    const { store } = under;
    const storyId = await saveExample(store);
    const id = await findingId(store, storyId, 'stance');
    await store.decide({ findingId: id, editor: 'kim', verdict: 'accept' });
    await readAgain(store, storyId, { stances: stances('supports') });
    expect(await collect(store.exportRows('stances'))).toMatchObject([
      { position: 'opposes', status: 'accepted', reopened: true },
    ]);
  });

  it('keeps what a person accepted when the machine no longer finds it, and asks the person to look', async () => {
    const { store } = under;
    const storyId = await saveExample(store);
    const stance = await findingId(store, storyId, 'stance');
    const quote = await findingId(store, storyId, 'quote');
    const official = await findingId(store, storyId, 'official');
    await store.decide({ findingId: stance, editor: 'kim', verdict: 'accept' });
    await store.decide({ findingId: quote, editor: 'kim', verdict: 'reject' });
    await readAgain(store, storyId, { stances: [], quotes: [], officials: [] });
    const states = async (id: string) => (await store.getFinding(id))?.finding;
    expect(await states(stance)).toMatchObject({ status: 'accepted', found: false, reopened: true });
    expect(await states(quote)).toMatchObject({ status: 'rejected', found: false, reopened: false });
    expect(await states(official)).toMatchObject({ status: 'superseded', found: false, reopened: false });
    await readAgain(store, storyId, {});
    expect(await states(stance)).toMatchObject({ status: 'accepted', found: true, reopened: false });
    expect(await states(official)).toMatchObject({ status: 'pending', found: true });
  });

  it('cannot rewrite a decision or a change, not even by hand', async () => {
    const { store } = under;
    const id = await findingId(store, await saveExample(store), 'stance');
    await store.decide({ findingId: id, editor: 'kim', verdict: 'accept' });
    const { db } = await connect(under.url);
    try {
      await expect(db.updateTable('decision').set({ editor: 'x' }).execute()).rejects.toThrow(/append-only/);
      await expect(db.deleteFrom('decision').execute()).rejects.toThrow(/append-only/);
      await expect(db.updateTable('change').set({ kind: 'x' }).execute()).rejects.toThrow(/append-only/);
      await expect(db.deleteFrom('change').execute()).rejects.toThrow(/append-only/);
    } finally {
      await db.destroy();
    }
    expect((await store.getFinding(id))?.decisions).toMatchObject([{ editor: 'kim' }]);
  });
});
