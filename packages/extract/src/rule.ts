// What a rule of the language's grammar (names, places, quotes) looks like. Knows no rule.
// Issue knowledge is not here: it is data, in packs.

/**
 * Text of our own in which `[[…]]` marks what the rule finds: "[[“We are ready,”]] said Chief Ana Ruiz."
 * In a near miss nothing is marked, or only what other rules find.
 */
export type MarkedText = string;

/** Examples ship inside the rule and are run by its test: at least one hit and one near miss. `todo` is counted and shown. */
export interface RuleExamples {
  readonly yes: readonly [MarkedText, ...MarkedText[]];
  readonly no: readonly [MarkedText, ...MarkedText[]];
  readonly todo?: readonly MarkedText[];
}

/** The part of a rule that is the same everywhere; `match` has the shape that its stage needs. */
export interface Rule<Match> {
  /** Stable, dotted, never reused: "quotes.direct-before-cue". Stored with every finding. */
  readonly id: string;
  /** One sentence: what the rule reads. Shown to editors. */
  readonly reads: string;
  readonly match: Match;
  readonly examples: RuleExamples;
}
