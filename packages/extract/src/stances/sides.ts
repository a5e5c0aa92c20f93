// Who takes a side without naming the measure: “voted no”, “spoke against it”, “sided with Lee”, “over the objections of landlords”.
// Knows the story's one measure and how sides are told; which words tell them is the packs'. Any doubt about holder or side ends in no stance.
import type { Quote, Stance } from '@civicwire/shared';
import type { Document } from '../document.ts';
import { foldedAt, sentenceRange, spanOf, tokenAt } from '../reading/reading.ts';
import type { Agenda } from './agenda.ts';
import type { Candidate } from './candidate.ts';
import { shared } from './co-holders.ts';
import { isOf } from './grammar.ts';
import { textOf } from './holder-names.ts';
import type { Analysis } from './judge.ts';
import { findSideWords, type Lexicon, type OperatorHit } from './lexicon.ts';
import { resolvePronoun } from './pronouns.ts';
import { hasCondition, ruling } from './ruling.ts';
import type { JudgeContext, SentenceContext } from './sentence-context.ts';
import { candidateNamed, holderOf, speakerAt } from './speakers.ts';
import { type Subject, quoteAt, subjectOf } from './subjects.ts';

/** What this rule asks of a story. */
export interface Debate {
  readonly document: Document;
  readonly lexicon: Lexicon;
  readonly judge: JudgeContext;
  readonly agenda: Agenda;
  readonly read: (s: number) => SentenceContext;
}

/** A holder's side of the measure: 1 for it. */
type Side = 1 | -1;

const wordsMax = 120;

/** The stances of those who take a side of the story's measure in words that do not name it; sentences that gave a stance of the same holder are left alone. */
export function findSides(debate: Debate, analyses: readonly Analysis[]): readonly Analysis[] {
  const { document, lexicon, agenda } = debate;
  const { reading } = document;
  const found: Analysis[] = [];
  for (let s = agenda.sentence; s + 1 < reading.sentenceStarts.length; s++) {
    const [from, to] = sentenceRange(reading, s);
    if (to - from > wordsMax) continue;
    const hits = findSideWords(lexicon, reading, from, to);
    if (hits.length === 0) continue;
    const context = debate.read(s);
    if (isOpen(context)) continue;
    for (const hit of hits) {
      const told = [...analyses, ...found];
      const here = new Set(told.filter((item) => item.context.from === from).flatMap(holdersOf));
      const stances = stancesAt(debate, context, hit, told).filter(({ holder }) => !here.has(holder));
      if (stances.length === 0) continue;
      const frame = { rule: agenda.rule, from: hit.from, to: hit.to };
      found.push({ context, frame, judgement: { stances, chain: { links: [], broken: null } } });
    }
  }
  return found;
}

function holdersOf({ judgement }: Analysis): readonly string[] {
  return 'stances' in judgement ? judgement.stances.map(({ holder }) => holder) : [];
}

/** A question, or a condition: nobody has taken a side yet. */
function isOpen(context: SentenceContext): boolean {
  if (hasCondition(context)) return true;
  for (let i = context.from; i < context.to; i++) if (foldedAt(context.reading, i) === '?') return true;
  return false;
}

function stancesAt(
  debate: Debate,
  context: SentenceContext,
  hit: OperatorHit,
  told: readonly Analysis[],
): readonly Stance[] {
  if (hit.rule.type !== 'act') return [];
  const { who, sign = 1 } = hit.rule.source;
  // Of a vote to repeal an ordinance, "it" may be either.
  if (debate.agenda.undoes && foldedAt(context.reading, hit.to - 1) === 'it') return [];
  if (who === 'behind') return holdersBehind(context, hit.to).map((holder) => stanceOf(debate, context, hit, holder, sign));
  if (hit.rule.source.act === 'vote' && votedElse(debate, context, told)) return [];
  if (who === 'speaker') {
    const speaker = verdictOf(debate, context, hit, told);
    return speaker === null ? [] : [stanceOf(debate, context, hit, speaker, sign)];
  }
  const group = context.groupAt(hit.from);
  if (group.negated || group.unsure) return [];
  const holder = takerOf(debate, context, hit);
  if (holder === null || holder.role === 'document') return [];
  const side = who === 'with' ? sideOfOther(debate, context, hit, holder, told) : 1;
  if (side === 0) return [];
  const own = shared(context, ruling(context, holder, [], null, null, {}));
  return own.map((item) => stanceOf(debate, context, hit, item.holder, side * sign > 0 ? 1 : -1));
}

