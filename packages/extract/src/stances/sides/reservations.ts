// Whether what somebody thinks of a thing is taken half back in the same breath: "would support it but wants a hearing first", "dislikes it but …".
// Knows words and their order; not what the thing is.
import { foldedAt } from '../../reading/reading.ts';
import { isSpeech, type Link } from '../chains/chains.ts';
import type { FrameHit } from '../lexicon.ts';
import type { SentenceContext } from '../sentence-context.ts';

/** Verbs of liking: behind "but" stands what is done in spite of it. */
const feels =
  /^(?:likes?|liked|loves?|dislikes?|disliked|hates?|hated|appreciates?|values?|valued|understands?|sympathizes?|admires?)$/;

/** Whether "but" and a wish for something else first stand behind a judgement of a thing; behind mere liking, "but" alone. `verb` judges what ends before token `end`. */
export function isReserved({ reading, to }: SentenceContext, verb: number, end: number): boolean {
  const mere = feels.test(foldedAt(reading, verb));
  let turned = false;
  for (let i = end; i < to; i++) {
    const word = foldedAt(reading, i);
    if (/^(?:but|although|though|yet)$/.test(word)) {
      if (mere) return true;
      turned = true;
    } else if (/^(?:;|”|")$/.test(word)) return false;
    else if (turned && /^(?:first|before|until|rather|instead)$/.test(word)) return true;
  }
  return false;
}

/** Whether the judgement that governs an issue phrase is taken half back behind it. */
export function isHalfMeant(context: SentenceContext, frame: FrameHit, links: readonly Link[]): boolean {
  const lead = links.find((link) => !link.behind && !isSpeech(link.kind));
  return lead?.kind === 'judge' && isReserved(context, lead.hit.from, frame.to);
}
