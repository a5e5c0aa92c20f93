// What stands between two links of a chain and could turn its sense: nouns with prepositions, infinitives. Knows words; not what the chain means.
import { foldedAt, hasShape, isCapital } from '../../reading/reading.ts';
import { shape } from '../../reading/tokens.ts';
import { isAdverb, isOf } from '../clauses/grammar.ts';
import { isWhen } from '../clauses/times.ts';
import { paperBy } from '../holders/paper-by.ts';
import type { SentenceContext } from '../sentence-context.ts';
import { isAmended } from './amended-things.ts';
import { isPeople, keepsAsVerb } from './sign-keepers.ts';
import { isGoingFurther, isStep, type Span } from './steps.ts';

/** "$2 million of the budget": an amount turns nothing. */
const amounts =
  /^(?:practice|policy|habit|custom|million|billion|thousand|percent|half|third|quarter|much|most|part|last|rest|remainder|package|pair|slate|series|set|raft|host|batch|bundle|suite|one|victims|survivors|witnesses)$/;

/** What a clause of "that" may tell of, beside the documents of the packs. */
const papers =
  /^(?:lawsuit|suit|brief|letter|petition|amendment|ruling|case|complaint|order|decision|appeal|motion|provision|clause)$/;

/** What is done against a thing, and no rule has as an act. */
const hinders =
  /^(?:undermin|obstruct|hinder|hamper|imped|sabotag|thwart|frustrat|derail|subvert|dilut|circumvent|sidestep|disrupt|attack|demoniz|flout|defy|evad|skirt|bypass|second-guess)(?:e|es|ed|ing|s)?$/;

/** Verbs of a document that turn nothing of what it tells. */
const documentsVerbs = /^(?:establish|govern|regulate|cover|guide|outline|say|call|spell|detail|describe)$/;

/** Whether a verb behind "would", "that" or "to" turns nothing: "a rule that makes police …". */
function isPlainVerb({ reading }: SentenceContext, verb: number, word: string): boolean {
  return documentsVerbs.test(word) || keepsAsVerb(word, foldedAt(reading, verb + 1));
}

/** Whether "to" and a verb that no act is stand between two tokens. */
function isBehindPlainVerb({ reading, verbAt }: SentenceContext, from: number, to: number): boolean {
  for (let i = from - 1; i + 1 < to; i++) if (foldedAt(reading, i) === 'to' && !verbAt(i + 1)) return true;
  return false;
}

/** A noun with a preposition, or an infinitive, that is neither candidate nor document: "the dispute over", "to study". */
export function strangerIn(context: SentenceContext, span: Span): string | null {
  const { grammar, reading, candidates } = context;
  const { from, to } = span;
  // "give residents a say [on the plan]", "protect people [from the cameras]"
  if (span.kind === 'effect' && /^(?:on|about|over|in|from)$/.test(foldedAt(reading, from)))
    return foldedAt(reading, from);
  for (let i = from; i < to; i++) {
    const word = foldedAt(reading, i);
    // "urged them to stop undermining the cap", "not to obstruct the raids": what is not to be done is against the thing.
    if (hinders.test(word)) return word;
    // "wants nothing done to weaken it"
    if (span.kind === 'demand' && /^(?:nothing|nobody|none)$/.test(word)) return word;
    // "asked about it", "lobbied the council on it"
    const addressed = i === from ? word !== 'on' : candidates.some((item) => item.to === i && item.from <= from + 1);
    if (span.kind === 'demand' && addressed && askedAbout.test(word) && !isWhen(context, i)) return word;
    // "wants to start this talk now as the raids go on"
    if (word === 'as' && isBehindPlainVerb(context, from, i) && isOf(grammar, reading, i + 1, 'determiner'))
      return word;
    // "advanced a bill that would gut the board": a verb that no rule knows may turn it.
    if (word === 'would' || word === 'will') {
      let verb = i + 1;
      while (verb < to && isAdverb(grammar, reading, verb)) verb++;
      if (
        verb < to &&
        !isPlainVerb(context, verb, foldedAt(reading, verb)) &&
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
        !isPlainVerb(context, verb, foldedAt(reading, verb).slice(0, -1)) &&
        !isCapital(reading, verb)
      )
        return `${word} ${foldedAt(reading, verb)}`;
    }
    // "cities with more than 50,000 people"
    if (word === 'than' && hasShape(reading, i + 1, shape.number)) continue;
    const joins = word === ',' && isOf(grammar, reading, i + 1, 'conjunction');
    if (!joins && !isOf(grammar, reading, i, 'preposition')) continue;
    const inCandidate = candidates.some((candidate) => candidate.from <= i && i < candidate.to);
    if (inCandidate) continue;
    if (joins) return `, ${foldedAt(reading, i + 1)}`;
    // "asked critics of the mayor about the plan"
    const other = span.kind === 'limit' && foldedAt(reading, from - 1) === 'of';
    if (other && candidates.some((item) => item.to === i && item.from <= from + 1 && item.role !== 'document'))
      return word;
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
    // "to go further and cap rents"
    if (word === 'to' && isGoingFurther(context, i + 1)) continue;
    if (word === 'to') {
      // "backs changes to surveillance rules"
      if (isAmended(context, i, to)) return `${foldedAt(reading, i - 1)} to`;
      let next = i + 1;
      while (next < to && isAdverb(grammar, reading, next)) next++;
      // "to pay the council"; not "to fight [ICE detainers]", where the name is a part of the thing.
      const verb =
        next === to ||
        context.verbAt(next) ||
        isPlainDeed(context, span, next) ||
        candidates.some(
          ({ from: at, to: end, role }) =>
            role !== 'document' &&
            at >= next &&
            at <= next + 2 &&
            at < to &&
            !(end < span.end && foldedAt(reading, end) === "'s"),
        );
      const moved = moves.test(foldedAt(reading, next)) && !context.verbAt(next) && isMovedAway(context, span.end);
      const elsewhere = moved || isHandedOver(context, next, span.end);
      if (elsewhere || (!verb && !isOf(grammar, reading, next, 'determiner', 'auxiliary') && !isCapital(reading, next)))
        return `to ${foldedAt(reading, next)}`;
      // "opposed changes to the board": the noun before "to" could turn the sense.
      const noun =
        next < to &&
        isOf(grammar, reading, next, 'determiner') &&
        !previousKnown &&
        /s$/.test(foldedAt(reading, i - 1));
      if (noun) return `${foldedAt(reading, i - 1)} to`;
    } else if (!previousKnown && !applies(reading, i) && !isWhen(context, i) && !isStep(context, span, i))
      return `${foldedAt(reading, i - 1)} ${word}`;
  }
  return null;
}

