// Who decided what a clause tells as its outcome, in a phrase behind it: "… will be legal after a 6-3 vote by the council",
// "… is off limits after the council gave its approval". Knows words of voting and their order; nothing of signs.
import { foldedAt, hasShape } from '../../reading/reading.ts';
import { shape } from '../../reading/tokens.ts';
import { isAdverb, isOf } from '../clauses/grammar.ts';
import type { FrameHit, OperatorHit } from '../lexicon.ts';
import type { SentenceContext } from '../sentence-context.ts';
import type { Candidate } from './candidate.ts';

const votes = /^(?:vote|decision|approval|ruling|action|resolution)$/;
const tells =
  /^(?:unanimous|narrow|divided|split|final|close|late|recent|lopsided|landmark|initial|preliminary|first|council|board)$/;
const decides =
  /^(?:voted|approved|adopted|passed|decided|agreed|declined|refused|rejected|repealed|ended|canceled|cancelled|signed|vetoed)$/;

/** The body whose decision the phrase behind an outcome names; null where the clause tells no outcome or nobody is named. */
export function deciderBehind(context: SentenceContext, frame: FrameHit): Candidate | null {
  const { reading, grammar, candidates } = context;
  let outcome = false;
  for (let i = context.from; i < context.to; i++) {
    const word = foldedAt(reading, i);
    if (isOf(grammar, reading, i, 'future', 'unsure')) outcome ||= i < frame.to || becomes(reading, i, frame);
    // "is off limits after …": words that turn it and are read as something else.
    if (i >= frame.to && context.hits.operators.some(({ rule, from }) => from === i && turns(rule))) return null;
    if (i < frame.to || !outcome || !/^(?:after|following)$/.test(word)) continue;
    const body = candidates.find((item) => isBody(item) && item.from > i && item.from <= i + 2);
    if (body && (decides.test(foldedAt(reading, body.to)) || isDecision(context, body.to))) return body;
    return voterIn(context, i + 1);
  }
  return null;
}

/** "Duplexes may be built": what the phrase itself is to be. */
function becomes(reading: SentenceContext['reading'], modal: number, frame: FrameHit): boolean {
  const be = foldedAt(reading, modal + 1) === 'be' && modal < frame.to + 6;
  return be && /^(?:built|allowed|legal|permitted|added|bought|installed)$/.test(foldedAt(reading, modal + 2));
}

function turns(rule: OperatorHit['rule']): boolean {
  return rule.type === 'negator' && rule.source.kind === 'lexical';
}

/** "gave final approval to", "overwhelmingly passed": an act of deciding in favor that no list of single words has. */
function isDecision({ hits, grammar, reading }: SentenceContext, at: number): boolean {
  let verb = at;
  while (isAdverb(grammar, reading, verb)) verb++;
  return hits.operators.some(
    ({ rule, from }) =>
      from === verb && rule.type === 'act' && rule.source.kind === 'decide' && rule.source.act === 'vote',
  );
}

/** "a 6-3 vote Wednesday by the council", "the council's unanimous vote"; null for a vote against something or of nobody. */
function voterIn({ reading, grammar, candidates, to }: SentenceContext, begin: number): Candidate | null {
  let noun = begin;
  while (noun < Math.min(to, begin + 8) && !votes.test(foldedAt(reading, noun))) {
    const light =
      isOf(grammar, reading, noun, 'determiner') ||
      hasShape(reading, noun, shape.number | shape.mark) ||
      tells.test(foldedAt(reading, noun)) ||
      foldedAt(reading, noun) === "'s" ||
      candidates.some((item) => item.from <= noun && noun < item.to && isBody(item));
    if (!light) return null;
    noun++;
  }
  if (!votes.test(foldedAt(reading, noun)) || /^(?:against|not|to|down)$/.test(foldedAt(reading, noun + 1)))
    return null;
  const before = candidates.find((item) => isBody(item) && item.from >= begin && item.to <= noun);
  if (before) return before;
  for (let i = noun + 1; i < Math.min(to, noun + 6); i++)
    if (/^(?:by|of|from)$/.test(foldedAt(reading, i)))
      return candidates.find((item) => isBody(item) && item.from > i && item.from <= i + 2) ?? null;
  return null;
}

/** Whether a candidate is a body that votes. */
export function isBody(candidate: Candidate): boolean {
  return (
    candidate.role === 'government' && /^(?:council|county|city|state|school-district)$/.test(candidate.holderType)
  );
}
