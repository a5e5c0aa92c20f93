// What stands between two links of a chain and could turn its sense: nouns with prepositions, infinitives. Knows words; not what the chain means.
import { foldedAt, hasShape, isCapital } from '../reading/reading.ts';
import { shape } from '../reading/tokens.ts';
import { isAdverb, isOf } from './grammar.ts';
import type { SentenceContext } from './sentence-context.ts';
import { isWhen } from './times.ts';

/** "$2 million of the budget": an amount turns nothing. */
const amounts =
  /^(?:practice|policy|habit|custom|million|billion|thousand|percent|half|third|quarter|much|most|part|last|rest|remainder|package|pair|slate|series|one|victims|survivors|witnesses)$/;

/** Verbs that turn nothing before what they give: "to pay [lawyers for tenants]". */
const gives = /^(?:pay|give|hand|grant|offer|lend|let|have|get)$/;

/** Nouns before "for" that turn nothing: "a plan for 150 apartments". */
const plansFor = /^(?:plans?|requests?|applications?|permits?|proposals?|bids?|projects?|funding|money)$/;
/** Nouns before "to" that change what stands behind it. */
const turners =
  /^(?:changes?|amendments?|revisions?|exceptions?|exemptions?|updates?|threats?|challenges?|alternatives?|tweaks?|adjustments?|additions?|modifications?)$/;

/** What a clause of "that" may tell of, beside the documents of the packs. */
const papers =
  /^(?:lawsuit|suit|brief|letter|petition|amendment|ruling|case|complaint|order|decision|appeal|motion|provision|clause)$/;

/** "a plan", "the mayor's last request"; "must plan" is none. */
function isNoun({ grammar, reading }: SentenceContext, token: number): boolean {
  return [token - 1, token - 2].some((i) => isOf(grammar, reading, i, 'determiner') || foldedAt(reading, i) === "'s");
}

/** Verbs that turn nothing: "a rule that makes police …". */
const plainVerbs =
  /^(?:makes|lets|gives|sets|creates|establishes|governs|regulates|covers|guides|outlines|says|calls|spells|details|describes)$/;

/** A noun with a preposition, or an infinitive, that is neither candidate nor document: "the dispute over", "to study". */
export function strangerIn(context: SentenceContext, from: number, to: number): string | null {
  const { grammar, reading, candidates } = context;
  for (let i = from; i < to; i++) {
    const word = foldedAt(reading, i);
    // "advanced a bill that would gut the board": a verb that no rule knows may turn it.
    if (word === 'would' || word === 'will') {
      let verb = i + 1;
      while (verb < to && isAdverb(grammar, reading, verb)) verb++;
      if (
        verb < to &&
        !plainVerbs.test(`${foldedAt(reading, verb)}s`) &&
        !context.verbAt(verb) &&
        !isOf(grammar, reading, verb, 'auxiliary', 'pronoun', 'determiner')
      )
        return `${word} ${foldedAt(reading, verb)}`;
    }
    // "a bill that voids local protections"
    if (
      /^(?:that|which)$/.test(word) &&
      (papers.test(foldedAt(reading, i - 1)) || candidates.some((item) => item.role === 'document' && item.to === i))
    ) {
      let verb = i + 1;
      while (verb < to && isAdverb(grammar, reading, verb)) verb++;
      const known =
        verb >= to ||
        context.verbAt(verb) ||
        isOf(grammar, reading, verb, 'auxiliary', 'modal', 'pronoun', 'determiner');
      if (
        !known &&
        /s$/.test(foldedAt(reading, verb)) &&
        !plainVerbs.test(foldedAt(reading, verb)) &&
        !isCapital(reading, verb)
      )
        return `${word} ${foldedAt(reading, verb)}`;
    }
    const joins = word === ',' && isOf(grammar, reading, i + 1, 'conjunction');
    if (!joins && !isOf(grammar, reading, i, 'preposition')) continue;
    const inCandidate = candidates.some((candidate) => candidate.from <= i && i < candidate.to);
    if (inCandidate) continue;
    if (joins) return `, ${foldedAt(reading, i + 1)}`;
    const previousKnown =
      i === from ||
      candidates.some((candidate) => candidate.to === i) ||
      isOf(
        grammar,
        reading,
        i - 1,
        'preposition',
        'determiner',
        'pronoun',
        'conjunction',
        'adverb',
        'auxiliary',
        'relative',
      ) ||
      isCapital(reading, i - 1) ||
      hasShape(reading, i - 1, shape.mark | shape.number | shape.clitic) ||
      amounts.test(foldedAt(reading, i - 1));
    // "rejected a plan for 150 apartments"
    if (word === 'for' && plansFor.test(foldedAt(reading, i - 1)) && isNoun(context, i - 1)) continue;
    if (word === 'to') {
      // "backs changes to surveillance rules"
      if (turners.test(foldedAt(reading, i - 1)) && !candidates.some((item) => item.to === i))
        return `${foldedAt(reading, i - 1)} to`;
      let next = i + 1;
      while (next < to && isAdverb(grammar, reading, next)) next++;
      // "to pay the council"; not "to fight [ICE detainers]", where the name is a part of the thing.
      const verb =
        next === to ||
        context.verbAt(next) ||
        gives.test(foldedAt(reading, next)) ||
        candidates.some((candidate) => candidate.from >= next && candidate.from <= next + 2 && candidate.from < to);
      if (!verb && !isOf(grammar, reading, next, 'determiner', 'auxiliary') && !isCapital(reading, next))
        return `to ${foldedAt(reading, next)}`;
      // "opposed changes to the board": the noun before "to" could turn the sense.
      const noun =
        next < to &&
        isOf(grammar, reading, next, 'determiner') &&
        !previousKnown &&
        /s$/.test(foldedAt(reading, i - 1));
      if (noun) return `${foldedAt(reading, i - 1)} to`;
    } else if (!previousKnown && !isWhen(context, i)) return `${foldedAt(reading, i - 1)} ${word}`;
  }
  return null;
}

