// Who judges the story's measure in a quotation that does not name it: “This goes too far.” Knows who speaks and what could turn the words; not the words.
import type { Quote } from '@civicwire/shared';
import { foldedAt, hasShape, type Reading, tokenAt } from '../../reading/reading.ts';
import { shape } from '../../reading/tokens.ts';
import { isOf } from '../clauses/grammar.ts';
import type { Candidate } from '../holders/candidate.ts';
import { candidateNamed, holderOf, speakerAt } from '../holders/speakers.ts';
import { subjectOf } from '../holders/subjects.ts';
import { subjectBehind } from '../holders/subjects-behind.ts';
import type { OperatorHit } from '../lexicon.ts';
import { documentNouns, limitNouns } from '../measure/thing-nouns.ts';
import type { JudgeContext, SentenceContext } from '../sentence-context.ts';
import type { Debate } from './debate.ts';

/** Who says what the words judge, when nothing in the sentence could turn them and the story does not tell the speaker to be of another mind; null otherwise. */
export function verdictOf(
  { agenda, judge, told }: Debate,
  context: SentenceContext,
  hit: OperatorHit,
): Candidate | null {
  const { reading, grammar, document } = context;
  // "This is a mistake" of a measure that failed: the measure, or its failure?
  if (agenda.outcome < 0) return null;
  const clause = behindBut(context, hit.from);
  for (let i = clause; i < context.to; i++) if (isOf(grammar, reading, i, 'turns')) return null;
  for (let i = Math.max(clause, hit.from - 4); i < hit.from; i++) if (isOf(grammar, reading, i, 'negator')) return null;
  if (/^tells-/.test(hit.rule.id) && !opensQuote(reading, hit.from)) return null;
  const at = reading.starts[hit.from] ?? 0;
  const quote = document.quotes.find((item) => item.start <= at && at < item.end) ?? null;
  if (takesUpOther(context, hit, quote)) return null;
  const speaker = quote === null ? sayerOf(context, judge, hit) : speakerIn(context, judge, quote);
  if (speaker === null || speaker.role === 'document') return null;
  if (speaksOfOwn(agenda, told, context, speaker) || followsAnother(agenda, told, context, hit.from)) return null;
  const { issue, sign } = agenda.rule.source;
  const own = (hit.rule.type === 'act' ? (hit.rule.source.sign ?? 1) : 1) * sign > 0 ? 'supports' : 'opposes';
  const differs = told.by(speaker.name).some((one) => one.issue === issue && one.position !== own);
  return differs ? null : speaker;
}

/** Who says “Vote no,” where the words are an order; null elsewhere. */
export function ordererOf(debate: Debate, context: SentenceContext, hit: OperatorHit): Candidate | null {
  const orders = /^(?:vote|oppose|support|reject)$/.test(foldedAt(context.reading, hit.from));
  return orders && opensQuote(context.reading, hit.from) ? verdictOf(debate, context, hit) : null;
}

/** “Vote no,” “Please, say yes to this”: an order opens what is quoted. */
function opensQuote(reading: Reading, at: number): boolean {
  let before = at - 1;
  while (/^(?:please|just|so|,)$/.test(foldedAt(reading, before))) before--;
  return hasShape(reading, before, shape.quote);
}

/** "It won't fix everything, but it's a start": what stands before the "but" right before the words is conceded. The sentence's own start elsewhere. */
function behindBut({ reading, from }: SentenceContext, hit: number): number {
  return foldedAt(reading, hit - 1) === 'but' && foldedAt(reading, hit - 2) === ',' ? hit : from;
}

/** "Crowell signed a jail agreement. “I'm proud of this program,” he said.": of what was just told of the speaker, where that is another issue's. */
function speaksOfOwn(
  agenda: Debate['agenda'],
  told: Debate['told'],
  context: SentenceContext,
  speaker: Candidate,
): boolean {
  const { reading, from } = context;
  const s = reading.sentenceOf[from] ?? 0;
  const near = [1, 2].flatMap((back) => told.at(reading.sentenceStarts[s - back] ?? -1));
  const own = near.filter(({ holder }) => holder === speaker.name);
  return own.length > 0 && own.every(({ issue }) => issue !== agenda.rule.source.issue);
}

