// Where a sentence tells what a law or policy bars or asks for: as its subject, "under" it, "by" it. Knows word order; neither laws nor signs.
import { foldedAt, hasShape, type Reading } from '../../reading/reading.ts';
import { shape } from '../../reading/tokens.ts';
import type { Link } from '../chains/chains.ts';
import { type Grammar, isAdverb, isOf } from '../clauses/grammar.ts';
import { making } from '../holders/makers.ts';
import type { SentenceContext } from '../sentence-context.ts';

/** The noun phrase of a law or policy at tokens `[from, to)`, its determiner left out. */
export interface Paper {
  readonly from: number;
  readonly to: number;
}

/** "Under state law, …", "…, under a 2019 law", "are barred by state law from …". */
export function isUnder(
  { grammar, reading, from, segments }: SentenceContext,
  law: Paper,
  frame: number,
  lead: number,
): boolean {
  let i = beforeOwner(grammar, reading, law.from - 1, from);
  while (i > from && isOf(grammar, reading, i, 'determiner')) i--;
  const word = foldedAt(reading, i);
  if (word === 'by') return i > lead && i - lead <= 3 && law.to <= frame;
  if (word !== 'under') return false;
  const opens = i === from || segments.of(i - 1) !== segments.of(i) || hasShape(reading, i - 1, shape.mark);
  if (law.to <= lead) return opens && i <= from + 1;
  return law.from > frame;
}

/** The token before "the Salem Police Department 's" that ends at a token; the token itself where no owner does. */
function beforeOwner(grammar: Grammar, reading: Reading, end: number, from: number): number {
  if (foldedAt(reading, end) !== "'s") return end;
  let i = end - 1;
  while (
    i >= from &&
    !hasShape(reading, i, shape.mark) &&
    !isOf(grammar, reading, i, 'determiner', 'preposition', 'conjunction', 'relative')
  )
    i--;
  return i;
}

/** Whether it is told what must or must not be. */
export function binds({ grammar, reading, groupAt }: SentenceContext, verb: number, links: readonly Link[]): boolean {
  const denied = links.find((link) => link.kind === 'not' && isOf(grammar, reading, link.hit.from - 1, 'modal'));
  if (links.some(({ hit }) => foldedAt(reading, hit.from) === 'cannot')) return true;
  if (denied) return /^(?:may|can|ca|must|shall|could|might)$/.test(foldedAt(reading, denied.hit.from - 1));
  if (links.some((link) => link.kind === 'should')) return true;
  const word = foldedAt(reading, verb);
  if (/^(?:barred|prohibited|forbidden|banned|required|obliged|obligated)$/.test(word)) return true;
  if (/^(?:allowed|permitted|authorized)$/.test(word)) return links.some((link) => link.kind === 'not');
  const { left } = groupAt(verb);
  return /^(?:must|shall)$/.test(foldedAt(reading, left));
}

/** Whether a law is the subject of a verb group: nothing stands between but when it was passed, by whom, and under what name. */
export function isSubject(context: SentenceContext, law: Paper, left: number): boolean {
  const { grammar, reading, from } = context;
  if (law.to > left) return false;
  // "officers broke state law", "violates a law that requires": what stands there is another's verb.
  if (!opensPhrase(context, law)) return false;
  let end = left;
  while (end > law.to && isAdverb(grammar, reading, end - 1)) end--;
  let i = law.to;
  if (foldedAt(reading, i) === 'of' && /^(?:19|20)\d\d$/.test(foldedAt(reading, i + 1))) i += 2;
  if (i === end) return true;
  const closed = foldedAt(reading, end - 1) === ',';
  const opened = foldedAt(reading, i) === ',';
  if (opened !== closed && !(closed === false && opened === false)) {
    // "…, which bars jails from"
    return opened && foldedAt(reading, end - 1) === 'which' && end - i === 2;
  }
  if (end - i > 16 || from > i) return false;
  if (!opened && !/^(?:that|which|passed|adopted|approved|enacted|signed|known|in|from|on)$/.test(foldedAt(reading, i)))
    return false;
  if (!opened && /^(?:that|which)$/.test(foldedAt(reading, i)) && end - i === 1) return true;
  for (let k = i; k < end; k++) {
    if (isOf(grammar, reading, k, 'negator', 'modal', 'condition', 'asks') || hasShape(reading, k, shape.quote))
      return false;
    if (!opened && foldedAt(reading, k) === ',') return false;
    if (context.verbAt(k) && !making.test(foldedAt(reading, k)) && !takesEffect(reading, k)) return false;
  }
  return true;
}

/** "A law that took effect July 1" */
function takesEffect(reading: Reading, verb: number): boolean {
  return (
    /^(?:takes?|took|goes|went)$/.test(foldedAt(reading, verb)) && /^(?:effect|into)$/.test(foldedAt(reading, verb + 1))
  );
}

/** Whether a law's noun phrase begins its clause, or takes up a noun before a comma. */
export function opensPhrase({ grammar, reading, from }: SentenceContext, law: Paper): boolean {
  let i = beforeOwner(grammar, reading, law.from - 1, from);
  while (
    i >= from &&
    (isOf(grammar, reading, i, 'determiner') ||
      hasShape(reading, i, shape.quote | shape.clitic) ||
      (hasShape(reading, i, shape.capital) && foldedAt(reading, i + 1) === "'s"))
  )
    i--;
  return i < from || /^(?:,|;|and|but|—|–|while)$/.test(foldedAt(reading, i));
}

/** Whether nothing but a name stands before a law that opens a sentence. */
export function begins(grammar: Grammar, reading: Reading, first: number, law: number): boolean {
  for (let i = first; i < law; i++)
    if (!isOf(grammar, reading, i, 'determiner') && !hasShape(reading, i, shape.capital | shape.clitic)) return false;
  return true;
}
