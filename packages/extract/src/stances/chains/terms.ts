// On which terms somebody is for a thing: "could support it if it ends", "only when the county pays", "provided that it is small".
// Knows the words that open them; not what they are.
import { foldedAt, type Reading } from '../../reading/reading.ts';
import type { FrameHit } from '../lexicon.ts';
import type { SentenceContext } from '../sentence-context.ts';
import { isSpeech, type Link } from './chains.ts';

/** Whether terms are told between two tokens: "if it ends", "provided that the county pays", "as long as it is small". */
export function isOnTerms({ reading }: SentenceContext, from: number, to: number): boolean {
  for (let i = from; i < to - 1; i++) {
    const word = foldedAt(reading, i);
    if (word === 'if' || word === 'unless') return true;
    if (word === 'provided' && (foldedAt(reading, i - 1) === ',' || foldedAt(reading, i + 1) === 'that')) return true;
    if (/^(?:as|so)$/.test(word) && foldedAt(reading, i + 1) === 'long' && foldedAt(reading, i + 2) === 'as')
      return true;
  }
  return false;
}

/** "could support it only if it ends in a year": who is for a thing on terms is for it; not who wants it to be another ("only if it is amended"), or says that the terms are not met. */
export function isForOnTerms({ reading, to }: SentenceContext, frame: FrameHit, links: readonly Link[]): boolean {
  const own = links.filter(({ behind, kind }) => !behind && !isSpeech(kind));
  const [lead] = own;
  const sided = lead !== undefined && own.length === 1 && /^(?:judge|decide)$/.test(lead.kind) && lead.sign > 0;
  if (!sided || !/^(?:to|would|could|might|will|'d|'ll)$/.test(foldedAt(reading, lead.hit.from - 1))) return false;
  for (let i = frame.to; i < Math.min(to, frame.to + 10); i++)
    if (foldedAt(reading, i) === 'only')
      return /^(?:if|when|once|after)$/.test(foldedAt(reading, i + 1)) && !areUnmet(reading, i, to);
  return false;
}

/** "only if it is rewritten", "only if there were beds, and there are not, so …" */
function areUnmet(reading: Reading, from: number, to: number): boolean {
  for (let i = from; i < to; i++) {
    const word = foldedAt(reading, i);
    if (/^(?:amended|changed|revised|rewritten|reworked|narrowed)$/.test(word)) return true;
    if (word === 'so' && foldedAt(reading, i - 1) === ',') return true;
  }
  return false;
}