/** "Reed called for an ordinance that … Trent said that goes too far.": of the paper that somebody asked for right before, where that was not told to be the measure. */
function followsAnother(
  agenda: Debate['agenda'],
  told: Debate['told'],
  { reading, from }: SentenceContext,
  hit: number,
): boolean {
  const first = reading.sentenceStarts[(reading.sentenceOf[from] ?? 0) - 1];
  if (first === undefined || first < agenda.from || reading.paragraphOf[first] !== reading.paragraphOf[from])
    return false;
  const onIt = told.at(first).filter(({ issue }) => issue === agenda.rule.source.issue);
  // "Renters asked the council to reject it. Park said that would be a mistake.": to reject it.
  const against = agenda.rule.source.sign > 0 ? 'opposes' : 'supports';
  const that = /^(?:that|this|it)$/.test(foldedAt(reading, hit));
  const asksNot = that && onIt.some(({ position, act }) => position === against && act !== 'vote');
  if (onIt.length > 0) return asksNot && hasAsked(reading, first, from);
  let asked = false;
  for (let i = first; i < from; i++) {
    asked ||= /^(?:called|proposed|suggested|floated|pitched|wants|wanted|offered|sought)$/.test(foldedAt(reading, i));
    // "Residents called for a public vote. Park said that would be a mistake."
    if (that && asks.test(foldedAt(reading, i))) return true;
    if (!asked || !/^(?:an?|another)$/.test(foldedAt(reading, i))) continue;
    for (let noun = i + 1; noun < Math.min(from, i + 5); noun++)
      if (documentNouns.has(foldedAt(reading, noun)) || limitNouns.includes(foldedAt(reading, noun))) return true;
  }
  return false;
}

const asks = /^(?:asked|asks|called|demanded|demands|urged|requested|pressed|begged|proposed|suggested|wants|wanted)$/;

function hasAsked(reading: Reading, first: number, to: number): boolean {
  for (let i = first; i < to; i++) if (asks.test(foldedAt(reading, i))) return true;
  return false;
}

function speakerIn(context: SentenceContext, judge: JudgeContext, quote: Quote): Candidate | null {
  if (quote.speakerName) return candidateNamed(context, judge, quote.speakerName);
  return speakerAt(context, judge, quote.speaker ? tokenAt(context.reading, quote.speaker.start) : null);
}

/** Whom a sentence without a known quotation tells to say it; null when nobody is plain. */
function sayerOf(context: SentenceContext, judge: JudgeContext, hit: OperatorHit): Candidate | null {
  const verb = context.hits.operators.find(({ rule }) => rule.type === 'act' && rule.source.kind === 'say');
  if (!verb) return null;
  // "passed a bill that punishes towns, and lawmakers said …": what stands before "and" is not said.
  for (let i = hit.to; i + 1 < verb.from; i++)
    if (foldedAt(context.reading, i) === ',' && isOf(context.grammar, context.reading, i + 1, 'conjunction'))
      return null;
  const before = subjectOf(context, verb.from);
  return holderOf(context, judge, before.type === 'none' ? subjectBehind(context, verb.to) : before);
}

/** "The fair proves why it is needed": "it" behind other words of its sentence, or told in another's words, may be something else. */
function takesUpOther(context: SentenceContext, hit: OperatorHit, quote: Quote | null): boolean {
  const { reading, from } = context;
  let start = quote === null ? from : Math.max(from, tokenAt(reading, quote.start));
  while (start < hit.from && hasShape(reading, start, shape.quote)) start++;
  // "It won't fix everything, but it's a start": the same "it".
  if (/^(?:it|this|that)$/.test(foldedAt(reading, start)) && behindBut(context, hit.from) === hit.from) return false;
  for (let i = hit.from; i < hit.to; i++)
    // "would make it harder for families to rent": no thing.
    if (foldedAt(reading, i) === 'it' && !/^(?:makes?|made|making)$/.test(foldedAt(reading, i - 1)))
      return quote?.kind === 'indirect' || hit.from - start > 4;
  return false;
}
