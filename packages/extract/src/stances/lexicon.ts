// The packs' rules over one vocabulary, and where they occur in a sentence. Knows matching; not what matches mean together.
import type { Reading } from '../reading/reading.ts';
import { hasShape, wordAt } from '../reading/reading.ts';
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

export interface SentenceHits {
  readonly frames: readonly FrameHit[];
  readonly operators: readonly OperatorHit[];
  /** Frames that matched but do not count, with the reason. */
  readonly cancelled: readonly { readonly hit: FrameHit; readonly because: string }[];
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
  const needed = frames.flatMap((rule): [FrameRule, Automaton][] =>
    rule.source.needs === undefined
      ? []
      : [[rule, anywhere([{ type: 'term', name: rule.source.needs, offset: 0 }], rule.terms)]],
  );
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
    needed: new Map(needed),
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

const overlaps = (a: { from: number; to: number }, b: { from: number; to: number }): boolean =>
  a.from < b.to && b.from < a.to;

/** Whether a frame matches at all: most sentences end here, before anything else is read of them. */
export function hasFrame(lexicon: Lexicon, reading: Reading, from: number, to: number): boolean {
  for (let i = from; i < to; i++) {
    if (lexicon.frames.automaton.longestAt(reading, i, to) >= 0) return true;
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
  const cancelled: { hit: FrameHit; because: string }[] = [];
  const fit = occurrences(lexicon.frames, reading, from, to).filter((hit) => {
    const guard = hit.entry.unless.find(({ when }) => occursOver(when, reading, from, to, hit));
    if (guard) cancelled.push({ hit, because: guard.because });
    const needs = lexicon.needed.get(hit.rule);
    const alone = needs !== undefined && !occursIn(needs, reading, contextFrom, to);
    if (alone) cancelled.push({ hit, because: `nothing of <${hit.rule.source.needs}> stands near` });
    return !guard && !alone;
  });
  const frames = fit.filter(
    (hit) =>
      !fit.some(
        (other) => other !== hit && overlaps(hit, other) && beats(other, hit, fit.indexOf(other) < fit.indexOf(hit)),
      ),
  );
  const never = occurrences(lexicon.never, reading, from, to);
  const found = occurrences(lexicon.operators, reading, from, to)
    .map((hit) => beforeFrames(hit, frames))
    .filter((hit) => !frames.some((frame) => overlaps(frame, hit)) && !never.some((phrase) => overlaps(phrase, hit)))
    // "a voter-approved limit": a word behind a hyphen is no verb.
    .filter(
      (hit) =>
        !(hit.rule.type === 'negator' && wordAt(reading, hit.to) === '-' && !hasShape(reading, hit.to, shape.spaced)),
    )
    .filter((hit) => !(wordAt(reading, hit.from - 1) === '-' && !hasShape(reading, hit.from, shape.spaced)))
    .filter((hit) => !hit.entry.unless.some(({ when }) => occursOver(when, reading, from, to, hit)));
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
  const found = occurrences(lexicon.holders, reading, from, to);
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
