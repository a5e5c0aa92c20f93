// The subject that stands behind its verb: "…, said Rosa Lund", "backed by the homeowners". Knows word order; abstains where it is not plain.
import { foldedAt, hasShape } from '../../reading/reading.ts';
import { shape } from '../../reading/tokens.ts';
import { isOf } from '../clauses/grammar.ts';
import type { SentenceContext } from '../sentence-context.ts';
import { textOf } from './holder-names.ts';
import { noSubject, type Subject } from './subject.ts';

/** The subject that stands behind an inverted verb of saying: "…," said Rosa Lund of Tenants Together. */
export function subjectBehind(context: SentenceContext, after: number): Subject {
  const found = context.candidates.find((candidate) => candidate.from >= after && candidate.from <= after + 4);
  // "backed by the state's homeowners": it is they who do.
  if (!found || (!found.named && foldedAt(context.reading, found.to) === "'s")) return noSubject;
  // "sponsored by Councilors Ann Lee and Jo Poe": a title, and two of them.
  const next = context.candidates.find((item) => item.from === found.to && item.named);
  if (!found.named && next) return noSubject;
  for (let i = after; i < found.from; i++) {
    if (!isOf(context.grammar, context.reading, i, 'determiner') && !hasShape(context.reading, i, shape.capital)) {
      if (
        !/^\p{L}+$/u.test(textOf(context.reading, i, i + 1)) ||
        isOf(context.grammar, context.reading, i, 'preposition', 'auxiliary')
      )
        return noSubject;
    }
  }
  return { type: 'candidate', candidate: found, relative: false };
}
