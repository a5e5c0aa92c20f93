// Where a sentence calls back to a thing of its story: "this petition", "the ordinance", "it". Knows nouns; what they mean is instruments.ts.
import { foldedAt, hasShape, isCapital, type Reading, sentenceRange } from '../../reading/reading.ts';
import { shape } from '../../reading/tokens.ts';
import { proposesUndoing } from '../chains/proposes-undoing.ts';
import { type Grammar, isOf } from '../clauses/grammar.ts';
import type { FrameHit } from '../lexicon.ts';
import { isAdjunct } from './adjuncts.ts';
import { isTheirs } from './deciders.ts';
import type { Instrument } from './instruments.ts';
import { bringsOwn, isSpokenOf, isTaken, rivalBefore } from './it-called.ts';
import { isBehindOther, isOtherPaper } from './other-papers.ts';
import { isObjectOne, nounOfOne } from './pronoun-one.ts';
import { movesProcedure, votesDown } from './rival-papers.ts';
import { suitNouns } from './suits-brought.ts';
import { deciderNouns, documentNouns, limitNouns, outcomeNouns, signedNouns } from './thing-nouns.ts';

/** A story that went on for longer than this many sentences may mean another petition. */
const sentencesMax = 25;

/** Where sentence s calls back to one of the things: "this petition", "the ordinance", "Diaz's bill"; at most two. */
export function findCallBacks(
  grammar: Grammar,
  reading: Reading,
  s: number,
  instruments: readonly Instrument[],
): readonly FrameHit[] {
  const [from, to] = sentenceRange(reading, s);
  const hits: FrameHit[] = [];
  if (to - from > 120) return hits;
  for (let i = isCounted(reading, from, to) ? from : from + 1; i < to; i++) {
    const word = foldedAt(reading, i);
    const one = word === 'one' && isObjectOne(grammar, reading, i, to) ? nounOfOne(grammar, reading, s, i) : null;
    if (one === null && !isOf(grammar, reading, i, 'thing')) continue;
    const noun = one?.noun ?? word;
    if (noun === 'it' && i > from && !isTaken(reading, i)) continue;
    const found = instruments.find((item) => item.noun === noun && item.from <= from && from < item.until);
    if (!found || s - (reading.sentenceOf[found.from - 1] ?? 0) > sentencesMax) continue;
    if (one !== null) {
      if (one.toldBy === null || one.toldBy === found.from) hits.push({ rule: found.rule, from: i, to: i + 1 });
      continue;
    }
    if (compounds.test(foldedAt(reading, i + 1))) continue;
    // "The petition for a park" is another one; "the petition on Monday" is not.
    const behind = noun !== 'it' && /^(?:'s|of|on|with|for|in|from)$/.test(foldedAt(reading, i + 1));
    const other = behind && !isAdjunct(reading, i + 1);
    // "Marx's motion to cut …": what it is to do is told here.
    const owned = foldedAt(reading, i - 1) === "'s";
    // "conflicts with the contract that the city signed": brought in here.
    const open = found.loose || owned || noun === 'motion' || (!found.named && signedNouns.has(noun));
    if (open && /^(?:to|that|which|under)$/.test(foldedAt(reading, i + 1))) continue;
    if (other && !outcomeNouns.has(noun)) continue;
    if (isReferred(reading, i) || (found.told && isOtherPaper(reading, i, found.told, found.named))) continue;
    // "defended the decision to drop it": another one than the story tells of.
    if (outcomeNouns.has(noun) && foldedAt(reading, i + 1) === 'to') continue;
    if (noun === 'it') {
      const rival = rivalBefore(reading, s, i, found, instruments);
      if (
        !rival &&
        !(found.told && isBehindOther(reading, i, found.told)) &&
        !bringsOwn(reading, s, found) &&
        isSpokenOf(reading, s, found, instruments) &&
        !proposesUndoing(reading, s, i)
      )
        hits.push({ rule: found.rule, from: i, to: i + 1 });
      continue;
    }
    const before = foldedAt(reading, i - 1);
    // "police should help enforce the law": the law in general.
    if (/^(?:law|rules|rule)$/.test(noun) && before === 'the' && obeys.test(foldedAt(reading, i - 2))) continue;
    // Who is sued "defends the lawsuit" by fighting it.
    if (suitNouns.includes(noun) && (/^defend/.test(foldedAt(reading, i - 2)) || isOpen(reading, from, i))) continue;
    if (deciderNouns.has(noun)) {
      const judged =
        before === 'the' &&
        judges.test(foldedAt(reading, i - 2)) &&
        /^(?:[.,;]|and|for)$/.test(foldedAt(reading, i + 1));
      if (judged) hits.push({ rule: found.rule, from: i - 1, to: i + 1 });
      continue;
    }
    // "said his office opposes it": whoever speaks has one.
    if (/^(?:office|department|agency)$/.test(noun) && /^(?:his|her|my|our|their)$/.test(before)) continue;
    // "opposes Lee's bill", where no bill was told of: a paper of Lee's own.
    if (
      !found.named &&
      documentNouns.has(noun) &&
      before === "'s" &&
      isCapital(reading, i - 2) &&
      !isNamedBefore(reading, noun, i)
    )
      continue;
    if (before === "'s" && found.deciders && !isTheirs(reading, i - 2, found.deciders)) continue;
    // "defended her vote against it": a vote of her own, not what was decided.
    if (/^votes?$/.test(noun) && /^(?:his|her|my|their)$/.test(before)) continue;
    // “I stand by that vote”: the speaker's own.
    if (/^(?:vote|decision)$/.test(noun) && before === 'that' && foldedAt(reading, i - 2) === 'by') continue;
    // "moved to adjourn. The motion passed", "tried to raise it; the amendment failed": another paper than the measure.
    if (/^(?:motion|amendment)$/.test(noun) && !found.named && isOwnMove(reading, s, i)) continue;
    // "asked for the vote", "forced the vote": that it be held.
    if (/^votes?$/.test(noun) && before === 'the' && isOfHolding(reading, i - 2)) continue;
    // "opposes a ban", "called for a pause": what the story tells of is the only one it can mean.
    const any =
      /^(?:a|an|any|another)$/.test(before) &&
      (found.open || (openNouns.has(noun) && before !== 'another') || isAnySuch(grammar, reading, s, i)) &&
      !/^(?:that|to|against|by)$/.test(foldedAt(reading, i + 1));
    if (any && !hasShape(reading, i, shape.capital)) {
      hits.push({ rule: found.rule, from: i - 1, to: i + 1 });
      continue;
    }
    // "voted for repeal"
    if (noun === 'repeal' && takesRepeal.test(before)) {
      hits.push({ rule: found.rule, from: i, to: i + 1 });
      continue;
    }
    // "opposes such a board", "would sign such an agreement"
    const such = suchBefore(reading, i, from);
    if (such !== null) {
      hits.push({ rule: found.rule, from: such, to: i + 1 });
      continue;
    }
    const own = before === "'s" || /^(?:the|this|that|these|those|his|her|its|their)$/.test(before);
    const proposed =
      /^(?:proposed|new|final|full|draft|current|existing|revised|entire|whole|latest|local|same)$/.test(before) &&
      /^(?:the|this|that)$/.test(foldedAt(reading, i - 2));
    // "the 30-day limit" is one part of a measure.
    const measured = own || limitNouns.includes(noun) ? null : measuredFrom(reading, i);
    if (measured !== null) hits.push({ rule: found.rule, from: measured, to: i + 1 });
    else if (own && !hasShape(reading, i, shape.capital))
      hits.push({ rule: found.rule, from: before === "'s" ? i : i - 1, to: i + 1 });
    else if (proposed) hits.push({ rule: found.rule, from: i - 2, to: i + 1 });
    else if (documentNouns.has(noun) && !hasShape(reading, i, shape.capital)) {
      const begin = describedFrom(grammar, reading, i, from);
      if (begin !== null) hits.push({ rule: found.rule, from: begin, to: i + 1 });
    }
  }
  return hits.slice(0, 2);
}

/** So far back a paper's noun may stand. */
const tokensBack = 2000;

function isNamedBefore(reading: Reading, noun: string, at: number): boolean {
  for (let i = at - 1; i >= Math.max(0, at - tokensBack); i--) if (foldedAt(reading, i) === noun) return true;
  return false;
}

const takesRepeal =
  /^(?:for|against|of|favors?|favored|supports?|supported|backs?|backed|opposes?|opposed|urged|sought|wants?)$/;

/** "It passed 5-2.", "It was rejected on a 3-4 vote.": a sentence that tells how the votes on “it” came out. */
function isCounted(reading: Reading, from: number, to: number): boolean {
  if (foldedAt(reading, from) !== 'it') return false;
  const verb = foldedAt(reading, from + 1) === 'was' ? from + 2 : from + 1;
  if (!comesOut.test(foldedAt(reading, verb))) return false;
  for (let i = verb; i < Math.min(to, verb + 8); i++)
    if (/^(?:unanimously|vote)$/.test(foldedAt(reading, i)) || hasShape(reading, i, shape.number)) return true;
  return false;
}

const comesOut = /^(?:passed|failed|cleared|died|approved|rejected|adopted|defeated)$/;

function isOwnMove(reading: Reading, s: number, noun: number): boolean {
  const [before] = sentenceRange(reading, Math.max(0, s - 1));
  if (foldedAt(reading, noun) === 'motion')
    return movesProcedure(reading, before, noun) || votesDown(reading, before, noun);
  const [from] = sentenceRange(reading, s);
  for (let i = from; i < noun; i++) if (/^(?:tried|sought|attempted)$/.test(foldedAt(reading, i))) return true;
  return false;
}

function isOfHolding(reading: Reading, at: number): boolean {
  const word = foldedAt(reading, at);
  if (word === 'for') return /^(?:ask|call|push|press)(?:s|es|ed|ing)?$/.test(foldedAt(reading, at - 1));
  return /^(?:forced|sought|requested|demanded|scheduled|delayed|missed|skipped|attended|watched|requests?)$/.test(
    word,
  );
}

/** "asked them to put the question to a referendum", "send the ordinance to voters": friends and foes may ask for that. */
function isReferred(reading: Reading, noun: number): boolean {
  if (foldedAt(reading, noun + 1) !== 'to' || !refers.test(foldedAt(reading, noun - 2))) return false;
  const i = /^(?:a|the)$/.test(foldedAt(reading, noun + 2)) ? noun + 3 : noun + 2;
  return [i, i + 1].some((at) =>
    /^(?:referendum|vote|voters|ballot|people|public|committee)$/.test(foldedAt(reading, at)),
  );
}

const refers =
  /^(?:put|puts|putting|send|sends|sent|sending|submit|submits|submitted|take|takes|refer|refers|referred)$/;

/** "the network setting", "the camera company", "the contract talks": what stands before these is not the thing. */
const compounds =
  /^(?:settings?|company|companies|vendors?|makers?|committee|members?|director|chair|crews?|talks|debate|fight|drive|campaign|language)$/;

/** "asked whether insurance would cover the lawsuit" */
function isOpen(reading: Reading, from: number, to: number): boolean {
  for (let i = from; i < to; i++) if (/^(?:whether|if|how)$/.test(foldedAt(reading, i))) return true;
  return false;
}

/** "the $64,000 purchase", "the two-year contract": where the noun phrase begins; null elsewhere. */
function measuredFrom(reading: Reading, noun: number): number | null {
  let i = noun - 1;
  while (i > noun - 7 && measures.test(foldedAt(reading, i))) i--;
  return i < noun - 1 && /^(?:the|this|that)$/.test(foldedAt(reading, i)) ? i : null;
}

const measures =
  /^(?:[$-]|[\d.,]+|million|thousand|one|two|three|four|five|six|seven|eight|nine|ten|year|month|day|page|point)$/;

/** "such a board", "such agreements": where the noun phrase begins; null elsewhere. */
function suchBefore(reading: Reading, noun: number, from: number): number | null {
  for (let i = noun - 1; i >= Math.max(from, noun - 2); i--) {
    if (foldedAt(reading, i) === 'such') return foldedAt(reading, noun + 1) === 'as' ? null : i;
    if (!/^(?:a|an)$/.test(foldedAt(reading, i))) return null;
  }
  return null;
}

/** "the rent stabilization ordinance": where the noun phrase of a document begins, when nothing in it makes it another one; null otherwise. */
function describedFrom(grammar: Grammar, reading: Reading, noun: number, from: number): number | null {
  for (let i = noun - 1; i >= Math.max(from, noun - 4); i--) {
    const word = foldedAt(reading, i);
    if (/^(?:the|this|that)$/.test(word)) return i < noun - 1 ? i : null;
    if (!/^[\p{Ll}\d-]+$/u.test(word) || anotherOne.test(word) || hasShape(reading, i, shape.capital)) return null;
    if (
      isOf(grammar, reading, i, 'determiner', 'preposition', 'conjunction', 'auxiliary', 'modal', 'relative', 'pronoun')
    )
      return null;
  }
  return null;
}

const obeys =
  /^(?:enforce|enforces|enforced|enforcing|break|breaks|broke|breaking|obey|obeys|follow|follows|followed|following|uphold|violate|violates|violated|violating|above|within|know|respect)$/;

/** Words that make a document another one than the story's. */
const anotherOne =
  /^(?:state|federal|county|other|another|second|third|similar|separate|different|earlier|previous|prior|last|past|next|old|older|original|first|rival|competing|companion|alternative|budget|tax|union|labor|house|senate|such|same|only|statewide|national|existing|current|failed|defeated|whole|broader|larger|related|own)$/;

/** Behind these words stands a decider for what was decided: "applauded the governor". */
const judges = /^(?:applauded|praised|commended|lauded|criticized|condemned|blasted|slammed|denounced|backs|backed)$/;

/** "wants a review board. Park said a board would slow things down.": any of the kind that was told of right before. */
function isAnySuch(grammar: Grammar, reading: Reading, s: number, noun: number): boolean {
  if (!/^(?:a|an)$/.test(foldedAt(reading, noun - 1)) || !isOf(grammar, reading, noun + 1, 'auxiliary', 'modal'))
    return false;
  const [from] = sentenceRange(reading, Math.max(0, s - 2));
  for (let i = from; i < noun - 1; i++) if (foldedAt(reading, i) === foldedAt(reading, noun)) return true;
  return false;
}

/** Things that a story speaks of as "a ban" and means the one that it told of. */
const openNouns = new Set('ban moratorium cap freeze limit pause'.split(' '));
