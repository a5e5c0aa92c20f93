// Numbers with the claims behind them: every count carries the filter of the queue that lists exactly those. Knows shapes alone.
import { z } from 'zod';
import { precisionSchema } from './item.ts';
import { filterSchema } from './queue.ts';
import {
  countSchema,
  cursorSchema,
  idSchema,
  kindSchema,
  momentSchema,
  nullableText,
  positionSchema,
} from './words.ts';

/** A number and what it counts: GET /queue with this filter lists it. */
const countedSchema = z.strictObject({ count: countSchema, filter: filterSchema });

const byPosition = z.record(positionSchema, countSchema);

export const positionsQuerySchema = z.strictObject({
  issue: z.string().min(1).max(200).optional(),
  since: z
    .string()
    .regex(/^\d{4}-\d{2}-\d{2}$/)
    .optional(),
  until: z
    .string()
    .regex(/^\d{4}-\d{2}-\d{2}$/)
    .optional(),
  /** Only what a person accepted or edited. */
  reviewed: z.enum(['true']).optional(),
});

/** For a map: what officials of each city hold on each issue. */
export const positionsSchema = z.strictObject({
  cities: z.array(
    z.strictObject({
      place_id: idSchema,
      name: z.string(),
      state: nullableText,
      lat: z.number().nullable(),
      lon: z.number().nullable(),
      issue: z.string(),
      by_position: byPosition,
      total: countedSchema,
    }),
  ),
  /** Stances whose place is not known. */
  without_place: countedSchema,
});

const holder = { id: idSchema, stances: countSchema };

/** Whose timelines there are, the most stances first, up to 300 each. */
export const holdersSchema = z.strictObject({
  officials: z.array(z.strictObject({ ...holder, name: nullableText, role: nullableText, jurisdiction: nullableText })),
  places: z.array(z.strictObject({ ...holder, name: z.string(), state: nullableText })),
});

export const timelineQuerySchema = z.strictObject({
  /** One of both. */
  official_id: idSchema.optional(),
  place_id: idSchema.optional(),
});

export const timelineSchema = z.strictObject({
  /** Whose it is: the official’s or the city’s name. */
  name: nullableText,
  months: z.array(
    z.strictObject({
      month: z.string(),
      issue: z.string(),
      by_position: byPosition,
      published: countSchema,
      total: countedSchema,
    }),
  ),
  /** Latest first, up to 200. */
  stances: z.array(
    z.strictObject({
      id: idSchema,
      seen_on: z.string(),
      holder: z.string(),
      issue: z.string(),
      position: positionSchema,
      text: z.string(),
      story_id: idSchema,
      story_title: nullableText,
      status: z.string(),
    }),
  ),
});

export const funnelSchema = z.strictObject({
  /** From discovered to saved, then what came of it: each is part of the one before. */
  stages: z.array(z.strictObject({ stage: z.string(), count: countSchema, filter: filterSchema.nullable() })),
  dropped: z.array(z.strictObject({ reason: z.string(), count: countSchema })),
  waiting: countSchema,
  /** Findings by kind and status. */
  findings: z.array(z.strictObject({ kind: kindSchema, status: z.string(), total: countedSchema })),
});

/** `extracted` and so on: stories that came so far at least once; `waiting`: neither saved nor dropped. */
export const storiesQuerySchema = z.strictObject({
  stage: z.enum(['discovered', 'fetched', 'extracted', 'saved', 'dropped', 'waiting']),
  /** Of dropped ones. */
  reason: z.string().trim().min(1).max(200).optional(),
  after: cursorSchema.optional(),
});

export const storiesSchema = z.strictObject({
  /** The last discovered first. */
  stories: z.array(
    z.strictObject({
      id: idSchema,
      url: z.string(),
      /** The address as a link; null when it is none that a browser should open. */
      link: nullableText,
      title: nullableText,
      source_name: z.string(),
      state: z.string(),
      reason: nullableText,
      /** What stopped one that waits the last time. */
      last_error: nullableText,
      discovered_at: momentSchema,
      /** In use. */
      claims: countedSchema,
    }),
  ),
  next: z.string().nullable(),
});

export const sourcesSchema = z.strictObject({
  sources: z.array(
    z.strictObject({
      id: z.string(),
      name: z.string(),
      home: nullableText,
      feeds: countSchema,
      feeds_ok: countSchema,
      feeds_failing: countSchema,
      feeds_dead: countSchema,
      last_polled_at: nullableText,
      stories: countSchema,
      saved: countSchema,
      dropped: countSchema,
      last_discovered_at: nullableText,
      last_saved_at: nullableText,
      expected_gap_days: z.number().nullable(),
      /** Days since the last story was discovered; null when none was. */
      silent_days: z.number().nullable(),
      alarms: z.array(z.string()),
      alarmed_at: nullableText,
      claims: filterSchema,
    }),
  ),
});

export const rulesSchema = z.strictObject({
  rules: z.array(
    z.strictObject({
      rule: z.string(),
      kind: kindSchema,
      reads: nullableText,
      found: countedSchema,
      pending: countSchema,
      accepted: countSchema,
      edited: countSchema,
      rejected: countSchema,
      reopened: countSchema,
      precision: precisionSchema.nullable(),
      /** Of decisions of the last 30 days, and of those before: null where there are none. */
      recent: precisionSchema.nullable(),
      earlier: precisionSchema.nullable(),
      /** up, down: the two intervals do not meet; same: they do; null: too little is known. */
      drift: z.enum(['up', 'down', 'same']).nullable(),
    }),
  ),
});

export const coverageSchema = z.strictObject({
  /** By issue: stances, how many of them people have judged, when the newest story is from. */
  issues: z.array(
    z.strictObject({
      issue: z.string(),
      total: countedSchema,
      reviewed: countSchema,
      first_month: nullableText,
      last_month: nullableText,
    }),
  ),
  /** By state: cities named, officials known. */
  states: z.array(
    z.strictObject({
      state: z.string(),
      cities: countSchema,
      stories: countSchema,
      officials: countSchema,
      /** Claims that one of its cities is named, one for each story and city. */
      total: countedSchema,
    }),
  ),
  freshness: z.strictObject({
    last_poll_at: nullableText,
    last_fetched_at: nullableText,
    last_saved_at: nullableText,
    last_decision_at: nullableText,
    stories_waiting: countSchema,
    claims_pending: countedSchema,
    sources_alarmed: countSchema,
  }),
});
