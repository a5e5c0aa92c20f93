// The ledger's words for callers: sources, feeds and stories as they come in and go out. Knows shapes, runs no query.
import { type DatedPageRule, datedPageRuleSchema } from '@civicwire/shared';
import type { FeedTable, SourceTable, StoryTable } from '../schema/tables.ts';

/** Where a story stands. `saved` and `dropped` are terminal; the others are waiting for the next worker. */
export const storyStates = ['discovered', 'fetched', 'extracted', 'saved', 'dropped'] as const;
export type StoryState = (typeof storyStates)[number];

/** What can be claimed. The three story kinds each take the stories of one state. */
export type StoryWork = 'fetch' | 'extract' | 'save';
export const stateOfWork = { fetch: 'discovered', extract: 'fetched', save: 'extracted' } as const satisfies Record<
  StoryWork,
  StoryState
>;

/** The step that a story of this state waits for; none for a terminal one. */
export const workOfState: Readonly<Record<string, StoryWork>> = {
  discovered: 'fetch',
  fetched: 'extract',
  extracted: 'save',
};

/** An outlet. `id` is the caller's own short name for it ("azmirror"). */
export interface SourceInput {
  readonly id: string;
  readonly name: string;
  readonly home: { readonly name: string; readonly state: string | null; readonly geoid: string | null } | null;
  readonly national: boolean;
  /** The operator’s rules for its pages; left out: none. */
  readonly pageRules?: readonly DatedPageRule[];
}

export interface Source extends SourceInput {
  readonly pageRules: readonly DatedPageRule[];
  readonly createdAt: string;
  /** See `recordAlarms`. */
  readonly expectedGapDays: number | null;
  readonly alarms: readonly string[];
  readonly alarmedAt: string | null;
}

/** A feed or sitemap of a source; its id derives from both. */
export interface FeedInput {
  readonly sourceId: string;
  readonly url: string;
  /** "feed", "sitemap", "index", … : the caller's word. */
  readonly kind: string;
}

/** What one poll learned. Fields that are left out stay as they are. Times in milliseconds since the epoch. */
export interface PollResult {
  readonly etag?: string | null;
  readonly lastModified?: string | null;
  readonly bodyHash?: string | null;
  readonly polledAtMs: number;
  readonly nextPollAtMs: number;
  readonly intervalMs?: number | null;
  readonly wishMs?: number | null;
  readonly overlap?: number;
  readonly unchangedAnswers?: number;
  readonly conditionalOff?: boolean;
  /** Polls in a row that failed, and their weight; 0 after a good one. */
  readonly failures: number;
  readonly failureScore?: number;
  readonly lastError: string | null;
  readonly warnings: readonly string[];
  /** "ok", "failing", … : the caller's word. */
  readonly health: string;
}

export interface Feed extends Omit<FeedTable, 'warnings'> {
  readonly warnings: readonly string[];
}

/** A story as a feed names it. `urlKey` is the normalised URL that identifies it (see packages/ingest). */
export interface StoryInput {
  readonly sourceId: string;
  readonly feedId?: string | null;
  readonly url: string;
  readonly urlKey: string;
  readonly guid?: string | null;
  readonly title?: string | null;
  readonly publishedAt?: string | null;
  /** The feed's own time of last change, as it comes; when it differs from the known one, the story is fetched again. */
  readonly updatedAt?: string | null;
  /** 1 for back-fill, which comes after all live news; 0 unless given. */
  readonly lane?: number;
}

export type Story = Readonly<StoryTable>;

/** A row of `source` in the caller's shape. */
export function sourceOf(row: SourceTable): Source {
  const home = row.homeName === null ? null : { name: row.homeName, state: row.homeState, geoid: row.homeGeoid };
  const { id, name, createdAt, expectedGapDays, alarmedAt } = row;
  const alarms = JSON.parse(row.alarms) as string[];
  const pageRules = datedPageRuleSchema.array().parse(JSON.parse(row.pageRules));
  return { id, name, home, national: row.national === 1, pageRules, createdAt, expectedGapDays, alarms, alarmedAt };
}

/** A row of `feed` in the caller's shape. */
export function feedOf(row: FeedTable): Feed {
  return { ...row, warnings: JSON.parse(row.warnings) as string[] };
}
