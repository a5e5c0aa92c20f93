// Who does what a participle opens a sentence with: "Calling it a mistake, Mayor Lee urged the council to drop it." Knows word order alone.
import { foldedAt } from '../../reading/reading.ts';
import { irregularPast, isAdverb, isOf } from '../clauses/grammar.ts';
import type { SentenceContext } from '../sentence-context.ts';
import type { Candidate } from './candidate.ts';

/** The holder behind the comma that closes the clause of a participle at token `verb`; null where the sentence does not open so, or nobody plain acts there. */
export function doerBehindOpening(context: SentenceContext, verb: number): Candidate | null {
  const { reading, grammar, candidates, from, to, verbAt } = context;
  if (verb - from > 1 || !/ing$/.test(foldedAt(reading, verb))) return null;
  for (let i = verb + 1; i < to; i++) {
    if (foldedAt(reading, i) !== ',') continue;
    let at = i + 1;
    while (isOf(grammar, reading, at, 'determiner')) at++;
    const first = candidates.find((item) => item.from === at && item.role !== 'document');
    const bearer = first && !first.named ? candidates.find((item) => item.from === first.to && item.named) : undefined;
    const doer = bearer ?? first;
    if (!doer) continue;
    let next = doer.to;
    while (isAdverb(grammar, reading, next)) next++;
    const word = foldedAt(reading, next);
    const acts =
      verbAt(next) ||
      isOf(grammar, reading, next, 'auxiliary', 'modal') ||
      irregularPast.has(word) ||
      /^\p{Ll}+ed$/u.test(word);
    return acts ? doer : null;
  }
  return null;
}
