// The ordered lists of rules: attributions, then quotations that stand without one. An earlier rule wins where two claim the same words; within a rule, text order.
import type { FollowRule } from '../follow-search.ts';
import type { QuoteRule } from '../utterance.ts';
import { accordingTo } from './according-to.ts';
import { askedPassive } from './asked-passive.ts';
import { attributionBetween } from './attribution-between.ts';
import { clauseThenCue } from './clause-then-cue.ts';
import { continued } from './continued.ts';
import { cueThenClause } from './cue-then-clause.ts';
import { cueThenQuote } from './cue-then-quote.ts';
import { followOn } from './follow-on.ts';
import { introduced } from './introduced.ts';
import { judgedObject } from './judged-object.ts';
import { quoteThenCue } from './quote-then-cue.ts';
import { quotedObject } from './quoted-object.ts';
import { speakerLabel } from './speaker-label.ts';
import { unattributed } from './unattributed.ts';
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

/** For quotations that none of these claimed, in order; the first that holds names the rule. */
export const followRules: readonly FollowRule[] = [continued, followOn, introduced, unattributed];
