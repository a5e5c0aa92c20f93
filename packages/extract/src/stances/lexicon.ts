// The packs' rules over one vocabulary, and where they occur in a sentence. Knows matching; not what matches mean together.
import { foldedAt, hasShape, type Reading, sentenceRange } from '../reading/reading.ts';
import { shape } from '../reading/tokens.ts';
import type { Vocabulary } from '../reading/vocabulary.ts';
import { beats, beatsInPack, beforeFrames, isKeptWhole, reachesInside, withoutOuterBars } from './chains/precedence.ts';
import { proposesOwn } from './chains/proposes-undoing.ts';
import { createGrammar, type Grammar, isOf } from './clauses/grammar.ts';
import { thingNouns } from './measure/thing-nouns.ts';
import type {
  ActRule,
  CompiledOperator,
  CompiledPacks,
  FrameRule,
  Guard,
  HolderRule,
  NegatorRule,
} from './packs/compiled-packs.ts';
import { type Alphabet, createAlphabet } from './patterns/alphabet.ts';
import { type Automaton, createAutomaton, furthestAt, longestAt } from './patterns/automaton.ts';
import type { Patterns } from './patterns/states.ts';
import {
  type CompiledTable,
  type Occurrence,
  occurrencesIn,
  occurrencesOf,
  openTable,
  overlaps,
  type Table,
  unbeaten,
} from './tables.ts';

/** A rule with what must and must not follow its match; null where it asks for nothing. */
interface Operator {
  readonly rule: ActRule | NegatorRule;
  readonly followedBy: Automaton | null;
  readonly notFollowedBy: Automaton | null;
}

/** All that is looked up in a text. */
export interface Lexicon {
  readonly grammar: Grammar;
  readonly frames: Table<FrameRule>;
  readonly operators: Table<Operator>;
  /** Acts by which somebody takes a side of a measure without naming it. */
  readonly sides: Table<Operator>;
  readonly guards: Table<Guard>;
  readonly holders: Table<HolderRule>;
  /** Nouns that name a holder only as the head of a verb's subject. */
  readonly heads: Table<HolderRule>;
  readonly never: Table<null>;
  /** The term that a frame needs near by. */
  readonly needed: ReadonlyMap<FrameRule, Automaton>;
}

/** A rule found at tokens `[from, to)`. */
interface Hit<Rule> {
  readonly rule: Rule;
  readonly from: number;
  readonly to: number;
}
export type FrameHit = Hit<FrameRule>;
export type OperatorHit = Hit<ActRule | NegatorRule>;
export type HolderHit = Hit<HolderRule>;

/** Frames of a sentence; `cancelled`: those that matched but do not count, with the reason. */
export interface FoundFrames {
  readonly frames: readonly FrameHit[];
  readonly cancelled: readonly { readonly hit: FrameHit; readonly because: string }[];
}

const noFrames: FoundFrames = { frames: [], cancelled: [] };

/** All that the rules find in a sentence. */
export interface SentenceHits extends FoundFrames {
  readonly operators: readonly OperatorHit[];
}

/** Joins the packs' tables to a vocabulary, which gets their words. */
export function createLexicon(vocabulary: Vocabulary, { rules, tables }: CompiledPacks): Lexicon {
  const called = rules.flatMap((rule) => (rule.type === 'frame' ? (rule.source.called ?? []) : []));
  const grammar = createGrammar(vocabulary, [...thingNouns, ...called]);
  const alphabet = createAlphabet(vocabulary, tables.words);
  const open = <Value>(table: CompiledTable<Value>): Table<Value> => openTable(table, alphabet);
  return {
    grammar,
    frames: open(tables.frames),
    operators: openOperators(tables.operators, alphabet),
    sides: openOperators(tables.sides, alphabet),
    guards: open(tables.guards),
    holders: open(tables.holders),
    heads: open(tables.heads),
    never: open(tables.never),
    needed: openNeeded(tables.needed, alphabet),
  };
}

function openOperators(table: CompiledTable<CompiledOperator>, alphabet: Alphabet): Table<Operator> {
  const ahead = (patterns: Patterns | null): Automaton | null => patterns && createAutomaton(patterns, alphabet);
  const values = table.values.map(({ rule, followedBy, notFollowedBy }) => ({
    rule,
    followedBy: ahead(followedBy),
    notFollowedBy: ahead(notFollowedBy),
  }));
  return openTable({ ...table, values }, alphabet);
}

