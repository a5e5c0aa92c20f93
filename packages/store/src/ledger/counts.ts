// How many of everything: the funnel of the stories and the totals of the records. Counts; changes nothing.

import type { FindingKind } from '../save/finding-values.ts';
import type { FindingStatus } from '../save/merge-findings.ts';
import type { Context } from '../writing.ts';
import { type Feed, feedOf, type Source, type StoryState, sourceOf } from './records.ts';

/** Stories by state and dropped ones by reason: `stories` is always `waiting + saved + dropped`. */
export interface Counts {
  readonly sources: number;
  readonly feeds: number;
  readonly stories: number;
  /** Stories that were fetched, extracted or saved at least once; each is part of the one before. */
  readonly fetched: number;
  readonly extracted: number;
  readonly saved: number;
  readonly dropped: number;
  /** Not in a terminal state. */
  readonly waiting: number;
  readonly byState: Readonly<Record<StoryState, number>>;
  readonly droppedByReason: Readonly<Record<string, number>>;
  readonly versions: number;
  /** Findings that stand: neither superseded nor rejected. */
  readonly cities: number;
  readonly officials: number;
  readonly quotes: number;
  readonly stances: number;
  /** Per kind and status, all findings. */
  readonly findings: readonly { readonly kind: FindingKind; readonly status: FindingStatus; readonly count: number }[];
  /** Findings that a person has decided on and the machine now sees otherwise. */
  readonly reopened: number;
  /** Findings of the current versions that were refused because a span did not hold. */
  readonly refused: number;
  readonly decisions: number;
  readonly changes: number;
}

/** Counts of the whole store, at one moment. */
export function counts(context: Context): Promise<Counts> {
  return context.db
    .transaction()
    .setAccessMode('read only')
    .setIsolationLevel('repeatable read')
    .execute(async (db) => {
      const total = async (table: 'source' | 'feed' | 'storyVersion' | 'decision' | 'change') =>
        (
          await db
            .selectFrom(table)
            .select(({ fn }) => fn.countAll<number>().as('count'))
            .executeTakeFirstOrThrow()
        ).count;
      const groups = await db
        .selectFrom('story')
        .select(({ fn }) => [
          'state',
          'dropReason',
          fn.countAll<number>().as('count'),
          fn.count<number>('snapshotId').as('fetched'),
        ])
        .groupBy(['state', 'dropReason'])
        .execute();
      const extracted = await db
        .selectFrom('story')
        .select(({ fn }) => fn.countAll<number>().as('count'))
        .where((where) =>
          where.or([
            where('extractionId', 'is not', null),
            where('versionId', 'is not', null),
            where.and([where('dropReason', '=', 'duplicate'), where('snapshotId', 'is not', null)]),
          ]),
        )
        .executeTakeFirstOrThrow();
      const findings = await db
        .selectFrom('finding')
        .select(({ fn }) => [
          'kind',
          'status',
          fn.countAll<number>().as('count'),
          fn.sum<number>('reopened').as('reopened'),
        ])
        .groupBy(['kind', 'status'])
        .orderBy('kind')
        .orderBy('status')
        .execute();
      const refused = await db
        .selectFrom('story')
        .innerJoin('storyVersion', 'storyVersion.id', 'story.versionId')
        .select(({ fn }) => fn.sum<number | null>('storyVersion.refused').as('count'))
        .executeTakeFirstOrThrow();
      const sum = (rows: readonly { readonly count: number }[]) => rows.reduce((all, row) => all + row.count, 0);
      const inState = (state: StoryState) => sum(groups.filter((row) => row.state === state));
      const standing = (kind: FindingKind) =>
        sum(findings.filter((row) => row.kind === kind && row.status !== 'superseded' && row.status !== 'rejected'));
      const byState = {
        discovered: inState('discovered'),
        fetched: inState('fetched'),
        extracted: inState('extracted'),
        saved: inState('saved'),
        dropped: inState('dropped'),
      };
      const stories = sum(groups);
      return {
        sources: await total('source'),
        feeds: await total('feed'),
        stories,
        fetched: groups.reduce((all, row) => all + row.fetched, 0),
        extracted: extracted.count,
        saved: byState.saved,
        dropped: byState.dropped,
        waiting: stories - byState.saved - byState.dropped,
        byState,
        droppedByReason: Object.fromEntries(
          groups
            .filter((row) => row.state === 'dropped')
            .map((row) => [row.dropReason ?? 'unknown', row.count] as const)
            .sort(([a], [b]) => (a < b ? -1 : 1)),
        ),
        versions: await total('storyVersion'),
        cities: standing('city'),
        officials: standing('official'),
        quotes: standing('quote'),
        stances: standing('stance'),
        findings: findings.map(({ kind, status, count }) => ({
          kind: kind as FindingKind,
          status: status as FindingStatus,
          count,
        })),
        reopened: findings.reduce((all, row) => all + Number(row.reopened), 0),
        refused: Number(refused.count ?? 0),
        decisions: await total('decision'),
        changes: await total('change'),
      };
    });
}

/** What an operator wants to see first. */
export interface Status {
  readonly counts: Counts;
  readonly sources: readonly Source[];
  readonly feeds: readonly Feed[];
  /** Stories that failed and will be tried again, most attempts first; at most 20. */
  readonly struggling: readonly {
    readonly storyId: string;
    readonly url: string;
    readonly state: string;
    readonly attempts: number;
    readonly nextAttemptAt: string;
    readonly lastError: string;
  }[];
}

const strugglingMax = 20;

/** Counts, the health of every feed, and the stories that make trouble. */
export async function status(context: Context): Promise<Status> {
  const sources = await context.db.selectFrom('source').selectAll().orderBy('id').execute();
  const feeds = await context.db.selectFrom('feed').selectAll().orderBy('sourceId').orderBy('url').execute();
  const struggling = await context.db
    .selectFrom('story')
    .select(['id', 'url', 'state', 'attempts', 'nextAttemptAt', 'lastError'])
    .where('lastError', 'is not', null)
    .where('state', 'not in', ['saved', 'dropped'])
    .orderBy('attempts', 'desc')
    .orderBy('id')
    .limit(strugglingMax)
    .execute();
  return {
    counts: await counts(context),
    sources: sources.map(sourceOf),
    feeds: feeds.map(feedOf),
    struggling: struggling.map(({ id, lastError, ...row }) => ({ storyId: id, ...row, lastError: lastError ?? '' })),
  };
}
