// Whether a stretch of text brings in a paper or a motion of its own beside the measure: "offered an amendment", "moved to table it",
// "The Senate passed a bill". What is voted on or called "it" right behind may be that one. Knows words; no sign.
import { foldedAt, type Reading, sentenceRange } from '../../reading/reading.ts';
import { isAlike } from './thing-nouns.ts';

/** "An amendment to cut the number", "a motion to table it", "moved to adjourn". */
export function bringsInChange(reading: Reading, from: number, to: number): boolean {
  for (let i = from; i < to; i++) {
    const word = foldedAt(reading, i);
    if (/^amendments?$/.test(word) && [1, 2, 3].some((k) => i - k >= from && brings.test(foldedAt(reading, i - k))))
      return true;
  }
  return movesProcedure(reading, from, to);
}

/** "moved to adjourn", "a motion to table it" */
export function movesProcedure(reading: Reading, from: number, to: number): boolean {
  for (let i = from; i < to - 2; i++)
    if (
      moves.test(foldedAt(reading, i)) &&
      foldedAt(reading, i + 1) === 'to' &&
      procedural.test(foldedAt(reading, i + 2))
    )
      return true;
  return false;
}

const brings = /^(?:a|an|another|'s|two|three|several|his|her|proposed)$/;
const moves = /^(?:motion|moved|voted)$/;
const procedural = /^(?:table|adjourn|delay|postpone|reconsider|amend|refer|recess)$/;

/** "The panel voted 13-9 to table the bill. Lee made the motion.": to table it. */
export function votesDown(reading: Reading, from: number, to: number): boolean {
  for (let i = from; i < to; i++) {
    if (!/^(?:voted|votes|agreed|moved)$/.test(foldedAt(reading, i))) continue;
    let next = i + 1;
    while (next < i + 7 && foldedAt(reading, next) !== 'to' && !/^[.;]$/.test(foldedAt(reading, next))) next++;
    if (foldedAt(reading, next) === 'to' && downs.test(foldedAt(reading, next + 1))) return true;
  }
  return false;
}

const downs =
  /^(?:table|reject|deny|kill|shelve|delay|postpone|defer|continue|withdraw|refer|send|hold|drop|recommit|strike)$/;

/** Whether the sentence before s, behind the one that told of the measure, brings in a bill of its own: "it" is that one. */
export function followsRival(reading: Reading, s: number, measureAt: number): boolean {
  if (s - 1 <= measureAt) return false;
  const [from, to] = sentenceRange(reading, s - 1);
  if (reading.paragraphOf[from] !== reading.paragraphOf[sentenceRange(reading, s)[0]]) return false;
  for (let i = from; i < to; i++)
    if (papers.test(foldedAt(reading, i)) && !isAlike(reading, i) && isNew(reading, i, from)) return true;
  return false;
}

/** "a bill", "a state law" */
function isNew(reading: Reading, noun: number, from: number): boolean {
  for (let i = noun - 1; i >= Math.max(from, noun - 3); i--) {
    if (/^(?:a|an|another)$/.test(foldedAt(reading, i))) return true;
    if (!/^[\p{Ll}-]+$/u.test(foldedAt(reading, i))) return false;
  }
  return false;
}

const papers = /^(?:bill|ordinance|resolution|law|ban|amendment|initiative|referendum|substitute)$/;
