// Verbs behind "and" that two clauses could share. Knows their forms; no holder.
import { foldedAt } from '../../reading/reading.ts';
import { isFiniteForm, isOf } from '../clauses/grammar.ts';
import type { SentenceContext } from '../sentence-context.ts';
import type { Candidate } from './candidate.ts';

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

/** "Days after a tie vote put the city at odds with the state, the council met and approved it": the one of the candidates that follows the opener's comma and has a verb of its own. */
export function behindOpener({ reading, grammar, from }: SentenceContext, all: readonly Candidate[]): Candidate | null {
  const found = all.filter((item) => {
    const before = isOf(grammar, reading, item.from - 1, 'determiner') ? item.from - 2 : item.from - 1;
    return before > from && foldedAt(reading, before) === ',' && isFiniteForm(reading, item.to);
  });
  const [one] = found;
  return one !== undefined && found.length === 1 && all.at(-1) === one ? one : null;
}
