// What a compilation of packs collects on its way, and how it names what it does not know. Knows no order of work.
import type { PatternNode } from '../patterns/parse-pattern.ts';
import type { PlacedTest } from './compiled-packs.ts';
import type { ParsedPack } from './parse-pack.ts';
import { nearestWord, type PackProblem } from './problem.ts';
import type { FrameTree, HolderTree, OperatorTree } from './rule-trees.ts';

/** What a compilation collects on its way. */
export interface Work {
  readonly packs: ReadonlyMap<string, ParsedPack>;
  readonly problems: PackProblem[];
  readonly frames: FrameTree[];
  readonly operators: OperatorTree[];
  readonly holders: HolderTree[];
  readonly never: PatternNode[];
  readonly issues: Map<string, string>;
  readonly tests: PlacedTest[];
  /** Steps of each pack's patterns so far. */
  readonly steps: Map<ParsedPack, number>;
}

export function reportUnknown(
  work: Work,
  pack: ParsedPack,
  at: readonly PropertyKey[],
  what: string,
  name: string,
  known: Iterable<string>,
  offset = 0,
): void {
  const near = nearestWord(name, known);
  const show = (word: string): string => (what === 'term' ? `<${word}>` : `"${word}"`);
  const hint = near === null ? '' : `, did you mean ${show(near)}?`;
  work.problems.push(pack.problemAt(at, `unknown ${what} ${show(name)}${hint}`, offset));
}
