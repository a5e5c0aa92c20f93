// What the subject of a verb may be: a candidate, the first person, a pronoun, or nobody that can be told. Knows no rule.
import type { Candidate } from './candidate.ts';

/** First person inside of a quotation is its speaker. */
export type Subject =
  | { readonly type: 'candidate'; readonly candidate: Candidate; readonly relative: boolean }
  | { readonly type: 'first-person' }
  | { readonly type: 'pronoun'; readonly token: number }
  /** An infinitive or participle whose doer stands elsewhere, or words that no rule knows. */
  | { readonly type: 'none' };

export const noSubject: Subject = { type: 'none' };
