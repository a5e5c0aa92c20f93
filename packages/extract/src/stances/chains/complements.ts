// What is wanted of an issue phrase or seen to become of it, told behind it: "wants the ban lifted", "glad to see it end".
// Knows word order and words of ending; no holder.
import { foldedAt, hasShape } from '../../reading/reading.ts';
import { shape } from '../../reading/tokens.ts';
import { isAdverb, isOf } from '../clauses/grammar.ts';
import { onlyPhrases } from '../clauses/noun-phrases.ts';
import type { FrameHit } from '../lexicon.ts';
import type { SentenceContext } from '../sentence-context.ts';

/** "wants the ban lifted", "asked to see the contract ended": a participle right behind what is demanded. */
export function isComplement(context: SentenceContext, token: number, frame: FrameHit): boolean {
  const { reading, grammar } = context;
  let at = frame.to;
  // “did not want it ‘studied to death’”
  while (isAdverb(grammar, reading, at) || hasShape(reading, at, shape.quote)) at++;
  if (frame.rule.source.kind !== 'noun') return false;
  // "wants the agreement with ICE ended", "to end"
  const left = foldedAt(reading, token - 1) === 'to' ? token - 1 : token;
  if (at < left && isWanted(context, frame) && onlyPhrases(context, at, left)) at = left;
  // "wants the raids to end"
  if (foldedAt(reading, at) === 'to' && at + 1 === token) return ending.test(foldedAt(reading, token));
  if (at !== token) return false;
  // "demanded that the cameras stay out of the city"
  if (keptOut.test(foldedAt(reading, token))) return isWanted(context, frame);
  return isParticiple(context, token) || isSeenTo(context, token, frame);
}

/** "ended", "taken", "shut"; "without delay" and "when he testified" are none. */
function isParticiple({ reading, grammar }: SentenceContext, token: number): boolean {
  const word = foldedAt(reading, token);
  if (!/(?:ed|en|wn|ut)$/.test(word) || noParticiple.test(word)) return false;
  return !isOf(grammar, reading, token, 'preposition', 'adverbial', 'conjunction', 'condition', 'relative');
}

const noParticiple =
  /^(?:without|when|about|but|then|often|even|down|own|town|downtown|throughout|children|women|men|ten)$/;

/** What is to stay away, in words of a demand. */
const keptOut = /^(?:stay|kept|keep)$/;

const ending = /^(?:end|stop|cease|go|expire|lapse|die|fail)$/;

/** "wants …", "would like to see …", "demanded …" right before a phrase. */
function isWanted(context: SentenceContext, frame: FrameHit): boolean {
  const nearest = context.hits.operators.filter((hit) => hit.to <= frame.from).at(-1);
  return nearest?.rule.id === 'demands' && frame.from - nearest.to < 6;
}

/** "glad to see the ban end": what is seen or let is what the bare verb behind tells. */
export function isSeenTo(context: SentenceContext, token: number, frame: FrameHit): boolean {
  const { reading } = context;
  if (!ending.test(foldedAt(reading, token))) return false;
  for (let i = frame.from - 1; i > Math.max(context.from, frame.from - 5); i--) {
    if (/^(?:see|sees|seeing|saw|seen|watch|watched|let|lets|letting)$/.test(foldedAt(reading, i))) return true;
    if (!/^\p{Ll}+$/u.test(foldedAt(reading, i)) || context.verbAt(i)) return false;
  }
  return false;
}

/** "will end in June", "would expire": nobody is told to end it, and nothing is ended. */
export function goesBy(
  { reading, grammar, to }: SentenceContext,
  { from, to: end }: { readonly from: number; readonly to: number },
): boolean {
  if (
    !/^(?:end|ends|ended|expire|expires)$/.test(foldedAt(reading, from)) ||
    !isOf(grammar, reading, from - 1, 'modal')
  )
    return false;
  return end >= to || hasShape(reading, end, shape.mark) || isOf(grammar, reading, end, 'preposition');
}
