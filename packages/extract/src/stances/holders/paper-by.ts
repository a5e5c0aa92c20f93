// "An amendment by Lee that would ban it": the relative clause behind a maker tells of the paper. Knows word order; no sign.
import { foldedAt, hasShape } from '../../reading/reading.ts';
import { shape } from '../../reading/tokens.ts';
import type { SentenceContext } from '../sentence-context.ts';
import type { Candidate } from './candidate.ts';

/** The paper that the official at hand made, where "by" and the official stand right behind it ("a bill by state Sen. Lee [that …]"); null elsewhere. */
export function paperBy({ reading, candidates }: SentenceContext, maker: Candidate): Candidate | null {
  if (!maker.named || maker.role !== 'official') return null;
  let at = maker.from - 1;
  while (hasShape(reading, at, shape.capital) || /^(?:council|board|state|city|county)$/.test(foldedAt(reading, at)))
    at--;
  if (!/^(?:by|from)$/.test(foldedAt(reading, at))) return null;
  return candidates.find((item) => item.to === at && item.holderType === 'policy-proposal') ?? null;
}
