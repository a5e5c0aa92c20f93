// What rules ask of a story that has one measure on its table. Knows nothing but what is handed on.
import type { Document } from '../../document.ts';
import type { Lexicon } from '../lexicon.ts';
import type { Agenda } from '../measure/agenda.ts';
import type { Told } from '../measure/told.ts';
import type { JudgeContext, SentenceContext } from '../sentence-context.ts';

/** A story, its measure, and what it has told so far. */
export interface Debate {
  readonly document: Document;
  readonly lexicon: Lexicon;
  readonly judge: JudgeContext;
  readonly agenda: Agenda;
  readonly told: Told;
  /** The context of a sentence. */
  readonly read: (s: number) => SentenceContext;
  /** What a yes is for where sentence s tells of one: 1 for the measure, -1 against it (a motion to keep what is to end), 0 when that is open. */
  readonly motionAt: (s: number) => Side | 0;
}

/** A holder's side of the measure: 1 for it. */
export type Side = 1 | -1;
