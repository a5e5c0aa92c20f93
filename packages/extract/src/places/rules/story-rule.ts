// What a rule of places looks like that reads the whole story, after each candidate had its verdict. Knows no rule.
import type { Rule } from '../../rule.ts';
import type { Candidate } from '../candidates.ts';
import type { PlaceContext } from '../context.ts';
import type { Found } from '../evidence.ts';

/** A candidate that a rule refused. */
export interface Refused extends Found {
  readonly candidate: Candidate;
}

/** What the candidates' own rules have left. */
export interface Judged {
  /** Candidates of which no rule said anything. */
  readonly open: readonly Candidate[];
  /** Candidates that a rule refused. */
  readonly refused: readonly Refused[];
  /** Keys of names that a rule took with a confidence above 0.8. */
  readonly strong: ReadonlySet<string>;
}

/** Mentions that it adds; one of a refused candidate takes the refusal's place. */
export type StoryPlaceRule = Rule<(context: PlaceContext, judged: Judged) => readonly Found[]>;
