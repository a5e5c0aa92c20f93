// An editor's word on a finding: written once, never changed, stronger than any machine. Knows verdicts and patches.
import { UsageError } from '@civicwire/shared';
import { z } from 'zod';
import { storable } from '../hashing.ts';
import { type Context, writing } from '../writing.ts';
import type { Decision } from './findings.ts';
import { writeDecisions } from './write-decisions.ts';

const decisionSchema = z.strictObject({
  findingId: z.string().min(1),
  editor: z.string().trim().min(1),
  verdict: z.enum(['accept', 'reject', 'edit']),
  /** For `edit`: the fields of the finding's value that are to be different, in snake_case. */
  patch: z.record(z.string(), z.unknown()).optional(),
  reason: z.string().optional(),
});
export type DecisionInput = z.infer<typeof decisionSchema>;

/**
 * Writes a decision down and gives the finding its status. The same decision twice in a row by the same editor on the same
 * value is one decision. Throws `UsageError` for an unknown finding, an edit without a patch, a patch without an edit, and a
 * patch that does not fit the kind of finding; nothing is written then.
 */
export async function decide(context: Context, input: DecisionInput): Promise<Decision> {
  const parsed = decisionSchema.safeParse(storable(input));
  if (!parsed.success) throw new UsageError(`decision: ${z.prettifyError(parsed.error)}`);
  return writing(context, async (transaction) => {
    const [written] = await writeDecisions(transaction, [{ ...parsed.data, actionId: null }]);
    if (written === undefined) throw new Error('expected a decision for each that was asked for');
    return written.decision;
  });
}
