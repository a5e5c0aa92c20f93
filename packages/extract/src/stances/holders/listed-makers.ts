// Who made the paper that opens a sentence, where several did or an aside stands between: "A bill by Sen. Ana Diaz, D-Salem, and Rep. Jo Lee would …".
// Knows verbs of making and how names are listed; nothing of issues.
import { foldedAt, hasShape, isCapital, type Reading } from '../../reading/reading.ts';
import { shape } from '../../reading/tokens.ts';
import { isOf } from '../clauses/grammar.ts';
import type { SentenceContext } from '../sentence-context.ts';
import type { Candidate } from './candidate.ts';

const makes =
  /^(?:introduced|proposed|sponsored|drafted|authored|unveiled|filed|carried|brought|offered|written|pitched|submitted|championed|crafted)$/;
/** So many words may stand between the verb of making and "by": "introduced last week by". */
const asideMax = 6;

/** Those who are told to have made the paper that opens the sentence, where what it would do follows right behind them; none otherwise. */
export function listedMakers(context: SentenceContext): readonly Candidate[] {
  const { reading, candidates, grammar, from } = context;
  const document = candidates.find(
    (item) => item.role === 'document' && opens(context, item) && isDraft(reading, item),
  );
  if (!document) return none;
  let i = document.to;
  if (hasShape(reading, i, shape.number)) i++;
  if (foldedAt(reading, i) === ',') i++;
  if (makes.test(foldedAt(reading, i))) {
    const verb = i;
    while (i < verb + asideMax && foldedAt(reading, i) !== 'by' && !hasShape(reading, i, shape.quote)) i++;
    for (let k = verb + 1; k < i; k++) if (isOf(grammar, reading, k, 'relative', 'conjunction')) return none;
    if (foldedAt(reading, i) !== 'by') return none;
  } else if (!/^(?:by|from)$/.test(foldedAt(reading, i))) return none;
  const makers: Candidate[] = [];
  for (i++; i < context.to; ) {
    const person = candidates.find((item) => item.from === i || (item.from === i + 1 && isTitle(i)));
    if (person?.named && person.role !== 'document') {
      if (!isPlace(i, person)) makers.push(person);
      i = person.to;
    } else if (person && !person.named && isCapital(reading, i)) i = person.to;
    else if (/^(?:,|and|of|-|\.|d|r|i|the)$/.test(foldedAt(reading, i)) || isCapital(reading, i)) i++;
    else break;
  }
  const would = /^(?:would|could|must)$/.test(foldedAt(reading, i)) && i > from;
  return would ? makers : none;

  function isTitle(token: number): boolean {
    return (
      isCapital(reading, token) || isOf(grammar, reading, token, 'determiner') || foldedAt(reading, token) === 'state'
    );
  }

  /** "D-Salem", "of Hudson" */
  function isPlace(token: number, { from: begin, holderType }: Candidate): boolean {
    return (
      /^(?:-|of)$/.test(foldedAt(reading, begin - 1)) ||
      (token > 0 && /^(?:city|county|state)$/.test(holderType) && /^(?:d|r|i|,)$/.test(foldedAt(reading, begin - 1)))
    );
  }
}

const none: readonly never[] = [];

/** Whether nothing but a determiner and adjectives stands before a paper in its sentence. */
function opens({ reading, grammar, from }: SentenceContext, { from: begin }: Candidate): boolean {
  if (begin > from + 3) return false;
  for (let i = from; i < begin; i++)
    if (
      !isOf(grammar, reading, i, 'determiner') &&
      !/^(?:new|competing|separate|second|similar|proposed|draft|local|state|related|companion)$/.test(
        foldedAt(reading, i),
      )
    )
      return false;
  return true;
}

/** A report or a judge's order asks for nothing. */
function isDraft(reading: Reading, { to, holderType }: Candidate): boolean {
  return (
    holderType === 'policy-proposal' || /^(?:ordinance|policy|rule|rules|code|charter)$/.test(foldedAt(reading, to - 1))
  );
}
