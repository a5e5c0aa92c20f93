// Whether a thing is the subject of what stands behind it: "the use of cameras in parks has hurt". Knows word order; no sign.
import { foldedAt } from '../../reading/reading.ts';
import { isOf } from '../clauses/grammar.ts';
import type { FrameHit, OperatorHit } from '../lexicon.ts';
import type { SentenceContext } from '../sentence-context.ts';

/** Whether the frame is (the end of) the subject of a verb behind it: nothing but prepositional phrases between. */
export function subjectIsFrame(context: SentenceContext, hit: OperatorHit, frame: FrameHit, left: number): boolean {
  if (left - frame.to > 8 || frame.rule.source.kind === 'passive') return false;
  // "pay for it by raising taxes": how it is done is no verdict on it.
  if (
    /ing$/.test(foldedAt(context.reading, hit.from)) &&
    isOf(context.grammar, context.reading, left - 1, 'preposition')
  )
    return false;
  if (isDocumentsAim(context, frame)) return true;
  // "The rumor that officers work with ICE hurts …": a finite verb is no subject.
  if (
    frame.rule.source.kind === 'verb' &&
    !/ing$/.test(foldedAt(context.reading, frame.from)) &&
    !context.hits.operators.some(
      (other) => other.to <= frame.from && /ing$/.test(foldedAt(context.reading, other.from)),
    )
  )
    return false;
  for (let i = frame.to; i < left; i++) {
    if (context.verbAt(i) || isOf(context.grammar, context.reading, i, 'auxiliary', 'modal', 'relative')) return false;
  }
  return hit.from >= frame.to;
}

/** "A motion to end the contract": the document is the subject of what follows. */
function isDocumentsAim(context: SentenceContext, frame: FrameHit): boolean {
  const first = context.hits.operators.filter((hit) => hit.to <= frame.from).at(-1)?.from ?? frame.from;
  return [frame.from, first].some((verb) => {
    const group = context.groupAt(verb);
    return group.infinitive && context.candidates.some((item) => item.role === 'document' && item.to === group.left);
  });
}

/** A negator between the frame and an operator that takes the frame as its subject ("cooperation … does not help"). */
export function isPredicate(context: SentenceContext, hit: OperatorHit, frame: FrameHit): boolean {
  return context.hits.operators.some((other) => {
    if (other.from < hit.to || other.rule.type !== 'act') return false;
    const group = context.groupAt(other.from);
    const taken = (other.rule.source.scope === 'left' || group.passive) && group.left <= hit.from;
    return taken && subjectIsFrame(context, other, frame, group.left);
  });
}
