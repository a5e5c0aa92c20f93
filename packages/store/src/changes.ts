// The sequence that downstream readers follow. Knows numbers and ids; what a record says is read from its own table.
import type { ChangeTable } from './schema/tables.ts';
import type { ChangedEntity, ChangeKind, Context } from './writing.ts';

/** `entity` and `entityId` name the row; a tombstone means that the machine took it back (its row stays, superseded). */
export interface Change extends Omit<ChangeTable, 'entity' | 'kind'> {
  readonly entity: ChangedEntity;
  readonly kind: ChangeKind;
}

/** Up to `limit` changes with numbers above `seq`, in order, without gaps; 0 begins at the beginning. Empty when there are none yet. */
export async function changesSince({ db }: Context, seq: number, limit: number): Promise<Change[]> {
  const rows = await db.selectFrom('change').selectAll().where('seq', '>', seq).orderBy('seq').limit(limit).execute();
  return rows.map((row) => ({ ...row, entity: row.entity as ChangedEntity, kind: row.kind as ChangeKind }));
}

/** Number of the last change; 0 when there is none. */
export async function lastChangeSeq({ db }: Context): Promise<number> {
  const { value } = await db.selectFrom('sequencer').select('value').executeTakeFirstOrThrow();
  return value;
}
