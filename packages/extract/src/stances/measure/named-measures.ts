// Whether a story's first words or headline name a measure, and whether words near them turn it: "A proposal for a review board", "Camping ban on hold".
// Knows nouns of measures and words of taking back; no issue.
import { foldedAt, type Reading, sentenceRange } from '../../reading/reading.ts';
import type { Analysis } from '../judge.ts';
import { documentNouns } from './thing-nouns.ts';
import { turning, undoingWords } from './turning-words.ts';

/** So many sentences from the first may turn what they mention. */
const sentencesOfOutset = 8;

/** Whether a phrase ends in the name of a measure: "rent limit", "camping ordinance". */
export function isMeasure({ context, frame }: Analysis): boolean {
  for (let i = frame.from; i < frame.to; i++) if (measures.test(foldedAt(context.reading, i))) return true;
  return false;
}

const measures =
  /^(?:ordinance|bill|law|rules?|limits?|caps?|control|controls|ban|bans|moratorium|freeze|halt|protections?|resolution|plan|plans|proposal|project|projects|contract|agreement|deal|lease|program|pilot|rezoning|upzoning|measure|policy|act|initiative|amendment|renewal|purchase|crackdown|sweeps?|removals?|audits?|oversight|budget|cuts?|raises?|powers?|mandate|requirement|legislation|lawyers?|counsel)$/;

/** "A proposal for a review board", "plans to build duplexes", "a proposed review board". */
export function isProposed({ context: { reading, from }, frame }: Analysis): boolean {
  for (let i = Math.max(from, frame.from - 3); i < frame.from; i++)
    if (foldedAt(reading, i) === 'proposed') return true;
  for (let i = Math.max(from, frame.from - 4); i < frame.from; i++)
    if (proposals.test(foldedAt(reading, i)) && /^(?:for|to|on|about)$/.test(foldedAt(reading, i + 1))) return true;
  return false;
}

const proposals =
  /^(?:proposals?|plans?|bill|ordinance|measure|resolution|initiative|idea|push|legislation|petition|request)$/;

/** "A plan for rent control", "a rent control ordinance": a document of that name, and no mere talk of the thing. */
export function isIntroduced({ context: { reading, from }, frame }: Analysis): boolean {
  // "When Salem's rent cap took effect"
  if (
    /^(?:took|takes|taking|went|goes)$/.test(foldedAt(reading, frame.to)) &&
    inForce.test(foldedAt(reading, frame.to + 1))
  )
    return true;
  for (let i = Math.max(from, frame.from - 4); i < frame.to; i++)
    if (documentNouns.has(foldedAt(reading, i)) || /^(?:a|an)$/.test(foldedAt(reading, i))) return true;
  return false;
}

const inForce = /^(?:effect|force|into)$/;

/** Words that turn what a story's first sentences mention, outside of the phrase `but` ("a proposed ban on camping"). */
export function isTurnedAtOutset(reading: Reading, but?: Analysis): boolean {
  const [, to] = sentenceRange(reading, Math.min(sentencesOfOutset, reading.sentenceStarts.length - 1) - 1);
  for (let i = 0; i < to; i++)
    if (
      (turning.test(foldedAt(reading, i)) || isNoLonger(reading, i)) &&
      !(but && i >= but.frame.from && i < but.frame.to) &&
      !isSideTaken(reading, i)
    )
      return true;
  return false;
}

/** "Police could no longer raid homes under a bill" */
function isNoLonger(reading: Reading, i: number): boolean {
  return foldedAt(reading, i) === 'longer' && foldedAt(reading, i - 1) === 'no';
}

/** "Six spoke against it": who takes a side of a measure does not turn it. */
function isSideTaken(reading: Reading, i: number): boolean {
  return (
    foldedAt(reading, i) === 'against' &&
    /^(?:spoke|spoken|speak|speaking|vote|voted|voting|testified|testify|argued|rallied|out|those|were|was)$/.test(
      foldedAt(reading, i - 1),
    )
  );
}

/** Whether a headline turns what it names, in words outside of its `phrases`. */
export function isTurned(title: string | null, phrases: readonly Analysis[]): boolean {
  const [first] = phrases;
  if (!first || phrases.some(({ frame }) => frame.rule.source.kind !== 'noun'))
    return (title ?? '')
      .toLowerCase()
      .split(/[^\p{L}]+/u)
      .some((word) => turning.test(word) || undoingWords.test(word));
  const { reading } = first.context;
  for (let i = 0; i < reading.count; i++) {
    const word = foldedAt(reading, i);
    const own = phrases.some(({ frame }) => i >= frame.from && i < frame.to);
    if (!own && (turning.test(word) || undoingWords.test(word))) return true;
  }
  return false;
}

/** Words of taking back, halting or exempting near a mere mention: the sign of what is meant is not safe. */
export function mayUndo({ context }: Analysis, but?: Analysis['frame']): boolean {
  for (let i = context.from; i < context.to; i++)
    if (undoingWords.test(foldedAt(context.reading, i)) && !(but && i >= but.from && i < but.to)) return true;
  return false;
}
