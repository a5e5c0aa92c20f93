// The packs' rules over one vocabulary, and where they occur in a sentence. Knows matching; not what matches mean together.
import type { Reading } from '../reading/reading.ts';
import { hasShape, wordAt } from '../reading/reading.ts';
import { shape } from '../reading/tokens.ts';
import type { Vocabulary } from '../reading/vocabulary.ts';
import { createGrammar, type Grammar } from './grammar.ts';
import type { ActRule, CompiledPacks, FrameRule, HolderRule, NegatorRule } from './packs/compiled-packs.ts';
import { compilePattern, type PatternProgram, type TermTree } from './patterns/compile-pattern.ts';
import { furthestStep, matchPattern } from './patterns/match-pattern.ts';
import type { PatternNode } from './patterns/parse-pattern.ts';

interface Guard {
  readonly programs: readonly PatternProgram[];
  readonly because: string;
}
interface Entry<Rule> {
  readonly rule: Rule;
  readonly programs: readonly PatternProgram[];
  readonly followedBy: readonly PatternProgram[];
  readonly notFollowedBy: readonly PatternProgram[];
  readonly unless: readonly Guard[];
}
type Index<Rule> = ReadonlyMap<number, readonly Entry<Rule>[]>;

/** All that is looked up in a text. */
export interface Lexicon {
  readonly grammar: Grammar;
  readonly frames: Index<FrameRule>;
  readonly operators: Index<ActRule | NegatorRule>;
  readonly holders: Index<HolderRule>;
  readonly never: Index<null>;
  /** pack/term → programs, for frames that need a term near by. */
  readonly needed: ReadonlyMap<FrameRule, readonly PatternProgram[]>;
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

export interface SentenceHits {
  readonly frames: readonly FrameHit[];
  readonly operators: readonly OperatorHit[];
  /** Frames that matched but do not count, with the reason. */
  readonly cancelled: readonly { readonly hit: FrameHit; readonly because: string }[];
}

/** Interns the packs' words and builds the look-up tables. */
export function createLexicon(vocabulary: Vocabulary, packs: CompiledPacks): Lexicon {
  const compileAll = (nodes: readonly PatternNode[], terms: ReadonlyMap<string, TermTree>): readonly PatternProgram[] =>
    nodes.map((node) => compilePattern(node, terms, vocabulary));
  const frames: Entry<FrameRule>[] = [];
  const operators: Entry<ActRule | NegatorRule>[] = [];
  const needed = new Map<FrameRule, readonly PatternProgram[]>();
  const guards = (rule: FrameRule | ActRule): readonly Guard[] =>
    rule.unless.map(({ patterns, because }) => ({ programs: compileAll(patterns, rule.terms), because }));
  for (const rule of packs.rules) {
    const programs = compileAll(rule.patterns, rule.terms);
    if (rule.type === 'frame') {
      frames.push({ rule, programs, followedBy: [], notFollowedBy: [], unless: guards(rule) });
      if (rule.source.needs !== undefined) {
        needed.set(rule, compileAll([{ type: 'term', name: rule.source.needs, offset: 0 }], rule.terms));
      }
    } else if (rule.type === 'act') {
      const ahead = {
        followedBy: compileAll(rule.followedBy, rule.terms),
        notFollowedBy: compileAll(rule.notFollowedBy, rule.terms),
      };
      operators.push({ rule, programs, ...ahead, unless: guards(rule) });
    } else operators.push({ rule, programs, followedBy: [], notFollowedBy: [], unless: [] });
  }
  const bare = { followedBy: [], notFollowedBy: [], unless: [] };
  const holders = packs.holders.map((rule) => ({ rule, programs: compileAll(rule.patterns, rule.terms), ...bare }));
  const never = packs.never.map((node) => ({ rule: null, programs: compileAll([node], new Map()), ...bare }));
  return {
    grammar: createGrammar(vocabulary),
    frames: indexOf(frames),
    operators: indexOf(operators),
    holders: indexOf(holders),
    never: indexOf(never),
    needed,
  };
}

function indexOf<Rule>(entries: readonly Entry<Rule>[]): Index<Rule> {
  const index = new Map<number, Entry<Rule>[]>();
  for (const entry of entries) {
    for (const id of new Set(entry.programs.flatMap((program) => [...program.firstIds]))) {
      const list = index.get(id);
      if (list) list.push(entry);
      else index.set(id, [entry]);
    }
  }
  return index;
}

const gapTests = new WeakMap<Grammar, (reading: Reading, i: number) => boolean>();

/** Whether a gap may hold token i: no negator, no mark that ends a clause. */
function mayFill(grammar: Grammar): (reading: Reading, i: number) => boolean {
  const known = gapTests.get(grammar);
  if (known) return known;
  const made = (reading: Reading, i: number): boolean => {
    if (hasShape(reading, i, shape.mark)) return !/^[.;:!?()]/.test(wordAt(reading, i));
    return !grammar.has(reading.ids[i] ?? -1, 'gapStop');
  };
  gapTests.set(grammar, made);
  return made;
}

function longest(
  programs: readonly PatternProgram[],
  grammar: Grammar,
  reading: Reading,
  from: number,
  to: number,
): number {
  let end = -1;
  const first = reading.ids[from] ?? -1;
  for (const program of programs) {
    if (program.open || program.firstIds.has(first))
      end = Math.max(end, matchPattern(program, reading, from, to, mayFill(grammar)));
  }
  return end;
}

/** Occurrences of an index's entries in tokens `[from, to)`, as they come. */
function occurrences<Rule>(
  index: Index<Rule>,
  grammar: Grammar,
  reading: Reading,
  from: number,
  to: number,
): (Hit<Rule> & { entry: Entry<Rule> })[] {
  const hits: (Hit<Rule> & { entry: Entry<Rule> })[] = [];
  for (let i = from; i < to; i++) {
    for (const entry of index.get(reading.ids[i] ?? -1) ?? []) {
      const end = longest(entry.programs, grammar, reading, i, to);
      if (end < 0) continue;
      if (entry.followedBy.length > 0 && longest(entry.followedBy, grammar, reading, end, to) < 0) continue;
      if (longest(entry.notFollowedBy, grammar, reading, end, to) >= 0) continue;
      hits.push({ rule: entry.rule, from: i, to: end, entry });
    }
  }
  return hits;
}

const overlaps = (a: { from: number; to: number }, b: { from: number; to: number }): boolean =>
  a.from < b.to && b.from < a.to;

/** Whether a frame matches at all: most sentences end here, before anything else is read of them. */
export function hasFrame(lexicon: Lexicon, reading: Reading, from: number, to: number): boolean {
  for (let i = from; i < to; i++) {
    for (const { programs } of lexicon.frames.get(reading.ids[i] ?? -1) ?? [])
      if (longest(programs, lexicon.grammar, reading, i, to) >= 0) return true;
  }
  return false;
}

/** Frames and operators of tokens `[from, to)`. `contextFrom` is where a needed term may stand at the earliest. */
export function findHits(
  lexicon: Lexicon,
  reading: Reading,
  from: number,
  to: number,
  contextFrom: number,
): SentenceHits {
  const { grammar } = lexicon;
  const cancelled: { hit: FrameHit; because: string }[] = [];
  const fit = occurrences(lexicon.frames, grammar, reading, from, to).filter((hit) => {
    const guard = hit.entry.unless.find(({ programs }) => occursOver(programs, grammar, reading, from, to, hit));
    if (guard) cancelled.push({ hit, because: guard.because });
    const needs = lexicon.needed.get(hit.rule);
    const alone = needs !== undefined && !occursIn(needs, grammar, reading, contextFrom, to);
    if (alone) cancelled.push({ hit, because: `nothing of <${hit.rule.source.needs}> stands near` });
    return !guard && !alone;
  });
  const frames = fit.filter(
    (hit) =>
      !fit.some(
        (other) => other !== hit && overlaps(hit, other) && beats(other, hit, fit.indexOf(other) < fit.indexOf(hit)),
      ),
  );
  const never = occurrences(lexicon.never, grammar, reading, from, to);
  const found = occurrences(lexicon.operators, grammar, reading, from, to)
    .map((hit) => beforeFrames(hit, frames))
    .filter((hit) => !frames.some((frame) => overlaps(frame, hit)) && !never.some((phrase) => overlaps(phrase, hit)))
    // "a voter-approved limit": a word behind a hyphen is no verb.
    .filter(
      (hit) =>
        !(hit.rule.type === 'negator' && wordAt(reading, hit.to) === '-' && !hasShape(reading, hit.to, shape.spaced)),
    )
    .filter((hit) => !(wordAt(reading, hit.from - 1) === '-' && !hasShape(reading, hit.from, shape.spaced)))
    .filter((hit) => !hit.entry.unless.some(({ programs }) => occursOver(programs, grammar, reading, from, to, hit)));
  const operators = found.filter(
    (hit) =>
      !found.some(
        (other) =>
          other !== hit && overlaps(hit, other) && beats(other, hit, found.indexOf(other) < found.indexOf(hit)),
      ),
  );
  const bare = <Rule>({ rule, from: start, to: end }: Hit<Rule>): Hit<Rule> => ({ rule, from: start, to: end });
  return { frames: frames.map(bare), operators: operators.map(bare), cancelled };
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

function occursIn(
  programs: readonly PatternProgram[],
  grammar: Grammar,
  reading: Reading,
  from: number,
  to: number,
): boolean {
  for (let i = from; i < to; i++) if (longest(programs, grammar, reading, i, to) >= 0) return true;
  return false;
}

/** Whether one of the patterns occurs so that it shares a token with the hit. */
function occursOver(
  programs: readonly PatternProgram[],
  grammar: Grammar,
  reading: Reading,
  from: number,
  to: number,
  hit: { from: number; to: number },
): boolean {
  for (let i = from; i < Math.min(to, hit.to); i++)
    if (longest(programs, grammar, reading, i, to) > hit.from) return true;
  return false;
}

/** Nouns and titles of holders in tokens `[from, to)`; the longest at each place. */
export function findHolderWords(lexicon: Lexicon, reading: Reading, from: number, to: number): readonly HolderHit[] {
  const found = occurrences(lexicon.holders, lexicon.grammar, reading, from, to);
  const result: HolderHit[] = [];
  for (const hit of found) {
    const rival = found.find(
      (other) =>
        other !== hit &&
        overlaps(other, hit) &&
        (other.to - other.from > hit.to - hit.from ||
          (other.to - other.from === hit.to - hit.from && found.indexOf(other) < found.indexOf(hit))),
    );
    if (!rival) result.push({ rule: hit.rule, from: hit.from, to: hit.to });
  }
  return result;
}

/** The frame that came furthest in tokens `[from, to)` without matching: at least two words, or null. For explanations. */
export function nearestFrame(lexicon: Lexicon, reading: Reading, from: number, to: number): FrameHit | null {
  let best: FrameHit | null = null;
  for (let i = from; i < to; i++) {
    for (const { rule, programs } of lexicon.frames.get(reading.ids[i] ?? -1) ?? []) {
      for (const program of programs) {
        const end = furthestStep(program, reading, i, to, mayFill(lexicon.grammar));
        if (end - i >= 2 && end - i > (best ? best.to - best.from : 0)) best = { rule, from: i, to: end };
      }
    }
  }
  return best;
}
