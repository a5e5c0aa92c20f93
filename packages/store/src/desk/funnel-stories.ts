// The stories behind each number of the funnel, the last discovered first. Reads; the numbers are counted in ledger/counts.ts.
import { type RawBuilder, sql } from 'kysely';
import { inUse } from '../views/fragments.ts';
import type { Context } from '../writing.ts';

export const funnelStages = ['discovered', 'fetched', 'extracted', 'saved', 'dropped', 'waiting'] as const;
export type FunnelStage = (typeof funnelStages)[number];

export interface FunnelStory {
  readonly id: string;
  readonly url: string;
  readonly title: string | null;
  readonly sourceName: string;
  readonly state: string;
  readonly dropReason: string | null;
  /** Of the last failure of one that waits. */
  readonly lastError: string | null;
  readonly discoveredAt: string;
  /** Claims in use. */
  readonly claims: number;
}

export interface FunnelQuestion {
  readonly stage: FunnelStage;
  /** Of dropped ones. */
  readonly reason?: string | undefined;
  /** Of the last story of the page before. */
  readonly after: Pick<FunnelStory, 'discoveredAt' | 'id'> | null;
  readonly limit: number;
}

/** As the funnel counts them. */
const stageConditions: Readonly<Record<FunnelStage, string>> = {
  discovered: '1 = 1',
  fetched: 's.snapshot_id is not null',
  extracted: `(s.extraction_id is not null or s.version_id is not null
    or (s.drop_reason = 'duplicate' and s.snapshot_id is not null))`,
  saved: "s.state = 'saved'",
  dropped: "s.state = 'dropped'",
  waiting: "s.state not in ('saved', 'dropped')",
};

/** One page. Empty when nothing is left. */
export async function funnelStories(
  { db }: Context,
  { stage, reason, after, limit }: FunnelQuestion,
): Promise<FunnelStory[]> {
  const conditions: RawBuilder<unknown>[] = [sql.raw(stageConditions[stage])];
  if (reason !== undefined) conditions.push(sql`coalesce(s.drop_reason, 'unknown') = ${reason}`);
  if (after !== null) conditions.push(sql`(s.discovered_at, s.id) < (${after.discoveredAt}, ${after.id})`);
  const { rows } = await sql<FunnelStory>`select s.id, s.url, coalesce(v.title, s.feed_title) as title,
      o.name as source_name, s.state, s.drop_reason, s.last_error, s.discovered_at,
      (select count(*) from finding f where f.story_id = s.id and ${sql.raw(inUse('f'))}) as claims
    from story s join source o on o.id = s.source_id left join story_version v on v.id = s.version_id
    where ${sql.join(conditions, sql` and `)} order by s.discovered_at desc, s.id desc limit ${limit}`.execute(db);
  return rows.map(({ claims, ...row }) => ({ ...row, claims: Number(claims) }));
}
