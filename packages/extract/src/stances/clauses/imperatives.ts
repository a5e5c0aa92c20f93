// A bare verb that opens what is quoted: “Turn them off.” asks for it, “Cap the rent and you …” tells what would follow. Knows word order; no holder.
import { foldedAt, hasShape } from '../../reading/reading.ts';
import { shape } from '../../reading/tokens.ts';
import type { Subject } from '../holders/subject.ts';
import type { SentenceContext } from '../sentence-context.ts';
import { irregularPast, isOf, type VerbGroup } from './grammar.ts';

/** “Turn them off.” “Please do not renew it.”: a bare verb that opens what is quoted asks for it. */
export function isImperative(context: SentenceContext, token: number, group: VerbGroup | null): boolean {
  const { reading } = context;
  const word = foldedAt(reading, token);
  if (!group || group.infinitive || group.future || group.would || group.passive || /(?:ed|ing|[^s]s)$/.test(word))
    return false;
  let before = group.left - 1;
  while (
    /^(?:please|just|so)$/.test(foldedAt(reading, before)) ||
    (foldedAt(reading, before) === ',' && foldedAt(reading, before - 1) === 'please')
  )
    before--;
  return before < context.from || hasShape(reading, before, shape.quote);
}

/** “Cap the rent and you cap the number of homes”: what would follow, not what is asked for. */
export function isBargain({ grammar, reading, to }: SentenceContext, behind: number): boolean {
  for (let i = behind; i < Math.min(to - 1, behind + 6); i++)
    if (/^(?:and|,)$/.test(foldedAt(reading, i)) && isOf(grammar, reading, i + 1, 'pronoun')) return true;
  return false;
}

/** "insisted that the county end it": the bare verb of one body behind a verb of asking tells what is asked for. */
export function isAskedFor(
  { reading }: SentenceContext,
  saying: number | null,
  subject: Subject,
  verb: number,
): boolean {
  if (saying === null || saying > verb || subject.type !== 'candidate' || subject.candidate.to !== verb) return false;
  const one = !/(?:s|police|people)$/.test(foldedAt(reading, verb - 1));
  const word = foldedAt(reading, verb);
  const bare = !/(?:s|ed|ing)$/.test(word) && !irregularPast.has(word);
  return one && bare && /^(?:insist|suggest)/.test(foldedAt(reading, saying));
}
