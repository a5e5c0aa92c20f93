// What in a sentence keeps words that take a side from telling one: a question, another vote, a side not yet taken. Knows words; no holder.
import type { Stance } from '@civicwire/shared';
import { foldedAt, isCapital, type Reading, sentenceRange } from '../../reading/reading.ts';
import { isOf } from '../clauses/grammar.ts';
import type { OperatorHit } from '../lexicon.ts';
import { isBroughtIn, isOwnPaper } from '../measure/it-called.ts';
import { bringsInChange, followsRival } from '../measure/rival-papers.ts';
import { suitNouns } from '../measure/suits-brought.ts';
import { headNouns, isAlike, looseNouns } from '../measure/thing-nouns.ts';
import { hasCondition } from '../ruling.ts';
import type { SentenceContext } from '../sentence-context.ts';
import type { Debate } from './debate.ts';
import { decidesElse, takesUp } from './other-votes.ts';
import { isReserved } from './reservations.ts';
import { isBehindTurn } from './turned-minds.ts';

/** A question, or a condition: nobody has taken a side yet. */
export function isOpen(context: SentenceContext): boolean {
  if (hasCondition(context)) return true;
  // "Had Lee voted no, it would have failed."
  if (/^(?:had|were|should)$/.test(foldedAt(context.reading, context.from))) return true;
  for (let i = context.from; i < context.to; i++) if (foldedAt(context.reading, i) === '?') return true;
  return false;
}

/** "said the suit was long overdue", "called the lawsuit a waste": of the suit, and not of what it is over. */
export function isOfSuit({ reading, from }: SentenceContext, { rule, from: at }: OperatorHit): boolean {
  if (rule.type !== 'act' || !/^(?:speaker|consequence)$/.test(rule.source.who ?? '')) return false;
  for (let i = Math.max(from, at - 4); i < at; i++) if (suitNouns.includes(foldedAt(reading, i))) return true;
  return false;
}

/** "has not said whether he would sign it", "is undecided": no side is told. */
export function isUnsaid(context: SentenceContext, hit: OperatorHit): boolean {
  const { reading, from, to } = context;
  // "who once opposed it, now supports it", "said she has changed her mind"
  if (/^(?:once|formerly|previously|initially|originally)$/.test(foldedAt(reading, hit.from - 1))) return true;
  // "The mayor's veto of it drew cheers from …": what is cheered takes the measure back.
  if (hit.rule.type === 'act' && hit.rule.source.who === 'behind' && tellsOfContrary(context, hit)) return true;
  // "defended the decision to drop it": not the one that the story tells of.
  if (hit.rule.type === 'act' && hit.rule.source.who === 'outcome' && foldedAt(reading, hit.to) === 'to') return true;
  // "urged them to vote no on the hotel tax"
  if (/^(?:no|yes|nay|yea|aye)$/.test(foldedAt(reading, hit.to - 1)) && isOnOther(reading, hit.to)) return true;
  if (isUndone(context, hit.from)) return true;
  // "voted no for the opposite reason": who wants more votes against what gives less.
  if (foldedAt(reading, hit.to) === 'for' && isOpposite(reading, hit.to + 1)) return true;
  // "asked her to reconsider her opposition": hers.
  if (
    /^(?:his|her|their|its|the)$/.test(foldedAt(reading, hit.to)) &&
    /^(?:opposition|support|objections?)$/.test(foldedAt(reading, hit.to + 1))
  )
    return true;
  // "likes the idea, but …"
  if (isReserved(context, hit.from, hit.to)) return true;
  const said = hit.rule.type === 'act' && hit.rule.source.act === 'statement';
  for (let i = from; said && i < to; i++)
    if (
      /^(?:changed|reversed|switched)$/.test(foldedAt(reading, i)) &&
      /^(?:her|his|their|course|sides)$/.test(foldedAt(reading, i + 1))
    )
      return true;
  // "was asked to oppose it", "has been pressured to support it"
  const asked =
    foldedAt(reading, hit.from - 1) === 'to' &&
    /^(?:asked|pressured|urged|pressed|lobbied|told|invited|forced)$/.test(foldedAt(reading, hit.from - 2));
  if (asked && isOf(context.grammar, reading, hit.from - 3, 'being')) return true;
  for (let i = from; i < hit.from; i++) {
    const word = foldedAt(reading, i);
    // "does not know if she will vote yes", "asked what would happen if it failed"
    const asked = word === 'if' && (foldedAt(reading, i - 1) === 'asked' || !hasComma(reading, i, hit.from));
    if (unsaid.test(word) || asked) return true;
  }
  return foretellsOther(context, hit) || isBehindTurn(reading, from);
}

