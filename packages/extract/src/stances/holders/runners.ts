// Whether a story is about those who run for an office: there "Lee would repeal the cap" is what Lee promises. Knows words of its outset.
import { foldedAt, paragraphRange, type Reading } from '../../reading/reading.ts';
import { hasCondition } from '../ruling.ts';
import type { SentenceContext } from '../sentence-context.ts';
import type { Candidate } from './candidate.ts';

/** So many paragraphs may pass until a story says that it is about those who run. */
export const outset = 2;

export const runners = /^(?:candidates|hopefuls|contenders|challengers|rivals|nominees)$/;

/** Whether what somebody "would" do is promised: a person by name, in a story about those who run, without a condition or a paper that would have it done. */
export function isRunnersPromise(context: SentenceContext, holder: Candidate): boolean {
  if (!holder.named || holder.role === 'government' || holder.role === 'document' || hasCondition(context))
    return false;
  const { reading, from, to } = context;
  for (let i = from; i < to; i++) if (/^(?:under|whether|otherwise|\?)$/.test(foldedAt(reading, i))) return false;
  return tellsOfRunners(reading);
}

function tellsOfRunners(reading: Reading): boolean {
  for (let p = 0; p < Math.min(outset, reading.paragraphStarts.length - 1); p++) {
    const [from, to] = paragraphRange(reading, p);
    for (let i = from; i < to; i++) {
      if (runners.test(foldedAt(reading, i))) return true;
      // "the three Republicans running for sheriff"
      if (foldedAt(reading, i) === 'running' && foldedAt(reading, i + 1) === 'for') return true;
    }
  }
  return false;
}
