// Whose veto a sentence tells of, what was vetoed, and whether that was overridden: "failed to override Mayor Lee's veto of a bill that …".
// Knows the words of vetoes; nothing of signs of issues.
import { foldedAt } from '../../reading/reading.ts';
import type { Chain, Link } from '../chains/chains.ts';
import { isSpeech } from '../chains/chains.ts';
import { isOf } from '../clauses/grammar.ts';
import type { FrameHit } from '../lexicon.ts';
import { type Ruling, ruling } from '../ruling.ts';
import type { SentenceContext } from '../sentence-context.ts';
import type { Candidate } from './candidate.ts';
import { measureBefore, opens } from './fates.ts';

/** A veto of what a phrase tells. */
export interface Veto {
  /** Whose it is; null where nobody is named. */
  readonly owner: Candidate | null;
  /** What governs the phrase inside of what was vetoed. */
  readonly links: readonly Link[];
  /** 1: it was overridden; -1: it stands; 0: that is open. */
  readonly outcome: 1 | -1 | 0;
  /** The token of the noun. */
  readonly at: number;
}

const official = /^(?:mayor|state-official|council-member|county|official|president)$/;
const wordsBetween = 3;

/** The veto of what a phrase tells; null where the sentence tells of none, or of another paper's. */
export function vetoOf(context: SentenceContext, frame: FrameHit, { links, broken }: Chain): Veto | null {
  const { reading, candidates, from, to } = context;
  let veto = from;
  while (veto < to && foldedAt(reading, veto) !== 'veto') veto++;
  if (veto === to || broken !== null || links.some(({ kind }) => isSpeech(kind))) return null;
  let left = veto - 1;
  while (left > veto - wordsBetween && foldedAt(reading, left) !== "'s") left--;
  const owner =
    foldedAt(reading, left) === "'s"
      ? candidates.find((item) => item.to === left && item.role === 'official' && official.test(item.holderType))
      : undefined;
  // "Council fails to override veto of rent cap": as headlines have it.
  const before = foldedAt(reading, veto - 1);
  const plain = owner !== undefined || /^(?:mayoral|gubernatorial|the|a|his|her)$/.test(before) || isOverride(before);
  const over = owner !== undefined && isOver(context, owner);
  const inner = over ? passedOver(frame, links, owner) : plain ? innerOf(context, frame, links, veto) : null;
  return inner === null
    ? null
    : { owner: owner ?? null, links: inner, outcome: over ? 1 : outcomeOf(context, veto), at: veto };
}

/** "passed it over the governor's veto" */
function isOver({ reading }: SentenceContext, owner: Candidate): boolean {
  return [owner.from - 1, owner.from - 2].some((i) => foldedAt(reading, i) === 'over');
}

function passedOver(frame: FrameHit, links: readonly Link[], owner: Candidate): readonly Link[] | null {
  const [lead, ...inner] = links.filter(({ behind }) => !behind);
  return frame.to <= owner.from && lead?.kind === 'decide' && lead.sign > 0 ? inner : null;
}

/** The links inside of what was vetoed: "the veto of X", "X died when …'s veto stood", "overrode …'s veto and did X". */
function innerOf(
  context: SentenceContext,
  frame: FrameHit,
  links: readonly Link[],
  veto: number,
): readonly Link[] | null {
  const { reading } = context;
  if (frame.from > veto) {
    const inner = links.filter(({ hit, behind }) => !behind && hit.from > veto);
    if (foldedAt(reading, veto + 1) === 'of') return isThat(context, veto + 2, frame.from) ? inner : null;
    const first = Math.min(frame.from, ...inner.map(({ hit }) => hit.from));
    return foldedAt(reading, first - 1) === 'and' && overrode.test(verbBefore(context, veto)) ? inner : null;
  }
  if (foldedAt(reading, veto + 1) === 'of') return null;
  const start = measureBefore(context, frame) ?? frame.from;
  if ((start === frame.from && frame.rule.source.kind !== 'noun') || !opens(context, start)) return null;
  return links.filter(({ hit, behind }) => !behind && hit.from >= start && hit.from < frame.to);
}

/** "the veto of the budget came as members debated rent control": whether what stands up to a phrase is still what was vetoed. */
function isThat({ reading, grammar }: SentenceContext, begin: number, end: number): boolean {
  for (let i = begin; i < end; i++)
    if (isOf(grammar, reading, i, 'adverbial', 'conjunction') || /^(?:as|came|comes|,)$/.test(foldedAt(reading, i)))
      return false;
  return true;
}

const overrode = /^(?:overrode|overridden|overrides)$/;
const overrides = /^(?:override|overriding)$/;
const stands = /^(?:sustain|sustained|sustains|uphold|upheld|upholds|stands|survived|survives)$/;
const falls = /^(?:failed|fails|short|unable|failure|lacked|lacks|refused|declined)$/;
const tries =
  /^(?:attempt|attempts|effort|efforts|bid|try|tried|trying|could|may|might|can|would|will|needs?|needed|plans?|ask|asked|urge|urged|vow|vowed|whether|if|hopes?|wants?)$/;

function isOverride(word: string): boolean {
  return overrode.test(word) || overrides.test(word) || stands.test(word);
}

/** The verb of overriding before a veto. */
function verbBefore({ reading, from }: SentenceContext, veto: number): string {
  for (let i = veto; i >= from; i--) {
    const word = foldedAt(reading, i);
    if (isOverride(word)) return word;
  }
  return '';
}

function outcomeOf({ reading, grammar, from, to }: SentenceContext, veto: number): 1 | -1 | 0 {
  let told: 1 | -1 | 0 = 0;
  let open = false;
  for (let i = from; i < to; i++) {
    const word = foldedAt(reading, i);
    if (falls.test(word) || stands.test(word)) return -1;
    if (overrode.test(word)) told = isOf(grammar, reading, i - 1, 'negator') ? -1 : 1;
    if (overrides.test(word) && i < veto + 8 && told === 0)
      told = isOf(grammar, reading, i - 1, 'negator') || isOf(grammar, reading, i - 2, 'negator') ? -1 : 1;
    open ||= tries.test(word) && i < veto && i > veto - 12;
  }
  return open && told > 0 ? 0 : told;
}

/** Who vetoed what a phrase tells: "Mayor Lee's veto of a rent cap". */
export function vetoersOf(context: SentenceContext, frame: FrameHit, chain: Chain): readonly Ruling[] {
  const veto = vetoOf(context, frame, chain);
  if (veto?.owner == null) return [];
  return [
    ruling(context, veto.owner, veto.links, null, null, {
      act: 'decision',
      modality: 'asserted',
      basis: 'position',
      complaint: 'it is vetoed',
      until: veto.at + 1,
      doubt: 0.1,
    }),
  ];
}
