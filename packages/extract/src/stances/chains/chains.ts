// Which operators (acts, negators) govern an issue phrase, from the outermost to the innermost. Knows scope; not what the product means.
import { foldedAt, hasShape } from '../../reading/reading.ts';
import { shape } from '../../reading/tokens.ts';
import { isAdverb, isOf } from '../clauses/grammar.ts';
import { isBehindOpening } from '../clauses/openings.ts';
import { quoteAt } from '../clauses/quotations.ts';
import { isTrailing } from '../clauses/trailing-speech.ts';
import { textOf } from '../holders/holder-names.ts';
import type { FrameHit, OperatorHit } from '../lexicon.ts';
import type { SentenceContext } from '../sentence-context.ts';
import { overlaps } from '../tables.ts';
import { goesBy, isComplement } from './complements.ts';
import { isEffectOf } from './effect-subjects.ts';
import { loosenedBefore } from './loosening.ts';
import { isDatedAside, isNounHere, isSetAside, isStreetStop, tellsOfAnother } from './no-operators.ts';
import { hasPredicateBetween, isClosedBefore, isJoinedVerb } from './other-predicates.ts';
import { isSaidBefore } from './said-before.ts';
import { deniedBefore, firstOfTwo, withoutFirstDeeds } from './second-conjuncts.ts';
import { agreedEffect, isSecondPredicate } from './second-predicates.ts';
import type { Span } from './steps.ts';
import { bareVerbAt, otherDeedIn, strangerIn, whoIn } from './strangers.ts';
import { isPredicate, subjectIsFrame } from './thing-subjects.ts';
import { wantedState } from './wanted-states.ts';
import { isWithout, isWithoutFrame, withoutDoubt } from './without.ts';

/** An operator over a frame: what it is and its sign. */
export interface Link {
  readonly hit: OperatorHit;
  readonly sign: number;
  readonly kind: string;
  /** Stands behind the frame: a trailing "…, the mayor said", "… was blocked by a judge", "… erodes trust". */
  readonly behind: boolean;
  readonly passive: boolean;
}

export interface Chain {
  /** Outermost first. */
  readonly links: readonly Link[];
  /** Why the chain does not hold together; null when it does. */
  readonly broken: string | null;
}

const speech = new Set(['say', 'deny', 'accuse']);

/** Whether an operator reports speech. */
export function isSpeech(kind: string): boolean {
  return speech.has(kind);
}

/** The operators over a frame. */
export function chainOf(context: SentenceContext, frame: FrameHit): Chain {
  const ahead: Link[] = [];
  const behind: Link[] = [];
  for (const hit of context.hits.operators) {
    // A verb inside of another pack's phrase tells of what stands in that phrase alone.
    const cover = context.hits.frames.find((other) => !other.rule.source.argues && overlaps(other, hit));
    if (cover && !overlaps(cover, frame)) continue;
    const link = linkOf(context, hit, frame);
    if (link === null) continue;
    if (link.behind) behind.push(link);
    else ahead.push(link);
  }
  const open = ahead.filter((link) => reachesIn(context, link, ahead, frame));
  const told = withoutFirstDeeds(context, open, frame.from);
  const state = wantedState(context, frame, told.at(-1));
  const reaching = state === null || typeof state === 'string' ? told : [...told.slice(0, -1), state];
  const speeches = behind.filter((link) => isSpeech(link.kind));
  // "criticized the ban as a mistake": the verdict behind is the verb's own, told twice.
  const judged = reaching.some((link) => link.kind === 'judge');
  const others = behind.filter((link) => !isSpeech(link.kind) && !(judged && link.kind === 'effect'));
  // "is a mess and should go" is one judgement; "is a mess but should stay" is none.
  const agreed = agreedEffect(others);
  const verdicts = agreed ? others.filter((link) => link.kind !== 'effect' || link === agreed.first) : others;
  const links = [...speeches, ...verdicts, ...reaching];
  const differs = agreed?.differs?.hit;
  if (differs) return { links, broken: textOf(context.reading, differs.from, differs.to) };
  if (typeof state === 'string') return { links, broken: state };
  const lacked = withoutDoubt(context, frame, reaching);
  if (lacked !== null) return { links, broken: lacked };
  return { links, broken: brokenBetween(context, reaching, frame) ?? deniedBefore(context, reaching, frame.from) };
}

