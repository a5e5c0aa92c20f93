// Judging by two, agreement, adjudication, pace, log; saved views, comments, versions, paper.
import { expect, test } from 'vitest';
import { type DeskApiUnderTest, describeDesk, newKey } from '../testing/desk-api-under-test.ts';
import type { DeskClient } from '../testing/desk-client.ts';
import type { DeskBody } from './contract.ts';

type Verdict = Pick<DeskBody<'decide_item'>, 'verdict' | 'patch'>;

async function judge(client: DeskClient, id: string, given: Verdict) {
  const { revision } = await client.call('get_item', { id });
  return client.call('decide_item', { id, body: { key: newKey(), revision, ...given } });
}

const stances = async (client: DeskClient) =>
  (await client.call('list_queue', { query: { kind: 'stance', order: 'date' } })).items;

describeDesk('two who judge blind', { users: true, doubleReviewShare: 1 }, (under: DeskApiUnderTest) => {
  test('make a decision where they agree, and see each other’s judgement only then', async () => {
    const [ann, bo] = [await under.user('Ann'), await under.user('Bo')];
    const [{ id = '' } = {}] = await stances(ann);
    expect((await judge(ann, id, { verdict: 'accept' })).kept_as).toBe('opinion');
    expect(await bo.call('get_item', { id })).toMatchObject({
      status: 'pending',
      history: [],
      double: { given: 1, mine: false, opinions: [] },
    });
    expect((await stances(ann)).map((row) => row.id)).not.toContain(id);
    expect((await bo.call('list_queue', { query: { show: 'second' } })).items.map((row) => row.id)).toEqual([id]);
    expect((await judge(bo, id, { verdict: 'accept' })).kept_as).toBe('decision');
    const item = await ann.call('get_item', { id });
    expect(item).toMatchObject({ status: 'accepted', double: { state: 'agreed' } });
    expect(item.history.map(({ editor }) => editor)).toEqual(['Ann', 'Bo']);
    await bo.call('undo', { body: { key: newKey() } });
    expect(await ann.call('get_item', { id })).toMatchObject({
      status: 'pending',
      double: { state: 'open', given: 1 },
    });
  });

  test('leave a dispute to a third, whose word counts and can be taken back', async () => {
    const [ann, bo] = [await under.user('Ann'), await under.user('Bo')];
    const [{ id = '' } = {}] = await stances(ann);
    await judge(ann, id, { verdict: 'accept' });
    await judge(bo, id, { verdict: 'edit', patch: { position: 'mixed' } });
    const disputed = await under.kim.call('list_queue', { query: { show: 'disputed' } });
    expect(disputed.items.map((row) => row.id)).toEqual([id]);
    const item = await under.kim.call('get_item', { id });
    expect(item.double).toMatchObject({
      state: 'disputed',
      opinions: [{ editor: 'Ann' }, { editor: 'Bo', patch: { position: 'mixed' } }],
    });
    const body = { key: newKey(), revision: item.revision, verdict: 'edit' as const, patch: { position: 'neutral' } };
    expect((await under.kim.ask('decide_item', { id, body })).status).toBe(400);
    await under.kim.call('adjudicate_item', { id, body });
    expect(await ann.call('get_item', { id })).toMatchObject({ status: 'edited', double: { state: 'settled' } });
    await under.kim.call('undo', { body: { key: newKey() } });
    expect(await ann.call('get_item', { id })).toMatchObject({ status: 'pending', double: { state: 'disputed' } });
  });

  test('have their agreement counted', async () => {
    const [ann, bo] = [await under.user('Ann'), await under.user('Bo')];
    const [first, second, third] = await stances(ann);
    const both = async (id: string | undefined, a: Verdict, b: Verdict) => {
      await judge(ann, id ?? '', a);
      await judge(bo, id ?? '', b);
    };
    await both(first?.id, { verdict: 'accept' }, { verdict: 'accept' });
    await both(second?.id, { verdict: 'reject' }, { verdict: 'reject' });
    await both(third?.id, { verdict: 'accept' }, { verdict: 'reject' });
    const agreement = await under.kim.call('get_agreement', { query: {} });
    expect(agreement).toMatchObject({
      items: 3,
      agreed: 2,
      disputed: 1,
      pairs: [{ a: 'Ann', b: 'Bo', items: 3, agreed: 2 }],
    });
    expect(agreement.pairs[0]?.kappa).toBeCloseTo(0.4, 10);
    expect(agreement.alpha).toBeCloseTo(4 / 9, 10);
    const pace = await under.kim.call('get_pace', { query: {} });
    expect(pace.editors.map(({ editor, decisions }) => [editor, decisions])).toEqual([
      ['Ann', 2],
      ['Bo', 2],
    ]);
  });
});

