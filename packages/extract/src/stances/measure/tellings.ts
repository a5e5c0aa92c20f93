// What a phrase tells of a measure: what somebody would do or has done, and the sign of whoever is for that. Knows chains and holders; not what the story is about.

import { foldedAt, type Reading } from '../../reading/reading.ts';
import { isSpeech, type Link } from '../chains/chains.ts';
import { isOf } from '../clauses/grammar.ts';
import { adopterOf, isUnder, isUnderPlan } from '../holders/adopters.ts';
import { fateOf } from '../holders/fates.ts';
import { vetoOf } from '../holders/vetoes.ts';
import type { Analysis } from '../judge.ts';
import type { FrameHit } from '../lexicon.ts';
import type { SentenceContext } from '../sentence-context.ts';
import { isDraftPhrase } from './drafts-told.ts';
import { signOfOpen } from './questions.ts';
import { isOneOfTwo } from './two-fold.ts';

/** A telling of what somebody would do, or has done. */
export interface Telling {
  readonly analysis: Analysis;
  readonly sign: number;
  readonly undoes: boolean;
  readonly contested: boolean;
  readonly outcome: 1 | -1 | 0;
  /** A mere mention: counts where nothing else is told as early. */
  readonly weak: boolean;
}

/** What a body would do counts in so many sentences from the story's first; so do mentions and what it did. */
const sentencesEarly = { telling: 4, mention: 3, practice: 2 };

/** Notes after which neither the sign nor the thing is safe. */
const unsafe =
  /^it stands in a condition$|limits what is said$|^something of it is spoken of$|is a question$|only when it is negated$|^its subject is negated$|^an accuser|governs a verb of saying/;

export function issueOf({ analysis }: Telling): string {
  return analysis.frame.rule.source.issue;
}

export function sentenceOf({ analysis: { context } }: Telling): number {
  return context.reading.sentenceOf[context.from] ?? 0;
}

/** "Lawmakers in 2023 dropped a provision that …": what was taken back then is not on the table. */
export function isDated({ analysis: { context, frame, judgement } }: Telling): boolean {
  const { reading, from } = context;
  const verb = Math.min(frame.from, ...judgement.chain.links.map(({ hit }) => hit.from));
  for (let i = from; i + 1 < verb; i++)
    if (foldedAt(reading, i) === 'in' && /^(?:19|20)\d\d$/.test(foldedAt(reading, i + 1))) return true;
  return false;
}

