// Questions that a story says were put: "The moderator asked whether deputies should …", "split over whether the city should …".
// Knows how questions are reported and how long one is talked of; not who answers.
import { foldedAt, hasShape, paragraphRange, type Reading, sentenceRange } from '../../reading/reading.ts';
import { shape } from '../../reading/tokens.ts';
import { isSpeech } from '../chains/chains.ts';
import type { Analysis } from '../judge.ts';

/** So many tokens before "whether" somebody may be told to ask. */
const askedMax = 8;
/** A question is talked of for so many paragraphs behind its own, and so many sentences. */
const paragraphsMax = 3;
const sentencesMax = 8;

const asks = /^(?:asked|asks|question|questions)$/;
const differs =
  /^(?:disagreed|disagree|differed|differ|split|divided|clashed|sparred|exchange|debate|debated|argued|question)$/;
const alternative = /^(?:or|not|n't|never|instead|rather|why|without|only)$/;

/** The token of the "whether" or "if" that opens the question in which a phrase stands; null where it stands in none. */
export function askedAt(analysis: Analysis): number | null {
  return opened(analysis, isPut);
}

type Opens = (reading: Reading, from: number, whether: number) => boolean;

function opened({ context: { reading, from }, frame, judgement }: Analysis, opens: Opens): number | null {
  for (let i = frame.from - 1; i > from; i--) {
    const word = foldedAt(reading, i);
    if (/^[;:?]$/.test(word) || hasShape(reading, i, shape.quote)) return null;
    if (word !== 'whether' && word !== 'if') continue;
    return opens(reading, from, i) && judgement.chain.broken === null ? i : null;
  }
  return null;
}

function isPut(reading: Reading, from: number, whether: number): boolean {
  const before = foldedAt(reading, whether - 1);
  const over = /^(?:over|on|about)$/.test(before) && foldedAt(reading, whether) === 'whether';
  for (let i = whether - 1; i >= Math.max(from, whether - askedMax); i--) {
    const word = foldedAt(reading, i);
    // "was not asked whether", "never asked if"
    if (asks.test(word)) return !/^(?:not|never|n't)$/.test(foldedAt(reading, i - 1));
    if (over && differs.test(word)) return true;
    if (!over && hasShape(reading, i, shape.mark)) return false;
  }
  return false;
}

/** "put off a vote on whether the sheriff should join", "split over renewing it": shortly before token `whether` a body has yet to decide. */
export function isDecisionOpen(reading: Reading, from: number, whether: number): boolean {
  for (let i = whether - 1; i >= Math.max(from, whether - askedMax); i--)
    if (open.test(foldedAt(reading, i))) return true;
  return false;
}

const open =
  /^(?:votes?|decisions?|decid(?:e|es|ed|ing)|weigh(?:s|ed|ing)?|consider(?:s|ed|ing)?|debat(?:e|es|ed|ing)|split|divided|hear(?:s|d|ing|ings)?|testimony|testif(?:y|ied|ying)|comments?|argu(?:e|es|ed|ing|ments?)|talk(?:s|ed|ing)?|discuss(?:es|ed|ing|ions?)?|clash(?:es|ed|ing)?|spar(?:s|red|ring)?|differ(?:s|ed|ing)?|disagree(?:s|d|ing|ment)?|opinions?|wrestl(?:e|es|ed|ing)|grappl(?:e|es|ed|ing)|mull(?:s|ed|ing)?|input|feedback)$/;

/** The sign of whoever says yes to the question in which a phrase stands; null where it stands in none, or one that has no yes. */
export function signOfYes(analysis: Analysis): 1 | -1 | null {
  return signFrom(analysis, askedAt(analysis));
}

/** The sign of whoever is for what a body has yet to decide; null where a phrase stands in nothing of the kind. */
export function signOfOpen(analysis: Analysis): 1 | -1 | null {
  return signFrom(analysis, opened(analysis, isDecisionOpen));
}

function signFrom({ context, frame, judgement }: Analysis, whether: number | null): 1 | -1 | null {
  if (whether === null) return null;
  for (let i = whether + 1; i < context.to; i++) {
    if (i >= frame.to && hasShape(context.reading, i, shape.mark)) break;
    if (alternative.test(foldedAt(context.reading, i))) return null;
  }
  const links = judgement.chain.links.filter(
    ({ hit, behind, kind }) => !behind && !isSpeech(kind) && hit.from > whether,
  );
  if (links.some(({ kind }) => kind === 'not' || kind === 'question')) return null;
  // "whether they had seen the cameras": something is only spoken of.
  if (frame.rule.source.kind === 'noun' && links.length === 0) return null;
  return links.reduce<number>((sign, link) => sign * link.sign, frame.rule.source.sign) > 0 ? 1 : -1;
}

/** The sentence from which on another question is talked of than the one put in sentence s. */
export function questionUntil(reading: Reading, s: number): number {
  const [from] = sentenceRange(reading, s);
  const p = Math.min((reading.paragraphOf[from] ?? 0) + paragraphsMax, reading.paragraphStarts.length - 2);
  const last = paragraphRange(reading, p)[1] - 1;
  const end = Math.min((reading.sentenceOf[last] ?? s) + 1, s + sentencesMax);
  for (let k = s + 1; k < end; k++) if (turnsAway(reading, k)) return k;
  return end;
}

/** "Asked about taxes, …", "On zoning, …", "The candidates also …": something else is asked or told of. */
function turnsAway(reading: Reading, k: number): boolean {
  const [from, to] = sentenceRange(reading, k);
  if (/^(?:on|turning|elsewhere|meanwhile|separately|another|earlier|later)$/.test(foldedAt(reading, from)))
    return true;
  for (let i = from; i < to; i++) {
    const word = foldedAt(reading, i);
    if (/^(?:asked|question|questions|topic|topics|also|turned)$/.test(word)) return true;
    if (word === '?' && !hasShape(reading, from, shape.quote)) return true;
  }
  return false;
}
