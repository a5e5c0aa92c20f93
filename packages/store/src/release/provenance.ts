// From any exported row back to where it comes from: claim, span, story version, rule, trace, decisions, snapshot. Asks the same
// tables and views of a store and of a release.
import { sql } from 'kysely';
import { sha256 } from '../hashing.ts';
import { removedEncoding } from '../ledger/snapshot-bytes.ts';
import type { Database } from '../schema/tables.ts';

type Row = Readonly<Record<string, string | number | null>>;

export interface Provenance {
  /** The id that was asked for, and what it is of. */
  readonly id: string;
  readonly row: 'finding' | 'city_mention' | 'official_mention' | 'decision';
  /** The claim as it stands. `value` is what counts: a person's where there is one; `machine_value` is the machine's. */
  readonly claim: {
    readonly id: string;
    readonly kind: string;
    readonly label: string;
    readonly status: string;
    readonly reopened: boolean;
    readonly value: unknown;
    readonly machine_value: unknown;
  };
  /** The passage of the asked row (of a mention: its own). `holds`: the version's text has exactly these words there. */
  readonly span: { readonly start: number; readonly end: number; readonly text: string; readonly holds: boolean };
  readonly story: {
    readonly id: string;
    readonly url: string;
    readonly source_id: string;
    readonly title: string | null;
  };
  /** `holds`: the text has this hash. */
  readonly version: {
    readonly id: string;
    readonly previous_version: string | null;
    readonly is_current: boolean;
    readonly text_hash: string;
    readonly holds: boolean;
    readonly rules_version: string;
    readonly created_at: string;
  };
  readonly rule: { readonly id: string; readonly version: string; readonly confidence: number | null };
  readonly trace: string | null;
  /** Oldest first. */
  readonly decisions: readonly Row[];
  /** The bytes that the version was read from: `id` is their SHA-256. Null when nothing is known of them. */
  readonly snapshot: {
    readonly id: string;
    readonly size: number;
    readonly status: number;
    readonly final_url: string;
    readonly fetched_at: string;
    /** False when retention removed the bytes; of a release: as it was when it was cut. */
    readonly kept: boolean;
  } | null;
}

async function one(db: Database, table: string, id: string): Promise<Row | null> {
  const { rows } = await sql<Row>`select * from ${sql.table(table)} where id = ${id}`.execute(db.withoutPlugins());
  return rows[0] ?? null;
}

/** The row with this id and its finding. */
async function findRow(
  db: Database,
  id: string,
): Promise<{ readonly row: Provenance['row']; readonly found: Row; readonly finding: Row } | null> {
  for (const [row, table] of [
    ['finding', 'finding'],
    ['city_mention', 'city_mention'],
    ['official_mention', 'official_mention'],
    ['decision', 'v_decision'],
  ] as const) {
    const found = await one(db, table, id);
    if (found === null) continue;
    const finding = row === 'finding' ? found : await one(db, 'finding', String(found.finding_id));
    if (finding !== null) return { row, found, finding };
  }
  return null;
}

/** Where the row comes from; null when no finding, mention or decision has this id. */
export async function provenanceOf(db: Database, id: string): Promise<Provenance | null> {
  const asked = await findRow(db, id);
  if (asked === null) return null;
  const { row, found, finding } = asked;
  const version = await one(db, 'v_story_version', String(finding.version_id));
  const story = await one(db, 'v_story', String(finding.story_id));
  if (version === null || story === null) throw new Error(`finding ${finding.id}: its story version is missing`);
  const snapshot = await sql<Omit<NonNullable<Provenance['snapshot']>, 'kept'> & { readonly encoding: string }>`
    select id, size, status, final_url, fetched_at, encoding from snapshot where id = ${version.snapshot_id}`.execute(
    db.withoutPlugins(),
  );
  const decisions = await sql<Row>`
    select * from v_decision where finding_id = ${finding.id} order by position`.execute(db.withoutPlugins());
  return {
    id,
    row,
    claim: claimOf(finding),
    span: spanOf(row === 'decision' ? finding : found, String(version.text)),
    story: {
      id: String(story.id),
      url: String(story.url),
      source_id: String(story.source_id),
      title: textOrNull(version.title),
    },
    version: versionOf(version),
    rule: {
      id: String(finding.rule),
      version: String(finding.rules_version),
      confidence: finding.confidence === null ? null : Number(finding.confidence),
    },
    trace: textOrNull(finding.trace),
    decisions: decisions.rows,
    snapshot:
      snapshot.rows.map(({ encoding, ...facts }) => ({ ...facts, kept: encoding !== removedEncoding }))[0] ?? null,
  };
}

const textOrNull = (value: string | number | null | undefined): string | null =>
  value === null || value === undefined ? null : String(value);

function claimOf(finding: Row): Provenance['claim'] {
  const machineValue = JSON.parse(String(finding.value)) as unknown;
  return {
    id: String(finding.id),
    kind: String(finding.kind),
    label: String(finding.label),
    status: String(finding.status),
    reopened: finding.reopened === 1,
    value: finding.decided_value === null ? machineValue : (JSON.parse(String(finding.decided_value)) as unknown),
    machine_value: machineValue,
  };
}

function spanOf(row: Row, text: string): Provenance['span'] {
  const [start, end, words] = [Number(row.start), Number(row.end), String(row.text)];
  return { start, end, text: words, holds: text.slice(start, end) === words };
}

function versionOf(version: Row): Provenance['version'] {
  return {
    id: String(version.id),
    previous_version: textOrNull(version.previous_version),
    is_current: version.is_current === 1,
    text_hash: String(version.text_hash),
    holds: sha256(String(version.text)) === version.text_hash,
    rules_version: String(version.rules_version),
    created_at: String(version.created_at),
  };
}
