// Groups of patterns as the states of one automaton. Knows patterns and terms; no text and no vocabulary.
import { createCompiler, type TermTree } from './compile-pattern.ts';
import type { PatternNode } from './parse-pattern.ts';
import type { WordCollector } from './pattern-words.ts';
import { createStates, finishStates, type Patterns } from './states.ts';

/** Patterns that count as one, such as those of a rule: their longest match is the group's. */
export interface PatternGroup {
  readonly patterns: readonly PatternNode[];
  /** Terms as the patterns' own pack sees them. */
  readonly terms: ReadonlyMap<string, TermTree>;
}

/** Compiles groups of patterns; their words go to the collector. Unless `anchored`, a match begins with a word, never with a gap. */
export function compileGroups(groups: readonly PatternGroup[], words: WordCollector, anchored = false): Patterns {
  const states = createStates();
  const compile = createCompiler(states, words);
  const starts = groups.flatMap(({ patterns, terms }, group) =>
    patterns.map((pattern) => compile(group, pattern, terms)),
  );
  return finishStates(states, starts, anchored);
}
