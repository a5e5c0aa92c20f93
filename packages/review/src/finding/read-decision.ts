// What a decision form says, checked. Knows the form's fields; writes nothing.
import type { FindingKind } from '@civicwire/store';
import { z } from 'zod';
import { reasonLengthMax } from './decision-forms.ts';
import { rejectReasons } from './reject-reasons.ts';

const formSchema = z.object({
  seen: z.string().min(1).max(128),
  verdict: z.enum(['accept', 'reject']),
  picked: z.coerce.number().int().nonnegative().optional(),
  words: z.string().trim().max(reasonLengthMax).default(''),
});

export interface DecisionForm {
  readonly verdict: 'accept' | 'reject';
  /** `contentHash` of the finding that the editor was looking at. */
  readonly seen: string;
  /** Picked reason and own words; null when the editor gave neither. */
  readonly reason: string | null;
}

/** Null when the form is not one of ours. */
export function readDecision(kind: FindingKind, body: unknown): DecisionForm | null {
  const parsed = formSchema.safeParse(body);
  if (!parsed.success) return null;
  const { seen, verdict, picked, words } = parsed.data;
  const ready = picked === undefined ? '' : rejectReasons[kind][picked];
  if (ready === undefined) return null;
  const reason = verdict === 'accept' ? '' : [ready, words].filter((part) => part !== '').join(': ');
  return { seen, verdict, reason: reason === '' ? null : reason };
}
