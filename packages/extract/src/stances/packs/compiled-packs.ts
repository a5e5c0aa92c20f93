// What a pack is once it is compiled: its rules with their patterns parsed. Knows shapes; neither files nor sentences.
import type { TermTree } from '../patterns/compile-pattern.ts';
import type { PatternNode } from '../patterns/parse-pattern.ts';
import type { ActSource, FrameSource, NegatorSource, PackTest } from './pack-schema.ts';

/** A rule of a pack with its patterns parsed. */
interface RuleBase {
  readonly id: string;
  /** "immigration-enforcement@0.1.0" */
  readonly pack: string;
  readonly patterns: readonly PatternNode[];
  /** Terms as its own pack sees them. */
  readonly terms: ReadonlyMap<string, TermTree>;
  /** Lower wins a tie. */
  readonly rank: number;
}

export interface FrameRule extends RuleBase {
  readonly type: 'frame';
  readonly source: FrameSource;
  /** The words that first told of a story's measure, where the phrase is but another name for it; a pack's own rules have none. */
  readonly standsFor?: string;
  readonly unless: readonly { readonly patterns: readonly PatternNode[]; readonly because: string }[];
}

export interface ActRule extends RuleBase {
  readonly type: 'act';
  readonly source: ActSource;
  readonly followedBy: readonly PatternNode[];
  readonly notFollowedBy: readonly PatternNode[];
  readonly unless: readonly { readonly patterns: readonly PatternNode[]; readonly because: string }[];
}

export interface NegatorRule extends RuleBase {
  readonly type: 'negator';
  readonly source: NegatorSource;
}

export type PackRule = FrameRule | ActRule | NegatorRule;

/** Whom a noun or title names. */
export interface HolderRule {
  readonly holderType: string;
  readonly role: 'government' | 'official' | 'critic' | 'other' | 'document';
  /** It names one only as the head of a verb's subject. */
  readonly asHead: boolean;
  readonly patterns: readonly PatternNode[];
  readonly terms: ReadonlyMap<string, TermTree>;
}

/** A test with the pack and the line that it stands in (lines count from 1). */
export interface PlacedTest extends PackTest {
  readonly pack: string;
  readonly path: string;
  readonly line: number;
}

/** What is in a pack, in numbers. */
export interface PackSummary {
  readonly pack: string;
  readonly version: string;
  readonly path: string;
  readonly shipped: boolean;
  readonly issues: number;
  readonly frames: number;
  readonly acts: number;
  readonly negators: number;
  /** Without the `todo` ones. */
  readonly tests: number;
  readonly todo: number;
}

/** What `compilePacks` gives to the engine. Free of any vocabulary: workers may share it. */
export interface CompiledPacks {
  readonly packs: readonly PackSummary[];
  readonly rules: readonly PackRule[];
  readonly holders: readonly HolderRule[];
  readonly never: readonly PatternNode[];
  /** Issue id → proposition. */
  readonly issues: ReadonlyMap<string, string>;
  readonly tests: readonly PlacedTest[];
}