/** "We need to support the manager, who …": a demand for support reaches into the clause; mere support or a mere demand does not. */
function reachesIn(context: SentenceContext, link: Link, ahead: readonly Link[], frame: FrameHit): boolean {
  const outside = (other: Link): boolean => context.segments.of(other.hit.from) !== context.segments.of(frame.from);
  const through = (other: Link): boolean => other.hit.rule.type === 'act' && other.hit.rule.source.through === true;
  if (!outside(link) || (link.kind !== 'should' && !through(link))) return true;
  return (
    ahead.some((other) => outside(other) && other.kind === 'should') &&
    ahead.some((other) => outside(other) && through(other))
  );
}

function linkOf(context: SentenceContext, hit: OperatorHit, frame: FrameHit): Link | null {
  const { rule } = hit;
  const kind = rule.type === 'act' ? rule.source.kind : rule.source.kind === 'grammatical' ? 'not' : 'limit';
  // "worries that readers track the innocent": what is feared is the verdict itself.
  const feared = rule.id === 'fears' && frame.rule.source.kind === 'clause';
  const sign = rule.type === 'act' && !feared ? (rule.source.sign ?? 1) : feared ? 1 : -1;
  const scope = rule.type === 'act' ? (rule.source.scope ?? 'right') : 'right';
  // "were also asked whether": the verb, not the adverb before it.
  let verb = hit.from;
  while (verb + 1 < hit.to && isAdverb(context.grammar, context.reading, verb)) verb++;
  const group = context.groupAt(verb);
  const passive = group.passive && kind !== 'not' && !isSpeech(kind) && kind !== 'should';
  const link = { hit, sign, kind, passive };
  if (scope === 'sentence') return { ...link, behind: hit.from >= frame.to };
  if (kind === 'not' && isWithout(context, hit) && !isWithoutFrame(context, hit, frame)) return null;
  if (hit.to <= frame.from) {
    // "The law, signed by the governor in April, replaces …": the participle has its doer, and no object.
    if (
      kind === 'decide' &&
      foldedAt(context.reading, hit.to) === 'by' &&
      /ed$/.test(foldedAt(context.reading, hit.from))
    )
      return null;
    // "The measure, opposed by the sheriff, bars …"
    const aside = foldedAt(context.reading, hit.from - 1) === ',' && foldedAt(context.reading, hit.to) === 'by';
    if (aside && kind === 'judge' && /ed$/.test(foldedAt(context.reading, hit.from))) return null;
    if ((kind === 'decide' && isDatedAside(context, hit)) || (kind === 'not' && isSetAside(context, hit))) return null;
    if ((kind === 'limit' && isStreetStop(context, hit)) || isNounHere(context, hit)) return null;
    // What helps something speaks for it; what harms it may only be complained of.
    if (scope === 'left' && (kind !== 'effect' || sign < 0 || tellsOfAnother(context, hit))) return null;
    return governs(context, hit, kind, frame) ? { ...link, behind: false } : null;
  }
  if (hit.from < frame.to) return null;
  // “A wrong match puts people in jail and ruins lives”: the clause is a verdict already, and what follows goes on with it.
  if (kind === 'effect' && frame.rule.source.kind === 'clause') return null;
  if (kind === 'say' || kind === 'deny') return isTrailing(context, hit, frame) ? { ...link, behind: true } : null;
  if (scope === 'left' && kind === 'effect' && isSecondPredicate(context, frame, hit, group.left))
    return isEffectOf(context, frame) ? { ...link, behind: true } : null;
  const same = context.segments.of(hit.from) === context.segments.of(frame.from);
  if (same && (scope === 'left' || passive) && subjectIsFrame(context, hit, frame, group.left))
    return scope === 'left' && !isEffectOf(context, frame) ? null : { ...link, behind: true };
  // "Single-family zoning will end under a plan …"
  if (same && kind === 'decide' && goesBy(context, hit) && subjectIsFrame(context, hit, frame, group.left))
    return { ...link, behind: true };
  const finished = sign < 0 || kind === 'decide' || kind === 'do';
  if (same && finished && isComplement(context, hit.from, frame)) return { ...link, passive: false, behind: true };
  // "would make it harder for officers to do their jobs" says what is wrong with it.
  if (kind === 'limit' && same && makesHarder(context, hit))
    return subjectIsFrame(context, hit, frame, group.left) ? { ...link, kind: 'effect', behind: true } : null;
  // "is not", "will not" of a verb behind the frame negate that verb.
  if (kind === 'not' && same && isPredicate(context, hit, frame)) return { ...link, behind: true };
  return null;
}

