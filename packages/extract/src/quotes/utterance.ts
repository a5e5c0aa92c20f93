// What a rule of this stage hands back, before speakers are resolved. Knows shapes and how a kind follows from marks.
import type { Rule } from '../rule.ts';
import type { Attribution } from './attributions.ts';
import { hasWords, isMark, type QuoteContext, spanAt, type TokenRange } from './context.ts';
import type { NounPhrase } from './noun-phrases.ts';
import type { Unit } from './units.ts';

/** Words ascribed to somebody: content tokens `[from, to)`. */
export interface Utterance extends TokenRange {
  readonly rule: string;
  readonly speaker: NounPhrase | null;
  readonly cue: TokenRange | null;
  /** Fragments of one utterance share it: the cue's token, or what the utterance goes on with. */
  readonly group: number;
}

/** Reads one unit; what it returns does not overlap itself. */
export type QuoteMatch = (
  context: QuoteContext,
  unit: Unit,
  index: number,
  attributions: readonly Attribution[],
) => readonly Utterance[];
export interface QuoteRule extends Rule<QuoteMatch> {
  /** What the unit must have for the rule to be asked at all. */
  readonly needs: 'attributions' | 'hits' | 'spans';
}

/** The utterance of an attribution. */
export function utter(rule: string, content: TokenRange, attribution: Attribution): Utterance {
  const { cue, speaker } = attribution;
  return {
    rule,
    from: content.from,
    to: content.to,
    speaker,
    cue: { from: cue.shownFrom, to: cue.to },
    group: cue.verb,
  };
}

/** All of it in quotation marks: direct; some of it: mixed; none: indirect. */
export function kindOf(context: QuoteContext, range: TokenRange): 'direct' | 'mixed' | 'indirect' {
  const first = spanAt(context, range.from);
  if (first && first.from <= range.from && first.to >= range.to) return 'direct';
  for (let i = range.from; i < range.to; i++) {
    const span = spanAt(context, i);
    if (span && hasWords(context, span.innerFrom, span.innerTo, 1)) return 'mixed';
  }
  return 'indirect';
}

/** Whether only marks stand between two tokens. */
export function onlyMarksBetween(context: QuoteContext, from: number, to: number): boolean {
  for (let i = from; i < to; i++) if (!isMark(context, i)) return false;
  return true;
}
