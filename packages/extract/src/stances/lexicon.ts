// The packs' rules over one vocabulary, and where they occur in a sentence. Knows matching; not what matches mean together.
import { foldedAt, hasShape, type Reading } from '../reading/reading.ts';
import { shape } from '../reading/tokens.ts';
import type { Vocabulary } from '../reading/vocabulary.ts';
import { createGrammar, type Grammar, gapStops } from './grammar.ts';
import type { ActRule, CompiledPacks, FrameRule, HolderRule, NegatorRule } from './packs/compiled-packs.ts';
import { createAlphabet } from './patterns/alphabet.ts';
import { type Automaton, createAutomaton } from './patterns/automaton.ts';
import type { TermTree } from './patterns/compile-pattern.ts';
import type { PatternNode } from './patterns/parse-pattern.ts';

interface Guard {
  readonly when: Automaton;
  readonly because: string;
}
/** A rule with what must and must not stand beside its match; null where it asks for nothing. */
interface Entry<Rule> {
  readonly rule: Rule;
  readonly followedBy: Automaton | null;
  readonly notFollowedBy: Automaton | null;
  readonly unless: readonly Guard[];
}
/** Entry n is group n of the automaton. */
interface Table<Rule> {
  readonly entries: readonly Entry<Rule>[];
  readonly automaton: Automaton;
}

