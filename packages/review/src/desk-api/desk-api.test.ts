// The desk's API as its page uses it: every answer is what the contract says (testing/desk-client.ts checks each).
import { expect, test } from 'vitest';
import { describeDesk, newKey } from '../testing/desk-api-under-test.ts';

describeDesk('the desk', {}, (under) => {
  const first = async (order: 'uncertainty' | 'impact' | 'date' = 'impact') =>
    (await under.kim.call('list_queue', { query: { order } })).items[0];

  test('says who one is, and keeps keys', async () => {
    const { kim } = under;
    const session = await kim.call('get_session');
    expect(session).toMatchObject({ mode: 'single', user: { name: 'Kim', role: 'admin' } });
    const preferences = { ...session.preferences, single_keys: false, keys: { accept: 'y' } };
    await kim.call('set_preferences', { body: preferences });
    expect((await kim.call('get_session')).preferences).toEqual(preferences);
    await kim.call('sign_out');
    expect((await kim.call('get_session')).user).toBeNull();
    expect((await kim.ask('list_queue')).status).toBe(401);
  });

  test('gives the queue in each order, in pages that have every item once', async () => {
    for (const order of ['uncertainty', 'impact', 'date'] as const) {
      const seen: string[] = [];
      for (let after: string | undefined; ; ) {
        const query = { order, limit: 2, ...(after === undefined ? {} : { after }) };
        const page = await under.kim.call('list_queue', { query });
        seen.push(...page.items.map(({ id }) => id));
        if (page.next === null) break;
        after = page.next;
      }
      const all = (await under.kim.call('list_queue', { query: { order } })).items;
      expect([seen.length, new Set(seen).size]).toEqual([10, 10]);
      expect(seen).toEqual(all.map(({ id }) => id));
    }
    const { items } = await under.kim.call('list_queue', { query: { order: 'impact' } });
    const kinds = { stance: 3, quote: 1, official: 3, city: 3 };
    expect(items.map(({ kind }) => kind)).toEqual(
      Object.entries(kinds).flatMap(([kind, count]) => Array.from({ length: count }, () => kind)),
    );
  });

  test('narrows it by everything that a filter has, and counts the same', async () => {
    const { kim, filled } = under;
    const filters = [
      [{ kind: 'stance' }, 3],
      [{ issue: 'local-immigration-enforcement', position: 'opposes' }, 2],
      [{ rule: 'city/home-state' }, 3],
      [{ story_id: filled.harborId }, 3],
      [{ source_id: 'desert-wire' }, 10],
      [{ source_id: 'nobody' }, 0],
      [{ since: '2026-03-04', until: '2026-03-04' }, 10],
      [{ since: '2026-03-05' }, 0],
      [{ confidence_max: 0.7 }, 1],
      [{ words: 'PIER' }, 0],
      [{ words: 'hold people' }, 2],
      [{ words: '100%_\\' }, 0],
      [{ held: 'mine' }, 0],
      [{ held: 'free' }, 10],
      [{ show: 'accepted' }, 0],
      [{ show: 'standing' }, 10],
    ] as const;
    for (const [filter, count] of filters) {
      const { items } = await kim.call('list_queue', { query: filter });
      const { by_show } = await kim.call('count_queue', { query: filter });
      expect([filter, items.length, by_show['show' in filter ? filter.show : 'review']]).toEqual([
        filter,
        count,
        count,
      ]);
    }
  });

  test('shows an item with its text, fields, reasons and history', async () => {
    const row = await first();
    const item = await under.kim.call('get_item', { id: row?.id ?? '' });
    expect(item.kind).toBe('stance');
    const said = item.text.paragraphs
      .flatMap(({ segments }) => segments)
      .filter(({ findings }) => findings.includes(item.id));
    expect(said.map(({ text }) => text).join('')).toBe(item.text.evidence.text);
    expect(item.fields.find(({ name }) => name === 'position')?.candidates.map(({ label }) => label)).toEqual([
      'supports',
      'opposes',
      'mixed',
      'neutral',
    ]);
    expect(item.reasons).toHaveLength(6);
    expect(item.history).toEqual([]);
  });

  test('keeps a decision, gives the next item, and takes it back', async () => {
    const { kim } = under;
    const { item } = await kim.call('take_next', { body: { filter: {}, order: 'impact' } });
    if (item === null) throw new Error('expected an item');
    const body = {
      key: newKey(),
      revision: item.revision,
      verdict: 'reject' as const,
      reason: 2,
      words: 'read on',
      and_next: { filter: {}, order: 'impact' as const },
    };
    const decided = await kim.call('decide_item', { id: item.id, body });
    expect(decided).toMatchObject({ kept_as: 'decision', item: { status: 'rejected', lease: null } });
    expect(decided.next?.id).not.toBe(item.id);
    const after = await kim.call('get_item', { id: item.id });
    expect(after.history).toMatchObject([
      { editor: 'Kim', verdict: 'reject', reason: 'the opposite or another position: read on' },
    ]);
    const undone = await kim.call('undo', { body: { key: newKey() } });
    expect(undone).toMatchObject({
      action: { id: decided.action_id, items: 1 },
      items: [{ id: item.id, status: 'pending' }],
    });
    expect((await kim.call('get_item', { id: item.id })).history).toMatchObject([
      { undone: true },
      { verdict: 'undo' },
    ]);
    expect((await kim.call('undo', { body: { key: newKey() } })).action).toBeNull();
  });
});
