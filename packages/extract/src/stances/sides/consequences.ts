// Whether what a speaker foretells would come of the story's measure: “It would drive owners to sell.” Knows words that name another course; not whether what comes is good.
import { foldedAt } from '../../reading/reading.ts';
import { thingsInIng } from '../chains/effect-subjects.ts';
import type { OperatorHit } from '../lexicon.ts';
import type { Agenda } from '../measure/agenda.ts';
import { isLimit } from '../measure/echoes.ts';
import type { SentenceContext } from '../sentence-context.ts';

/** What comes is blamed on something else: on waiting, on a veto, on doing nothing, on what goes on as before. */
const contrary =
  /^(?:without|delays?|delaying|waiting|veto|repeal|repealing|rejecting|rejection|inaction|nothing|otherwise|else|instead|loss|losing|losses|lose|cuts?|cutting|quo|alternative|failure|failing|unless|elsewhere|opponents|critics|supporters|keep|keeps|continue|continues|still|again|anyway)$/;

/** So many words behind those of what will come may take it back. */
const wordsBehind = 6;

/**
 * Whether what is foretold is the measure's doing: "it" or the measure does it, or somebody is to suffer or leave where the
 * measure limits or takes back something. Of a measure that gives, harm may be foretold for want of it ("Officers will quit").
 */
export function followsFromMeasure(agenda: Agenda, context: SentenceContext, hit: OperatorHit): boolean {
  const { reading, from, to } = context;
  for (let i = from; i < Math.min(to, hit.to + wordsBehind); i++)
    if ((i < hit.from || i >= hit.to) && contrary.test(foldedAt(reading, i))) return false;
  if (isOwnDeed(context, hit)) return false;
  // Where an agreement is to end, "the agreement cost too much" is no harm that comes of ending it.
  const ofThing =
    /^(?:the|this|that)$/.test(foldedAt(reading, hit.from)) && isStanding(foldedAt(reading, hit.from + 1));
  if (agenda.undoes && ofThing) return false;
  // "said pulling the ordinance would hurt": what is done to it would.
  for (let i = hit.from - 1; i >= Math.max(from, hit.from - 12); i--) {
    const deed = /^\p{Ll}{3,}ing$/u.test(foldedAt(reading, i)) && !thingsInIng.test(foldedAt(reading, i));
    if (deed && /^(?:said|says|that|told|warned|argued|believes|,)$/.test(foldedAt(reading, i - 1))) return false;
    const topic = /^(?:over|about)$/.test(foldedAt(reading, i));
    if (topic && /^\p{L}+$/u.test(foldedAt(reading, i - 1))) return false;
  }
  return takesBack(agenda) || /^(?:it|this|that|which|the|these|such)$/.test(foldedAt(reading, hit.from));
}

/** "He would keep sending officers out", "she would drive them off": what the speaker would do, and not what would come of the measure. */
function isOwnDeed({ reading }: SentenceContext, { from, to }: OperatorHit): boolean {
  if (!/^(?:would|will|'d|'ll)$/.test(foldedAt(reading, from))) return false;
  if (!/^(?:he|she|i|we)$/.test(foldedAt(reading, from - 1))) return false;
  for (let i = from + 1; i < to; i++) if (borne.test(foldedAt(reading, i))) return false;
  return true;
}

/** What comes over somebody, and is not done. */
const borne = /^(?:be|get|have|lose|pay|suffer|struggle|leave|quit|face|run|need|see|feel|wait|end|die)$/;

function isStanding(noun: string): boolean {
  return /^(?:agreement|contract|deal|lease|program|pilot|arrangement|law|ban|cap|policy|rule|rules|ordinance)$/.test(
    noun,
  );
}

function takesBack(agenda: Agenda): boolean {
  return agenda.undoes || isLimit(agenda);
}
