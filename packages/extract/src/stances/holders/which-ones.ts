// Which ones are meant: "cities [that keep police from helping agents] could lose money". Knows word order; no holder.
import { foldedAt, hasShape } from '../../reading/reading.ts';
import { shape } from '../../reading/tokens.ts';
import { isOf } from '../clauses/grammar.ts';
import { opensAt } from '../clauses/noun-phrases.ts';
import type { FrameHit } from '../lexicon.ts';
import type { SentenceContext } from '../sentence-context.ts';

/** Whether a phrase tells of which ones of a kind, opening its sentence, the rest of it speaks: what is to become of them says nothing for the phrase. */
export function tellsWhichOnes(context: SentenceContext, frame: FrameHit): boolean {
  const { reading, grammar, from, to } = context;
  let relative = frame.from - 1;
  while (relative > from && !/^(?:that|who)$/.test(foldedAt(reading, relative))) {
    if (hasShape(reading, relative, shape.mark) || isOf(grammar, reading, relative, 'modal')) return false;
    relative--;
  }
  const noun = foldedAt(reading, relative - 1);
  if (relative <= from || !(/[^s]s$/.test(noun) || noun === 'people') || !opensGroup(context, relative - 1))
    return false;
  for (let i = frame.to; i < to; i++) {
    if (foldedAt(reading, i) === ',') return false;
    if (isOf(grammar, reading, i, 'modal', 'unsure', 'future')) return true;
  }
  return false;
}

/** "Cities and counties that", "Police departments that": nothing but such nouns before. */
function opensGroup(context: SentenceContext, noun: number): boolean {
  const { reading, grammar } = context;
  let first = noun;
  while (first > context.from && /^\p{L}+$/u.test(foldedAt(reading, first - 1)) && noun - first < 4) {
    if (isOf(grammar, reading, first - 1, 'preposition', 'relative', 'modal', 'auxiliary') || context.verbAt(first - 1))
      return false;
    first--;
  }
  return opensAt(context, first, context.from);
}
