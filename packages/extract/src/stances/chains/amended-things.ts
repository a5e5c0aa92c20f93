// Changes of a thing: "backs changes to the rules", "vetoed an amendment to the city's sanctuary ordinance". Which way they go is not told.
// Knows nouns of changing and what may stand between them and the thing.
import { foldedAt, hasShape, isCapital, type Reading } from '../../reading/reading.ts';
import { shape } from '../../reading/tokens.ts';
import type { SentenceContext } from '../sentence-context.ts';

/** Nouns before "to" that change what stands behind it. */
const turners =
  /^(?:changes?|amendments?|revisions?|exceptions?|exemptions?|updates?|threats?|challenges?|alternatives?|tweaks?|adjustments?|additions?|modifications?)$/;

/** Whether the "to" at a token stands between such a noun and a thing that begins at token `thing`; not "an amendment to ban camping". */
export function isAmended({ reading, candidates }: SentenceContext, at: number, thing: number): boolean {
  if (!turners.test(foldedAt(reading, at - 1))) return false;
  return isOwnedBefore(reading, at + 1, thing) || !candidates.some((item) => item.to === at);
}

/** Whether tokens `[from, to)`, right before a thing, tell but whose or which it is: "the city's", "its 2021". */
function isOwnedBefore(reading: Reading, from: number, to: number): boolean {
  if (from >= to) return false;
  for (let i = from; i < to; i++)
    if (
      !isCapital(reading, i) &&
      !hasShape(reading, i, shape.number | shape.clitic) &&
      !owning.test(foldedAt(reading, i))
    )
      return false;
  return true;
}

const owning =
  /^(?:the|its|their|this|that|a|city|county|town|state|village|council|department|police|current|existing|own|year|old|-|new|local|controversial|strict|landmark)$/;