/** "to pay lawyers for tenants", "to make towns file reports", "to submit the plan": a deed that turns nothing, right before its object or whom it moves. */
function isPlainDeed(context: SentenceContext, { to }: Span, verb: number): boolean {
  const { reading, candidates } = context;
  const word = foldedAt(reading, verb);
  if (gives.test(word) || (word === 'leave' && isLeftSo(context, verb, holds))) return true;
  if (!keepsAsVerb(word, foldedAt(reading, verb + 1))) return false;
  if (causes.test(word)) {
    const last = to - 1;
    return isPeople(foldedAt(reading, last)) || candidates.some((item) => item.to > last && item.from <= last);
  }
  for (let i = verb + 1; i < to; i++)
    if (/^(?:it|them|sure|less|fewer|little|no|time|care|note|place|part|way)$/.test(foldedAt(reading, i)))
      return false;
  // "keep housing them", and not "keep raids away".
  if (word === 'keep') return to === verb + 1 && /ing$/.test(foldedAt(reading, to));
  return to - verb <= 5;
}

/** "apply for an agreement" */
function applies(reading: SentenceContext['reading'], preposition: number): boolean {
  return foldedAt(reading, preposition) === 'for' && /^appl(?:y|ied)$/.test(foldedAt(reading, preposition - 1));
}

const askedAbout = /^(?:about|over|on|regarding|concerning)$/;
const gives = /^(?:pay|give|hand|grant|offer|lend|let|have|get)$/;
const causes =
  /^(?:make|help|allow|permit|enable|encourage|push|prod|lead|train|reward|do|work|become|stay|remain|go)$/;

const moves = /^(?:keep|send|put|take|get|bring|leave)$/;

/** "keep the ordinance off the ballot", "send it back": where a thing is kept or sent is told behind it. */
function isMovedAway({ reading, grammar, to }: SentenceContext, end: number): boolean {
  for (let i = end; i < Math.min(to, end + 12); i++) {
    if (away.test(foldedAt(reading, i))) return true;
    if (hasShape(reading, i, shape.mark & ~shape.quote) || isOf(grammar, reading, i, 'auxiliary', 'modal'))
      return false;
  }
  return false;
}

/** "hand the cameras over to the state", "put them to a vote", "up for sale": what becomes of a thing then is open. */
function isHandedOver({ reading }: SentenceContext, verb: number, end: number): boolean {
  const behind = [0, 1, 2, 3].map((n) => foldedAt(reading, end + n)).join(' ');
  const word = foldedAt(reading, verb);
  return (
    (/^(?:hand|turn|sign|give|pass)$/.test(word) && /^(?:\S+ )?over to\b/.test(behind)) ||
    (word === 'put' && /^(?:to (?:an?|the|another) (?:\S+ )?(?:votes?|voters)|up for|out to bid)\b/.test(behind))
  );
}

const away =
  /^(?:from|out|off|away|back|down|aside|waiting|secret|private|hidden|sealed|confidential|check|under|below|ballot|committee|subcommittee|staff|offline|storage|service|dark|idle|unused)$/;

/** "accused the mayor of lying about the contract": a deed that no rule knows. */
export function otherDeedIn({ reading, verbAt }: SentenceContext, from: number, to: number): string | null {
  for (let i = from; i < to; i++)
    if (/ing$/.test(foldedAt(reading, i)) && foldedAt(reading, i - 1) === 'of' && !verbAt(i))
      return foldedAt(reading, i);
  return null;
}

