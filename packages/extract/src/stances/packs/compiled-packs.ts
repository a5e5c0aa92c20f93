// What a pack is once it is compiled: its rules, and where their patterns lie in tables. Knows shapes; neither files nor sentences.
import type { PatternWords } from '../patterns/pattern-words.ts';
import type { Patterns } from '../patterns/states.ts';
import type { CompiledTable } from '../tables.ts';
import type { ActSource, FrameSource, NegatorSource, PackTest } from './pack-schema.ts';

interface RuleBase {
  readonly id: string;
  /** "immigration-enforcement@0.1.0" */
  readonly pack: string;
  /** Lower wins a tie. */
  readonly rank: number;
  /** There are words with which it means something else. */
  readonly isGuarded: boolean;
}

export interface FrameRule extends RuleBase {
  readonly type: 'frame';
  readonly source: FrameSource;
  /** How many issues its pack tells apart. */
  readonly issues: number;
  /** The words that first told of a story's measure, where the phrase is but another name for it; a pack's own rules have none. */
  readonly standsFor?: string;
}

export interface ActRule extends RuleBase {
  readonly type: 'act';
  readonly source: ActSource;
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
}

/** Words with which a rule means something else; `order`: its place among the rule's own. */
export interface Guard {
  readonly rule: FrameRule | ActRule | NegatorRule;
  readonly order: number;
  readonly because: string;
}

/** A rule with what must and must not follow its match; null where it asks for nothing. */
export interface CompiledOperator {
  readonly rule: ActRule | NegatorRule;
  readonly followedBy: Patterns | null;
  readonly notFollowedBy: Patterns | null;
}

/** All that is looked up in a text, before it is joined to a vocabulary. */
export interface PackTables {
  readonly words: PatternWords;
  readonly frames: CompiledTable<FrameRule>;
  readonly operators: CompiledTable<CompiledOperator>;
  /** Acts by which somebody takes a side of a measure without naming it. */
  readonly sides: CompiledTable<CompiledOperator>;
  readonly guards: CompiledTable<Guard>;
  readonly holders: CompiledTable<HolderRule>;
  /** Nouns that name a holder only as the head of a verb's subject. */
  readonly heads: CompiledTable<HolderRule>;
  readonly never: CompiledTable<null>;
  /** The term that a frame needs near by; one that several need is the same object. */
  readonly needed: ReadonlyMap<FrameRule, Patterns>;
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
  readonly tables: PackTables;
  /** Issue id → proposition. */
  readonly issues: ReadonlyMap<string, string>;
  readonly tests: readonly PlacedTest[];
}