/** All that is looked up in a text. */
export interface Lexicon {
  readonly grammar: Grammar;
  readonly frames: Table<FrameRule>;
  readonly operators: Table<ActRule | NegatorRule>;
  readonly holders: Table<HolderRule>;
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

/** Frames of a sentence. */
export interface FoundFrames {
  readonly frames: readonly FrameHit[];
  /** Those that matched but do not count, with the reason. */
  readonly cancelled: readonly { readonly hit: FrameHit; readonly because: string }[];
}

const noFrames: FoundFrames = { frames: [], cancelled: [] };

/** All that the rules find in a sentence. */
export interface SentenceHits extends FoundFrames {
  readonly operators: readonly OperatorHit[];
}

/** Interns the packs' words and builds the look-up tables. */
export function createLexicon(vocabulary: Vocabulary, packs: CompiledPacks): Lexicon {
  const grammar = createGrammar(vocabulary);
  const alphabet = createAlphabet(vocabulary, gapStops);
  type Terms = ReadonlyMap<string, TermTree>;
  const ahead = (patterns: readonly PatternNode[], terms: Terms): Automaton | null =>
    patterns.length === 0 ? null : createAutomaton([{ patterns, terms }], alphabet, true);
  const anywhere = (patterns: readonly PatternNode[], terms: Terms): Automaton =>
    createAutomaton([{ patterns, terms }], alphabet, true);
  const guards = ({ unless, terms }: FrameRule | ActRule): readonly Guard[] =>
    unless.map(({ patterns, because }) => ({ when: anywhere(patterns, terms), because }));
  const entryOf = <Rule extends FrameRule | ActRule | NegatorRule>(rule: Rule): Entry<Rule> => ({
    rule,
    followedBy: rule.type === 'act' ? ahead(rule.followedBy, rule.terms) : null,
    notFollowedBy: rule.type === 'act' ? ahead(rule.notFollowedBy, rule.terms) : null,
    unless: rule.type === 'negator' ? [] : guards(rule),
  });
  const bare = <Rule>(rule: Rule): Entry<Rule> => ({ rule, followedBy: null, notFollowedBy: null, unless: [] });
  const frames = packs.rules.filter((rule) => rule.type === 'frame');
  const operators = packs.rules.filter((rule) => rule.type !== 'frame');
  const needed = new Map<FrameRule, Automaton>();
  const termsNeeded = new Map<TermTree, Automaton>();
  for (const rule of frames) {
    const name = rule.source.needs;
    const tree = name === undefined ? undefined : rule.terms.get(name);
    if (!tree) continue;
    const term =
      termsNeeded.get(tree) ?? anywhere([{ type: 'term', name: rule.source.needs ?? '', offset: 0 }], rule.terms);
    termsNeeded.set(tree, term);
    needed.set(rule, term);
  }
  return {
    grammar,
    frames: { entries: frames.map(entryOf), automaton: createAutomaton(frames, alphabet) },
    operators: { entries: operators.map(entryOf), automaton: createAutomaton(operators, alphabet) },
    holders: { entries: packs.holders.map(bare), automaton: createAutomaton(packs.holders, alphabet) },
    never: {
      entries: packs.never.map(() => bare(null)),
      automaton: createAutomaton(
        packs.never.map((pattern) => ({ patterns: [pattern], terms: new Map() })),
        alphabet,
      ),
    },
    needed,
  };
}

type Found<Rule> = Hit<Rule> & { readonly entry: Entry<Rule> };

/** Occurrences of a table's entries in tokens `[from, to)`, as they come. */
function occurrences<Rule>(
  { entries, automaton }: Table<Rule>,
  reading: Reading,
  from: number,
  to: number,
): readonly Found<Rule>[] {
  const hits: Found<Rule>[] = [];
  for (let i = from; i < to; i++) {
    for (const { group, to: end } of automaton.matchesAt(reading, i, to)) {
      const entry = entries[group];
      if (!entry) continue;
      if (entry.followedBy && entry.followedBy.longestAt(reading, end, to) < 0) continue;
      if (entry.notFollowedBy && entry.notFollowedBy.longestAt(reading, end, to) >= 0) continue;
      hits.push({ rule: entry.rule, from: i, to: end, entry });
    }
  }
  return hits;
}

/** Hits (by their beginnings, as they come) without those that overlap one that beats them. */
function unbeaten<Some extends { readonly from: number; readonly to: number }>(
  hits: readonly Some[],
  beatsOther: (a: Some, b: Some, earlier: boolean) => boolean,
): readonly Some[] {
  if (hits.length < 2) return hits;
  const beaten = new Set<Some>();
  for (const [i, hit] of hits.entries()) {
    for (let j = i + 1; j < hits.length; j++) {
      const other = hits[j];
      if (!other || other.from >= hit.to) break;
      if (beatsOther(hit, other, true)) beaten.add(other);
      if (beatsOther(other, hit, false)) beaten.add(hit);
    }
  }
  return beaten.size === 0 ? hits : hits.filter((hit) => !beaten.has(hit));
}

const overlaps = (a: { from: number; to: number }, b: { from: number; to: number }): boolean =>
  a.from < b.to && b.from < a.to;

/** Frames in tokens `[from, to)`; most sentences have none, and end here. `contextFrom` is where a needed term may stand at the earliest. */
export function findFrames(
  lexicon: Lexicon,
  reading: Reading,
  from: number,
  to: number,
  contextFrom: number,
): FoundFrames {
  const found = occurrences(lexicon.frames, reading, from, to);
  if (found.length === 0) return noFrames;
  const cancelled: { hit: FrameHit; because: string }[] = [];
  const near = new Map<Automaton, boolean>();
  const isNear = (term: Automaton): boolean => {
    const occurs = near.get(term) ?? occursIn(term, reading, contextFrom, to);
    near.set(term, occurs);
    return occurs;
  };
  const fit = found.filter((hit) => {
    const guard = hit.entry.unless.find(({ when }) => occursOver(when, reading, from, to, hit));
    if (guard) cancelled.push({ hit, because: guard.because });
    const needs = lexicon.needed.get(hit.rule);
    const alone = needs !== undefined && !isNear(needs);
    if (alone) cancelled.push({ hit, because: `nothing of <${hit.rule.source.needs}> stands near` });
    return !guard && !alone;
  });
  return { frames: unbeaten(fit, beats), cancelled };
}

/** Acts and negators in tokens `[from, to)` beside the frames found there. */
export function findOperators(
  lexicon: Lexicon,
  reading: Reading,
  from: number,
  to: number,
  frames: readonly FrameHit[],
): readonly OperatorHit[] {
  const never = occurrences(lexicon.never, reading, from, to);
  const isHyphen = (i: number): boolean => foldedAt(reading, i) === '-';
  const isFree = (hit: Found<ActRule | NegatorRule>): boolean => {
    if (frames.some((frame) => overlaps(frame, hit)) || never.some((phrase) => overlaps(phrase, hit))) return false;
    // "a voter-approved limit": a word behind a hyphen is no verb.
    if (isHyphen(hit.from - 1) && !hasShape(reading, hit.from, shape.spaced)) return false;
    if (hit.rule.type === 'negator' && isHyphen(hit.to) && !hasShape(reading, hit.to, shape.spaced)) return false;
    return !hit.entry.unless.some(({ when }) => occursOver(when, reading, from, to, hit));
  };
  const found = occurrences(lexicon.operators, reading, from, to);
  return unbeaten(found.map((hit) => beforeFrames(hit, frames)).filter(isFree), beats);
}

/** An operator whose gap runs into a frame ends where the frame begins: it must never get lost. */
export function beforeFrames<Found extends { readonly from: number; readonly to: number }>(
  hit: Found,
  frames: readonly FrameHit[],
): Found {
  const frame = frames.find((item) => hit.from < item.from && item.from < hit.to);
  return frame ? { ...hit, to: frame.from } : hit;
}

/** The longer match wins, then the act over the negator, then the pack's priority, then the order in the file. */
function beats(a: OperatorHit | FrameHit, b: OperatorHit | FrameHit, earlier: boolean): boolean {
  const longer = a.to - a.from - (b.to - b.from);
  if (a.rule.rank !== b.rule.rank && Math.min(a.rule.rank, b.rule.rank) < 1000) return a.rule.rank < b.rule.rank;
  if (longer !== 0) return longer > 0;
  if (a.rule.type !== b.rule.type) return a.rule.type === 'act';
  return earlier;
}

function occursIn(automaton: Automaton, reading: Reading, from: number, to: number): boolean {
  for (let i = from; i < to; i++) if (automaton.longestAt(reading, i, to) >= 0) return true;
  return false;
}

/** Whether a pattern occurs so that it shares a token with the hit. */
function occursOver(
  automaton: Automaton,
  reading: Reading,
  from: number,
  to: number,
  hit: { from: number; to: number },
): boolean {
  for (let i = from; i < Math.min(to, hit.to); i++) if (automaton.longestAt(reading, i, to) > hit.from) return true;
  return false;
}

/** Nouns and titles of holders in tokens `[from, to)`; the longest at each place. */
export function findHolderWords(lexicon: Lexicon, reading: Reading, from: number, to: number): readonly HolderHit[] {
  const longer = (a: HolderHit, b: HolderHit, earlier: boolean): boolean =>
    a.to - a.from > b.to - b.from || (a.to - a.from === b.to - b.from && earlier);
  return unbeaten(occurrences(lexicon.holders, reading, from, to), longer);
}

/** The frame that came furthest in tokens `[from, to)` without matching: at least two words, or null. For explanations. */
export function nearestFrame(lexicon: Lexicon, reading: Reading, from: number, to: number): FrameHit | null {
  const { entries, automaton } = lexicon.frames;
  let best: FrameHit | null = null;
  for (let i = from; i < to; i++) {
    for (const { group, to: end } of automaton.furthestAt(reading, i, to)) {
      const rule = entries[group]?.rule;
      if (rule && end - i >= 2 && end - i > (best ? best.to - best.from : 0)) best = { rule, from: i, to: end };
    }
  }
  return best;
}