/** "It then adopted a budget. Lee voted no.": another vote, told in the sentence before, on what no rule knows. */
function votedElse({ document }: Debate, { reading, grammar, from }: SentenceContext, told: readonly Analysis[]): boolean {
  const [before] = sentenceRange(document.reading, Math.max(0, (reading.sentenceOf[from] ?? 0) - 1));
  if (told.some((item) => item.context.from === before && 'stances' in item.judgement)) return false;
  for (let i = before; i < from; i++) if (isOf(grammar, reading, i, 'decides')) return true;
  return false;
}

/** Who says what the words judge, when nothing in the sentence could turn them and the story does not tell the speaker to be of another mind; null otherwise. */
function verdictOf(
  { agenda, judge }: Debate,
  context: SentenceContext,
  hit: OperatorHit,
  told: readonly Analysis[],
): Candidate | null {
  const { reading, grammar, document } = context;
  // "This is a mistake" of a measure that failed: the measure, or its failure?
  if (agenda.outcome < 0) return null;
  for (let i = context.from; i < context.to; i++) if (isOf(grammar, reading, i, 'turns')) return null;
  for (let i = Math.max(context.from, hit.from - 4); i < hit.from; i++)
    if (isOf(grammar, reading, i, 'negator')) return null;
  const at = reading.starts[hit.from] ?? 0;
  const quote = document.quotes.find((item) => item.start <= at && at < item.end);
  if (!quote || takesUpOther(context, hit, quote)) return null;
  const token = quote.speaker ? tokenAt(reading, quote.speaker.start) : null;
  const speaker = quote.speakerName
    ? candidateNamed(context, judge, quote.speakerName)
    : speakerAt(context, judge, token);
  if (speaker === null || speaker.role === 'document') return null;
  const { issue, sign } = agenda.rule.source;
  const own = (hit.rule.type === 'act' ? (hit.rule.source.sign ?? 1) : 1) * sign > 0 ? 'supports' : 'opposes';
  const differs = told.some(
    ({ judgement }) =>
      'stances' in judgement &&
      judgement.stances.some((one) => one.holder === speaker.name && one.issue === issue && one.position !== own),
  );
  return differs ? null : speaker;
}

/** "The fair proves why it is needed": "it" behind other words of its sentence, or told in another's words, may be something else. */
function takesUpOther({ reading, from }: SentenceContext, hit: OperatorHit, quote: Quote): boolean {
  const start = Math.max(from, tokenAt(reading, quote.start));
  for (let i = hit.from; i < hit.to; i++)
    if (foldedAt(reading, i) === 'it') return quote.kind === 'indirect' || hit.from - start > 4;
  return false;
}

/** Who takes the side that a verb tells of: its subject, the speaker of “I”, whoever intends or asks for it; null when that is not plain. */
function takerOf(debate: Debate, context: SentenceContext, hit: OperatorHit): Candidate | null {
  const { judge } = debate;
  const group = context.groupAt(hit.from);
  if (/ing$/.test(foldedAt(context.reading, hit.from))) {
    const before = context.candidates.find((item) => item.to === group.left && item.named);
    return before && before.role !== 'government' ? before : null;
  }
  const verb = group.infinitive ? governorOf(context, group.left) : hit.from;
  if (verb === null) return null;
  const subject: Subject = subjectOf(context, verb);
  if (subject.type === 'candidate' && subject.relative) return antecedentOf(context, subject.candidate);
  if (subject.type !== 'first-person') return holderOf(context, judge, subject);
  const quote = quoteAt(context.document, hit.from);
  if (quote === null) return null;
  return quote.speaker === null
    ? speakerAt(context, judge, quote.speakerToken)
    : candidateNamed(context, judge, quote.speaker);
}

/** "Rep. Mo Poe of Memphis, who voted no": the person before the place. */
function antecedentOf({ candidates, reading }: SentenceContext, found: Candidate): Candidate | null {
  if (!/^(?:city|county|state)$/.test(found.holderType)) return found;
  if (foldedAt(reading, found.from - 1) !== 'of') return null;
  return candidates.find((item) => item.to === found.from - 1 && item.named) ?? null;
}

