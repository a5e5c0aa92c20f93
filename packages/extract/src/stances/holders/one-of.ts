// Who is said to be among those whose deed is told: "Lee was the only member to oppose it", "Lee is one of three who did". Knows word order.
import { foldedAt, hasShape } from '../../reading/reading.ts';
import { shape } from '../../reading/tokens.ts';
import { isAdverb, isOf } from '../clauses/grammar.ts';
import type { SentenceContext } from '../sentence-context.ts';
import { beforeState } from './appositions.ts';
import type { Candidate } from './candidate.ts';

const among = /^(?:only|lone|sole|first|second|third|fourth|fifth|latest|largest|last|one|among|several|handful)$/;
const wordsMax = 10;

/** The named holder, or the token of the pronoun, that is counted among those who end before token `until` ("to oppose", "who opposed"); null when nobody is. */
export function oneOfThose(context: SentenceContext, until: number): Candidate | number | null {
  const { reading, grammar, candidates, from } = context;
  let counted = false;
  for (let i = until - 1; i > Math.max(from, until - wordsMax); i--) {
    if (among.test(foldedAt(reading, i))) counted = true;
    // "Ruiz, one of three members who voted against it, said …"
    if (foldedAt(reading, i) === ',')
      return counted
        ? (candidates.find((item) => item.to === i && item.named && item.role !== 'document') ?? null)
        : null;
    // "one of many chiefs who …" tells of the many.
    if (foldedAt(reading, i) === 'many') return null;
    if (isOf(grammar, reading, i, 'being') || /^(?:became|become|becomes)$/.test(foldedAt(reading, i)))
      return counted ? subjectOfBeing(context, i) : null;
    const inside =
      isOf(grammar, reading, i, 'determiner', 'adverb') || /^(?:of|in|on|among)$/.test(foldedAt(reading, i));
    if (inside) continue;
    const stops =
      context.verbAt(i) ||
      isOf(grammar, reading, i, 'auxiliary', 'modal', 'relative', 'conjunction', 'preposition', 'pronoun', 'negator') ||
      (hasShape(reading, i, shape.mark) && !hasShape(reading, i, shape.quote) && foldedAt(reading, i) !== '-');
    if (stops) return null;
  }
  return null;
}

function subjectOfBeing(context: SentenceContext, being: number): Candidate | number | null {
  const { reading, grammar, candidates, from } = context;
  let end = being;
  while (end > from && (isOf(grammar, reading, end - 1, 'auxiliary') || isAdverb(grammar, reading, end - 1))) {
    if (isOf(grammar, reading, end - 1, 'negator')) return null;
    end--;
  }
  if (isOf(grammar, reading, being + 1, 'negator')) return null;
  if (/^(?:he|she)$/.test(foldedAt(reading, end - 1))) return end - 1;
  // "Staunton, Virginia, became …"
  if (foldedAt(reading, end - 1) === ',') end = beforeState(context, end - 1);
  return candidates.find((item) => item.to === end && item.named && item.role !== 'document') ?? null;
}