/** "make it harder for officers to": what makes it illegal tells what it does. */
function makesHarder({ reading }: SentenceContext, { from, to }: OperatorHit): boolean {
  if (!/^ma(?:k|d)/.test(foldedAt(reading, from))) return false;
  for (let i = from; i < to; i++) if (foldedAt(reading, i) === 'harder') return true;
  return false;
}

/** "said X and Y" says both; "denied X, but Lee asked Y" denies the first alone. */
function reachesCoordinate(context: SentenceContext, kind: string, conjunction: number): boolean {
  if (kind !== 'say') return false;
  const shares = isOf(context.grammar, context.reading, conjunction + 1, 'modal', 'auxiliary', 'pronoun');
  return (
    foldedAt(context.reading, conjunction) !== 'but' || shares || foldedAt(context.reading, conjunction + 1) === 'that'
  );
}

function governs(context: SentenceContext, hit: OperatorHit, kind: string, frame: FrameHit): boolean {
  const { segments } = context;
  const through = hit.rule.type === 'act' && hit.rule.source.through === true;
  const target = segments.of(hit.from);
  if (isBehindOpening(context, hit, frame)) return false;
  if (!isSpeech(kind)) {
    const quote = quoteAt(context.document, frame.from);
    if (quote?.direct && (context.reading.starts[hit.from] ?? 0) < quote.start) return false;
    if (isSaidBefore(context, hit, frame)) return false;
  }
  for (let number = segments.of(frame.from); number !== target; ) {
    const segment = segments.list[number];
    if (!segment || segment.parent < 0) return false;
    if (segment.kind === 'adverbial' || segment.kind === 'condition') return false;
    if (segment.kind === 'coordinate' && !reachesCoordinate(context, kind, segment.from)) return false;
    const passes =
      isSpeech(kind) ||
      kind === 'question' ||
      (segment.kind === 'relative' &&
        (through || kind === 'should' || tellsOfObject(context, hit, kind, segment.from)));
    if (!passes) return false;
    number = segment.parent;
  }
  if (
    kind === 'decide' &&
    context.hits.frames.some(
      (other) =>
        other.rule.source.kind === 'noun' &&
        other.from >= hit.to &&
        other.to <= frame.from &&
        other.rule.source.issue !== frame.rule.source.issue,
    )
  )
    return false;
  if (!isSpeech(kind) && (hasPredicateBetween(context, hit, frame) || isClosedBefore(context, hit, frame)))
    return false;
  return hit.rule.source.takes !== 'noun' || !isJoinedVerb(context, hit.to, frame);
}

