// Who came together for or against something: "Renters packed the chamber to support the cap". Knows verbs of gathering; no issue.
import { foldedAt } from '../reading/reading.ts';
import type { Candidate } from './candidate.ts';
import { leftOfPhrase, onlyPhrases } from './noun-phrases.ts';
import type { SentenceContext } from './sentence-context.ts';

const gathers =
  /^(?:filled|packed|crowded|gathered|came|turned|showed|lined|rallied|marched|signed|stood|rose|returned|traveled|appeared|took|waited|flocked|organized|held|met|wrote|spoke|walked|skipped|streamed|massed|descended)$/;

/** "through downtown Raleigh", "in Salem": where they came. */
function isPlaceBehind(context: SentenceContext, { from }: Candidate): boolean {
  return /^(?:through|in|to|at|outside|near|from|across|around|into)$/.test(
    foldedAt(context.reading, leftOfPhrase(context, from)),
  );
}

/** "Renters packed the chamber to support the cap", "Carpenters marched to City Hall in support of …": whoever came holds what they came for; null when nobody did. */
export function gathered(context: SentenceContext, until: number): Candidate | null {
  const { candidates, reading, from } = context;
  for (let i = from; i < Math.min(until, from + 16); i++) {
    if (!gathers.test(foldedAt(reading, i))) continue;
    // "The council took up an ordinance to …": what the ordinance would do.
    if (candidates.some((item) => item.role === 'document' && item.from > i && item.to <= until)) return null;
    const subject = candidates.find((item) => item.to <= i && item.role !== 'document');
    if (!subject || (subject.to !== i && !onlyPhrases(context, subject.to, i))) return null;
    // "came with the mayor to oppose …": another person may be meant.
    const others = candidates.some(
      (item) =>
        item.from > i && item.to <= until && item.named && item.role !== 'government' && !isPlaceBehind(context, item),
    );
    return others || leftOfPhrase(context, subject.from) >= from ? null : subject;
  }
  return null;
}
