// What a rule of personal names looks like: it says whether a candidate is a person. Knows no rule.
import type { Rule } from '../../rule.ts';
import type { NameCandidate, NameContext } from '../candidates.ts';

/** True when the candidate is a person's name by this rule. */
export type NameMatch = (candidate: NameCandidate, context: NameContext) => boolean;
export type NameRule = Rule<NameMatch>;