/** "accused the mayor of lying about the contract": a deed that no rule knows. */
export function otherDeedIn({ reading, verbAt }: SentenceContext, from: number, to: number): string | null {
  for (let i = from; i < to; i++)
    if (/ing$/.test(foldedAt(reading, i)) && foldedAt(reading, i - 1) === 'of' && !verbAt(i))
      return foldedAt(reading, i);
  return null;
}

/** "wants to fire officers who refuse to help", "asked the sheriff, who helps": what is told of them is not what is wanted. Of documents it is. */
export function whoIn({ grammar, reading, candidates }: SentenceContext, from: number, to: number): string | null {
  for (let i = from; i < to; i++) {
    if (!isOf(grammar, reading, i, 'relative')) continue;
    const end = foldedAt(reading, i - 1) === ',' ? i - 1 : i;
    const who = candidates.find((item) => item.to === end && item.from >= from && item.role !== 'document');
    if (who) return `${foldedAt(reading, end - 1)} ${foldedAt(reading, i)}`;
    // "defeated an incumbent who opposed it"
    if (/^who(?:m|se)?$/.test(foldedAt(reading, i)) && end > from)
      return `${foldedAt(reading, end - 1)} ${foldedAt(reading, i)}`;
  }
  return null;
}

/** "moved to wipe out the rules": the verb right behind the "to" that ends an operator, when no rule knows it; null otherwise. */
export function bareVerbAt(context: SentenceContext, end: number): string | null {
  const { grammar, reading, hits } = context;
  if (!/^(?:to|should|must)$/.test(foldedAt(reading, end - 1))) return null;
  let i = end;
  while (isAdverb(grammar, reading, i)) i++;
  const noun =
    isOf(grammar, reading, i, 'determiner', 'pronoun', 'being') ||
    hasShape(reading, i, shape.capital | shape.number | shape.quote) ||
    /(?:ing|al|er|ic|ous|ive)$|^(?:new|more|strict|tough|limited|broad|full|deep|local|civilian|police|city|county|state)$/.test(
      foldedAt(reading, i),
    );
  const known =
    context.verbAt(i) || plainVerb.test(foldedAt(reading, i)) || hits.frames.some((hit) => hit.from <= i && i < hit.to);
  return noun || known ? null : `${foldedAt(reading, end - 1)} ${foldedAt(reading, i)}`;
}

/** Verbs that turn nothing of what they have for object. */
const plainVerb =
  /^(?:keep|leave|continue|start|begin|go|let|allow|take|make|give|get|bring|put|run|hold|house|operate|provide|offer|open|add|build|create|restart|resume|have|do|work|become|stay|remain|enter|form|join|accept|send|pay|spend|set|see)$/;
