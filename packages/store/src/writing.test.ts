// Writers that share a transaction: what one of them takes back is its own, and each hears how it ended.
import { systemClock } from '@civicwire/shared';
import { sql } from 'kysely';
import { expect, it, vi } from 'vitest';
import { connect } from './connect/connect.ts';
import { describeOnEachStore } from './testing/with-store.ts';
import { type Writing, writing } from './writing.ts';

class TakenBack extends Error {}

const writes =
  (id: string) =>
  async ({ db, at, changed }: Writing): Promise<string> => {
    const empty = { homeName: null, homeState: null, homeGeoid: null, expectedGapDays: null, alarmedAt: null };
    const row = { id, name: id, ...empty, national: 0 as const, alarms: '[]', pageRules: '[]', createdAt: at };
    await db.insertInto('source').values(row).execute();
    changed('story', id, id, 'insert');
    return id;
  };

describeOnEachStore('writers that wait together', (under) => {
  it('keep what they wrote when another one throws, and number their changes without a gap', async () => {
    const connection = await connect(under.url);
    const context = { ...connection, clock: systemClock, owner: 'test' };
    const before = await under.store.changesSince(0, 1_000);
    try {
      const ends = await Promise.allSettled(
        Array.from({ length: 12 }, (_, i) =>
          writing(context, async (transaction) => {
            const id = await writes(`together-${i}`)(transaction);
            if (i === 3) throw new TakenBack();
            // A statement that fails, not only a program that changes its mind.
            if (i === 7) await sql`select * from no_such_table`.execute(transaction.db);
            return id;
          }),
        ),
      );
      expect(ends.map(({ status }) => status === 'fulfilled')).toEqual(ends.map((_, i) => i !== 3 && i !== 7));
      expect(ends[3]).toMatchObject({ reason: expect.any(TakenBack) });
      const kept = Array.from({ length: 12 }, (_, i) => `together-${i}`).filter((_, i) => i !== 3 && i !== 7);
      const rows = await context.db.selectFrom('source').select('id').where('id', 'like', 'together-%').execute();
      expect(rows.map(({ id }) => id).sort()).toEqual([...kept].sort());
      const after = (await under.store.changesSince(0, 1_000)).slice(before.length);
      expect(after.map(({ entityId }) => entityId)).toEqual(kept);
      expect(after.map(({ seq }) => seq)).toEqual(kept.map((_, i) => before.length + i + 1));
    } finally {
      await connection.db.destroy();
    }
  });

  it('all hear of it when their transaction cannot be ended', async () => {
    const connection = await connect(under.url);
    const context = { ...connection, clock: systemClock, owner: 'test' };
    // However slow the machine, the two share a transaction: it is closed to others by its age.
    const age = vi.spyOn(performance, 'now').mockReturnValue(0);
    try {
      const ends = await Promise.allSettled([
        writing(context, writes('lost-1')),
        writing(context, async (transaction) => {
          await writes('lost-2')(transaction);
          // As a full disk or a lost connection does: the database ends the transaction by itself.
          await sql`rollback`.execute(transaction.db);
          throw new TakenBack();
        }),
        writing(context, writes('later')),
      ]);
      expect(ends.slice(0, 2).map(({ status }) => status)).toEqual(['rejected', 'rejected']);
      const rows = await context.db.selectFrom('source').select('id').where('id', 'like', 'lost-%').execute();
      expect(rows).toEqual([]);
      expect(await writing(context, writes('afterwards'))).toBe('afterwards');
    } finally {
      age.mockRestore();
      await connection.db.destroy();
    }
  });
});
