// The rules of packs with their patterns as trees: what is compiled into tables, and is not needed any more then.
import type { PatternGroup } from '../patterns/compile-groups.ts';
import type { PatternNode } from '../patterns/parse-pattern.ts';
import type { ActRule, FrameRule, HolderRule, NegatorRule } from './compiled-packs.ts';

export interface GuardTree {
  readonly patterns: readonly PatternNode[];
  readonly because: string;
}

export interface FrameTree extends PatternGroup {
  readonly rule: FrameRule;
  readonly unless: readonly GuardTree[];
}

export interface OperatorTree extends PatternGroup {
  readonly rule: ActRule | NegatorRule;
  readonly unless: readonly GuardTree[];
  readonly followedBy: readonly PatternNode[];
  readonly notFollowedBy: readonly PatternNode[];
}

export interface HolderTree extends PatternGroup {
  readonly rule: HolderRule;
}

/** In the order in which packs name them. */
export interface RuleTrees {
  readonly frames: readonly FrameTree[];
  readonly operators: readonly OperatorTree[];
  readonly holders: readonly HolderTree[];
  readonly never: readonly PatternNode[];
}
