// "That ban", "that change": what the sentence before told last, whatever else the story calls so. Knows where things are told; not how they are judged.
import { foldedAt, type Reading, sentenceRange } from '../../reading/reading.ts';
import { isSpeech } from '../chains/chains.ts';
import type { Analysis } from '../judge.ts';
import type { FrameHit } from '../lexicon.ts';
import { isDecided } from './outcomes.ts';
import { outcomeNouns } from './thing-nouns.ts';

/** What is but asked for or said shortly before it, by no phrase of any issue. */
const advice = /^(?:changes?|request|recommendation|suggestion|requirement|step|approach)$/;
const proposals = /^(?:idea|proposal|plan|effort|push|motion|compromise|option|concept|arrangement)$/;
const advises =
  /^(?:ask(?:s|ed)|recommend(?:s|ed)|suggest(?:s|ed)|propos(?:es|ed)|request(?:s|ed)|sought|seeks|want(?:s|ed)|urge[sd]|offer(?:s|ed)|floated|pitched|called)$/;

/** A call-back as it is meant behind "that": the thing of the sentence before; null where that cannot be told. Any other as it is. */
export function asToldLast(reading: Reading, hit: FrameHit, analyses: readonly Analysis[]): FrameHit | null {
  const decided = decidedLast(reading, hit, analyses);
  if (decided !== null) return decided;
  if (foldedAt(reading, hit.from) !== 'that') return hit;
  const before = (reading.sentenceOf[hit.from] ?? 0) - 1;
  const near = analyses.filter(
    ({ context, frame }) => reading.sentenceOf[context.from] === before && !frame.rule.source.argues,
  );
  const { issue } = hit.rule.source;
  const [last] = near;
  if (!last) return isAdvice(reading, foldedAt(reading, hit.to - 1), before) ? null : hit;
  if (near.some(({ frame }) => frame.rule.source.issue === issue)) return hit;
  const { chain } = last.judgement;
  if (near.length > 1 || chain.broken !== null) return null;
  const links = chain.links.filter(({ kind }) => !isSpeech(kind));
  // What was asked for or judged there is not what it is.
  if (links.some(({ kind }) => kind !== 'not' && kind !== 'limit' && kind !== 'do')) return null;
  const { only, needs, by, ...source } = last.frame.rule.source;
  const sign = links.reduce<number>((product, link) => product * link.sign, source.sign) > 0 ? 1 : -1;
  return { ...hit, rule: { ...last.frame.rule, source: { ...source, kind: 'noun', sign } } };
}

/** "The mayor vetoed it. Tenants criticized the decision.": what was decided last, not first. Null where the sentence before tells no other decision. */
function decidedLast(reading: Reading, hit: FrameHit, analyses: readonly Analysis[]): FrameHit | null {
  if (!outcomeNouns.has(foldedAt(reading, hit.to - 1)) || !/^(?:the|that|this)$/.test(foldedAt(reading, hit.from)))
    return null;
  const { issue, sign } = hit.rule.source;
  const before = (reading.sentenceOf[hit.from] ?? 0) - 1;
  const near = analyses.filter(({ context }) => reading.sentenceOf[context.from] === before);
  const positions = new Set(
    near
      .flatMap(({ judgement }) => ('stances' in judgement ? judgement.stances : []))
      .filter((stance) => stance.issue === issue && isDecided(stance))
      .map(({ position }) => position),
  );
  const [position] = positions;
  if (positions.size !== 1 || (position === 'supports') === sign > 0) return null;
  return { ...hit, rule: { ...hit.rule, source: { ...hit.rule.source, sign: sign > 0 ? -1 : 1 } } };
}

/** "asked for an exception. … that idea": what was asked for in other words. */
function isAdvice(reading: Reading, noun: string, before: number): boolean {
  if (advice.test(noun)) return true;
  if (!proposals.test(noun) || before < 0) return false;
  const [from, to] = sentenceRange(reading, before);
  for (let i = from; i < to; i++) if (advises.test(foldedAt(reading, i))) return true;
  return false;
}
