// Editors at work side by side: who holds what, what is saved late, sent twice, taken back.
import { expect, test } from 'vitest';
import { type DeskApiUnderTest, describeDesk, newKey, password } from '../testing/desk-api-under-test.ts';
import { createDeskClient, type DeskClient } from '../testing/desk-client.ts';
import { manyCities, saveStory } from '../testing/filled-store.ts';
import type { DeskItem } from './contract.ts';

const next = { filter: {}, order: 'impact' as const };

async function take(client: DeskClient): Promise<DeskItem> {
  const { item } = await client.call('take_next', { body: next });
  if (item === null) throw new Error('expected an item');
  return item;
}

const verdict = ({ revision }: DeskItem, given: 'accept' | 'reject' = 'accept') => ({
  key: newKey(),
  revision,
  verdict: given,
});

/** Stories with so many cities between them. */
async function addCities(under: DeskApiUnderTest, stories: number, each: number): Promise<void> {
  const { story, annotation } = manyCities(each);
  for (let at = 0; at < stories; at += 1) {
    const text = `${story.text} It was story ${at}.`;
    await saveStory(
      under.filled.store,
      `https://desert-wire.example/lake-${at}`,
      { ...story, title: `Lake ${at}`, text },
      annotation,
    );
  }
}

describeDesk('editors side by side', { users: true }, (under) => {
  test('never hold one item, neither two people nor one person twice, until it is given back or left alone', async () => {
    const [ann, bo] = [await under.user('Ann'), await under.user('Bo')];
    const annElsewhere = createDeskClient(under.server.port);
    await annElsewhere.signIn('Ann', password);
    const held = [await take(ann), await take(bo), await take(annElsewhere)];
    expect(new Set(held.map(({ id }) => id)).size).toBe(3);
    const [{ id = '' } = {}] = held;
    const refused = await bo.ask('lease_item', { id });
    expect(refused).toMatchObject({ status: 409, json: { lease: { editor: 'Ann', mine: false } } });
    expect((await annElsewhere.ask('lease_item', { id })).status).toBe(409);
    expect(
      (await bo.call('list_queue', { query: { held: 'others' } })).items.map(({ lease }) => lease?.editor).sort(),
    ).toEqual(['Ann', 'Ann']);
    under.filled.clock.advance(9 * 60_000);
    await ann.call('lease_item', { id });
    under.filled.clock.advance(9 * 60_000);
    expect((await bo.ask('lease_item', { id })).status).toBe(409);
    under.filled.clock.advance(2 * 60_000);
    expect((await bo.call('lease_item', { id })).lease).toMatchObject({ editor: 'Bo', mine: true });
    await bo.call('release_item', { id });
    await ann.call('lease_item', { id });
    await ann.call('sign_out');
    await bo.call('lease_item', { id });
  });

  test('get both versions when one saves late, and nothing is lost or overwritten', async () => {
    const [ann, bo] = [await under.user('Ann'), await under.user('Bo')];
    const item = await take(ann);
    under.filled.clock.advance(11 * 60_000);
    await bo.call('lease_item', { id: item.id });
    const whileHeld = await ann.ask('decide_item', { id: item.id, body: verdict(item, 'reject') });
    expect(whileHeld).toMatchObject({
      status: 409,
      json: { yours: { verdict: 'reject' }, current: { lease: { editor: 'Bo' } } },
    });
    await bo.call('decide_item', { id: item.id, body: verdict(item) });
    const late = await ann.ask('decide_item', { id: item.id, body: { ...verdict(item, 'reject'), words: 'too far' } });
    expect(late).toMatchObject({
      status: 409,
      json: {
        yours: { verdict: 'reject', words: 'too far' },
        current: { status: 'accepted', history: [{ editor: 'Bo' }] },
      },
    });
    const current = await ann.call('get_item', { id: item.id });
    await ann.call('decide_item', { id: item.id, body: verdict(current, 'reject') });
    expect((await ann.call('get_item', { id: item.id })).history.map(({ editor }) => editor)).toEqual(['Bo', 'Ann']);
    const undone = await bo.call('undo', { body: { key: newKey() } });
    expect(undone).toMatchObject({ items: [{ status: 'rejected' }], overtaken: [{ id: item.id, editor: 'Ann' }] });
  });

  test('lose no decision with the connection: what is sent again is answered again and done once', async () => {
    const ann = await under.user('Ann');
    const item = await take(ann);
    const body = verdict(item);
    const answers = await Promise.all([1, 2, 3].map(() => ann.call('decide_item', { id: item.id, body })));
    expect(new Set(answers.map(({ action_id }) => action_id)).size).toBe(1);
    under.filled.clock.advance(60 * 60_000);
    expect((await ann.call('decide_item', { id: item.id, body })).action_id).toBe(answers[0]?.action_id);
    expect((await ann.call('get_item', { id: item.id })).history).toHaveLength(1);
    const undo = { key: newKey() };
    await ann.call('undo', { body: undo });
    await ann.call('decide_item', { id: item.id, body: verdict(await ann.call('get_item', { id: item.id })) });
    expect((await ann.call('undo', { body: undo })).action?.id).toBe(answers[0]?.action_id);
    expect((await ann.call('get_item', { id: item.id })).status).toBe('accepted');
    const other = { ...body, verdict: 'reject' as const };
    expect((await ann.ask('decide_item', { id: item.id, body: other })).status).toBe(409);
  });

  test('decide on 500 items at once after a trial, and take all of it back', async () => {
    await addCities(under, 2, 300);
    const ann = await under.user('Ann');
    const body = {
      key: newKey(),
      filter: { kind: 'city' as const, rule: 'city/home-state' },
      verdict: 'reject' as const,
      reason: 2,
    };
    const trial = await ann.call('decide_bulk', { body });
    expect(trial).toMatchObject({ action_id: null, count: 500, left_out: 0 });
    expect(new Set(trial.samples.map(({ id }) => id)).size).toBe(5);
    expect(trial.samples.every(({ status }) => status === 'pending')).toBe(true);
    const done = await ann.call('decide_bulk', { body: { ...body, selection: trial.selection } });
    expect(done.count).toBe(500);
    const counts = async () => (await ann.call('count_queue', { query: {} })).by_show;
    expect(await counts()).toMatchObject({ rejected: 500, pending: 110 });
    expect((await ann.call('decide_bulk', { body: { ...body, selection: trial.selection } })).action_id).toBe(
      done.action_id,
    );
    expect(
      (await ann.ask('decide_bulk', { body: { ...body, key: newKey(), selection: trial.selection } })).status,
    ).toBe(409);
    const undone = await ann.call('undo', { body: { key: newKey() } });
    expect(undone.action).toMatchObject({ id: done.action_id, kind: 'bulk', items: 500 });
    expect(await counts()).toMatchObject({ rejected: 0, pending: 610 });
  }, 60_000);

  test('leave out of bulk what others hold, and do the same again in other stories', async () => {
    await addCities(under, 3, 2);
    const [ann, bo] = [await under.user('Ann'), await under.user('Bo')];
    const filter = { words: 'Town0000', order: 'date' as const };
    const [first, second] = (await ann.call('list_queue', { query: filter })).items;
    await bo.call('lease_item', { id: second?.id ?? '' });
    const item = await ann.call('get_item', { id: first?.id ?? '' });
    expect(item.same_elsewhere).toBe(2);
    await ann.call('decide_item', { id: item.id, body: verdict(item) });
    const again = { key: newKey(), verdict: 'accept' as const };
    const trial = await ann.call('decide_same', { id: item.id, body: again });
    expect(trial).toMatchObject({ count: 1, left_out: 1 });
    await ann.call('decide_same', { id: item.id, body: { ...again, selection: trial.selection } });
    expect((await ann.call('list_queue', { query: { ...filter, show: 'accepted' } })).items).toHaveLength(2);
  });

  test('take back as far as they like, each their own, the last action first', async () => {
    const ann = await under.user('Ann');
    const decided: string[] = [];
    for (let count = 0; count < 4; count += 1) {
      const item = await take(ann);
      await ann.call('decide_item', { id: item.id, body: verdict(item) });
      decided.push(item.id);
    }
    const undone: (string | undefined)[] = [];
    for (let count = 0; count < 4; count += 1)
      undone.push((await ann.call('undo', { body: { key: newKey() } })).items[0]?.id);
    expect(undone).toEqual(decided.toReversed());
    expect((await ann.call('count_queue', { query: {} })).by_show).toMatchObject({ review: 10, accepted: 0 });
  });
});