/** "the opposite reason", "just the opposite reason" */
function isOpposite(reading: Reading, from: number): boolean {
  for (let i = from; i < from + 4; i++)
    if (/^reasons?$/.test(foldedAt(reading, i)))
      return /^(?:opposite|contrary|reverse)$/.test(foldedAt(reading, i - 1));
  return false;
}

function hasComma(reading: Reading, from: number, to: number): boolean {
  for (let i = from; i < to; i++) if (foldedAt(reading, i) === ',') return true;
  return false;
}

/** "I was going to vote no", "had planned to oppose it": a side that was not taken. "Lee said she was going to vote no": one that will be. */
function isUndone({ reading, to }: SentenceContext, from: number): boolean {
  const [last, word, before] = [from - 1, from - 2, from - 3].map((i) => foldedAt(reading, i));
  // "would have voted no, had she been there"
  if (last === 'have' && /^(?:would|could|might|should)$/.test(word ?? ''))
    for (let i = from; i < to; i++) if (foldedAt(reading, i) === 'had') return true;
  if (last !== 'to') return false;
  if (word === 'expected') return /^(?:was|were|been|had)$/.test(before ?? '');
  if (/^(?:planned|intended|meant|hoped|wanted)$/.test(word ?? '')) return before === 'had';
  if (!/^(?:going|ready|prepared|set|inclined|tempted|leaning)$/.test(word ?? '')) return false;
  if (!/^(?:was|were|been)$/.test(before ?? '')) return false;
  if (/^(?:i|we)$/.test(foldedAt(reading, from - 4))) return true;
  for (let i = from; i < to; i++) if (/^(?:until|before)$/.test(foldedAt(reading, i))) return true;
  return false;
}

function tellsOfContrary({ reading, from }: SentenceContext, { from: end }: OperatorHit): boolean {
  for (let i = from; i < end; i++)
    if (
      /^(?:veto|vetoes|vetoed|rejection|defeat|repeal|withdrawal|ruling|lawsuit|injunction)$/.test(foldedAt(reading, i))
    )
      return true;
  return false;
}

/** "warned that ending it would cost millions", "warned that the vote could run late": not of the measure itself. */
function foretellsOther({ reading }: SentenceContext, { rule, to }: OperatorHit): boolean {
  if (rule.type !== 'act' || rule.source.who !== 'consequence' || foldedAt(reading, to - 1) !== 'that') return false;
  const noun = /^(?:the|a|any)$/.test(foldedAt(reading, to)) ? to + 1 : to;
  return /(?:ing$)|^(?:votes?|debate|hearing|delays?|end|loss|lack|repeal|failure|opponents|critics)$/.test(
    foldedAt(reading, noun),
  );
}

/** A story may bring in its measure in so many sentences. */
const sentencesOfOutset = 4;

/** "A bill in Salem would ban them. Lee, who wrote the bill, …": another one than the story's, told in between. */
export function isOfAnother(
  { agenda, document: { reading } }: Debate,
  { from }: SentenceContext,
  hit: OperatorHit,
): boolean {
  if (hit.rule.type !== 'act' || hit.rule.source.act !== 'policy-proposal') return false;
  for (let i = hit.from; i < hit.to; i++) {
    const noun = foldedAt(reading, i);
    if (!looseNouns.has(noun)) continue;
    const [behind] = sentenceRange(
      reading,
      Math.min(agenda.sentence + sentencesOfOutset, reading.sentenceOf[from] ?? 0),
    );
    for (let k = behind; k < from; k++)
      if (
        foldedAt(reading, k) === noun &&
        !isAlike(reading, k) &&
        [k - 1, k - 2].some((j) => /^(?:a|an)$/.test(foldedAt(reading, j)))
      )
        return true;
  }
  return false;
}

