// Who came together for or against something: "Renters packed the chamber to support the cap". Knows verbs of gathering; no issue.
import { foldedAt } from '../../reading/reading.ts';
import { isAdverb, isOf } from '../clauses/grammar.ts';
import { leftOfPhrase, onlyPhrases } from '../clauses/noun-phrases.ts';
import { beforeTime } from '../clauses/times.ts';
import type { SentenceContext } from '../sentence-context.ts';
import type { Candidate } from './candidate.ts';

export const gathers =
  /^(?:filled|packed|crowded|gathered|came|turned|showed|lined|rallied|marched|signed|stood|rose|returned|traveled|appeared|took|waited|flocked|organized|held|met|wrote|spoke|walked|skipped|streamed|massed|descended|sued|linked|pouring|poured|spending|spent|joined|banded|petitioned|raised|collected|campaigned|campaigning|teamed|launched|drove|driven|gone|went|going|worked|working|pushing|fighting|fought|lobbied|lobbying|formed|mobilized|testified|protested|demonstrated|picketed|chained|camped|delivered)$/;

/** "through downtown Raleigh", "in Salem": where they came. */
function isPlaceBehind(context: SentenceContext, { from }: Candidate): boolean {
  return /^(?:through|in|to|at|outside|near|from|across|around|into)$/.test(
    foldedAt(context.reading, leftOfPhrase(context, from)),
  );
}

function others({ reading }: SentenceContext, from: number, to: number): boolean {
  for (let i = from; i < to; i++)
    if (/^(?:efforts?|attempts?|bids?|moves?|calls?|plans?|proposals?|threats?|pushes)$/.test(foldedAt(reading, i)))
      return true;
  return false;
}

/** "Renters packed the chamber to support the cap", "Carpenters marched to City Hall in support of …": whoever came holds what they came for; null when nobody did. */
export function gathered(context: SentenceContext, until: number): Candidate | null {
  const { candidates, grammar, reading, from } = context;
  for (let i = from; i < Math.min(until, from + 16); i++) {
    if (!gathers.test(foldedAt(reading, i))) continue;
    // "fought efforts to repeal it": the efforts are others'.
    if (others(context, i + 1, until)) return null;
    // "drove his mother to a rally to support it": she may.
    const carried = candidates.some((item) => item.from > i && item.from <= i + 3 && item.role !== 'government');
    if (carried && /^(?:drove|driven|took)$/.test(foldedAt(reading, i))) return null;
    // "met with landlords, who came to oppose it", "stood by while tenants rallied to …": they did.
    for (let k = i + 1; k < until; k++)
      if (isOf(grammar, reading, k, 'relative') || /^(?:while|as|when|but|because)$/.test(foldedAt(reading, k)))
        return null;
    // "The council took up an ordinance to …": what the ordinance would do.
    if (candidates.some((item) => item.role === 'document' && item.from > i && item.to <= until)) return null;
    let verb = i;
    while (verb > from && (isOf(grammar, reading, verb - 1, 'auxiliary') || isAdverb(grammar, reading, verb - 1)))
      verb--;
    verb = beforeTime(context, verb);
    const subject = candidates.find((item) => item.to <= verb && item.role !== 'document');
    if (!subject || (subject.to !== verb && !onlyPhrases(context, subject.to, verb))) return null;
    // "came with the mayor to oppose …": another person may be meant.
    const beside = candidates.some(
      (item) =>
        item.from > i && item.to <= until && item.named && item.role !== 'government' && !isPlaceBehind(context, item),
    );
    return beside || leftOfPhrase(context, subject.from) >= from ? null : subject;
  }
  return null;
}
