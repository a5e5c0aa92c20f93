// Tells a proposal to undo something ("a motion to repeal the ban") from one to do it. Knows words; not what they are about.
import { foldedAt, type Reading, sentenceRange } from '../../reading/reading.ts';

const proposals =
  /^(?:proposals?|motions?|measures?|bills?|ordinances?|resolutions?|petitions?|amendments?|plans?|drafts?|efforts?|bids?|pushe?s?)$/;
const undoing =
  /^(?:repeal|end|lift|rescind|scrap|undo|overturn|abolish|weaken|loosen|strike|remove|drop|kill|cancel|terminate|dismantle|disband|eliminate|relax|suspend|revoke|gut|roll|do|get)(?:s|ed|ing|ding|ling)?$/;

/** Nouns of an undoing that need no proposal in front: "she joined him in voting for repeal". */
const undoingItself = /^(?:repeal|rollback|rescission|abolition)$/;

/**
 * "A proposal to repeal the ban failed when the council voted against it": "it" is the proposal, not what it would undo.
 * True when this sentence (before token `at`) or the one before it speaks of such a proposal: then "it" is left open.
 */
export function proposesUndoing(reading: Reading, s: number, at: number): boolean {
  const [from] = sentenceRange(reading, Math.max(0, s - 1));
  for (let i = from; i < at; i++) {
    // "should repeal it": what stands.
    if (undoingItself.test(foldedAt(reading, i)) && i + 1 < at) return true;
    if (!proposals.test(foldedAt(reading, i))) continue;
    for (let k = i + 1; k < Math.min(at, i + 5); k++) if (undoing.test(foldedAt(reading, k))) return true;
  }
  return false;
}

/** "proposed [eliminating the board]": the deed that turns the sense is the word at `deed` and not the verb over it. */
export function proposesOwn(reading: Reading, verb: number, deed: number): boolean {
  return (
    /^(?:propos|suggest|favor|support|back|discuss)/.test(foldedAt(reading, verb)) &&
    /ing$/.test(foldedAt(reading, deed))
  );
}