const unsaid =
  /^(?:whether|undecided|perhaps|maybe|depends|unsure|declined|refused|unclear|nor|neither|denied|denies|denying|deny|disputed|disputes)$/;

export function endsInIt({ reading }: SentenceContext, hit: OperatorHit): boolean {
  return foldedAt(reading, hit.to - 1) === 'it';
}

/** How far before it "it" may have been told. */
const sentencesNear = 1;

/** Whether this sentence or one shortly before it tells of the measure, or of any measure: else "it" may be anything. */
export function isSpokenOf({ agenda, document, told }: Debate, context: SentenceContext): boolean {
  const { reading, grammar } = context;
  const s = reading.sentenceOf[context.from] ?? 0;
  const [before] = sentenceRange(document.reading, Math.max(0, s - sentencesNear));
  // "The Senate passed a bill to limit them. Lee opposes it."
  if (followsRival(reading, s, agenda.sentence)) return false;
  const near: Stance[] = [];
  for (let n = Math.max(0, s - sentencesNear); n <= s; n++) near.push(...told.at(reading.sentenceStarts[n] ?? -1));
  // "Weiss favors the review board. Park opposes it.": the board, whatever the measure is.
  const ofOther = near.length > 0 && !near.some(({ issue }) => issue === agenda.rule.source.issue);
  if (near.length > 0 && !ofOther) return true;
  // "The chief wrote a report on it. Residents criticized it.": the report.
  for (let i = before; i < context.from; i++) if (isBroughtIn(reading, i) || isOwnPaper(reading, i)) return false;
  for (let i = ofOther ? context.from : before; i < context.to; i++)
    if (
      isOf(grammar, reading, i, 'thing') &&
      (looseNouns.has(foldedAt(reading, i)) || headNouns.has(foldedAt(reading, i)))
    )
      return true;
  return false;
}

export function rejectsBefore({ hits }: SentenceContext, hit: OperatorHit): boolean {
  return hits.operators.some(
    ({ rule, to }) =>
      to <= hit.from && /^(?:rejects|votes-against|blocks|declines|agrees-not|postpones)$/.test(rule.id),
  );
}

/** "praised Lee, who opposes it, for her service": for something else. */
export function isForElse({ reading, to, candidates }: SentenceContext, hit: OperatorHit): boolean {
  // "agrees with the council on parks"
  const other = /agree/.test(foldedAt(reading, hit.from))
    ? candidates.find((item) => item.from >= hit.to && item.from <= hit.to + 1)
    : undefined;
  if (other && foldedAt(reading, other.to) === 'on' && !isCapital(reading, other.to + 1)) return true;
  // "joined Lee in a lawsuit over a sidewalk"
  const beside = candidates.find((item) => item.named && item.from === hit.to);
  if (
    beside &&
    foldedAt(reading, beside.to) === 'in' &&
    /^(?:a|an)$/.test(foldedAt(reading, beside.to + 1)) &&
    !/^(?:vote|dissent|no|yes|dissenting)$/.test(foldedAt(reading, beside.to + 2))
  )
    return true;
  for (let i = hit.to; i < to - 2; i++)
    if (
      foldedAt(reading, i) === 'for' &&
      /^(?:her|his|their|its|the|years|decades)$/.test(foldedAt(reading, i + 1)) &&
      /^(?:service|work|years|time|patience|help|career|hospitality|friendship|opportunity|chance|attention|of)$/.test(
        foldedAt(reading, i + 2),
      )
    )
      return true;
  return false;
}

