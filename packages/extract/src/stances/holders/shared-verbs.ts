// Verbs behind "and" that two clauses could share. Knows their forms; no holder.
import { foldedAt } from '../../reading/reading.ts';
import { isOf } from '../clauses/grammar.ts';
import type { SentenceContext } from '../sentence-context.ts';

/** "The council heard of a plan that would have kept ten and cut the rest": the form does not tell whether the council or the plan cuts. */
export function mayGoOnRelative(
  { reading, grammar, from }: SentenceContext,
  conjunction: number,
  verb: number,
): boolean {
  if (!sameInPast.test(foldedAt(reading, verb))) return false;
  for (let i = conjunction - 1; i > Math.max(from, conjunction - 16); i--) {
    if (foldedAt(reading, i) === ',') return false;
    if (isOf(grammar, reading, i, 'modal')) return /^(?:that|which)$/.test(foldedAt(reading, i - 1));
  }
  return false;
}

const sameInPast = /^(?:cut|put|set|let|shut|split|quit|spread|hit)$/;