/** “plans to vote no”, “was ready to vote no”, “urged the council to vote no”: the verb whose subject means it. */
function governorOf(context: SentenceContext, left: number): number | null {
  const { reading, hits, grammar } = context;
  const asked = hits.operators.find(
    ({ rule, from, to }) =>
      rule.type === 'act' && rule.source.kind === 'demand' && to <= left && left - to <= 5 && from >= context.from,
  );
  if (asked) return asked.from;
  for (let i = left - 1; i >= Math.max(context.from, left - 3); i--) {
    const word = foldedAt(reading, i);
    if (intends.test(word)) return i;
    if (willing.test(word) && isOf(grammar, reading, i - 1, 'auxiliary')) return i - 1;
  }
  return null;
}

const intends = /^(?:plans?|planned|intends?|intended|expects?|expected|promised|vowed|pledged|rose|came|joined)$/;
const willing = /^(?:ready|prepared|likely|going|willing|certain|sure|inclined)$/;

/** “over the objections of landlords and Lee”: the holders that stand right behind. */
function holdersBehind(context: SentenceContext, from: number): readonly Candidate[] {
  const { candidates, grammar, reading } = context;
  let at = from;
  while (isOf(grammar, reading, at, 'determiner')) at++;
  const first = candidates.find((item) => item.from >= at && item.from <= at + 2 && item.role !== 'document');
  if (!first) return [];
  const second = candidates.find((item) => item.from <= first.to + 2 && item.from > first.to && item.role === first.role);
  return second && foldedAt(reading, first.to) === 'and' ? [first, second] : [first];
}

/** The side of the one behind the words (“sided with Lee”, “joined her”), when the story told it and it is one; 0 otherwise. */
function sideOfOther(
  { agenda, judge, document }: Debate,
  context: SentenceContext,
  hit: OperatorHit,
  holder: Candidate,
  told: readonly Analysis[],
): Side | 0 {
  const { reading } = context;
  const named = context.candidates.find((item) => item.from >= hit.to && item.from <= hit.to + 1 && item.role !== 'document');
  const pronoun = personOf(foldedAt(reading, hit.to));
  const other = named ?? (pronoun === null ? null : resolvePronoun(context, hit.to, judge.candidatesOf, pronoun, holder.name));
  if (!other || other.name === holder.name) return 0;
  const { issue, sign } = agenda.rule.source;
  const positions = new Set(
    told
      .flatMap(({ judgement }) => ('stances' in judgement ? judgement.stances : []))
      .filter((stance) => stance.holder === other.name && stance.issue === issue && stance.basis === 'position')
      .map(({ position }) => position),
  );
  if (positions.size !== 1 || document.text.length === 0) return 0;
  const [position] = positions;
  if (position !== 'supports' && position !== 'opposes') return 0;
  return (position === 'supports') === sign > 0 ? 1 : -1;
}

function personOf(word: string): 'he' | 'she' | null {
  return word === 'him' ? 'he' : word === 'her' ? 'she' : null;
}

function stanceOf(
  { agenda }: Debate,
  context: SentenceContext,
  hit: OperatorHit,
  holder: Candidate,
  side: number,
): Stance {
  const { reading } = context;
  const { rule } = agenda;
  const product = side * rule.source.sign;
  const position = product > 0 ? 'supports' : 'opposes';
  const source = hit.rule.type === 'act' ? hit.rule.source : null;
  const group = context.groupAt(hit.from);
  const from = Math.min(hit.from, holder.from >= context.from && hit.from - holder.from < 12 ? holder.from : hit.from);
  const to = Math.max(hit.to, holder.to <= context.to && holder.from >= hit.to ? holder.to : hit.to);
  return {
    holder: holder.name,
    holderType: holder.holderType,
    issue: rule.source.issue,
    position,
    basis: 'position',
    act: source?.act ?? 'statement',
    modality: group.future || group.would ? 'promised' : 'asserted',
    target: null,
    attributedBy: null,
    evidence: spanOf(reading, from, to),
    trace: `“${textOf(reading, hit.from, hit.to)}” (${side > 0 ? '+1' : '−1'}) × the story's measure, told by “${agenda.words}” (${rule.source.sign > 0 ? '+1' : '−1'} towards ${rule.source.issue}) = ${product > 0 ? '+1' : '−1'}: ${holder.name} ${position} ${rule.source.issue}`,
    confidence: 0.6,
    rule: `${hit.rule.pack} ${hit.rule.id}·${rule.id}`,
  };
}
