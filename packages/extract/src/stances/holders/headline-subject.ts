// Whoever opens a headline that tells what is to come. Knows word order alone.
import { hasShape } from '../../reading/reading.ts';
import { shape } from '../../reading/tokens.ts';
import { isOf } from '../clauses/grammar.ts';
import type { SentenceContext } from '../sentence-context.ts';
import { gathered } from './gatherings.ts';
import { noSubject, type Subject } from './subject.ts';

/** "Philadelphia to limit cooperation": only where nothing but the name stands before "to". */
export function headlineSubject(context: SentenceContext, left: number): Subject {
  const found = context.candidates.find((candidate) => candidate.to === left);
  const opens = found && isOpening(context, found.from);
  const head = found && opens ? found : gathered(context, left);
  return head ? { type: 'candidate', candidate: head, relative: false } : noSubject;
}

function isOpening(context: SentenceContext, token: number): boolean {
  let i = token - 1;
  while (
    i >= context.from &&
    (hasShape(context.reading, i, shape.mark) || isOf(context.grammar, context.reading, i, 'determiner'))
  )
    i--;
  return i < context.from;
}
