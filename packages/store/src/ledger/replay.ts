// Sending stories through again: those put aside for a reason or from a source, or those that certain rules have read.
// Knows which step each goes back to; does not do it again.
import { type Context, type Writing, writing } from '../writing.ts';
import { stepDone } from './lease.ts';
import { notDropped } from './progress.ts';
import { removedEncoding } from './snapshot-bytes.ts';

/** Which stories: all that are given must hold. At least one is given. */
export interface ReplayFilter {
  /** Put aside under this reason. */
  readonly reason?: string | undefined;
  /** Of this source. */
  readonly sourceId?: string | undefined;
  /** Saved, and read by this rules version. Without it, the stories that were put aside. */
  readonly rulesVersion?: string | undefined;
  /** This one: its id or its address, put aside or saved. */
  readonly story?: string | undefined;
}

/** One story, and the step that it goes back to. */
export interface Replayed {
  readonly id: string;
  readonly url: string;
  readonly sourceId: string;
  readonly state: string;
  readonly dropReason: string | null;
  readonly dropDetail: string | null;
  readonly droppedAt: string | null;
  readonly droppedBy: string | null;
  readonly droppedIn: string | null;
  readonly to: 'fetch' | 'extract';
}

const atOnce = 200;
/** After all live news. */
const replayLane = 1;

/**
 * Sends the stories back to extraction when their bytes are kept, else to fetching, behind all live news. Links to other
 * stories stay links. Answers them in order of their ids; with `dryRun` nothing is changed. A second call finds none: they wait.
 */
export async function replay(
  context: Context,
  filter: ReplayFilter,
  { dryRun = false }: { readonly dryRun?: boolean } = {},
): Promise<Replayed[]> {
  const all: Replayed[] = [];
  for (let after = ''; ; ) {
    const some = await find(context, filter, after);
    if (!dryRun && some.length > 0) await writing(context, (transaction) => sendBack(transaction, some));
    all.push(...some);
    const last = some.at(-1);
    if (last === undefined || some.length < atOnce) return all;
    after = last.id;
  }
}

async function find({ db }: Context, filter: ReplayFilter, after: string): Promise<Replayed[]> {
  let query = db
    .selectFrom('story')
    .leftJoin('snapshot', 'snapshot.id', 'story.snapshotId')
    .select([
      'story.id',
      'story.url',
      'story.sourceId',
      'story.state',
      'story.dropReason',
      'story.dropDetail',
      'story.droppedAt',
      'story.droppedBy',
      'story.droppedIn',
      'snapshot.encoding',
    ])
    .where('story.id', '>', after)
    .where('story.duplicateOf', 'is', null)
    .orderBy('story.id')
    .limit(atOnce);
  const { reason, sourceId, rulesVersion, story } = filter;
  if (reason !== undefined) query = query.where('story.dropReason', '=', reason);
  if (sourceId !== undefined) query = query.where('story.sourceId', '=', sourceId);
  if (story !== undefined)
    query = query.where((where) =>
      where.or([where('story.id', '=', story), where('story.url', '=', story), where('story.urlKey', '=', story)]),
    );
  if (rulesVersion !== undefined)
    query = query
      .where('story.state', '=', 'saved')
      .where('story.versionId', 'in', (from) =>
        from.selectFrom('storyVersion').select('storyVersion.id').where('rulesVersion', '=', rulesVersion),
      );
  else if (story !== undefined) query = query.where('story.state', 'in', ['dropped', 'saved']);
  else query = query.where('story.state', '=', 'dropped');
  const rows = await query.execute();
  return rows.map(({ encoding, ...row }) => ({
    ...row,
    to: encoding === null || encoding === removedEncoding ? 'fetch' : 'extract',
  }));
}

async function sendBack({ db, at, changed }: Writing, stories: readonly Replayed[]): Promise<void> {
  for (const { id, state, to } of stories) {
    const row = await db
      .updateTable('story')
      .set({
        ...stepDone,
        ...notDropped,
        state: to === 'fetch' ? 'discovered' : 'fetched',
        nextAttemptAt: at,
        lane: replayLane,
      })
      .where('id', '=', id)
      .where('state', '=', state)
      .executeTakeFirst();
    if (row.numUpdatedRows > 0n) changed('story', id, id, 'update');
  }
}
