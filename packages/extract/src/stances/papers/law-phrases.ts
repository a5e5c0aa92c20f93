// Where a text names a law that stands: "State law", "a 2008 statute", "the Protect Our Courts Act", "House Bill 511". Knows how laws are called; nothing of issues.
import { foldedAt, hasShape, isCapital, type Reading } from '../../reading/reading.ts';
import { shape } from '../../reading/tokens.ts';
import { type Grammar, isOf } from '../clauses/grammar.ts';
import { textOf } from '../holders/holder-names.ts';

/** A law at tokens `[from, to)`, its determiner left out. */
export interface LawPhrase {
  readonly from: number;
  readonly to: number;
  readonly name: string;
  /** "South Carolina law", "a 2008 statute": a name, a government or a year tells which; else the story does ("the law"). */
  readonly named: boolean;
  /** "House Bill 511": a law only where the story tells that it was passed. */
  readonly bill: boolean;
}

/** The laws named in tokens `[from, to)`, in text order. */
export function findLawPhrases(grammar: Grammar, reading: Reading, from: number, to: number): readonly LawPhrase[] {
  const found: LawPhrase[] = [];
  for (let i = from; i < to; i++) {
    if (!isOf(grammar, reading, i, 'law')) continue;
    const phrase = phraseAt(grammar, reading, i, from, to);
    if (phrase !== null) found.push(phrase);
  }
  return found;
}

function phraseAt(grammar: Grammar, reading: Reading, head: number, from: number, to: number): LawPhrase | null {
  const word = foldedAt(reading, head);
  if (word === 'act') return actAt(reading, head, from);
  if (word === 'bill' || hasShape(reading, head, shape.capital)) {
    const bill = billAt(reading, head, from, to);
    if (bill !== null || word === 'bill') return bill;
  }
  if (!/^(?:law|statute)$/.test(word)) return null;
  // "law enforcement", "a law firm", "the law's"
  if (
    /^(?:enforcement|firm|firms|school|officers?|center|clinic|professor|students?|'s)$/.test(
      foldedAt(reading, head + 1),
    )
  )
    return null;
  const begin = beginOf(grammar, reading, head, from);
  for (let i = begin; i < head; i++) if (unsettled.test(foldedAt(reading, i))) return null;
  const determiner = foldedAt(reading, begin - 1);
  let name = begin;
  while (
    name < head &&
    /^(?:new|current|existing|broad|sweeping|controversial|landmark|strict)$/.test(foldedAt(reading, name))
  )
    name++;
  if (begin > from && /^(?:no|any|every|another|other|similar|such|whether|if|how|why)$/.test(determiner)) return null;
  return {
    from: begin,
    to: head + 1,
    name: textOf(reading, name, head + 1),
    named: tells(reading, begin, head),
    bill: false,
  };
}

/** Words of a law that is none yet, or no longer. */
const unsettled =
  /^(?:proposed|draft|pending|possible|similar|former|old|previous|repealed|martial|common|defunct|rival|other|another|such)$/;

/** The first token of a noun phrase that ends in "law": capitals, years, a government's possessive and a few plain words. */
function beginOf(grammar: Grammar, reading: Reading, head: number, from: number): number {
  let i = head;
  while (i > from && head - i < 7) {
    const before = i - 1;
    const owner = foldedAt(reading, before) === "'s" && isCapital(reading, before - 1);
    const plain =
      /^[\p{Ll}\d-]+$/u.test(foldedAt(reading, before)) &&
      !isOf(grammar, reading, before, 'determiner', 'preposition', 'auxiliary', 'modal', 'conjunction', 'relative') &&
      !isOf(grammar, reading, before, 'pronoun', 'adverbial', 'condition', 'adverb') &&
      !verbal.test(foldedAt(reading, before));
    if (!owner && !plain) break;
    i = before;
  }
  return i;
}

const verbal =
  /^(?:said|says|that|whether|how|why|when|what|where|violates?|violated|breaks?|broke|follows?|followed|follow|enforce|passed|signed|under|cites?|cited|to|as|so|if|than)$/;

/** Whether a government, a name or a year in `[from, to)` tells which law it is. */
function tells(reading: Reading, from: number, to: number): boolean {
  for (let i = from; i < to; i++) {
    if (/^(?:state|federal|u\.s\.|(?:19|20)\d\d)$/.test(foldedAt(reading, i))) return true;
    if (isCapital(reading, i) && !/^(?:the|a|an|this|that)$/.test(foldedAt(reading, i))) return true;
  }
  return false;
}

/** "the Protect Our Courts Act", "Illinois TRUST Act": capitals before "Act", with short words between them. */
function actAt(reading: Reading, head: number, from: number): LawPhrase | null {
  if (!isCapital(reading, head)) return null;
  let begin = head;
  for (let i = head - 1; i >= Math.max(from, head - 9); i--) {
    if (isCapital(reading, i) && !/^(?:the|a|an|this|that|under)$/.test(foldedAt(reading, i))) begin = i;
    else if (!/^(?:of|and|to|for|in|,|our)$/.test(foldedAt(reading, i))) break;
  }
  if (begin === head) return null;
  return { from: begin, to: head + 1, name: textOf(reading, begin, head + 1), named: true, bill: false };
}

/** "Senate Bill 8", "SB 54", "HB 511". */
function billAt(reading: Reading, head: number, from: number, to: number): LawPhrase | null {
  if (head + 1 >= to || !isCapital(reading, head) || !/^\d+$/.test(foldedAt(reading, head + 1))) return null;
  const chamber = /^(?:senate|house|assembly)$/.test(foldedAt(reading, head - 1)) && head - 1 >= from;
  if (foldedAt(reading, head) === 'bill' && !chamber) return null;
  const begin = foldedAt(reading, head) === 'bill' ? head - 1 : head;
  return { from: begin, to: head + 2, name: textOf(reading, begin, head + 2), named: true, bill: true };
}
