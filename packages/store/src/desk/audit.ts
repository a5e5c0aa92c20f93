// Who did what, newest first. Knows the log; changes nothing.
import type { DeskActionTable } from '../schema/desk-tables.ts';
import type { Context } from '../writing.ts';

export interface AuditQuestion {
  readonly editor?: string | undefined;
  readonly kind?: string | undefined;
  /** `position` of the last entry of the page before. */
  readonly before?: number | undefined;
  readonly limit: number;
}

/** One page of the log. Empty when nothing is left. */
export async function listAudit({ db }: Context, question: AuditQuestion): Promise<DeskActionTable[]> {
  let query = db.selectFrom('deskAction').selectAll();
  if (question.editor !== undefined) query = query.where('editor', '=', question.editor);
  if (question.kind !== undefined) query = query.where('kind', '=', question.kind);
  if (question.before !== undefined) query = query.where('position', '<', question.before);
  return query.orderBy('position', 'desc').limit(question.limit).execute();
}