/** What an analysis tells of a measure; none for practice and what stands. */
export function tellingOf(analysis: Analysis): readonly Telling[] {
  const { judgement, frame, context } = analysis;
  const { chain } = judgement;
  if (frame.rule.source.argues) return [];
  if (chain.broken !== null) return votedOn(analysis);
  if ('because' in judgement && unsafe.test(judgement.because)) return yetToDecide(analysis);
  if (describesOther(analysis) || isInName(analysis) || isOneOfTwo(analysis)) return [];
  const links = chain.links.filter((link) => !isSpeech(link.kind) && !(link.behind && link.kind === 'effect'));
  // "joined a suit against the plan": the plan is the measure, and the suit is none.
  // "decided against renewing it": whether the motion was to renew it or not to is open.
  if (links.some((link) => link.hit.rule.id === 'against' || link.hit.rule.id === 'agrees-not')) return [];
  if (links[0]?.kind === 'should' && isOpenClause(context, links[0].hit.from)) return [];
  // "The vote breaks a law that requires cities to help": what stands, and what was done against it.
  const breach = links.findIndex((link) => link.hit.rule.id === 'breaks');
  if (breach >= 0 && /^(?:requires|bars|orders|limits)$/.test(links[breach + 1]?.hit.rule.id ?? '')) return [];
  if (isBackground(context, links[0], frame)) return [];
  const own = frame.rule.source.sign;
  const all = chain.links.reduce<number>((product, link) => (isSpeech(link.kind) ? product : product * link.sign), own);
  const telling = { analysis, undoes: false, contested: false, outcome: 0, weak: false } as const;
  // "may no longer chase", "could not cap rents under a bill that …": the change is what the whole tells.
  if (links.some(({ hit }) => foldedAt(context.reading, hit.to - 1) === 'longer'))
    return [{ ...telling, sign: all, undoes: true }];
  if (
    context.candidates.some((item) => item.role === 'document' && item.from > frame.from && isUnder(context, item)) ||
    isUnderPlan(context, frame.to)
  )
    return (links.length === 0 && isSubject(context, frame)) ||
      isAside(context, Math.min(frame.from, ...links.map(({ hit }) => hit.from)))
      ? []
      : [{ ...telling, sign: all }];
  const fate = fateOf(context, frame);
  if (fate !== null) {
    const inner = links.filter(({ hit, behind }) => !behind && hit.from < fate.verb);
    const sign = inner.reduce<number>((product, link) => product * link.sign, own);
    return [{ ...telling, sign, undoes: inner.some(isUndoing), outcome: fate.sign }];
  }
  const veto = vetoOf(context, frame, chain);
  if (veto !== null) {
    const sign = veto.links.reduce<number>((product, link) => product * link.sign, own);
    return [{ ...telling, sign, undoes: veto.links.some(isUndoing), outcome: veto.outcome }];
  }
  if (adopterOf(context, frame) !== null) return [{ ...telling, sign: all, outcome: 1 }];
  const [lead] = links;
  if (!lead) {
    const [weak] = withoutLead(analysis);
    return weak === undefined ? yetToDecide(analysis) : [{ ...telling, sign: own, weak }];
  }
  const held = 'stances' in judgement;
  // "Tacoma will join a suit over the conditions": what the city decided is the suit. Who sues must be known.
  const sues = links.find(({ hit }) => hit.rule.id === 'sues');
  if (sues && !held && /^join/.test(foldedAt(context.reading, sues.hit.from))) return [];
  if (sues && 'stances' in judgement && judgement.stances.every(({ holderType }) => suing.test(holderType)))
    return [{ ...telling, sign: all, outcome: 1 }];
  // "Montana forbids cities to control rent": what stands.
  const standing =
    'because' in judgement
      ? judgement.because.startsWith('a law that stands')
      : judgement.stances.every(({ holderType }) => holderType === 'state');
  if (standing && lead.kind !== 'decide') return [];
  if (held && judgement.stances.every(({ basis }) => basis === 'practice')) return [];
  let at = 0;
  while (isLead(links[at])) at++;
  const rest = links.slice(at);
  if (at > 0 && rest[0]?.kind === 'not') return [];
  if (at === 0 && lead.kind === 'not') return [];
  const sign = rest.reduce<number>((product, link) => product * link.sign, own);
  const undoes = rest.some(isUndoing);
  const decision = at > 0 && held && decides.test(lead.hit.rule.id);
  // "voted to deny a rezoning": what was decided is against it.
  const decided = links.slice(0, at).reduce<number>((product, link) => product * link.sign, 1);
  // "called on the city to end the contract": what stands is on the table as well.
  const takesBack = undoes || (rest.length === 0 && own < 0 && frame.rule.source.kind === 'verb');
  const leads = links.slice(0, at);
  const asked = leads.some(({ hit }) => asks.test(hit.rule.id));
  const contested = asked && (takesBack || leads.some((link) => isStopping(link, analysis.context.reading)));
  return [{ ...telling, sign, undoes, contested, outcome: decision ? (decided > 0 ? 1 : -1) : 0 }];
}

/** "put off a vote on whether to join the program": told at the outset, what is open is the measure. */
function yetToDecide(analysis: Analysis): readonly Telling[] {
  const { judgement, context } = analysis;
  if ((context.reading.sentenceOf[context.from] ?? 0) >= sentencesEarly.practice) return [];
  const sign = signOfOpen(analysis);
  if (sign === null) return [];
  const undoes = judgement.chain.links.some((link) => link.sign < 0 && undoing.test(link.hit.rule.id));
  return [{ analysis, sign, undoes, contested: false, outcome: 0, weak: false }];
}

