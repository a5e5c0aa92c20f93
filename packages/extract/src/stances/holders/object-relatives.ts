// What somebody did to a thing, told in a clause right behind it: "the agreement (that) the sheriff signed in 2020", "a cap, which Lee opposed".
// Knows where such clauses begin and end; nothing of signs.
import { foldedAt, hasShape } from '../../reading/reading.ts';
import { shape } from '../../reading/tokens.ts';
import { type Chain, isSpeech, type Link } from '../chains/chains.ts';
import { isAdverb, isOf } from '../clauses/grammar.ts';
import { leftOfPhrase, onlyPhrases } from '../clauses/noun-phrases.ts';
import type { FrameHit, OperatorHit } from '../lexicon.ts';
import { canAct, isNoOneInParticular, type Ruling, ruling } from '../ruling.ts';
import type { JudgeContext, SentenceContext } from '../sentence-context.ts';
import type { Candidate } from './candidate.ts';
import { holderOf } from './speakers.ts';
import { subjectOf } from './subjects.ts';
import { subjectBehind } from './subjects-behind.ts';
import { vetoersOf } from './vetoes.ts';

/** From the end of the phrase to the verb of the clause behind it. */
const wordsMax = 14;
/** Nouns of taking back, which belong to the thing itself: "the ban on …", "limits on …". */
const nouns =
  /^(?:ban|bans|restrictions|limits|limit|moratorium|prohibition|cut|cuts|reduction|reductions|cutbacks|removal|elimination)$/;

/** What a phrase may go on with: "287(g) agreement program". */
const things =
  /^(?:ordinance|law|policy|agreement|contract|program|plan|resolution|bill|measure|proposal|deal|rule|rules|limits|cap|ban|order)$/;

/** The stance of whoever acts on a thing in the words right behind it, or whose veto of it is told; none when there are no such words or their sign is not plain. */
export function toldBehind(
  context: SentenceContext,
  judge: JudgeContext,
  frame: FrameHit,
  chain: Chain,
): readonly Ruling[] {
  const vetoers = vetoersOf(context, frame, chain);
  if (vetoers.length > 0) return vetoers;
  const own = thingOf(context, chain, frame)?.links;
  if (!own) return [];
  const hit = context.hits.operators.find((item) => item.from >= frame.to && isDeed(item));
  if (!hit || hit.from - frame.to > wordsMax) return [];
  return (
    doneBy(context, judge, frame, hit, own) ??
    (hit.from > frame.to ? inClause(context, judge, frame, hit, own) : null) ??
    []
  );
}

/** "a cap sponsored by Lee", "the agreement, signed by the sheriff in 2020, …"; null when no bare participle and no "by" stand there. */
function doneBy(
  context: SentenceContext,
  judge: JudgeContext,
  frame: FrameHit,
  hit: OperatorHit,
  own: readonly Link[],
): readonly Ruling[] | null {
  const { reading } = context;
  const by = [hit.to - 1, hit.to].find((i) => foldedAt(reading, i) === 'by');
  const group = context.groupAt(hit.from);
  if (
    by === undefined ||
    group.left !== hit.from ||
    group.passive ||
    !/(?:ed|en|wn|ught)$/.test(foldedAt(reading, hit.from))
  )
    return null;
  const comma = foldedAt(reading, hit.from - 1) === ',';
  if (!onlyHangs(context, frame.to, comma ? hit.from - 1 : hit.from)) return null;
  const holder = holderOf(context, judge, subjectBehind(context, by + 1));
  const link = holder && linkOf(hit);
  if (!link || holder.role === 'document' || !canAct(holder, link)) return [];
  return [ruling(context, holder, [link, ...own], link, group, { doubt: 0.1 })];
}

/** "the agreement (that) the sheriff signed in 2020"; null when no such clause stands there. */
function inClause(
  context: SentenceContext,
  judge: JudgeContext,
  frame: FrameHit,
  hit: OperatorHit,
  own: readonly Link[],
): readonly Ruling[] | null {
  const group = context.groupAt(hit.from);
  if (group.infinitive || group.gerund || group.passive || group.unsure || group.would) return null;
  const subject = subjectOf(context, hit.from);
  if (subject.type === 'none' || subject.type === 'first-person') return null;
  const first = subject.type === 'pronoun' ? subject.token : leftOfPhrase(context, subject.candidate.from) + 1;
  if (subject.type === 'candidate' && (subject.relative || subject.candidate.to !== group.left)) return null;
  if (!opensClause(context, frame, first) || !endsBehind(context, hit.to)) return null;
  const holder = holderOf(context, judge, subject);
  if (holder === null || holder.role === 'document' || isNoOneInParticular(context, holder)) return null;
  const link = linkOf(hit);
  if (!link || !canAct(holder, link)) return null;
  // "that the council did not sign": what became of it stays open; "that she does not support" does not.
  const negator = context.hits.operators.find(
    (item) => item.rule.type !== 'act' && group.left <= item.from && item.to <= hit.from,
  );
  if (group.negated && (link.kind !== 'judge' || !negator)) return null;
  const not: readonly Link[] = negator ? [{ hit: negator, sign: -1, kind: 'not', behind: true, passive: false }] : [];
  return [ruling(context, holder, [...not, link, ...own], link, group, { doubt: 0.1 })];
}

