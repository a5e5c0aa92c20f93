// Words that look like acts or negators and govern nothing where they stand: "approved in 1987," in an aside, "stop or question". Knows word order; no sign.
import { foldedAt } from '../../reading/reading.ts';
import { isAdverb, isOf } from '../clauses/grammar.ts';
import { beforeTime } from '../clauses/times.ts';
import type { OperatorHit } from '../lexicon.ts';
import type { SentenceContext } from '../sentence-context.ts';

/** "An order from the chief requires", "in force since June": no verb. What it is an order to do stands behind it. */
export function isNounHere({ reading, grammar }: SentenceContext, { from, to }: OperatorHit): boolean {
  if (to !== from + 1 || !/^(?:order|force)$/.test(foldedAt(reading, from))) return false;
  if (/^(?:to|that|for|against)$/.test(foldedAt(reading, to))) return false;
  return (
    isOf(grammar, reading, from - 1, 'determiner', 'preposition') ||
    /^(?:'s|general|executive|standing|court|police|new|federal|state|judge)$/.test(foldedAt(reading, from - 1))
  );
}

/** "may not stop or question people", "stopped, searched and held": whom police stop, not what ends. */
export function isStreetStop({ reading }: SentenceContext, { from, to }: OperatorHit): boolean {
  const beside = /^(?:or|and|,)$/.test(foldedAt(reading, to)) && /^stop/.test(foldedAt(reading, from));
  return (
    beside &&
    /^(?:question|search|frisk|detain|h[eo]ld|ask|arrest|interrogat|cite|ticket)/.test(foldedAt(reading, to + 1))
  );
}

/** "The act, approved in 1987, bars …": a participle between commas that has its time, and no object. */
export function isDatedAside({ reading, grammar, from, to, verbAt }: SentenceContext, hit: OperatorHit): boolean {
  if (hit.from <= from || foldedAt(reading, hit.from - 1) !== ',' || !/ed$/.test(foldedAt(reading, hit.from)))
    return false;
  let end = hit.to;
  while (end < Math.min(to, hit.to + 5) && foldedAt(reading, end) !== ',') end++;
  if (foldedAt(reading, end) !== ',' || end === hit.to) return false;
  let verb = end + 1;
  while (isOf(grammar, reading, verb, 'auxiliary', 'modal') || isAdverb(grammar, reading, verb)) verb++;
  return verbAt(verb) && beforeTime({ reading, from: hit.from }, end) === hit.to;
}

/** "A warrant is needed to search": the predicate judges its own subject, and not what stands behind it. "It is essential to search" does. */
export function tellsOfAnother({ reading, grammar, groupAt }: SentenceContext, { from }: OperatorHit): boolean {
  const isCopula = /^(?:is|are|was|were|be|been|being|'s|'re)$/.test(foldedAt(reading, from));
  if (!isCopula && !isOf(grammar, reading, from, 'modal')) return false;
  return foldedAt(reading, groupAt(from).left - 1) !== 'it';
}

/** "Lee, criticized for opposing it, said …", "Lee, when asked if …": it is done to whoever is named before the comma. */
export function isDoneToNamed({ reading, candidates }: SentenceContext, { from }: OperatorHit): boolean {
  if (
    !isDoneWord.test(foldedAt(reading, from)) ||
    !/^(?:for|if|whether|about|over|as)$/.test(foldedAt(reading, from + 1))
  )
    return false;
  const comma = /^(?:when|while)$/.test(foldedAt(reading, from - 1)) ? from - 2 : from - 1;
  return foldedAt(reading, comma) === ',' && candidates.some((item) => item.to === comma);
}

const isDoneWord =
  /^(?:asked|questioned|pressed|criticized|praised|blamed|faulted|attacked|censured|sued|hailed|lauded|commended|targeted|credited|denounced|condemned|blasted|slammed|applauded|thanked|recalled|ousted)$/;