/** "The county, she said, had barred duplexes for decades": what was so before. */
function isBackground({ reading, groupAt, from }: SentenceContext, lead: Link | undefined, frame: FrameHit): boolean {
  if ((reading.sentenceOf[from] ?? 0) === 0 || lead?.kind === 'decide' || lead?.behind) return false;
  const verb = lead?.hit.from ?? frame.from;
  for (let i = groupAt(verb).left; i < verb; i++) if (foldedAt(reading, i) === 'had') return true;
  return false;
}

/** "disagreed over how closely deputies should work with ICE": in which direction is what is open. */
function isOpenClause({ reading, from }: SentenceContext, should: number): boolean {
  for (let i = should - 1; i >= Math.max(from, should - 8); i--) {
    if (/^(?:how|what|when|where|who|why)$/.test(foldedAt(reading, i))) return true;
    if (/^(?:,|;|that|whether)$/.test(foldedAt(reading, i))) return false;
  }
  return false;
}

/** "The Milwaukee Fire and Police Commission barred police from using …": words of a body's name tell of nothing beside what it did. */
function isInName({ frame, context }: Analysis): boolean {
  const { issue } = frame.rule.source;
  return (
    context.hits.frames.some(({ rule, from }) => rule.source.issue !== issue && from >= frame.to) &&
    context.candidates.some(
      ({ role, named, from, to }) => role !== 'document' && named && from <= frame.from && frame.to <= to,
    )
  );
}

/** "threatened to remove members who voted against an agreement that would …": whatever is done to them, the vote is told. */
function votedOn(analysis: Analysis): readonly Telling[] {
  const { judgement, frame, context } = analysis;
  const { reading, grammar, hits } = context;
  const links = judgement.chain.links.filter(({ behind }) => !behind);
  const at = links.findLastIndex(
    ({ hit, kind }) => kind === 'decide' && decides.test(hit.rule.id) && foldedAt(reading, hit.from - 1) === 'who',
  );
  const vote = links[at];
  if (!vote || isOf(grammar, reading, frame.to, 'negator')) return [];
  const inner = links.slice(at + 1);
  const stops = [...inner.map(({ hit }) => hit), frame];
  const next = Math.min(...stops.map(({ from }) => from));
  if (next - vote.hit.to > 6 || stops.some((stop, i) => i > 0 && stop.from - (stops[i - 1]?.to ?? 0) > 6)) return [];
  if (
    hits.operators.some(
      (hit) => hit.from >= vote.hit.to && hit.to <= frame.from && !inner.some((link) => link.hit === hit),
    )
  )
    return [];
  const sign = inner.reduce<number>((product, link) => product * link.sign, frame.rule.source.sign);
  return [
    {
      analysis,
      sign,
      undoes: inner.some(({ sign: own }) => own < 0),
      contested: false,
      outcome: vote.sign > 0 ? 1 : -1,
      weak: false,
    },
  ];
}

/** "a city that keeps its staff from …": what a clause tells of somebody, and not of a bill, is no measure. */
function describesOther({ context, frame, judgement }: Analysis): boolean {
  const first = Math.min(
    frame.from,
    ...judgement.chain.links.filter(({ behind }) => !behind).map(({ hit }) => hit.from),
  );
  for (let i = first - 1; i >= Math.max(context.from, first - 4); i--) {
    if (!isOf(context.grammar, context.reading, i, 'relative')) continue;
    // "a nonprofit that serves them sued", "a man who was jailed sued": the clause has ended.
    if (i < first - 2 && endsBefore(context, first)) continue;
    const comma = foldedAt(context.reading, i - 1) === ',';
    // "take up an ordinance Monday that would"
    const noun = isDay.test(foldedAt(context.reading, i - 1)) ? i - 1 : i;
    return !comma && !context.candidates.some((item) => item.role === 'document' && item.to === noun);
  }
  return false;
}

const isDay = /^(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|today|tonight)$/;

/** Whether the verb of another clause ends right before a verb. */
function endsBefore({ reading, grammar }: SentenceContext, verb: number): boolean {
  const before = foldedAt(reading, verb - 1);
  return (
    /^(?:them|him|us|me|there|outside)$/.test(before) ||
    (/ed$/.test(before) && isOf(grammar, reading, verb - 2, 'auxiliary'))
  );
}