describeDesk('a second opinion', { users: true }, (under) => {
  test('is asked for on any item, and given blind by another', async () => {
    const [ann, bo] = [await under.user('Ann'), await under.user('Bo')];
    const [{ id = '' } = {}] = await stances(ann);
    expect((await judge(ann, id, { verdict: 'accept' })).kept_as).toBe('decision');
    const asked = await ann.call('ask_second_opinion', { id, body: { key: newKey(), words: 'is this a promise?' } });
    expect(asked).toMatchObject({
      double: { why: 'asked', asked_by: 'Ann' },
      comments: [{ text: 'is this a promise?' }],
    });
    expect((await ann.ask('ask_second_opinion', { id, body: { key: newKey() } })).status).toBe(400);
    await judge(ann, id, { verdict: 'accept' });
    expect((await bo.call('list_queue', { query: { show: 'second' } })).items.map((row) => row.id)).toEqual([id]);
    await judge(bo, id, { verdict: 'reject' });
    expect((await under.kim.call('get_item', { id })).double?.state).toBe('disputed');
  });
});

describeDesk('beside the work', {}, (under) => {
  test('views are kept, shared and deleted by their owner', async () => {
    const { kim } = under;
    const body = {
      name: 'Unsure stances',
      filter: { kind: 'stance' as const, confidence_max: 0.9 },
      order: 'date' as const,
      shared: true,
    };
    const saved = await kim.call('save_view', { body });
    await kim.call('save_view', { body: { ...body, order: 'impact' } });
    expect(await kim.call('list_views')).toMatchObject([
      { id: saved.id, order: 'impact', filter: body.filter, mine: true },
    ]);
    expect((await kim.ask('delete_view', { id: 'a'.repeat(32) })).status).toBe(404);
    await kim.call('delete_view', { id: saved.id });
    expect(await kim.call('list_views')).toEqual([]);
  });

  test('comments stay in order and are not written twice', async () => {
    const { kim } = under;
    const [{ id = '' } = {}] = await stances(kim);
    const body = { key: newKey(), text: 'Whose jail?' };
    await kim.call('comment_item', { id, body });
    await kim.call('comment_item', { id, body });
    const item = await kim.call('comment_item', { id, body: { key: newKey(), text: 'The county’s.' } });
    expect(item.comments.map(({ text }) => text)).toEqual(['Whose jail?', 'The county’s.']);
    expect((await kim.ask('comment_item', { id, body: { key: newKey(), text: ' ' } })).status).toBe(400);
  });

  test('a claim is printed with everything down to its bytes, and versions are compared', async () => {
    const { kim } = under;
    const [{ id = '' } = {}] = await stances(kim);
    const { item, provenance, printed_by } = await kim.call('print_item', { id });
    expect([item.id, provenance.id, printed_by]).toEqual([id, id, 'Kim']);
    const { story } = item;
    const version = story.version.id;
    const diff = await kim.call('diff_story', { id: story.id, query: { from: version, to: version } });
    expect(diff).toMatchObject({ passages: [], facts: [], words_added: 0 });
    const unknown = { id: story.id, query: { from: version, to: 'b'.repeat(32) } };
    expect((await kim.ask('diff_story', unknown)).status).toBe(404);
  });
});
