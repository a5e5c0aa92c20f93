// Tests of evidence whose bounds a person has set: stored, exported, undone, refused where the words are not the text's. Both engines.
import { UsageError } from '@civicwire/shared';
import { expect, it } from 'vitest';
import type { Store } from '../open-store.ts';
import {
  collect,
  exampleAnnotation,
  exampleArticle,
  exampleText,
  extractAgain,
  passage,
  saveExample,
} from '../testing/example-story.ts';
import { describeOnEachStore } from '../testing/with-store.ts';

const { stances, quotes, cities } = exampleAnnotation();
const machine = stances[0]?.evidence ?? { start: 0, end: 0 };
const wider = passage(exampleText, 'Ruiz opposes the agreement. The Mesa Police Department did not comment.');

async function idOf(store: Store, storyId: string, kind: string): Promise<string> {
  return (await store.getStory(storyId))?.findings.find((finding) => finding.kind === kind)?.id ?? '';
}

async function readAgain(store: Store, storyId: string, text: string, rulesVersion: string): Promise<void> {
  await store.requeue(storyId, 'extract');
  const snapshotId = (await store.getStory(storyId))?.story.snapshotId ?? '';
  const again = { article: exampleArticle(text), annotation: exampleAnnotation(text), rulesVersion };
  await extractAgain(store, storyId, snapshotId, again);
  await store.save(storyId);
}

describeOnEachStore('bounds that a person sets', (under) => {
  const edit = (findingId: string, patch: Record<string, unknown>) =>
    under.store.decide({ findingId, editor: 'kim', verdict: 'edit', patch });
  const evidence = async (id: string) => {
    const found = await under.store.getFinding(id);
    const { start = 0, end = 0, text } = found?.finding ?? {};
    expect(found?.version.text.slice(start, end)).toBe(text);
    expect((await under.store.provenance(id))?.span).toEqual({ start, end, text, holds: true });
    return { start, end, text };
  };

  it('are exported with their words, verified by provenance, and kept in the decision', async () => {
    const { store } = under;
    const storyId = await saveExample(store);
    const bounds = { start: wider.start, end: wider.end };
    const id = await idOf(store, storyId, 'stance');
    const { patch } = await edit(id, { ...bounds, position: 'mixed' });
    expect(patch).toEqual({ ...wider, position: 'mixed' });
    expect(await evidence(id)).toEqual(wider);
    expect((await collect(store.exportRows('stances')))[0]).toMatchObject({ ...wider, position: 'mixed' });
    const spans = [
      ['quote', 'quotes', passage(exampleText, 'We will not hold people'), quotes.length],
      ['city', 'cities', passage(exampleText, 'Mesa council'), cities.length],
    ] as const;
    for (const [kind, exported, span, rows] of spans) {
      const finding = await idOf(store, storyId, kind);
      await edit(finding, { start: span.start, end: span.end });
      expect(await evidence(finding)).toEqual(span);
      const all = await collect(store.exportRows(exported));
      expect(all).toHaveLength(rows);
      expect(all.filter(({ text }) => text === span.text)).toMatchObject([{ ...span, status: 'edited' }]);
    }
  });

  it('go with the decision when it is taken over by another, and the machine’s stand again', async () => {
    const { store } = under;
    const id = await idOf(store, await saveExample(store), 'stance');
    await edit(id, { start: wider.start, end: wider.end });
    await store.decide({ findingId: id, editor: 'lee', verdict: 'accept' });
    expect(await evidence(id)).toMatchObject(machine);
    await edit(id, { start: wider.start, end: wider.end });
    await edit(id, { position: 'mixed' });
    expect(await evidence(id)).toMatchObject(machine);
    expect((await collect(store.exportRows('stances')))[0]).toMatchObject(machine);
  });

  it('are refused where no words are, or other words than said', async () => {
    const { store } = under;
    const id = await idOf(store, await saveExample(store), 'stance');
    const wrong = [
      { start: 5 },
      { start: 5, end: 5 },
      { start: -1, end: 5 },
      { start: 0, end: exampleText.length + 1 },
      { start: 0.5, end: 4 },
      { start: 0, end: 4, text: 'Yuma' },
      { start: exampleText.indexOf('\n'), end: exampleText.indexOf('\n') + 1 },
      { text: 'Mesa' },
    ];
    for (const patch of wrong) await expect(edit(id, patch)).rejects.toThrow(UsageError);
    expect((await store.getFinding(id))?.decisions).toEqual([]);
    expect((await edit(id, { start: 0, end: 4, text: 'Mesa' })).patch).toEqual({ start: 0, end: 4, text: 'Mesa' });
  });

  it('stay when the machine reads again, move with their words to a new version, and reopen where those are gone', async () => {
    const { store } = under;
    const storyId = await saveExample(store);
    const id = await idOf(store, storyId, 'stance');
    await edit(id, { start: wider.start, end: wider.end });
    await readAgain(store, storyId, exampleText, 'rules-2');
    expect(await evidence(id)).toEqual(wider);
    const longer = `A new beginning.\n${exampleText}`;
    await readAgain(store, storyId, longer, 'rules-2');
    const moved = passage(longer, wider.text);
    expect(await evidence(id)).toEqual(moved);
    expect((await collect(store.exportRows('stances')))[0]).toMatchObject(moved);
    expect((await store.getFinding(id))?.finding).toMatchObject({ status: 'edited', reopened: false });
    await readAgain(store, storyId, longer.replace('did not comment', 'was silent'), 'rules-2');
    expect((await store.getFinding(id))?.finding).toMatchObject({ status: 'edited', reopened: true });
    expect(await evidence(id)).toMatchObject({ text: 'Ruiz opposes the agreement' });
  });

  it('are taken back with the action at the desk, and never set for many', async () => {
    const { store } = under;
    const id = await idOf(store, await saveExample(store), 'stance');
    const who = { editor: 'kim', sessionId: 's' };
    const revision = (await store.desk.readItem(id, who))?.revision ?? '';
    const patch = { start: wider.start, end: wider.end };
    await store.desk.decide({ findingId: id, key: 'key-00001', revision, verdict: 'edit', patch }, who, { share: 0 });
    expect(await evidence(id)).toEqual(wider);
    await store.desk.undo('key-00002', who);
    expect(await evidence(id)).toMatchObject(machine);
    expect((await store.getFinding(id))?.finding).toMatchObject({ status: 'pending', machineStart: null });
    const bulk = { filter: {}, limit: 9, key: 'key-00003', selection: null, verdict: 'edit', patch } as const;
    await expect(store.desk.decideBulk(bulk, who, { share: 0 })).rejects.toThrow(/bounds are of one text/);
  });

  it('a stance that is accepted and taken back is counted as one of a person, and no longer', async () => {
    const { store } = under;
    const id = await idOf(store, await saveExample(store), 'stance');
    const months = () =>
      store.readView({
        view: 'v_stance_by_month',
        order: ['month', 'issue', 'position', 'basis'],
        direction: 'asc',
        limit: 9,
      });
    const who = { editor: 'kim', sessionId: 's' };
    const revision = (await store.desk.readItem(id, who))?.revision ?? '';
    expect(await months()).toMatchObject([{ stances: 1, published: 0 }]);
    await store.desk.decide({ findingId: id, key: 'key-00001', revision, verdict: 'accept' }, who, { share: 0 });
    expect(await months()).toMatchObject([{ stances: 1, published: 1 }]);
    await store.desk.undo('key-00002', who);
    expect(await months()).toMatchObject([{ stances: 1, published: 0 }]);
  });
});
