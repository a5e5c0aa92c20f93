// The ordered list of attribution rules. An earlier rule wins where two claim the same words; within a rule, text order.
import type { QuoteRule } from '../utterance.ts';
import { accordingTo } from './according-to.ts';
import { clauseThenCue } from './clause-then-cue.ts';
import { cueThenClause } from './cue-then-clause.ts';
import { cueThenQuote } from './cue-then-quote.ts';
import { quoteThenCue } from './quote-then-cue.ts';
import { quotedObject } from './quoted-object.ts';
import { speakerLabel } from './speaker-label.ts';

export const attributionRules: readonly QuoteRule[] = [
  quoteThenCue,
  cueThenQuote,
  speakerLabel,
  clauseThenCue,
  accordingTo,
  quotedObject,
  cueThenClause,
];
