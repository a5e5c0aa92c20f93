// Who is at which item: taken for ten minutes, kept by heart-beats, given back. Knows holders; does not know what they decide.
import { UsageError } from '@civicwire/shared';
import { sql } from 'kysely';
import { needsReviewSql } from '../schema/desk-tables.ts';
import type { Database } from '../schema/tables.ts';
import { type Context, isoTime, type Writing, writing } from '../writing.ts';
import { type QueueKey, type QueueLease, type QueueOrder, queueKeyOf, queueKeys } from './queue.ts';
import type { QueueFilter } from './queue-question.ts';
import type { DeskWho } from './who.ts';

const leaseMs = 10 * 60 * 1000;

export type LeaseResult = { readonly taken: boolean; readonly lease: QueueLease };

/** Whoever else holds an item now; null when nobody does. */
async function otherHolder(
  db: Database,
  findingId: string,
  { sessionId }: DeskWho,
  at: string,
): Promise<QueueLease | null> {
  const row = await db
    .selectFrom('deskLease')
    .selectAll()
    .where('findingId', '=', findingId)
    .where('leasedUntil', '>', at)
    .where('sessionId', '!=', sessionId)
    .executeTakeFirst();
  return row === undefined ? null : { editor: row.editor, mine: false, until: row.leasedUntil };
}

/** Of these items, those that others hold now. */
export async function heldByOthers(
  db: Database,
  ids: readonly string[],
  { sessionId }: DeskWho,
  at: string,
): Promise<ReadonlySet<string>> {
  if (ids.length === 0) return new Set();
  const rows = await db
    .selectFrom('deskLease')
    .select('findingId')
    .where('findingId', 'in', [...ids])
    .where('leasedUntil', '>', at)
    .where('sessionId', '!=', sessionId)
    .execute();
  return new Set(rows.map(({ findingId }) => findingId));
}

const leasedUntil = (at: string): string => isoTime(Date.parse(at) + leaseMs);

/** What becomes of a lease that is there: whoever has it already has had it since then. */
const takenOver = sql`editor = excluded.editor, session_id = excluded.session_id, leased_until = excluded.leased_until,
  taken_at = case when desk_lease.session_id = excluded.session_id then desk_lease.taken_at else excluded.taken_at end`;

async function writeLease({ db, at }: Writing, findingId: string, who: DeskWho): Promise<QueueLease> {
  const { editor, sessionId } = who;
  const until = leasedUntil(at);
  await sql`insert into desk_lease (finding_id, editor, session_id, taken_at, leased_until)
    values (${findingId}, ${editor}, ${sessionId}, ${at}, ${until})
    on conflict (finding_id) do update set ${takenOver}`.execute(db);
  return { editor, mine: true, until };
}

/** Takes or keeps an item; `taken: false` and the other's lease while somebody else holds it. Throws `UsageError` for an unknown one. */
export function leaseItem(context: Context, findingId: string, who: DeskWho): Promise<LeaseResult> {
  return writing(context, async (transaction) => {
    const { db, at } = transaction;
    const known = await db.selectFrom('finding').select('id').where('id', '=', findingId).executeTakeFirst();
    if (known === undefined)
      throw new UsageError(`finding ${findingId}: not in this database; expected the id of a finding`);
    const other = await otherHolder(db, findingId, who, at);
    return other === null
      ? { taken: true, lease: await writeLease(transaction, findingId, who) }
      : { taken: false, lease: other };
  });
}

/** Gives back all that an editor holds by whatever session: for one who has one session at a time and begins another. */
export async function releaseEditor(db: Database, editor: string): Promise<void> {
  await db.deleteFrom('deskLease').where('editor', '=', editor).execute();
}

/** Gives an item back, or with null all of the session's. What others hold stays theirs. */
export async function releaseItems(db: Database, findingId: string | null, { sessionId }: DeskWho): Promise<void> {
  let query = db.deleteFrom('deskLease').where('sessionId', '=', sessionId);
  if (findingId !== null) query = query.where('findingId', '=', findingId);
  await query.execute();
}

export interface NextQuestion {
  readonly filter: QueueFilter;
  readonly order: QueueOrder;
  /** The item that the editor was at; the top when null or unknown. */
  readonly afterId: string | null;
}

/** Candidates a look: so many editors may take the first free item at one moment before a second look is needed. */
const candidatesMax = 24;

/**
 * Takes the next item that nobody else holds; null when none is left. After the last one it begins at the top again, but
 * never gives the item that it was asked to go on from.
 */
export async function takeNext(context: Context, question: NextQuestion, who: DeskWho): Promise<string | null> {
  const { filter, order, afterId } = question;
  const free: QueueFilter = { ...filter, held: filter.held ?? 'free' };
  const after = afterId === null ? null : await queueKeyOf(context, afterId, order, filter);
  for (const from of after === null ? [null] : [after, null]) {
    const taken = await takeFrom(context, { filter: free, order, from, notId: afterId }, who);
    if (taken !== null) return taken;
  }
  return null;
}

interface TakeFrom {
  readonly filter: QueueFilter;
  readonly order: QueueOrder;
  readonly from: QueueKey | null;
  readonly notId: string | null;
}

async function takeFrom(
  context: Context,
  { filter, order, from, notId }: TakeFrom,
  who: DeskWho,
): Promise<string | null> {
  const isReview = (filter.show ?? 'review') === 'review';
  for (let after = from; ; ) {
    const at = isoTime(context.clock.nowMs());
    const keys = await queueKeys(context, { filter, order, after, limit: candidatesMax }, who, at);
    const taken = await takeFirst(
      context,
      keys.flatMap(({ id }) => (id === notId ? [] : [id])),
      isReview,
      who,
    );
    const last = keys.at(-1);
    if (taken !== null || last === undefined || keys.length < candidatesMax) return taken;
    after = last;
  }
}

/** Takes the first of these that is still to be reviewed and free: others may have been quicker since they were listed. */
function takeFirst(context: Context, ids: readonly string[], isReview: boolean, who: DeskWho): Promise<string | null> {
  if (ids.length === 0) return Promise.resolve(null);
  return writing(context, async ({ db, at }) => {
    const { editor, sessionId } = who;
    const nth = sql.join(
      ids.map((id, at) => sql`when ${id} then ${sql.lit(at)}`),
      sql` `,
    );
    const { rows } = await sql<{ findingId: string }>`
      insert into desk_lease (finding_id, editor, session_id, taken_at, leased_until)
      select id, ${editor}, ${sessionId}, ${at}, ${leasedUntil(at)} from finding
      where id in (${sql.join([...ids])}) ${isReview ? sql`and ${sql.raw(needsReviewSql)}` : sql``}
        and not exists (select 1 from desk_lease l
          where l.finding_id = finding.id and l.leased_until > ${at} and l.session_id <> ${sessionId})
      order by case id ${nth} end limit 1
      on conflict (finding_id) do update set ${takenOver} returning finding_id`.execute(db);
    return rows[0]?.findingId ?? null;
  });
}