/** "would have to explain how they use cameras", "seven months after the city shut them off": a verb at a token, and not what its sentence tells. */
function isAside({ reading, from }: SentenceContext, verb: number): boolean {
  for (let i = from + 1; i < verb; i++)
    if (/^(?:how|whether|why|what|where|after|because|since|when|while|that|who|which)$/.test(foldedAt(reading, i)))
      return true;
  return false;
}

/** "The rent cap would end under a plan": what a verb that no rule knows does to its subject is not safe. */
function isSubject({ reading, grammar }: SentenceContext, { rule, to }: FrameHit): boolean {
  const modal = [to, to + 1, to + 2].find((i) => isOf(grammar, reading, i, 'modal', 'future'));
  if (rule.source.kind !== 'noun' || modal === undefined) return false;
  const verb = foldedAt(reading, modal + 1);
  const done = foldedAt(reading, modal + 2);
  return !comesToBe.test(verb) || (verb === 'be' && isParticiple.test(done) && !isGiven.test(done));
}

const isParticiple = /(?:ed|en|awn|own)$|^(?:cut|lost|shut|sold|hit|split|put|undone|sunk|torn|spent)$/;

/** "Duplexes would be allowed": done to a thing, it is there. */
const isGiven =
  /^(?:allowed|permitted|legalized|required|expanded|extended|installed|added|created|funded|given|opened)$/;

const comesToBe = /^(?:be|become|rise|apply|cover|begin|start|open|stay|remain|grow|get|need|have|face|require|go)$/;

/** A phrase that nothing governs: what a document or body would do, or a mere mention at the outset (true); none otherwise. */
function withoutLead({ judgement, frame, context }: Analysis): readonly boolean[] {
  const { kind } = frame.rule.source;
  const sentence = context.reading.sentenceOf[context.from] ?? 0;
  if (kind === 'noun') return sentence < sentencesEarly.mention ? [!isDraftPhrase(context, frame)] : [];
  if (kind === 'clause') return [];
  if (kind === 'passive') return sentence < sentencesEarly.telling ? [false] : [];
  const group = context.groupAt(frame.from);
  if (group.future || group.would || group.infinitive) return [false];
  if (!('stances' in judgement) || sentence >= sentencesEarly.practice) return [];
  // "Cameras are back, months after the city shut them off": a city does much that is not on the table.
  if (judgement.stances.some(({ holderType }) => holderType === 'city') && isAside(context, frame.from)) return [];
  // "Salem police have turned it off, city officials said": told on the body's part.
  const told = judgement.stances.some(
    ({ holderType, attributedBy }) => bodies.test(holderType) || attributedBy !== null,
  );
  return told ? [false] : [];
}

const bodies =
  /^(?:council|council-member|mayor|city|city-manager|county|state|state-official|school-district|court|sheriff|police-chief)$/;
const suing = /^(?:council|county|city|school-district)$/;
const undoing = /^(?:ends|lets-lapse|takes-money|cuts|limits|declines|exempts-from)$/;
const asks = /^(?:demands|calls-for|should|needs)$/;
/** Acts by which a body decides. */
export const decides = /^(?:votes-for|votes-against|rejects|approves|signs|blocks)$/;

function isUndoing({ sign, hit }: Link): boolean {
  return sign < 0 && undoing.test(hit.rule.id);
}

/** "asked the council to suspend the contract": what stands. */
function isStopping({ hit }: Link, reading: Reading): boolean {
  return hit.rule.id === 'blocks' && /^(?:suspend|paus)/.test(foldedAt(reading, hit.from));
}

/** Deciding, demanding and judging say what becomes of a measure, not what it is; taking back is the measure itself. */
function isLead(link: Link | undefined): boolean {
  if (!link || link.behind || undoing.test(link.hit.rule.id)) return false;
  const { rule } = link.hit;
  const considers = rule.type === 'act' && rule.source.modality === 'conditional';
  return considers || /^(?:decide|demand|judge|should|question|open)$/.test(link.kind);
}
