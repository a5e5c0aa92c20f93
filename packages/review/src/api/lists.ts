// THE lists of the API: which view each reads, in which order, what it may be narrowed by, and what of it counts as published.
// Knows views and columns; answers no request.

import { holderTypeMeaning, holderTypes } from '@civicwire/shared';
import type { ViewCondition } from '@civicwire/store';
import type { z } from '@hono/zod-openapi';
import { day, extensible, flag, id, oneOf, text, wholeNumber } from './parameters.ts';
import type { RecordKind } from './records.ts';

interface Filter {
  readonly schema: z.ZodType<string | number>;
  readonly column: string;
  readonly is: ViewCondition['is'];
}

export interface List {
  readonly path: string;
  readonly id: string;
  readonly summary: string;
  readonly record: RecordKind;
  /** Never null; text, or the numbers that `numberKeys` names. */
  readonly order: readonly string[];
  readonly direction: 'asc' | 'desc';
  /** The column of a row's own address, and the schema of its values. Null: rows have no address of their own. */
  readonly key: { readonly column: string; readonly schema: z.ZodType<string> } | null;
  readonly filters: Readonly<Record<string, Filter>>;
  /** What readers of published records see of it; null: nothing, the list is for readers of everything. */
  readonly published: readonly ViewCondition[] | null;
}

const equal = (column: string, schema: z.ZodType<string | number>): Filter => ({ column, is: '=', schema });
const isPublished: readonly ViewCondition[] = [{ column: 'published', is: '=', value: 1 }];

const kinds = ['city', 'official', 'quote', 'stance'] as const;

const days = {
  seen_from: { column: 'seen_on', is: '>=', schema: day('Only stories of this day or later.') },
  seen_to: { column: 'seen_on', is: '<=', schema: day('Only stories of this day or earlier.') },
} as const satisfies Record<string, Filter>;

/** Filters of everything that stands in a story. */
const ofStory = {
  ...days,
  story_id: equal('story_id', id('Only of this story.')),
  source_id: equal('source_id', text('Only of this outlet.')),
  rule: equal('rule', text('Only what this rule found.')),
  status: equal('status', oneOf(['pending', 'accepted', 'edited'], 'Only with this status.')),
  published: equal('published', flag('true: only what a person accepted or edited.')),
} as const satisfies Record<string, Filter>;

const ofOfficial = { official_id: equal('official_id', id('Only of this official, after all merges.')) };

/** What machines said and why: not of what people have corrected. */
const machineWords = ['trace', 'machine_value'];

const issueFilters = {
  issue: equal('issue', text('Only on this issue of a pack.')),
  position: equal('position', oneOf(['supports', 'opposes', 'mixed', 'neutral'], 'Only this position.')),
  basis: equal('basis', oneOf(['position', 'practice'], 'Only this basis.')),
  holder_type: equal('holder_type', extensible(text(holderTypeMeaning, 50), holderTypes)),
};

const stories: List = {
  path: '/stories',
  id: 'stories',
  summary: 'Stories, those discovered last first',
  record: {
    view: 'v_story',
    schema: 'Story',
    nullable: ['state'],
    unpublished: ['state', 'drop_reason', 'cities', 'officials', 'quotes', 'stances'],
  },
  order: ['discovered_at', 'id'],
  direction: 'desc',
  key: { column: 'id', schema: id('The story.') },
  filters: {
    ...days,
    source_id: equal('source_id', text('Only of this outlet.')),
    state: equal('state', oneOf(['discovered', 'fetched', 'extracted', 'saved', 'dropped'], 'Only in this state.')),
    url: equal('url', text('Only with this address, as its feed gives it.', 2_000)),
    copy_of: equal('copy_of', id('Only those that print this story again.')),
  },
  published: [{ column: 'published_claims', is: '>', value: 0 }],
};

const claims: List = {
  path: '/claims',
  id: 'claims',
  summary: 'Claims of every kind in use, those found last first',
  record: { view: 'v_claim_current', schema: 'Claim', unpublished: machineWords },
  order: ['created_at', 'id'],
  direction: 'desc',
  key: { column: 'id', schema: id('The claim: the id of its finding.') },
  filters: { ...ofStory, ...ofOfficial, kind: equal('kind', oneOf(kinds, 'Only of this kind.')) },
  published: isPublished,
};

const quotes: List = {
  path: '/quotes',
  id: 'quotes',
  summary: 'Quotes in use, those of the latest stories first',
  record: { view: 'v_quote', schema: 'Quote' },
  order: ['seen_on', 'id'],
  direction: 'desc',
  key: { column: 'id', schema: id('The quote: the id of its finding.') },
  filters: {
    ...ofStory,
    ...ofOfficial,
    kind: equal('kind', oneOf(['direct', 'mixed', 'indirect'], 'Only of this kind.')),
    speaker_type: equal(
      'speaker_type',
      oneOf(['official', 'person', 'organization', 'unknown'], 'Only such speakers.'),
    ),
    speaker_name: equal('speaker_name', text('Only of the speaker with this name.')),
  },
  published: isPublished,
};

