// Whether what a speaker foretells would come of the story's measure: “It would drive owners to sell.” Knows words that name another course; not whether what comes is good.
import { foldedAt } from '../reading/reading.ts';
import type { OperatorHit } from './lexicon.ts';
import type { SentenceContext } from './sentence-context.ts';

/** What comes is blamed on something else: on waiting, on a veto, on doing nothing, on what the measure would end. */
const contrary =
  /^(?:without|delays?|delaying|waiting|veto|repeal|repealing|rejecting|rejection|inaction|nothing|otherwise|else|instead|loss|losing|losses|lose|cuts?|cutting|quo|alternative|failure|failing|unless|elsewhere|opponents|critics|supporters)$/;

/** Whether no word before those of what will come, in the same sentence, names another course. */
export function followsFromMeasure({ reading, from }: SentenceContext, hit: OperatorHit): boolean {
  for (let i = from; i < hit.from; i++) if (contrary.test(foldedAt(reading, i))) return false;
  return true;
}