/** One automaton for a term, however many frames need it. */
function openNeeded(needed: ReadonlyMap<FrameRule, Patterns>, alphabet: Alphabet): ReadonlyMap<FrameRule, Automaton> {
  const known = new Map<Patterns, Automaton>();
  return new Map(
    [...needed].map(([rule, patterns]) => {
      const automaton = known.get(patterns) ?? createAutomaton(patterns, alphabet);
      known.set(patterns, automaton);
      return [rule, automaton];
    }),
  );
}

/** Frames in sentence `s`; most sentences have none, and end here. A needed term may stand in any of the tokens that are `nearBy`. */
export function findFrames(
  lexicon: Lexicon,
  reading: Reading,
  s: number,
  nearBy: (s: number) => readonly (readonly [from: number, to: number])[],
): FoundFrames {
  const found = occurrencesIn(lexicon.frames, reading, s);
  if (found.length === 0) return noFrames;
  const [from, to] = sentenceRange(reading, s);
  const cancelled: { hit: FrameHit; because: string }[] = [];
  const hits = found.map(({ value: rule, from: at, to: end }) => ({ rule, from: at, to: end }));
  const guards = guardsFor(lexicon, reading, from, to, hits);
  const near = new Map<Automaton, boolean>();
  const isNear = (term: Automaton): boolean => {
    const occurs = near.get(term) ?? nearBy(s).some(([first, last]) => occursIn(term, reading, first, last));
    near.set(term, occurs);
    return occurs;
  };
  const fit: FrameHit[] = [];
  for (const hit of hits) {
    const guard = guardOver(guards, hit);
    if (guard) cancelled.push({ hit, because: guard.because });
    const needs = lexicon.needed.get(hit.rule);
    const alone = needs !== undefined && !isNear(needs);
    if (alone) cancelled.push({ hit, because: `nothing of <${hit.rule.source.needs}> stands near` });
    if (!guard && !alone) fit.push(hit);
  }
  // Where a thing itself is spoken of, no argument about it is looked for.
  const things = fit.filter(({ rule }) => rule.source.argues === undefined);
  return { frames: unbeaten(withoutOuterBars(reading, things.length > 0 ? things : fit), beatsInPack), cancelled };
}

/** Acts and negators in tokens `[from, to)` beside the frames found there. */
export function findOperators(
  lexicon: Lexicon,
  reading: Reading,
  from: number,
  to: number,
  frames: readonly FrameHit[],
): readonly OperatorHit[] {
  const found = hitsOf(lexicon.operators, reading, from, to).flatMap((hit) => {
    const short = beforeFrames(hit, frames);
    // "amended [the surveillance ordinance] to …": what the act does stands behind its "to".
    const aims = hit.rule.type === 'act' && short.to < hit.to && /^(?:to|that|so)$/.test(foldedAt(reading, hit.to - 1));
    if (aims || isKeptWhole(reading, hit, short)) return [];
    // "would [fine sheriffs who do not sign]": nothing of the act is left but its modal.
    if (short.to < hit.to && short.to === hit.from + 1 && isOf(lexicon.grammar, reading, hit.from, 'modal')) return [];
    // "went to court to [block the release]": the frame has the verb that gives the act its sign.
    if (short.to === hit.to || (hit.rule.type === 'act' && hit.rule.source.sign !== -1)) return [short];
    return foldedAt(reading, short.to - 1) === 'to' || proposesOwn(reading, hit.from, short.to) ? [] : [short];
  });
  if (found.length === 0) return found;
  const never = occurrencesOf(lexicon.never, reading, from, to);
  const guards = guardsFor(lexicon, reading, from, to, found);
  const isFree = (hit: OperatorHit): boolean => {
    const covers = frames.filter((frame) => overlaps(frame, hit));
    if (covers.length > 0 && !reachesInside(hit, covers, frames)) return false;
    if (never.some((phrase) => overlaps(phrase, hit))) return false;
    // "a voter-approved limit": a word behind a hyphen is no verb.
    const joins = (i: number, j: number) => foldedAt(reading, i) === '-' && !hasShape(reading, j, shape.spaced);
    if (joins(hit.from - 1, hit.from) || (hit.rule.type === 'negator' && joins(hit.to, hit.to))) return false;
    return guardOver(guards, hit) === null;
  };
  return unbeaten(found.filter(isFree), beats);
}