/** "It then adopted a budget. Lee voted no.": another vote, told in the sentence before, on what no rule knows. */
export function votedElse({ document, told, agenda }: Debate, context: SentenceContext, hit: OperatorHit): boolean {
  const { reading, grammar, from } = context;
  if (isOnOther(reading, hit.to) || decidesElse(context, hit.from)) return true;
  // "voted 6-1 for an amendment, with Lee dissenting"
  if (bringsInChange(reading, from, hit.from)) return true;
  // "who cast the deciding no vote in 2019": on what was before them then.
  if (foldedAt(reading, hit.to) === 'in' && /^(?:19|20)\d\d$/.test(foldedAt(reading, hit.to + 1))) return true;
  if (from === agenda.from && agenda.outcome !== 0) return false;
  const own = reading.sentenceOf[from] ?? 0;
  let far = false;
  for (let s = own - 1; s >= Math.max(0, own - 2); s--) {
    const [before, end] = sentenceRange(document.reading, s);
    const here = told.at(before);
    // "It voted to join a suit. Lee cast the dissenting vote.": on the suit.
    if (here.length > 0) return here.every(({ issue, act }) => issue !== agenda.rule.source.issue && act === 'vote');
    // "An amendment to cut the number failed. Lee voted no.", "A motion to table it failed."
    if (s === own - 1 && bringsInChange(document.reading, before, end)) return true;
    // "The council will vote Monday on a contract for cameras. Lee said he will vote no."
    if (s <= agenda.sentence && agenda.from > before) return false;
    // "The measure passed 4-3.": that one.
    for (let i = before + 1; i < end; i++)
      if (looseNouns.has(foldedAt(reading, i)) && isTheOne(reading, i)) return false;
    if (takesUp(document.reading, before, end)) return true;
    let counts = false;
    for (let i = before; i < end; i++) {
      if (!isOf(grammar, reading, i, 'decides')) continue;
      // "The vote was 4-1.", "The 5-2 vote came after …": the one told of before it.
      const noun =
        /^votes?$/.test(foldedAt(reading, i)) && (isOf(grammar, reading, i + 1, 'being') || isTheVote(reading, i));
      if (!noun && !isBareVote(reading, i))
        return !far || /^(?:also|separately|earlier|later)$/.test(foldedAt(reading, before));
      counts = true;
    }
    // "Also on Monday, it voted to join a suit. The suit is over taxes. Lee voted no.": still on that.
    if (!counts && reading.paragraphOf[before] !== reading.paragraphOf[from]) return false;
    far ||= !counts;
  }
  return false;
}

/** "The committee voted 6-3.": on what was told of before it. */
function isBareVote(reading: Reading, verb: number): boolean {
  let i = verb + 1;
  while (/^(?:\d+|-|–|to)$/.test(foldedAt(reading, i))) i++;
  return foldedAt(reading, verb) === 'voted' && i > verb + 1 && /^[.,;]$/.test(foldedAt(reading, i));
}

/** "the 5-2 vote", "Tuesday's vote" */
function isTheVote(reading: Reading, noun: number): boolean {
  for (let i = noun - 1; i >= Math.max(0, noun - 5); i--) {
    if (/^(?:the|that|this|'s)$/.test(foldedAt(reading, i))) return true;
    if (!/^(?:\d+|-|–|to|final|split|unanimous|narrow)$/.test(foldedAt(reading, i))) return false;
  }
  return false;
}

/** "voted no on the park plan": not on "it", "the measure" or Monday. */
function isOnOther(reading: Reading, at: number): boolean {
  if (foldedAt(reading, at) !== 'on' || isCapital(reading, at + 1)) return false;
  if (/^(?:it|this|that|both|\d+)$/.test(foldedAt(reading, at + 1))) return false;
  if (/^amendments?$/.test(foldedAt(reading, at + 2))) return true;
  return !(looseNouns.has(foldedAt(reading, at + 2)) && isTheOne(reading, at + 2));
}

/** "the measure", "proposed zoning changes" */
function isTheOne(reading: Reading, noun: number): boolean {
  if (/^(?:the|this)$/.test(foldedAt(reading, noun - 1))) return true;
  return [noun - 1, noun - 2].some((i) => foldedAt(reading, i) === 'proposed');
}