const stances: List = {
  path: '/stances',
  id: 'stances',
  summary: 'Stances in use, those of the latest stories first',
  record: { view: 'v_stance', schema: 'Stance', unpublished: machineWords },
  order: ['seen_on', 'id'],
  direction: 'desc',
  key: { column: 'id', schema: id('The stance: the id of its finding.') },
  filters: {
    ...ofStory,
    ...ofOfficial,
    ...issueFilters,
    holder: equal('holder', text('Only of the holder with this name.')),
    place_id: equal('place_id', id('Only of this city.')),
    month: equal('month', text('Only of stories of this month (YYYY-MM).', 7)),
  },
  published: isPublished,
};

const officials: List = {
  path: '/officials',
  id: 'officials',
  summary: 'Officials across stories, in the order of their ids',
  record: {
    view: 'v_official',
    schema: 'Official',
    unpublished: ['findings', 'quotes', 'stances', 'first_seen', 'last_seen', 'merged_rows'],
  },
  order: ['id'],
  direction: 'asc',
  key: { column: 'id', schema: id('The official that stands for the person.') },
  filters: {
    name: equal('name', text('Only with this full name.')),
    role: equal('role', text('Only with this role of the controlled list.')),
    jurisdiction: equal('jurisdiction', text('Only of this place, as “Phoenix, AZ”.')),
    jurisdiction_id: equal('jurisdiction_id', text('Only of this Open Civic Data division.')),
  },
  published: [{ column: 'published_claims', is: '>', value: 0 }],
};

const cities: List = {
  path: '/cities',
  id: 'cities',
  summary: 'Cities that stories in use name, in the order of their ids',
  record: {
    view: 'v_place',
    schema: 'City',
    unpublished: ['stories', 'focus_stories', 'first_seen', 'last_seen'],
  },
  order: ['place_id'],
  direction: 'asc',
  key: { column: 'place_id', schema: id('The place.') },
  filters: {
    geoid: equal('geoid', text('Only with this Census GEOID.', 20)),
    name: equal('name', text('Only with this name, without “city” or “town”.')),
    state: equal('state', text('Only in the state with this USPS code.', 2)),
  },
  published: [{ column: 'published_stories', is: '>', value: 0 }],
};

const sources: List = {
  path: '/sources',
  id: 'sources',
  summary: 'Outlets; with read:all also the health of their feeds and stories',
  record: {
    view: 'v_source_health',
    schema: 'Source',
    nullable: ['name'],
    unpublished: [
      ['feeds', 'feeds_ok', 'feeds_failing', 'feeds_dead', 'last_polled_at', 'stories', 'saved', 'dropped'],
      ['last_discovered_at', 'last_saved_at', 'expected_gap_days', 'alarms', 'alarmed_at'],
    ].flat(),
  },
  order: ['source_id'],
  direction: 'asc',
  key: { column: 'source_id', schema: text('The outlet.') },
  filters: { home_state: equal('home_state', text('Only outlets that sit in the state with this USPS code.', 2)) },
  published: [],
};

const decisions: List = {
  path: '/decisions',
  id: 'decisions',
  summary: 'Decisions of people on findings, the latest first',
  record: { view: 'v_decision', schema: 'Decision', integers: ['position'], nullable: ['label'] },
  order: ['decided_at', 'id'],
  direction: 'desc',
  key: null,
  filters: {
    finding_id: equal('finding_id', id('Only on this finding.')),
    story_id: equal('story_id', id('Only on findings of this story.')),
    kind: equal('kind', oneOf(kinds, 'Only on findings of this kind.')),
    editor: equal('editor', text('Only of this editor.')),
    verdict: equal('verdict', oneOf(['accept', 'reject', 'edit'], 'Only with this verdict.')),
    position: equal(
      'position',
      wholeNumber('Only with this place among the finding’s decisions, from 0.', 0, 1_000_000),
    ),
  },
  published: null,
};

/** In the order of the document. */
export const lists: readonly List[] = [stories, claims, quotes, stances, officials, cities, sources, decisions];

/** A city's stories: rows of v_city of one place. */
export const timeline = {
  record: { view: 'v_city', schema: 'CityInStory' },
  order: ['seen_on', 'story_id', 'id'],
  filters: {
    ...days,
    source_id: equal('source_id', text('Only of this outlet.')),
    focus: equal('focus', flag('true: only stories that are about the city.')),
    published: equal('published', flag('true: only where a person accepted or edited the city.')),
  },
  published: isPublished,
} as const;
