// On which terms somebody takes a side: “would vote yes if the fee is dropped”, “will sue if it passes”, “will vote no unless …”.
// Knows the words of a condition; not what the measure is.
import { foldedAt, type Reading } from '../../reading/reading.ts';
import { isAdverb } from '../clauses/grammar.ts';
import type { OperatorHit } from '../lexicon.ts';
import type { SentenceContext } from '../sentence-context.ts';

/** The one condition of a sentence: its first word behind "if" or "unless", and where it ends. */
interface Terms {
  readonly word: 'if' | 'unless';
  readonly from: number;
  readonly to: number;
}

/** So many words may stand between a side and the condition that hangs on it. */
const wordsBetween = 6;

/** "would vote for it if the price came down", "will sue if it passes": who would take a side on terms has told which one, unless the terms turn it. */
export function isOnOwnTerms(context: SentenceContext, hit: OperatorHit): boolean {
  const { rule } = hit;
  if (rule.type !== 'act') return false;
  const { who, sign = 1, act, kind } = rule.source;
  const terms = termsOf(context);
  if (kind !== 'side' || terms === null || isInside(hit, terms) || isUnmet(context.reading, terms, context.to))
    return false;
  if ((who !== undefined && who !== 'revival') || !isMeant(context, hit)) return false;
  const { reading } = context;
  const even = foldedAt(reading, terms.from - 2) === 'even';
  if (act === 'lawsuit' || act === 'promise') return even || isPassing(reading, terms);
  if (sign > 0) return terms.word === 'unless' || even || !isContrary(reading, terms);
  return terms.word === 'unless' || even || isDenied(reading, terms) || isPassing(reading, terms);
}

/** Null where there is none, or more than one, or what somebody asks ("asked if"). */
function termsOf({ reading, from, to }: SentenceContext): Terms | null {
  let found: Terms | null = null;
  for (let i = from; i < to; i++) {
    const word = foldedAt(reading, i);
    if (word === '?' || (i === from && /^(?:had|were|should)$/.test(word))) return null;
    if (word !== 'if' && word !== 'unless') continue;
    if (found !== null || asking.test(foldedAt(reading, i - 1))) return null;
    let end = i + 1;
    while (end < to && !/^[,;.”"—–]$/.test(foldedAt(reading, end))) end++;
    found = { word, from: i + 1, to: end };
  }
  return found;
}

const asking =
  /^(?:asked|ask|asks|asking|know|knew|knows|known|wonder|wonders|wondered|see|say|said|sure|certain|unclear|unsure|doubt|doubts|doubted|question|questioned|decide|as|what)$/;

/** The side stands in the condition, or too far before it. */
function isInside({ from, to }: OperatorHit, terms: Terms): boolean {
  return to > terms.from ? from < terms.to : terms.from - to > wordsBetween;
}

/** "would vote no", "promised to back it": not "would have". */
function isMeant({ grammar, reading, from: first }: SentenceContext, { from, to }: OperatorHit): boolean {
  let before = from - 1;
  while (before > first && isAdverb(grammar, reading, before)) before--;
  const modal = [foldedAt(reading, before), foldedAt(reading, from), foldedAt(reading, to - 1)];
  return (
    modal.slice(0, 2).some((word) => /^(?:would|will|could|can|might|'d|'ll)$/.test(word)) ||
    (modal[0] === 'to' && vows.test(foldedAt(reading, before - 1))) ||
    vows.test(modal[1] ?? '')
  );
}

const vows =
  /^(?:promis(?:ed|es|ing)|vow(?:ed|s|ing)|pledg(?:ed|es|ing)|threaten(?:ed|s|ing)|plans?|planned|intends?|expects?|prepared|ready|willing|prepare|prepares)$/;

/** "if it passes", "if the council adopts the cap", "if the mayor signs it". */
function isPassing(reading: Reading, terms: Terms): boolean {
  if (terms.word !== 'if' || isDenied(reading, terms)) return false;
  for (let i = terms.from; i < terms.to; i++)
    if (
      passes.test(foldedAt(reading, i)) ||
      (/^(?:goes|went|moves|moved)$/.test(foldedAt(reading, i)) &&
        /^(?:ahead|through|forward)$/.test(foldedAt(reading, i + 1))) ||
      (/^(?:takes|took|goes|went)$/.test(foldedAt(reading, i)) && /^(?:effect|into)$/.test(foldedAt(reading, i + 1))) ||
      (/^(?:becomes|became)$/.test(foldedAt(reading, i)) && foldedAt(reading, i + 1) === 'law') ||
      (/^reach(?:es|ed)$/.test(foldedAt(reading, i)) && /^(?:his|her|the|my)$/.test(foldedAt(reading, i + 1)))
    )
      return true;
  return false;
}

const passes =
  /^(?:pass(?:es|ed)?|adopt(?:s|ed)?|approv(?:es?|ed)|enact(?:s|ed)?|signs?|signed|proceeds?|proceeded|ratif(?:y|ies|ied))$/;

/** "if the data is not deleted", "if it has no limits". */
function isDenied(reading: Reading, { from, to }: Terms): boolean {
  for (let i = from; i < to; i++)
    if (
      /^(?:not|n't|no|without|never|fails?|failed|refuses?|refused|rejects?|rejected|vetoes|repeals?|repealed)$/.test(
        foldedAt(reading, i),
      )
    )
      return true;
  return false;
}

/** "if it meant anything", "if he were smart": what is so told is not so. */
function isContrary(reading: Reading, { from, to }: Terms): boolean {
  for (let i = from; i < to; i++) {
    const word = foldedAt(reading, i);
    if (/^(?:any|anything|anybody|anyone|ever|knew|meant|really|real)$/.test(word)) return true;
    if (word === 'were' && !/(?:ed|en|[^aeiou]ut)$/.test(foldedAt(reading, i + 1))) return true;
  }
  return false;
}

/** "only if it is rewritten", "if she could trust the chief, and she cannot". */
function isUnmet(reading: Reading, { from, to }: Terms, end: number): boolean {
  for (let i = from; i < to; i++)
    if (
      /^(?:amended|changed|revised|rewritten|reworked|narrowed|removed|replaced|withdrawn)$/.test(foldedAt(reading, i))
    )
      return true;
  for (let i = to; i < end; i++)
    if (foldedAt(reading, i) === ',' && /^(?:and|but|so|which)$/.test(foldedAt(reading, i + 1))) return true;
  return false;
}
