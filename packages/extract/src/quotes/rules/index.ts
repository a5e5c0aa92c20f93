// The ordered list of attribution rules. An earlier rule wins where two claim the same words; within a rule, text order.
import type { QuoteRule } from '../utterance.ts';
import { accordingTo } from './according-to.ts';
import { askedPassive } from './asked-passive.ts';
import { attributionBetween } from './attribution-between.ts';
import { clauseThenCue } from './clause-then-cue.ts';
import { cueThenClause } from './cue-then-clause.ts';
import { cueThenQuote } from './cue-then-quote.ts';
import { judgedObject } from './judged-object.ts';
import { quoteThenCue } from './quote-then-cue.ts';
import { quotedObject } from './quoted-object.ts';
import { speakerLabel } from './speaker-label.ts';
import { urgedAct } from './urged-act.ts';

export const attributionRules: readonly QuoteRule[] = [
  quoteThenCue,
  cueThenQuote,
  speakerLabel,
  attributionBetween,
  clauseThenCue,
  accordingTo,
  askedPassive,
  cueThenClause,
  quotedObject,
  urgedAct,
  judgedObject,
];
