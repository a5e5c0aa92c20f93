// Whether a verb of saying behind a phrase reports it: "…, the mayor said.", "…,” said Miros Mejia", "…, he said, and …". Knows marks and names.
import { foldedAt, hasShape } from '../../reading/reading.ts';
import { shape } from '../../reading/tokens.ts';
import type { FrameHit, OperatorHit } from '../lexicon.ts';
import type { SentenceContext } from '../sentence-context.ts';
import { isOf } from './grammar.ts';

/** "…, the mayor said." / "…,” said Miros Mejia": behind the last frame, after a comma or a closing mark. */
export function isTrailing(context: SentenceContext, hit: OperatorHit, frame: FrameHit): boolean {
  const { reading, hits } = context;
  const goesOn = hits.frames.some((other) => other.from >= hit.to);
  if ((goesOn && !isInserted(context, hit)) || hit.to - frame.to > 60) return false;
  // "After the council voted to end it, the sheriff said …", "Ana Ruiz, who was criticized for it, said she …": other words are said.
  if (context.segments.list[context.segments.of(frame.from)]?.kind === 'adverbial') return false;
  // "joined the union in opposing it, telling residents that …": what is said stands behind.
  if (foldedAt(reading, hit.from - 1) === ',' && /ing$/.test(foldedAt(reading, hit.from))) return false;
  // "…, a liaison officer, Sgt. Ann Poe, told the board"
  const named = context.candidates.some((item) => item.named && item.to === hit.from - 1);
  if (foldedAt(reading, hit.from - 1) === ',' && !startsName(context, hit.to) && !named) return false;
  for (let i = hit.from - 1; i >= Math.max(frame.to, hit.from - 12); i--) {
    if (hasShape(reading, i, shape.mark) && (foldedAt(reading, i) === ',' || hasShape(reading, i, shape.quote)))
      return true;
    const inName = context.candidates.some((candidate) => candidate.from <= i && i < candidate.to);
    if (
      i < hit.from - 1 &&
      !inName &&
      (context.verbAt(i) || isOf(context.grammar, reading, i, 'conjunction', 'relative', 'adverbial'))
    )
      return false;
  }
  return false;
}

/** "Officers do not ask, he said, and they do not …": said of both. */
function isInserted({ reading, grammar }: SentenceContext, { from, to }: OperatorHit): boolean {
  return (
    foldedAt(reading, to) === ',' &&
    /^(?:and|but)$/.test(foldedAt(reading, to + 1)) &&
    isOf(grammar, reading, from - 1, 'pronoun') &&
    foldedAt(reading, from - 2) === ','
  );
}

/** Whether a candidate's name or noun begins within two words: "said Miros Mejia", "said the mayor". */
function startsName(context: SentenceContext, from: number): boolean {
  return (
    context.candidates.some(
      (candidate) => candidate.from >= from && candidate.from <= from + 2 && candidate.to > from,
    ) && !isOf(context.grammar, context.reading, from, 'pronoun')
  );
}