/** Where operators of a table match, with what must and must not follow; `mayEnd`: or the sentence ends there. */
function hitsOf(
  table: Table<Operator>,
  reading: Reading,
  from: number,
  to: number,
  mayEnd = false,
): readonly OperatorHit[] {
  const found: OperatorHit[] = [];
  for (const { value, from: at, to: end } of occurrencesOf(table, reading, from, to)) {
    const ends = mayEnd && end === to;
    if (value.followedBy && !ends && longestAt(value.followedBy, reading, end, to) < 0) continue;
    if (value.notFollowedBy && longestAt(value.notFollowedBy, reading, end, to) >= 0) continue;
    found.push({ rule: value.rule, from: at, to: end });
  }
  return found;
}

/** Words that take a side in tokens `[from, to)`; the longest at each place. */
export function findSideWords(lexicon: Lexicon, reading: Reading, from: number, to: number): readonly OperatorHit[] {
  const found = hitsOf(lexicon.sides, reading, from, to, true);
  if (found.length === 0) return found;
  const guards = guardsFor(lexicon, reading, from, to, found);
  return unbeaten(
    found.filter((hit) => guardOver(guards, hit) === null),
    beats,
  );
}

function occursIn(automaton: Automaton, reading: Reading, from: number, to: number): boolean {
  for (let i = from; i < to; i++) if (longestAt(automaton, reading, i, to) >= 0) return true;
  return false;
}

/** Where guards occur in a sentence; none when no rule among the hits has one. */
function guardsFor(
  { guards }: Lexicon,
  reading: Reading,
  from: number,
  to: number,
  hits: readonly (FrameHit | OperatorHit)[],
): readonly Occurrence<Guard>[] {
  const asked = hits.some(({ rule }) => rule.isGuarded);
  return asked ? occurrencesOf(guards, reading, from, to) : [];
}

/** The first of a rule's guards, in its pack's order, that shares a token with a hit. */
function guardOver(guards: readonly Occurrence<Guard>[], hit: FrameHit | OperatorHit): Guard | null {
  let first: Guard | null = null;
  for (const guard of guards) {
    const { value } = guard;
    if (value.rule === hit.rule && overlaps(guard, hit) && (first === null || value.order < first.order)) first = value;
  }
  return first;
}

/** Nouns and titles of holders in tokens `[from, to)`; the longest at each place. */
export function findHolderWords(lexicon: Lexicon, reading: Reading, from: number, to: number): readonly HolderHit[] {
  return longestOf(lexicon.holders, reading, from, to);
}

/** Nouns that name a holder where they head the subject of a verb; the longest at each place. */
export function findHolderHeads(lexicon: Lexicon, reading: Reading, from: number, to: number): readonly HolderHit[] {
  return longestOf(lexicon.heads, reading, from, to);
}

function longestOf(table: Table<HolderRule>, reading: Reading, from: number, to: number): readonly HolderHit[] {
  const longer = (a: HolderHit, b: HolderHit, earlier: boolean): boolean =>
    a.to - a.from > b.to - b.from || (a.to - a.from === b.to - b.from && earlier);
  const found = occurrencesOf(table, reading, from, to);
  return unbeaten(
    found.map(({ value: rule, from: at, to: end }) => ({ rule, from: at, to: end })),
    longer,
  );
}

/** The frame that came furthest in tokens `[from, to)` without matching: at least two words, or null. For explanations. */
export function nearestFrame(lexicon: Lexicon, reading: Reading, from: number, to: number): FrameHit | null {
  const { values, automaton } = lexicon.frames;
  let best: FrameHit | null = null;
  for (let i = from; i < to; i++) {
    for (const { group, to: end } of furthestAt(automaton, reading, i, to)) {
      const rule = values[group];
      if (rule && end - i >= 2 && end - i > (best ? best.to - best.from : 0)) best = { rule, from: i, to: end };
    }
  }
  return best;
}
