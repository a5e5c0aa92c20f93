// Which columns of what is exported are no text. Knows names of columns; a test compares it with the types of a server.

/** `object` and `array` are JSON, kept as text; a `boolean` is kept as 0 or 1. */
export type ColumnType = 'string' | 'integer' | 'number' | 'boolean' | 'object' | 'array';

const integers = [
  ...['start', 'end', 'speaker_start', 'speaker_end', 'cue_start', 'cue_end', 'part', 'seq', 'position'],
  ...[
    'published',
    'reopened',
    'found',
    'focus',
    'national',
    'is_current',
    'is_last',
    'mentions',
    'merged_rows',
    'size',
  ],
  ...[
    'stories',
    'cities',
    'officials',
    'quotes',
    'stances',
    'findings',
    'focus_stories',
    'claims_pending',
    'published_claims',
    'published_stories',
  ],
  ...['pending', 'accepted', 'edited', 'rejected', 'superseded', 'reviewed', 'saved', 'dropped'],
  ...['feeds', 'feeds_ok', 'feeds_failing', 'feeds_dead', 'last_change_seq', 'stories_waiting', 'sources_alarmed'],
];
const numbers = [
  'lat',
  'lon',
  'confidence',
  'shared',
  'accepted_share',
  'accepted_share_low',
  'accepted_share_high',
  'expected_gap_days',
];

const byName = new Map<string, ColumnType>([
  ...integers.map((name) => [name, 'integer'] as const),
  ...numbers.map((name) => [name, 'number'] as const),
  ...['value', 'machine_value', 'decided_value', 'patch', 'seen_value'].map((name) => [name, 'object'] as const),
  ...['finding_ids', 'alarms'].map((name) => [name, 'array'] as const),
]);

const flags = ['reopened', 'found', 'in_org', 'focus'];

const exceptions = new Map<string, ColumnType>([
  // A place among decisions is a number; a holder's position on an issue is a word.
  ...['stances', 'v_stance', 'v_city_stance', 'v_stance_by_month', 'v_official_stance_by_month'].map(
    (dataset) => [`${dataset}.position`, 'string'] as const,
  ),
  ['snapshot.status', 'integer'],
]);

/** The type of a column. The records show flags as booleans; views and tables show them as SQL has them. */
export function columnType(dataset: string, column: string, isRecord: boolean): ColumnType {
  if (isRecord && flags.includes(column)) return 'boolean';
  return exceptions.get(`${dataset}.${column}`) ?? byName.get(column) ?? 'string';
}
