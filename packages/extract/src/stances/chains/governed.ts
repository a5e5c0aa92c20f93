// Whether a phrase that mere news may hold is more than news: decided, demanded, yet to come, or what a body does as a rule. Knows verb groups; no sign.
import { foldedAt, hasShape } from '../../reading/reading.ts';
import { shape } from '../../reading/tokens.ts';
import { aspectOf } from '../clauses/aspects.ts';
import { isAdverb } from '../clauses/grammar.ts';
import { openingMaker } from '../clauses/openings.ts';
import { adopterOf } from '../holders/adopters.ts';
import { fateOf } from '../holders/fates.ts';
import type { FrameHit } from '../lexicon.ts';
import { isPromise } from '../ruling.ts';
import type { SentenceContext } from '../sentence-context.ts';
import { isSpeech, type Link } from './chains.ts';

/** Whether more than mere telling stands over a phrase: an act, a negator, a future of its own, or the present of what is done as a rule. */
export function isGoverned(context: SentenceContext, frame: FrameHit, links: readonly Link[]): boolean {
  if (links.some((link) => (!isSpeech(link.kind) && link.kind !== 'do') || isPromise(link))) return true;
  const own = context.groupAt(aspectOf(context, frame.from) ?? frame.from);
  if (own.future || own.would) return true;
  // "will continue to book drivers", "said they would continue to": the future is that of "continue".
  const spoken = links.some((link) => isSpeech(link.kind));
  for (const { kind, behind, hit } of links) {
    const group = kind === 'do' && !behind ? context.groupAt(hit.from) : null;
    if (group && (group.future || (spoken && group.would))) return true;
  }
  if (isRule(context, frame)) return true;
  return adopterOf(context, frame) !== null || openingMaker(context) !== null || fateOf(context, frame) !== null;
}

/** "The department releases video within a week", "Since 2018, Omaha has posted video": what a body does as a rule is no news of one case. */
function isRule(context: SentenceContext, frame: FrameHit): boolean {
  const { grammar, reading, candidates } = context;
  if (frame.rule.source.kind !== 'verb') return false;
  const { left, passive, negated } = context.groupAt(frame.from);
  if (passive || negated) return false;
  let end = isBegun(context, left - 1) ? left - 1 : left;
  while (end > context.from && isAdverb(grammar, reading, end - 1)) end--;
  const holder = candidates.find((item) => item.to === end && item.role === 'government');
  if (!holder) return false;
  const verb = foldedAt(reading, frame.from);
  // "Salem police began using it in May": what is taken up is more than one case.
  if (isBegun(context, frame.from) || (isBegun(context, frame.from - 1) && isDated(context))) return true;
  if (left < frame.from) return isPerfect(context, left) && isLasting(context);
  return /[^s]s$/.test(verb) && isOften(context, frame);
}

function isBegun({ reading }: SentenceContext, token: number): boolean {
  return /^(?:began|started)$/.test(foldedAt(reading, token)) && /ing$/.test(foldedAt(reading, token + 1));
}

/** "in 2019", "in May", "last year": no hour of one night. */
function isDated({ reading, from, to }: SentenceContext): boolean {
  for (let i = from; i + 1 < to; i++) {
    const next = foldedAt(reading, i + 1);
    if (foldedAt(reading, i) === 'in' && (/^(?:19|20)\d\d$/.test(next) || months.test(next))) return true;
    if (foldedAt(reading, i) === 'last' && /^(?:year|month|summer|spring|fall|winter)$/.test(next)) return true;
  }
  return false;
}

function isPerfect({ reading }: SentenceContext, token: number): boolean {
  return /^(?:has|have)$/.test(foldedAt(reading, token));
}

/** "since 2018", "for years". */
function isLasting({ reading, from, to }: SentenceContext): boolean {
  for (let i = from; i + 1 < to; i++) {
    const word = foldedAt(reading, i);
    if (word === 'since' && (hasShape(reading, i + 1, shape.number) || months.test(foldedAt(reading, i + 1))))
      return true;
    if (word === 'for' && /^(?:years|decades|months)$/.test(foldedAt(reading, i + 1))) return true;
  }
  return false;
}

const months =
  /^(?:january|february|march|april|may|june|july|august|september|october|november|december|last|at|late|early|mid)$/;

/** "every month", "within 60 days", "after each shooting", "whenever", "to find suspects". */
function isOften({ reading, from, to }: SentenceContext, frame: FrameHit): boolean {
  if (foldedAt(reading, frame.to) === 'to') return true;
  for (let i = from; i < to; i++)
    if (
      /^(?:each|every|within|whenever|always|routinely|regularly|usually|automatically|monthly|yearly|annually|quarterly)$/.test(
        foldedAt(reading, i),
      )
    )
      return true;
  return false;
}
