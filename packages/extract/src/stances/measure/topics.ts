// Which issue a paragraph has come to: "On evictions, Lee said …. That goes too far, Park said." Knows where phrases stand; not what they tell.
import { paragraphRange, type Reading, sentenceRange } from '../../reading/reading.ts';
import type { SentenceContext } from '../sentence-context.ts';
import type { Agenda } from './agenda.ts';

/** Whether the last sentence of its paragraph, before sentence s, that has any issue's phrase has none of the measure's. */
export function createTopics(
  reading: Reading,
  contexts: readonly SentenceContext[],
): (s: number, agenda: Agenda) => boolean {
  const issues = new Map<number, ReadonlySet<string>>();
  for (const { from, hits } of contexts) {
    const own = hits.frames.filter(({ rule }) => !rule.source.argues).map(({ rule }) => rule.source.issue);
    if (own.length > 0) issues.set(reading.sentenceOf[from] ?? 0, new Set(own));
  }
  return (s, { rule, twin }) => {
    const [from] = paragraphRange(reading, reading.paragraphOf[sentenceRange(reading, s)[0]] ?? 0);
    for (let k = s - 1; k >= (reading.sentenceOf[from] ?? 0); k--) {
      const own = issues.get(k);
      if (own) return !own.has(rule.source.issue) && !(twin && own.has(twin.source.issue));
    }
    return false;
  };
}
