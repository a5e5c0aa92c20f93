// When "it" means a thing that the story told of: what governs it, and whether another paper stands between. Knows words and papers; not what the thing is.
import { foldedAt, hasShape, isCapital, type Reading, sentenceRange } from '../../reading/reading.ts';
import { shape } from '../../reading/tokens.ts';
import type { Instrument } from './instruments.ts';
import { followsRival } from './rival-papers.ts';
import { documentNouns } from './thing-nouns.ts';

/** Whether "it" at a token is what is decided, judged or used. */
export function isTaken(reading: Reading, it: number): boolean {
  return takesIt.test(foldedAt(reading, it - 1)) || isSidedWith(reading, it) || isUsed(reading, it);
}

/** Words behind which "it" is what is decided or judged. */
const takesIt =
  /^(?:chang(?:e|ing)|revisit(?:ing)?|loosen(?:ing)?|touch(?:ing)?|alter(?:ing)?|reopen(?:ing)?|reconsider(?:ing)?|said|says|argued|believes|warned|because|keep|keeping|fund|expand|end|stop|against|for|oppos(?:e|es|ed|ing)|support(?:s|ed|ing)?|back(?:s|ed)|sign(?:s|ed)?|renew(?:ed|ing)?|recommend(?:s|ed|ing)?|enact(?:ed|ing)?|ratif(?:y|ied)|veto(?:ed)?|pass(?:ed)?|approve[sd]?|reject(?:ed)?|repeal(?:ed|ing)?|rescind|overturn|undo|abolish|eliminate|cancel|revoke|approving|rejecting|signing|vetoing|passing|introduced|filed|sponsored|drafted|wrote|adopt(?:ed)?|kill(?:ed)?|call(?:s|ed|ing)?|refuse[ds]?|prais(?:e|es|ed|ing)|welcom(?:e|es|ed|ing)|fight(?:s|ing)?|fought|defend(?:s|ed)?|criticiz(?:e|es|ed)|favor(?:s|ed)?|endors(?:e|es|ed)|scrap(?:ped)?|block(?:ed)?|defeat(?:ed)?|embrac(?:e|es|ed)|denounc(?:e|es|ed)|condemn(?:s|ed)?)$/;

/** "stop using it", "keep using it" */
function isUsed(reading: Reading, it: number): boolean {
  return (
    foldedAt(reading, it - 1) === 'using' &&
    /^(?:[.,;:”"]|until|and|altogether|entirely|now)$/.test(foldedAt(reading, it + 1)) &&
    /^(?:stop|stops|stopped|quit|quits|keep|keeps|kept|continue|continues|resume)$/.test(foldedAt(reading, it - 2))
  );
}

/** "in favor of it", "opposed to it" */
function isSidedWith(reading: Reading, it: number): boolean {
  const [before, side] = [foldedAt(reading, it - 1), foldedAt(reading, it - 2)];
  // "can live with it"
  if (before === 'with' && /^(?:live|along)$/.test(side)) return true;
  return before === 'of' ? /^(?:favor|support)$/.test(side) : before === 'to' && /^(?:opposed|opposition)$/.test(side);
}

/** "Diaz's ordinance would need three votes. Lee said she would support it.": Diaz's own paper, where it may go another way than the measure. */
export function rivalBefore(
  reading: Reading,
  s: number,
  it: number,
  found: Instrument,
  instruments: readonly Instrument[],
): boolean {
  const [from] = sentenceRange(reading, Math.max(0, s - 1));
  for (let i = it - 1; i > from + 1; i--) {
    if (!isOwnPaper(reading, i)) continue;
    const noun = foldedAt(reading, i);
    const own = instruments.find((item) => item.noun === noun && item.from <= i && i < item.until);
    return own === undefined || own.rule.source.sign !== found.rule.source.sign;
  }
  return false;
}

/** "The Senate passed a bill. Lee voted for it.": the bill, unless that is what told of the thing. */
export function bringsOwn(reading: Reading, s: number, { from }: Instrument): boolean {
  return followsRival(reading, s, reading.sentenceOf[from - 1] ?? 0);
}

/** "Diaz's ordinance" */
export function isOwnPaper(reading: Reading, noun: number): boolean {
  return (
    documentNouns.has(foldedAt(reading, noun)) && foldedAt(reading, noun - 1) === "'s" && isCapital(reading, noun - 2)
  );
}

/** Whether this sentence (before "it") or the one before it speaks of the measure. */
export function isSpokenOf(
  reading: Reading,
  s: number,
  found: Instrument,
  instruments: readonly Instrument[],
): boolean {
  const [from] = sentenceRange(reading, Math.max(0, s - 1));
  if (found.from > from) return true;
  const [begin, to] = sentenceRange(reading, s);
  // "She offered an amendment. The Senate rejected it.": the amendment.
  for (let i = from; i < begin; i++) if (isBroughtIn(reading, i)) return false;
  for (let i = from; i < to; i++) {
    const noun = foldedAt(reading, i);
    // "House Bill 12 is sponsored by Lee."
    if (noun === 'bill' && hasShape(reading, i + 1, shape.number) && instruments.some((item) => item.noun === noun))
      return true;
    if (noun !== 'it' && !hasShape(reading, i, shape.capital) && instruments.some((item) => item.noun === noun))
      return true;
  }
  return false;
}

/** "an amendment", "a competing motion", "another version": a paper that the sentence brings in. */
export function isBroughtIn(reading: Reading, i: number): boolean {
  if (!papers.test(foldedAt(reading, i)) || /^(?:charter|constitutional)$/.test(foldedAt(reading, i - 1))) return false;
  return [i - 1, i - 2, i - 3].some((k) => /^(?:a|an|another|two|three|several)$/.test(foldedAt(reading, k)));
}

const papers =
  /^(?:amendments?|motions?|substitute|compromise|alternative|version|resolution|petition|letter|request|offer|report|memo|grant|survey|study|appeal|complaint|grievance|lawsuit|counterproposal)$/;
