// Words that look like acts or negators and govern nothing where they stand: "approved in 1987," in an aside, "stop or question". Knows word order; no sign.
import { foldedAt } from '../../reading/reading.ts';
import { isAdverb, isOf } from '../clauses/grammar.ts';
import { beforeTime } from '../clauses/times.ts';
import type { OperatorHit } from '../lexicon.ts';
import type { SentenceContext } from '../sentence-context.ts';

/** "An order from the chief requires", "in force since June": no verb. What it is an order to do stands behind it. */
export function isNounHere({ reading, grammar }: SentenceContext, { from, to }: OperatorHit): boolean {
  if (to !== from + 1) return false;
  // "said in a court filing that"
  if (
    foldedAt(reading, from) === 'filing' &&
    (isOf(grammar, reading, from - 1, 'determiner') || filings.test(foldedAt(reading, from - 1)))
  )
    return true;
  // "Holding signs that read “Keep our homes,” …"
  if (foldedAt(reading, from) === 'signs' && holds.test(foldedAt(reading, from - 1))) return true;
  // "The state bar supported it": the lawyers.
  if (
    foldedAt(reading, from) === 'bar' &&
    /^(?:state|county|city|local|defense|national|'s)$/.test(foldedAt(reading, from - 1))
  )
    return true;
  if (!/^(?:order|force)$/.test(foldedAt(reading, from))) return false;
  // "asks for a court order that would stop it": the court has ordered nothing.
  const owner = foldedAt(reading, from - 1) === "'s" ? from - 2 : from - 1;
  if (/^(?:court|judge|judges)$/.test(foldedAt(reading, owner))) return true;
  // "an order that would …": the thing that somebody asks for.
  const told = foldedAt(reading, to) === 'that' && isOf(grammar, reading, to + 1, 'modal');
  if (!told && /^(?:to|that|for|against)$/.test(foldedAt(reading, to))) return false;
  return (
    isOf(grammar, reading, from - 1, 'determiner', 'preposition') ||
    /^(?:'s|general|executive|standing|court|police|new|federal|state|judge)$/.test(foldedAt(reading, from - 1))
  );
}

const holds =
  /^(?:h[eo]ld(?:ing)?|carr(?:y|ied|ying)|wav(?:e|ed|ing)|rais(?:ed|ing)|with|handmade|homemade|painted|yard|of|and)$/;

const filings = /^(?:court|legal|written|bankruptcy|federal|state|eviction|regulatory|public)$/;

/** "may not stop or question people", "stopped, searched and held": whom police stop, not what ends. */
export function isStreetStop({ reading }: SentenceContext, { from, to }: OperatorHit): boolean {
  const beside = /^(?:or|and|,)$/.test(foldedAt(reading, to)) && /^stop/.test(foldedAt(reading, from));
  return (
    beside &&
    /^(?:question|search|frisk|detain|h[eo]ld|ask|arrest|interrogat|cite|ticket)/.test(foldedAt(reading, to + 1))
  );
}

/** "The act, approved in 1987, bars …", "The act, first passed in 2013 and expanded in 2019, bars …": participles between commas that have their time, and no object. */
export function isDatedAside({ reading, grammar, from, to, verbAt }: SentenceContext, hit: OperatorHit): boolean {
  if (hit.from <= from || !/ed$/.test(foldedAt(reading, hit.from))) return false;
  let end = hit.to;
  while (end < Math.min(to, hit.to + 10) && foldedAt(reading, end) !== ',') end++;
  if (foldedAt(reading, end) !== ',' || end === hit.to) return false;
  let verb = end + 1;
  while (isOf(grammar, reading, verb, 'auxiliary', 'modal') || isAdverb(grammar, reading, verb)) verb++;
  if (!verbAt(verb)) return false;
  // From the right: each participle with its time, up to the comma that opens the aside.
  for (let last = end; last > from; ) {
    const time = beforeTime({ reading, from }, last);
    let first = time - 1;
    if (time === last || !/ed$/.test(foldedAt(reading, first))) return false;
    while (isAdverb(grammar, reading, first - 1) || foldedAt(reading, first - 1) === 'first') first--;
    if (foldedAt(reading, first - 1) === ',') return first <= hit.from;
    if (foldedAt(reading, first - 1) !== 'and') return false;
    last = first - 1;
  }
  return false;
}

/** "The union, and not Ann Poe, opposes it": who does not do it is set aside. */
export function isSetAside({ reading, grammar, to, verbAt }: SentenceContext, hit: OperatorHit): boolean {
  const before = /^(?:and|but)$/.test(foldedAt(reading, hit.from - 1)) ? hit.from - 2 : hit.from - 1;
  if (foldedAt(reading, hit.from) !== 'not' || foldedAt(reading, before) !== ',') return false;
  for (let i = hit.to; i < Math.min(to, hit.to + 8); i++) {
    if (foldedAt(reading, i) === ',') return true;
    if (verbAt(i) || isOf(grammar, reading, i, 'auxiliary', 'modal', 'preposition')) return false;
  }
  return false;
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