describeDesk('a decision and the machine', {}, (under) => {
  test('the decision survives a new reading, and a disagreement shows both sides', async () => {
    const { kim, filled } = under;
    const find = async (words: string) => (await kim.call('list_queue', { query: { words, show: 'all' } })).items;
    const adler = (await find('Mayor Tom Adler')).find(({ kind }) => kind === 'official');
    const before = await kim.call('get_item', { id: adler?.id ?? '' });
    const patch = { title: 'Mayor of Mesquite Flats' };
    await kim.call('decide_item', {
      id: before.id,
      body: { key: newKey(), revision: before.revision, verdict: 'edit', patch },
    });
    await filled.readAgain();
    const after = await kim.call('get_item', { id: before.id });
    expect(after).toMatchObject({
      status: 'edited',
      reopened: true,
      disagreement: {
        editor: 'Kim',
        verdict: 'edit',
        person: patch,
        machine: { title: 'Vice Mayor' },
        differing: ['title'],
      },
    });
    expect((await kim.call('list_queue', { query: { show: 'reopened' } })).items.map(({ id }) => id)).toEqual([
      before.id,
    ]);
    expect((await kim.call('list_queue', { query: { order: 'impact' } })).items[0]?.id).toBe(before.id);
    const late = { key: newKey(), revision: before.revision, verdict: 'accept' as const };
    expect((await kim.ask('decide_item', { id: before.id, body: late })).status).toBe(409);
    await kim.call('decide_item', {
      id: before.id,
      body: { key: newKey(), revision: after.revision, verdict: 'accept' },
    });
    expect(await kim.call('get_item', { id: before.id })).toMatchObject({
      status: 'accepted',
      reopened: false,
      disagreement: null,
    });
    await kim.call('undo', { body: { key: newKey() } });
    expect(await kim.call('get_item', { id: before.id })).toMatchObject({ status: 'edited', reopened: true });
  });

  test('an accepted claim that the machine no longer finds stays, with nothing on the machine’s side', async () => {
    const { kim, filled } = under;
    const [row] = (await kim.call('list_queue', { query: { story_id: filled.harborId, kind: 'stance' } })).items;
    const item = await kim.call('get_item', { id: row?.id ?? '' });
    await kim.call('decide_item', { id: item.id, body: verdict(item) });
    await filled.takeBack();
    expect(await kim.call('get_item', { id: item.id })).toMatchObject({
      found: false,
      disagreement: { machine: null },
    });
    await kim.call('undo', { body: { key: newKey() } });
    expect(await kim.call('get_item', { id: item.id })).toMatchObject({ status: 'superseded', disagreement: null });
  });
});