/** "requires sheriffs who run jails [to enter]", "[to have]", "[to take part in]": the clause of "who" has its verb and object, and what is asked stands behind it. */
function isClosedByInfinitive({ reading, grammar }: SentenceContext, who: number, to: number): boolean {
  if (foldedAt(reading, who) !== 'who') return false;
  let aim = to - 1;
  while (aim > who && to - aim <= 4 && foldedAt(reading, aim) !== 'to') aim--;
  if (foldedAt(reading, aim) !== 'to' || aim - who < 3) return false;
  if (aim < to - 1 && !takesPart.test(foldedAt(reading, aim + 1))) return false;
  const last = foldedAt(reading, aim - 1);
  const named = isOf(grammar, reading, aim - 2, 'determiner') && aim - who > 3;
  if (!named && !/[^s]s$|^(?:people|more|residents)$/.test(last)) return false;
  if (/^(?:needs|wants|plans|refuses|has|was|is|right|duty|power|order|effort|attempt|bid|drive)$/.test(last))
    return false;
  for (let i = who + 1; i < aim; i++)
    if (
      /^(?:to|requests?|efforts?|orders?|attempts?|powers?|rights?|plans?|calls?|refus\w*|fail\w*|declin\w*|want\w*)$/.test(
        foldedAt(reading, i),
      )
    )
      return false;
  return true;
}

/** Verbs that leave it to their object what is done. */
const takesPart =
  /^(?:have|take|keep|hold|sign|join|enter|adopt|follow|obey|honor|use|wear|carry|run|maintain|submit)$/;

/** "wants to fire officers who refuse to help", "asked the sheriff, who helps": what is told of them is not what is wanted. Of documents it is. */
export function whoIn(context: SentenceContext, from: number, to: number): string | null {
  const { grammar, reading, candidates } = context;
  for (let i = from; i < to; i++) {
    if (!isOf(grammar, reading, i, 'relative')) continue;
    if (isClosedByInfinitive(context, i, to)) continue;
    const end = foldedAt(reading, i - 1) === ',' ? i - 1 : i;
    const who = candidates.find((item) => item.to === end && item.from >= from && item.role !== 'document');
    // "rejected an amendment by Lee that would ban it"
    if (who && /^(?:that|which)$/.test(foldedAt(reading, i)) && paperBy(context, who) !== null) continue;
    if (who) return `${foldedAt(reading, end - 1)} ${foldedAt(reading, i)}`;
    // "defeated an incumbent who opposed it"
    if (/^who(?:m|se)?$/.test(foldedAt(reading, i)) && end > from)
      return `${foldedAt(reading, end - 1)} ${foldedAt(reading, i)}`;
  }
  return null;
}

/** "voted to leave the ban in place", "leave it alone"; not "plans to leave the program", which ends it. */
function isLeftSo({ reading, to }: SentenceContext, verb: number, how = stays): boolean {
  if (foldedAt(reading, verb) !== 'leave') return false;
  const [first, second] = [foldedAt(reading, verb + 1), foldedAt(reading, verb + 2)];
  const object = /^(?:the|its|their|his|her|our|this|that|a|an)$/.test(first);
  if (how === stays && (!object || second === 'to')) return true;
  for (let i = verb + 2; i < Math.min(to, verb + 16); i++) if (how.test(foldedAt(reading, i))) return true;
  return false;
}

/** So what is left goes on. */
const holds = /^(?:alone|intact|untouched|unchanged|place|books|standing|up|effect|force)$/;
const stays =
  /^(?:alone|intact|untouched|unchanged|place|books|unfilled|vacant|open|empty|standing|up|on|off|as|effect|force|to|out|down|ballot|half|unspent|frozen|unfunded)$/;

/** "moved to wipe out the rules": the verb right behind the "to" that ends an operator, when no rule knows it; null otherwise. */
export function bareVerbAt(context: SentenceContext, end: number): string | null {
  const { grammar, reading, hits } = context;
  if (!/^(?:to|should|must)$/.test(foldedAt(reading, end - 1))) return null;
  let i = end;
  while (isAdverb(grammar, reading, i)) i++;
  // "refused to give up the board": no giving.
  const givesUp = foldedAt(reading, i) === 'give' && foldedAt(reading, i + 1) === 'up';
  if (givesUp && !hits.operators.some((hit) => hit.from === i)) return `${foldedAt(reading, end - 1)} give up`;
  const noun =
    isOf(grammar, reading, i, 'determiner', 'pronoun', 'being') ||
    hasShape(reading, i, shape.capital | shape.number | shape.quote) ||
    /(?:ing|al|er|ic|ous|ive)$|^(?:new|more|strict|tough|limited|broad|full|deep|local|civilian|police|city|county|state)$/.test(
      foldedAt(reading, i),
    );
  const known =
    context.verbAt(i) ||
    isGoingFurther(context, i) ||
    keepsAsVerb(foldedAt(reading, i), foldedAt(reading, i + 1)) ||
    hits.frames.some((hit) => hit.from <= i && i < hit.to);
  return noun || known ? null : `${foldedAt(reading, end - 1)} ${foldedAt(reading, i)}`;
}
