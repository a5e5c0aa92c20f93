import { UsageError } from '@civicwire/shared';
import { expect, it } from 'vitest';
import { connect } from '../connect/connect.ts';
import type { Store } from '../open-store.ts';
import { collect } from '../testing/example-story.ts';
import { describeAgain, saveOfficials } from '../testing/official-story.ts';
import { describeOnEachStore } from '../testing/with-store.ts';
import type { OfficialDecisionInput } from './decide-official.ts';

const by = { editor: 'kim', reason: 'her page at the city says so' };
const nowhere = { jurisdiction: null, jurisdictionId: null };
const changeCount = async (store: Store) => (await store.changesSince(0, 10_000)).length;

/** Everything that readers see of officials. */
async function picture(store: Store): Promise<unknown> {
  const kinds = ['officials', 'quotes', 'stances'] as const;
  const rows = await Promise.all(kinds.map((kind) => collect(store.exportRows(kind))));
  return { list: await store.listOfficials(), rows };
}

/** Three rows of one person: the office, a surname, and a story that does not say where. */
async function saveThree(store: Store) {
  const full = await saveOfficials(store, 'full', [{ name: 'Kate Ortega' }, { name: 'Tom Adler', role: 'sheriff' }]);
  const surname = await saveOfficials(store, 'surname', [{ name: 'Ortega', title: 'The mayor,' }]);
  const elsewhere = await saveOfficials(store, 'elsewhere', [{ name: 'Kate Ortega', ...nowhere }], '2026-07-01');
  const mentions = await collect(store.exportRows('officials'));
  const ofStory = (id: string) =>
    String(mentions.find((row) => row.story_id === id && row.name !== 'Tom Adler')?.official_id);
  return {
    stories: { full, surname, elsewhere },
    ids: { full: ofStory(full), surname: ofStory(surname), elsewhere: ofStory(elsewhere) },
  };
}

async function decideId(store: Store, input: OfficialDecisionInput): Promise<string> {
  return (await store.decideOfficial(input)).decision?.id ?? '';
}

