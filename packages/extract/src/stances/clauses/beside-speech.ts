// What somebody does while speaking: “…,” Lee said, urging a ban; “…,” said Lee, urging the board to act; “…,” Lee said as she voted no. Knows word order; no sign.
import { foldedAt, hasShape } from '../../reading/reading.ts';
import { shape } from '../../reading/tokens.ts';
import type { Link } from '../chains/chains.ts';
import type { Candidate } from '../holders/candidate.ts';
import type { SentenceContext } from '../sentence-context.ts';

/** “…,” said Lee, urging …: a participle right behind the speaker who stands behind the verb of saying. */
export function isSpeakersParticiple(context: SentenceContext, say: Link, speaker: Candidate, verb: number): boolean {
  const { reading } = context;
  if (foldedAt(reading, verb - 1) !== ',' || !/ing$/.test(foldedAt(reading, verb))) return false;
  return speaker.from >= say.hit.to && speaker.to === verb - 1 && endsQuotation(context, say.hit.from);
}

/** “…,” Lee said as she voted against it: what was done then is told, and not said. */
export function isDoneWhileSpeaking(context: SentenceContext, say: Link, lead: Link | undefined): boolean {
  const { reading, candidates } = context;
  if (lead?.kind !== 'decide' || !/^(?:vot|cast|sign|veto)/.test(foldedAt(reading, lead.hit.from))) return false;
  const speaker = candidates.findLast((item) => item.to === say.hit.from);
  const behind = candidates.find((item) => item.from >= say.hit.to && item.from < say.hit.to + 3);
  const ends = [say.hit.to, speaker ? -1 : (behind?.to ?? -1)];
  const at = ends.find((end) => /^(?:as|after|before|while|when)$/.test(foldedAt(reading, end)));
  return at !== undefined && /^(?:he|she|they)$/.test(foldedAt(reading, at + 1)) && lead.hit.from - at <= 4;
}

/** Whether a quotation ends right before the verb of saying. */
function endsQuotation({ reading }: SentenceContext, say: number): boolean {
  return hasShape(reading, say - 1, shape.quote);
}
