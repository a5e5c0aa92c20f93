// Answers that tell what somebody would do with the thing of a question: "(asked whether the city should keep the cameras,) Lee said she would keep
// them", "Poe said he'd take them down". Knows verbs of keeping and of ending; not who answers.
import { foldedAt, hasShape, type Reading } from '../../reading/reading.ts';
import { shape } from '../../reading/tokens.ts';
import { type Grammar, isAdverb } from '../clauses/grammar.ts';
import type { FrameHit } from '../lexicon.ts';

/** A side of the question and where the words for it end. */
interface Reply {
  readonly side: 1 | -1;
  readonly to: number;
}

const keeping =
  /^(?:keep|renew|retain|expand|double|triple|extend|continue|maintain|preserve|buy|adopt|add|enlarge|widen)$/;
const ending = /^(?:end|scrap|drop|cancel|remove|dump|ditch|repeal|abolish|junk|terminate|rescind|unplug|dismantle)$/;
const taking = /^(?:take|tear|pull|bring|rip|shut|turn|throw)$/;

/** What a yes to the question in which a phrase stands would do: 1 keeps or gets its thing, -1 ends it; null where its verb tells neither. */
export function aimOfQuestion(reading: Reading, from: number, { from: phrase }: FrameHit): 1 | -1 | null {
  for (let i = phrase; i > from; i--) {
    const word = foldedAt(reading, i);
    if (keeping.test(word)) return 1;
    if (ending.test(word)) return -1;
    if (/^(?:should|would|will|whether|if)$/.test(word)) return null;
  }
  return null;
}

/** "she would keep them", "he'd take the cameras down", "they would not renew it" at a token; null for anything else. */
export function replyByDeed(grammar: Grammar, reading: Reading, at: number, aim: 1 | -1): Reply | null {
  let i = at;
  if (!/^(?:he|she|they|i|we)$/.test(foldedAt(reading, i++))) return null;
  if (!/^(?:would|'d|will|'ll|wo)$/.test(foldedAt(reading, i++))) return null;
  const not = /^(?:not|n't|never)$/.test(foldedAt(reading, i));
  if (not) i++;
  while (isAdverb(grammar, reading, i)) i++;
  const deed = deedAt(reading, i);
  if (deed === null) return null;
  return { side: deed.side * (not ? -1 : 1) * aim > 0 ? 1 : -1, to: deed.to };
}

function deedAt(reading: Reading, at: number): Reply | null {
  const verb = foldedAt(reading, at);
  // "get rid of them", "do away with them"
  const rid = foldedAt(reading, at + 1) === 'rid' && foldedAt(reading, at + 2) === 'of';
  const away = verb === 'do' && foldedAt(reading, at + 1) === 'away' && foldedAt(reading, at + 2) === 'with';
  if ((verb === 'get' && rid) || away) return objectAt(reading, at + 3, -1);
  if (keeping.test(verb)) return objectAt(reading, at + 1, 1);
  if (ending.test(verb)) return objectAt(reading, at + 1, -1);
  if (!taking.test(verb)) return null;
  // "take them down", "turn the cameras off"
  const object = objectAt(reading, at + 1, -1);
  return object && /^(?:down|off|out|away)$/.test(foldedAt(reading, object.to))
    ? { side: -1, to: object.to + 1 }
    : null;
}

/** "it", "them", "the cameras", "the number" at a token. */
function objectAt(reading: Reading, at: number, side: 1 | -1): Reply | null {
  const word = foldedAt(reading, at);
  if (/^(?:it|them|those)$/.test(word)) return { side, to: at + 1 };
  if (!/^(?:the|those|these|this|that)$/.test(word) || hasShape(reading, at + 1, shape.mark)) return null;
  return { side, to: at + 2 };
}

/** Whether such an answer is the end of what is said: "… but wants rules", "… and add drones" go on from it; "… if", "… until" take of it. */
export function endsDeed(reading: Reading, i: number, to: number): boolean {
  if (i >= to) return true;
  const next = foldedAt(reading, i + 1);
  if (/^(?:and|while)$/.test(foldedAt(reading, i))) return true;
  if (foldedAt(reading, i) === 'but') return !/^(?:only|not|if)$/.test(next);
  return hasShape(reading, i, shape.mark) && !/^(?:if|only|unless|provided|until|except)$/.test(next);
}
