import { sql } from 'kysely';
import { expect, it } from 'vitest';
import { connect } from '../connect/connect.ts';
import { fillStore } from '../testing/filled-store.ts';
import { describeOnEachStore } from '../testing/with-store.ts';
import { checkStore } from './check-store.ts';

describeOnEachStore('checking a store', (under) => {
  const wrongOf = async () =>
    (await checkStore(under.url, { snapshots: true })).filter(({ wrong }) => wrong > 0).map(({ name }) => name);

  it('finds nothing in one that its own program wrote, and names each thing that others changed', async () => {
    await fillStore(under.store);
    expect(await wrongOf()).toEqual([]);
    const { db } = await connect(under.url);
    const spoil = async (statement: string): Promise<readonly string[]> => {
      await sql.raw(statement).execute(db);
      return wrongOf();
    };
    await db
      .updateTable('finding')
      .set({ text: 'not there' })
      .where('id', 'in', (from) => from.selectFrom('finding').select('id').where('kind', '=', 'stance').limit(1))
      .execute();
    expect((await wrongOf()).join()).toMatch(/every passage is its text from start to end/);
    expect(await spoil('update sequencer set value = value + 1')).toContain(
      'change numbers run from 1 to the sequencer’s value without a gap',
    );
    expect(await spoil(`update story set source_id = 'gone' where id = (select min(id) from story)`)).toContain(
      'every story.source_id is a row of source',
    );
    expect(await spoil(`update stance_tally set findings = findings + 1`)).toContain(
      'the counts of stances are those of the stances',
    );
    expect(
      (await spoil(`update snapshot set size = size + 1 where id = (select min(id) from snapshot)`)).join(),
    ).toMatch(/every snapshot’s bytes/);
    await db.destroy();
    const checks = await checkStore(under.url);
    expect(checks.find(({ name }) => name.includes('story.source_id'))).toMatchObject({ wrong: 1, examples: ['gone'] });
  });
});
