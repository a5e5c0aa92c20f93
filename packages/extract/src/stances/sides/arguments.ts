// What speaks for or against an issue without naming its thing: “They log where everybody drives,” she said, in a story on plate readers.
// Knows which issue a story tells of; the phrases and their signs are the packs'. Any doubt ends in no stance.

import type { Stance } from '@civicwire/shared';
import { foldedAt } from '../../reading/reading.ts';
import { isSpeech } from '../chains/chains.ts';
import { isOf } from '../clauses/grammar.ts';
import { type Analysis, judgeFrame } from '../judge.ts';
import type { FrameHit } from '../lexicon.ts';
import type { Agenda } from '../measure/agenda.ts';
import type { JudgeContext, SentenceContext } from '../sentence-context.ts';

/** A story that tells of several of an argument's issues is about the one that it tells of this many times as often. */
const timesMore = 3;

/** The stances of speakers who use an argument, in sentences in which nothing else told of them. */
export function findArguments(
  contexts: readonly SentenceContext[],
  judge: JudgeContext,
  analyses: readonly Analysis[],
  agenda: Agenda | null,
): readonly Analysis[] {
  const told = analyses.flatMap(({ judgement }) => ('stances' in judgement ? judgement.stances : []));
  if (told.length === 0) return [];
  const counts = new Map<string, number>();
  for (const { issue } of told) counts.set(issue, (counts.get(issue) ?? 0) + 1);
  const taken = new Set(analyses.filter(({ judgement }) => 'stances' in judgement).map(({ context }) => context.from));
  const found: Analysis[] = [];
  for (const context of contexts) {
    if (taken.has(context.from)) continue;
    for (const hit of context.hits.frames) {
      const argument = towards(hit, counts, agenda);
      if (argument === null) continue;
      const barred = isBarred(context, argument);
      const frame = barred ? turned(argument) : argument;
      if (turns(context, frame) || (!barred && isDeniedBefore(context, frame))) continue;
      const judgement = judgeFrame(context, judge, frame);
      if (!('stances' in judgement) || !isPlain(judgement.chain.links, barred) || isOfAnother(context, frame)) continue;
      // Who is elsewhere of another mind means something else by it.
      const stances = judgement.stances
        .filter((stance) => !isPlace(stance) && !told.some((other) => differ(other, stance)))
        .map((stance) => ({ ...stance, confidence: Math.max(0.3, Math.round((stance.confidence - 0.2) * 100) / 100) }));
      if (stances.length > 0) found.push({ context, frame, judgement: { ...judgement, stances } });
    }
  }
  return found;
}

interface Held {
  readonly holder: string;
  readonly issue: string;
  readonly position: string;
}

function differ(one: Held, other: Held): boolean {
  return one.holder === other.holder && one.issue === other.issue && one.position !== other.position;
}

/** "Sen. Mo Poe, R-New Salem, said …": a place does not argue. */
function isPlace({ holderType }: Stance): boolean {
  return /^(?:city|county|state)$/.test(holderType);
}

/** The argument with the issue of the story's measure, or else the one that the story tells of, and its sign towards it; null for a frame that is no argument, and when none or more than one is meant. */
function towards(hit: FrameHit, counts: ReadonlyMap<string, number>, agenda: Agenda | null): FrameHit | null {
  const { source } = hit.rule;
  if (!source.argues) return null;
  const signs = new Map<string, 1 | -1>([[source.issue, source.sign], ...Object.entries(source.argues)]);
  const own = agenda?.rule.source.issue ?? '';
  const ownSign = signs.get(own);
  if (ownSign) return { ...hit, rule: { ...hit.rule, source: { ...source, issue: own, sign: ownSign } } };
  const [first, second] = [...signs.keys()]
    .map((issue) => ({ issue, count: counts.get(issue) ?? 0 }))
    .toSorted((a, b) => b.count - a.count);
  const sign = first && signs.get(first.issue);
  if (!first || !sign || first.count === 0 || first.count < (second?.count ?? 0) * timesMore) return null;
  return { ...hit, rule: { ...hit.rule, source: { ...source, issue: first.issue, sign } } };
}

/** Said, and by nothing that could turn it but what bars it. */
function isPlain(links: Analysis['judgement']['chain']['links'], barred: boolean): boolean {
  return links.every(({ kind, sign }) => {
    if (isSpeech(kind)) return kind === 'say';
    return (sign > 0 && kind !== 'question' && kind !== 'open') || (barred && (kind === 'not' || kind === 'should'));
  });
}

/** "The city should not keep a record of where we drive": what should not be is as bad as it is called. */
function isBarred({ grammar, reading, from }: SentenceContext, frame: FrameHit): boolean {
  for (let i = frame.from - 1; i >= Math.max(from + 1, frame.from - 3); i--)
    if (isOf(grammar, reading, i, 'negator')) return /^(?:should|must)$/.test(foldedAt(reading, i - 1));
  return false;
}

/** The argument with the contrary sign, which “should not” turns back. */
function turned(frame: FrameHit): FrameHit {
  const { source } = frame.rule;
  return { ...frame, rule: { ...frame.rule, source: { ...source, sign: source.sign > 0 ? -1 : 1 } } };
}

/** "Nobody is throwing money at it": a negator shortly before takes the argument back. */
function isDeniedBefore({ grammar, reading, from }: SentenceContext, frame: FrameHit): boolean {
  for (let i = Math.max(from, frame.from - 6); i < frame.from; i++)
    if (isOf(grammar, reading, i, 'negator')) return true;
  // "solved one case", "helped find few of them": little is no praise.
  for (let i = frame.from; i <= frame.to; i++) {
    const word = foldedAt(reading, i);
    if (belittles.test(word) && foldedAt(reading, i - 1) !== 'no') return true;
  }
  return false;
}

/** "(told the council that) posting every policy could put officers at risk": another course is told to do so. */
function isOfAnother({ grammar, reading, from, hits }: SentenceContext, frame: FrameHit): boolean {
  for (let i = frame.from - 2; i >= Math.max(from, frame.from - 9); i--) {
    const begins = i === from || /^(?:that|,|“|")$/.test(foldedAt(reading, i - 1));
    const said = hits.operators.some(({ rule, to }) => to === i && rule.type === 'act' && isSpeech(rule.source.kind));
    if (!begins && !said) continue;
    const deed = /^\p{L}{2,}ing$/u.test(foldedAt(reading, i)) && !isOf(grammar, reading, i, 'notParticiple');
    // "releasing it", "sharing information with agents": the story's own.
    const own = /^(?:it|them|this|that|the|these)$/.test(foldedAt(reading, i + 1));
    return deed && !own && !/^(?:releasing|sharing)$/.test(foldedAt(reading, i));
  }
  return false;
}

const belittles = /^(?:one|only|few|fewer|single|just|zero|hardly|barely|little|none)$/;

/** A question, a condition, a contrast; what stands before the "but" right before an argument is granted. */
function turns({ grammar, reading, from, to }: SentenceContext, frame: FrameHit): boolean {
  let begin = from;
  for (let i = from; i < frame.from; i++) if (foldedAt(reading, i) === 'but') begin = i + 1;
  for (let i = begin; i < to; i++)
    if (isOf(grammar, reading, i, 'turns') && !/^(?:think|guess|suppose)$/.test(foldedAt(reading, i))) return true;
  return false;
}