function linkOf(hit: OperatorHit): Link | null {
  if (hit.rule.type !== 'act') return null;
  const { sign, kind } = hit.rule.source;
  return { hit, sign: sign ?? 1, kind, behind: true, passive: false };
}

/** A thing with the links that belong to it, and its first token: "the [ban on sweeps]", "the [plan to buy cameras]". */
export interface Thing {
  readonly from: number;
  readonly links: readonly Link[];
}

/** The thing that a phrase stands for or in; null when it is no noun and stands in no document's aim. */
export function thingOf(context: SentenceContext, { links, broken }: Chain, frame: FrameHit): Thing | null {
  if (broken !== null) return null;
  const ahead = links.filter((link) => !link.behind && !isSpeech(link.kind));
  for (let k = 0; k <= ahead.length; k++) {
    const verb = ahead[k]?.hit.from ?? frame.from;
    const document = aimedBy(context, verb);
    if (document) return { from: document.from, links: ahead.slice(k) };
  }
  const own = ahead.filter((link) => link.kind === 'limit' && nouns.test(foldedAt(context.reading, link.hit.from)));
  if (frame.rule.source.kind !== 'noun' && own.length === 0) return null;
  return { from: own[0]?.hit.from ?? frame.from, links: own };
}

/** The document whose aim a verb is: "a plan to buy", "a bill requiring", "a bill that would require". */
function aimedBy(context: SentenceContext, verb: number): Candidate | undefined {
  const group = context.groupAt(verb);
  const relative = group.would && foldedAt(context.reading, group.left - 1) === 'that';
  if (!group.infinitive && !group.gerund && !relative) return undefined;
  const end = relative ? group.left - 1 : group.left;
  return context.candidates.find((item) => item.role === 'document' && item.to === end);
}

function isDeed({ rule }: OperatorHit): boolean {
  return rule.type === 'act' && /^(?:decide|judge)$/.test(rule.source.kind) && rule.source.scope === undefined;
}

/** Whether a clause with an own subject opens at token `first`, right behind the phrase or what hangs on it. */
function opensClause(context: SentenceContext, frame: FrameHit, first: number): boolean {
  const { reading } = context;
  let end = first;
  const relative = end > frame.to && /^(?:that|which)$/.test(foldedAt(reading, end - 1));
  if (relative) end--;
  if (end > frame.to && foldedAt(reading, end - 1) === ',') {
    if (!relative) return false;
    end--;
  }
  // "exempt from the cap under changes the council approved": the changes, and not the cap.
  if (end > frame.to && /^(?:under|through|after|following|despite|against)$/.test(foldedAt(reading, frame.to)))
    return false;
  return onlyHangs(context, frame.to, end);
}

/** Nothing, or a phrase like "with ICE" that hangs on the thing. */
function onlyHangs(context: SentenceContext, from: number, to: number): boolean {
  return (
    from >= to || onlyPhrases(context, from, to) || (to === from + 1 && things.test(foldedAt(context.reading, from)))
  );
}

/** Whether the verb has no object of its own behind it: "signed in 2020", "adopted last year", "opposes,". */
function endsBehind(context: SentenceContext, to: number): boolean {
  const { reading, grammar } = context;
  if (to >= context.to || hasShape(reading, to, shape.mark | shape.number)) return true;
  if (
    /^(?:in|on|at|last|this|earlier|during|after|before|when|while|because|two|three|four|five|six|seven|a|more|over|under|to|despite|with|monday|tuesday|wednesday|thursday|friday|saturday|sunday|january|february|march|april|may|june|july|august|september|october|november|december)$/.test(
      foldedAt(reading, to),
    )
  )
    return (
      !/^(?:a|to)$/.test(foldedAt(reading, to)) ||
      /^(?:a (?:year|month|week|decade|few))$/.test(`${foldedAt(reading, to)} ${foldedAt(reading, to + 1)}`)
    );
  return (
    isAdverb(grammar, reading, to) ||
    isOf(grammar, reading, to, 'auxiliary', 'modal', 'conjunction') ||
    context.verbAt(to)
  );
}