describeOnEachStore('decisions about officials', (under) => {
  it('merge: quotes, stances and the list follow the canonical official, under its name', async () => {
    const { store } = under;
    const { stories, ids } = await saveThree(store);
    const seq = await changeCount(store);
    const result = await store.decideOfficial({ kind: 'merge', officialId: ids.surname, intoId: ids.full, ...by });
    expect(result).toMatchObject({ written: true, decision: { kind: 'merge', editor: 'kim', position: 0 } });
    await store.decideOfficial({ kind: 'merge', officialId: ids.elsewhere, intoId: ids.surname, ...by });
    const [ortega] = await store.listOfficials();
    expect(ortega).toMatchObject({
      id: ids.full,
      name: 'Kate Ortega',
      findings: 3,
      mergedRows: 2,
      lastSeen: '2026-07-01',
    });
    const stances = await collect(store.exportRows('stances'));
    expect(stances.filter((row) => row.official_id === ids.full)).toHaveLength(3);
    expect(stances.find((row) => row.holder === 'Ortega')).toMatchObject({ official_name: 'Kate Ortega' });
    const finding = (await store.listFindings({ storyId: stories.surname, kind: 'stance', limit: 1 })).findings[0];
    expect(await store.getFinding(finding?.id ?? '')).toMatchObject({
      official: { id: ids.full, name: 'Kate Ortega' },
    });
    const changes = (await store.changesSince(seq, 100)).map(({ entity, entityId, storyId }) => [
      entity,
      entityId,
      storyId,
    ]);
    expect(changes).toContainEqual(['official_decision', result.decision?.id, null]);
    expect(changes).toContainEqual(['official', ids.surname, null]);
    const view = await store.getOfficial(ids.elsewhere.slice(0, 10));
    expect(view).toMatchObject({ official: { id: ids.full }, quotes: 3, stances: 3 });
    expect(view.stories.map(({ name }) => name)).toEqual(['Kate Ortega', expect.any(String), expect.any(String)]);
    expect(view.decisions).toMatchObject([{ stands: true }, { stands: true }]);
  });

  it('undone: the picture is as if they had never been, in whatever order they are undone', async () => {
    const { store } = under;
    const { stories, ids } = await saveThree(store);
    const before = await picture(store);
    const orders = [
      [0, 1, 2],
      [2, 1, 0],
      [1, 2, 0],
    ];
    for (const order of orders) {
      const made = [
        await decideId(store, { kind: 'merge', officialId: ids.surname, intoId: ids.full, ...by }),
        await decideId(store, { kind: 'merge', officialId: ids.full, intoId: ids.elsewhere, ...by }),
        await decideId(store, { kind: 'split', officialId: ids.full, storyId: stories.surname, ...by }),
      ];
      expect(await picture(store)).not.toEqual(before);
      for (const at of order) await store.decideOfficial({ kind: 'undo', decisionId: made[at] ?? '', ...by });
      expect(await picture(store)).toEqual(before);
    }
    expect(await collect(store.exportRows('official_decisions'))).toHaveLength(18);
  });

  it('split: one story gets somebody of his or her own, who can be merged again', async () => {
    const { store } = under;
    const { stories, ids } = await saveThree(store);
    const again = await saveOfficials(store, 'again', [{ name: 'Kate Ortega' }]);
    const split = await store.decideOfficial({ kind: 'split', officialId: ids.full, storyId: again, ...by });
    expect(split).toMatchObject({ written: true, change: { storyIds: [again] } });
    const inStory = async (id: string) =>
      (await collect(store.exportRows('stances'))).find((row) => row.story_id === id && row.holder === 'Kate Ortega');
    const apart = String((await inStory(again))?.official_id);
    expect(apart).not.toBe(ids.full);
    expect((await inStory(stories.full))?.official_id).toBe(ids.full);
    const list = await store.listOfficials();
    expect(list.find(({ id }) => id === ids.full)).toMatchObject({ findings: 1 });
    expect(list.find(({ id }) => id === apart)).toMatchObject({ scope: 'split', name: 'Kate Ortega', findings: 1 });
    await store.decideOfficial({ kind: 'merge', officialId: apart, intoId: ids.full, ...by });
    expect((await inStory(again))?.official_id).toBe(ids.full);
    await store.decideOfficial({ kind: 'split', officialId: ids.full, storyId: again, ...by });
    expect((await inStory(again))?.official_id).not.toBe(ids.full);
  });

  it('outlive every later reading, also one that knows more', async () => {
    const { store } = under;
    const { stories, ids } = await saveThree(store);
    await store.decideOfficial({ kind: 'merge', officialId: ids.elsewhere, intoId: ids.surname, ...by });
    await store.decideOfficial({ kind: 'split', officialId: ids.full, storyId: stories.full, ...by });
    const officialIds = async () =>
      (await collect(store.exportRows('stances'))).map((row) => [row.story_id, row.holder, row.official_id]).sort();
    const before = await officialIds();
    await describeAgain(store, stories.elsewhere, 'elsewhere', [{ name: 'Kate Ortega' }]);
    await describeAgain(store, stories.full, 'full', [
      { name: 'Kate Ortega', role: 'council-member', organization: null },
      { name: 'Tom Adler', role: 'sheriff' },
    ]);
    expect(await officialIds()).toEqual(before);
    const [merge] = await collect(store.exportRows('official_decisions'));
    expect(merge).toMatchObject({ editor: 'kim', reason: by.reason });
    for (const row of await collect(store.exportRows('official_decisions')))
      await store.decideOfficial({ kind: 'undo', decisionId: String(row.id), ...by });
    // Now the descriptions count again: the later readings gave one story the office, and made the other a council member.
    expect((await officialIds()).filter(([, , id]) => id === ids.full)).toEqual([
      [stories.elsewhere, 'Kate Ortega', ids.full],
    ]);
    expect(await store.listOfficials()).toContainEqual(
      expect.objectContaining({ role: 'council-member', findings: 1 }),
    );
  });

  it('made twice change no row, and a dry run changes none', async () => {
    const { store } = under;
    const { stories, ids } = await saveThree(store);
    const merge = { kind: 'merge' as const, officialId: ids.surname, intoId: ids.full, ...by };
    const seq = await changeCount(store);
    const dry = await store.decideOfficial(merge, { dryRun: true });
    expect(dry).toMatchObject({ written: false, change: { merges: [{ officialId: ids.surname, after: ids.full }] } });
    expect(await changeCount(store)).toBe(seq);
    const made = await store.decideOfficial(merge);
    expect(made.decision?.id).toBe(dry.decision?.id);
    await store.decideOfficial({ kind: 'split', officialId: ids.full, storyId: stories.full, ...by });
    await store.decideOfficial({ kind: 'apart', officialId: ids.full, otherId: ids.elsewhere, ...by });
    const after = await changeCount(store);
    const same: OfficialDecisionInput[] = [
      merge,
      { ...merge, officialId: ids.full, intoId: ids.surname },
      { kind: 'split', officialId: ids.full, storyId: stories.full, ...by },
      { kind: 'apart', officialId: ids.elsewhere, otherId: ids.full, ...by },
    ];
    for (const input of same)
      expect(await store.decideOfficial(input)).toMatchObject({ decision: null, written: false });
    expect(await changeCount(store)).toBe(after);
    const undo = { kind: 'undo' as const, decisionId: made.decision?.id ?? '', ...by };
    await store.decideOfficial(undo);
    const undone = await changeCount(store);
    expect(await store.decideOfficial(undo)).toMatchObject({ decision: null, written: false });
    expect(await changeCount(store)).toBe(undone);
  });

  it('are refused with thing, place and expectation where they cannot be', async () => {
    const { store } = under;
    const { stories, ids } = await saveThree(store);
    const refused = async (input: OfficialDecisionInput, words: RegExp) => {
      await expect(store.decideOfficial(input)).rejects.toThrow(UsageError);
      await expect(store.decideOfficial(input)).rejects.toThrow(words);
    };
    await refused({ kind: 'merge', officialId: ids.full, intoId: ids.full, ...by }, /given twice.*expected/);
    await refused({ kind: 'merge', officialId: 'ffffffff', intoId: ids.full, ...by }, /official ffffffff.*expected/);
    await refused({ kind: 'merge', officialId: 'Kate', intoId: ids.full, ...by }, /official Kate.*expected an id/);
    await refused({ kind: 'merge', officialId: ids.full, intoId: ids.surname, editor: 'kim', reason: ' ' }, /reason/);
    await refused({ kind: 'split', officialId: ids.full, storyId: stories.surname, ...by }, /not named.*expected/);
    await refused({ kind: 'undo', decisionId: 'abcdef', ...by }, /abcdef.*expected/);
    await refused({ kind: 'link', officialId: ids.full, rosterEntryId: 'abcdef', ...by }, /roster entry abcdef/);
    const apart = await decideId(store, { kind: 'apart', officialId: ids.full, otherId: ids.surname, ...by });
    await refused({ kind: 'merge', officialId: ids.full, intoId: ids.surname, ...by }, new RegExp(`${apart}.*undone`));
    const undo = await decideId(store, { kind: 'undo', decisionId: apart, ...by });
    await refused({ kind: 'undo', decisionId: undo, ...by }, /is an undo/);
  });

  it('cannot be rewritten, not even by hand', async () => {
    const { store } = under;
    const { ids } = await saveThree(store);
    await store.decideOfficial({ kind: 'merge', officialId: ids.surname, intoId: ids.full, ...by });
    const { db } = await connect(under.url);
    try {
      await expect(db.updateTable('officialDecision').set({ editor: 'x' }).execute()).rejects.toThrow(/append-only/);
      await expect(db.deleteFrom('officialDecision').execute()).rejects.toThrow(/append-only/);
    } finally {
      await db.destroy();
    }
  });
});
