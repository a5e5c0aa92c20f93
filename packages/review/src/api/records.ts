// Rows of the store's views as the API gives them: their columns' types and words, and what readers of published records do
// not see. Names and meanings come from the data dictionary. Knows no endpoint.

import { holderTypes } from '@civicwire/shared';
import type { DictionaryEntry, ViewRow } from '@civicwire/store';
import { z } from '@hono/zod-openapi';
import { extensible } from './parameters.ts';

const flags = new Set(['focus', 'published', 'reopened', 'is_current', 'is_last', 'national']);
const json = new Set(['value', 'machine_value', 'patch', 'seen_value', 'alarms']);
const integers = new Set(
  [
    [
      'start',
      'end',
      'part',
      'seq',
      'mentions',
      'cities',
      'officials',
      'quotes',
      'stances',
      'published_claims',
      'findings',
    ],
    [
      'merged_rows',
      'stories',
      'focus_stories',
      'published_stories',
      'feeds',
      'feeds_ok',
      'feeds_failing',
      'feeds_dead',
    ],
    ['saved', 'dropped', 'last_change_seq', 'stories_waiting', 'claims_pending', 'sources_alarmed'],
  ].flat(),
);
const decimals = new Set(['lat', 'lon', 'confidence', 'expected_gap_days']);
const neverNull = new Set(
  [
    [
      'id',
      'kind',
      'story_id',
      'source_id',
      'source_name',
      'url',
      'seen_on',
      'state_of_story',
      'text',
      'text_hash',
      'rule',
    ],
    [
      'rules_version',
      'status',
      'label',
      'holder',
      'holder_type',
      'issue',
      'position',
      'basis',
      'act',
      'modality',
      'month',
    ],
    ['entity', 'entity_id', 'at', 'created_at', 'updated_at', 'discovered_at', 'finding_id', 'editor', 'verdict'],
    ['decided_at', 'place_id', 'speaker_type', 'group', 'first_seen', 'last_seen', 'role', 'scope'],
  ].flat(),
);

/** A kind of record: a view, and how its columns differ from what their names say elsewhere. */
export interface RecordKind {
  readonly view: string;
  /** Name of its schema in the OpenAPI document. */
  readonly schema: string;
  readonly integers?: readonly string[];
  readonly nullable?: readonly string[];
  /** Left out for readers of published records: they count or say what nobody has looked at. */
  readonly unpublished?: readonly string[];
}

export interface RecordShape {
  readonly kind: RecordKind;
  readonly columns: readonly string[];
  readonly schema: z.ZodObject;
  /** A row as it leaves: flags as true and false, JSON read. */
  row(row: ViewRow, publishedOnly: boolean): Record<string, unknown>;
}

function columnType(name: string, { integers: own = [] }: RecordKind): z.ZodType {
  if (json.has(name)) return z.unknown();
  if (flags.has(name)) return z.boolean();
  if (integers.has(name) || own.includes(name)) return z.int();
  if (name === 'holder_type') return extensible(z.string(), holderTypes);
  return decimals.has(name) ? z.number() : z.string();
}

/** The shape of a kind of record. Throws when the dictionary has no such view. */
export function recordShape(kind: RecordKind, dictionary: readonly DictionaryEntry[]): RecordShape {
  const entry = dictionary.find(({ name }) => name === kind.view);
  if (entry === undefined) throw new Error(`no view ${kind.view} in the dictionary`);
  const unpublished = new Set(kind.unpublished);
  const fields = entry.columns.map(({ name, about }) => {
    const type = columnType(name, kind);
    const isCertain = flags.has(name) || integers.has(name) || neverNull.has(name);
    const settled = isCertain && !kind.nullable?.includes(name) ? type : type.nullable();
    const optional = unpublished.has(name) ? settled.optional() : settled;
    return [name, optional.openapi({ description: about })] as const;
  });
  const columns = entry.columns.map(({ name }) => name);
  return {
    kind,
    columns,
    schema: z.strictObject(Object.fromEntries(fields)).openapi(kind.schema, { description: entry.about }),
    row: (row, publishedOnly) =>
      Object.fromEntries(
        columns
          .filter((name) => !(publishedOnly && unpublished.has(name)))
          .map((name) => [name, outside(name, row[name])]),
      ),
  };
}

function outside(name: string, value: unknown): unknown {
  if (flags.has(name)) return value === 1;
  return json.has(name) && typeof value === 'string' ? (JSON.parse(value) as unknown) : value;
}
