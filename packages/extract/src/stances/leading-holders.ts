// Who opens a sentence whose verb no rule can tie to a subject: "Union carpenters marched downtown in support of the tower".
// Knows word order; any other holder, negator or told verb between the two ends in nobody.
import { foldedAt, hasShape } from '../reading/reading.ts';
import { shape } from '../reading/tokens.ts';
import type { Candidate } from './candidate.ts';
import { isBareSide } from './doubts.ts';
import { isAdverb, isOf } from './grammar.ts';
import { isOthersPaper } from './makers.ts';
import { leftOfPhrase } from './noun-phrases.ts';
import type { SentenceContext } from './sentence-context.ts';

/** So many words may stand between a holder and what it holds. */
const wordsMax = 18;

/** The holder that opens the sentence of the verb at token `verb`, when nobody else in it could be meant; null otherwise. */
export function leadingHolder(context: SentenceContext, verb: number): Candidate | null {
  const { candidates, grammar, reading, hits } = context;
  const before = candidates.filter((item) => item.to <= verb && item.role !== 'document');
  const [first, ...others] = before;
  if (isBareSide(context, verb)) return null;
  // "Ruiz's husband opposes it"
  if ((first && foldedAt(reading, first.to) === "'s") || isOthersPaper(context, verb)) return null;
  if (!first || verb - first.to > wordsMax || !opens(context, first)) return null;
  if (others.some((item) => !describes(context, first, item))) return null;
  for (let i = first.to; i < verb; i++) {
    if (isOf(grammar, reading, i, 'negator', 'pronoun', 'condition', 'asks') || hasShape(reading, i, shape.quote))
      return null;
    if (/^(?:that|but|while|when|as|because|whose|:|;)$/.test(foldedAt(reading, i))) return null;
  }
  const told = hits.operators.some(
    ({ rule, from, to }) =>
      rule.type === 'act' &&
      /^(?:say|accuse|decide|question|open)$/.test(rule.source.kind) &&
      from >= first.to &&
      to <= verb,
  );
  return told ? null : first;
}

/** "More than 80 tenants …": nothing but determiners, numbers and adverbs before it. */
function opens({ reading, grammar, from }: SentenceContext, item: Candidate): boolean {
  for (let i = item.from - 1; i >= from; i--) {
    const word = foldedAt(reading, i);
    const light =
      (isAdverb(grammar, reading, i) && word !== 'family') ||
      isOf(grammar, reading, i, 'determiner') ||
      hasShape(reading, i, shape.number) ||
      /^(?:more|than|about|nearly|some|over|local)$/.test(word);
    if (!light) return false;
  }
  return true;
}

/** "Lee of the Housing Coalition", "Lee, a tenant, …": what somebody is or is from is no second holder. */
function describes(context: SentenceContext, first: Candidate, item: Candidate): boolean {
  const { reading } = context;
  if (foldedAt(reading, first.to) === ',' && item.from <= first.to + 2) return true;
  return /^(?:of|from|at|in|on|to)$/.test(foldedAt(reading, leftOfPhrase(context, item.from)));
}