/** "lobbied against the bill, which would have allowed fourplexes": what the document would do is what is opposed. */
function tellsOfObject(
  { candidates, reading, grammar }: SentenceContext,
  hit: OperatorHit,
  kind: string,
  relative: number,
): boolean {
  if (kind !== 'judge' && kind !== 'decide' && kind !== 'not') return false;
  if (foldedAt(reading, relative) !== 'which' || foldedAt(reading, relative - 1) !== ',') return false;
  if (!isOf(grammar, reading, relative + 1, 'modal')) return false;
  // "Senate Bill 214, which would …"
  const end = hasShape(reading, relative - 2, shape.number) ? relative - 2 : relative - 1;
  const document = candidates.find((item) => item.to === end && item.holderType === 'policy-proposal');
  if (!document || document.from < hit.to) return false;
  for (let i = hit.to; i < document.from; i++)
    if (!isOf(grammar, reading, i, 'determiner') && !/^(?:new|proposed|latest|against|for)$/.test(foldedAt(reading, i)))
      return false;
  return true;
}

/** Words between two links that no rule knows and that could turn the sense; null when the links hold together. */
function brokenBetween(context: SentenceContext, ahead: readonly Link[], frame: FrameHit): string | null {
  const stops = [
    ...ahead.map((link) => ({ from: link.hit.from, to: link.hit.to, kind: link.kind })),
    { from: frame.from, to: frame.to, kind: 'frame' },
  ];
  for (let i = 0; i + 1 < stops.length; i++) {
    const left = stops[i];
    const right = stops[i + 1];
    if (left?.kind === 'accuse' && right) {
      const deed = otherDeedIn(context, left.to, right.from);
      if (deed !== null) return deed;
    }
    if (!left || !right || isSpeech(left.kind) || left.kind === 'question') continue;
    // "told opponents of it to go home", "asked supporters of it to speak": whom somebody asks, and not for what.
    const asked = foldedAt(context.reading, right.from);
    if (
      left.kind === 'demand' &&
      /^(?:judge|limit)$/.test(right.kind) &&
      right.from - left.to < 3 &&
      partisans.test(asked)
    )
      return asked;
    const span = spanOf(context, left, right);
    const isAim = right.from > left.to && /^(?:decide|demand|should|limit)$/.test(left.kind);
    const word =
      (isAim ? bareVerbAt(context, left.to) : null) ??
      (right.kind === 'frame' ? loosenedBefore(context, left, frame) : null) ??
      strangerIn(context, { ...span, to: firstOfTwo(context, span) ?? span.to }) ??
      (left.kind === 'judge' && !isIndulged(context, left) ? null : whoIn(context, left.to, right.from));
    if (word !== null) return word;
    // "immigrants who fear agents should not hesitate to …": the clause behind is not what they fear.
    const inRelative = isOf(context.grammar, context.reading, left.from - 1, 'relative');
    if (inRelative && left.kind === 'judge' && right.kind === 'frame' && frame.rule.source.kind === 'clause')
      return foldedAt(context.reading, left.from);
  }
  return null;
}

const partisans = /^(?:opponents|critics|foes|supporters|backers|proponents|advocates|fans|champions|detractors)$/;

/** "has no quarrel with officers who use them": whom somebody leaves alone, not what they do. */
function isIndulged(
  { reading }: SentenceContext,
  { from, to }: { readonly from: number; readonly to: number },
): boolean {
  for (let i = from; i < to; i++)
    if (/^(?:quarrel|problem|objection|issue|complaint|beef)s?$/.test(foldedAt(reading, i))) return true;
  return false;
}

function spanOf(
  context: SentenceContext,
  left: { readonly to: number; readonly kind: string },
  right: { readonly from: number; readonly to: number },
): Span {
  const { left: verb, infinitive } = context.groupAt(right.from);
  return {
    from: left.to,
    to: right.from,
    end: right.to,
    kind: left.kind,
    verb: infinitive ? verb : right.from,
    infinitive,
  };
}
