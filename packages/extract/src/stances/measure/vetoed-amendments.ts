// Stories of an amendment that was vetoed: what they tell of the law that it would change is not what people voted on.
// Knows words of vetoes and amendments and where the measure was told; no sign.

import type { Document } from '../../document.ts';
import { foldedAt, sentenceRange } from '../../reading/reading.ts';
import type { Agenda } from './agenda.ts';

/** The measure, where it is not but the law that a vetoed amendment would change; null otherwise. */
export function unamended(document: Pick<Document, 'reading' | 'text'>, agenda: Agenda | null): Agenda | null {
  return agenda !== null && isOfAmendedLaw(document, agenda) ? null : agenda;
}

/** Whether a story tells of the veto of an amendment, and of its measure in a sentence without one: "A law that makes police ask first stands after a veto." */
function isOfAmendedLaw({ reading, text }: Pick<Document, 'reading' | 'text'>, { sentence }: Agenda): boolean {
  if (!vetoed.test(text) && !(overrides.test(text) && /\bthe amendment\b/i.test(text))) return false;
  const [from, to] = sentenceRange(reading, sentence);
  for (let i = from; i < to; i++) if (/^amend/.test(foldedAt(reading, i))) return false;
  return true;
}

/** "vetoed an amendment", "the veto of the amendment", "the amendment that Lee vetoed"; not "could veto the amendment". */
const vetoed =
  /\b(?:vetoed|vetoes|veto of) (?:an|the|that|his|her|this|council|\w+['’]s) (?:\w+ )?amendment\b|\bamendment\b[^.]{0,40}\bvetoed\b/i;

/** "voted to override the veto", "an effort to override the mayor’s veto", "sustain the veto" */
const overrides = /\b(?:overr(?:id|od)\w*|sustain\w*|upheld|uphold\w*)\b[^.]{0,40}\bveto/i;
