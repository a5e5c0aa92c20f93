// Whether a sentence goes on to other business: "The council then took up the pool", "… then voted 6-1 to repave Elm Street". Knows words; not what is taken up.
import { foldedAt, hasShape, type Reading } from '../../reading/reading.ts';
import { shape } from '../../reading/tokens.ts';
import { isAdverb, isOf } from '../clauses/grammar.ts';
import { looseNouns } from '../measure/thing-nouns.ts';
import type { SentenceContext } from '../sentence-context.ts';

/** Whether tokens `[from, to)` tell that something else was taken up. */
export function takesUp(reading: Reading, from: number, to: number): boolean {
  for (let i = from; i + 1 < to; i++)
    if (/^(?:took|takes|turned|moved) (?:up|to|on)$/.test(`${foldedAt(reading, i)} ${foldedAt(reading, i + 1)}`))
      return true;
  return alsoDid(reading, from, to);
}

const body =
  /^(?:council|commission|commissioners|board|supervisors|trustees|aldermen|councilors|councilmembers|members|committee|panel|senate|house|lawmakers|legislators|voters|it|they)$/;
/** What a body does with the one thing that is before it. */
const goesOn =
  /^(?:heard|discussed|debated|considered|asked|said|wants?|plans?|has|had|have|will|would|could|may|is|are|was|were|voted|approved|rejected|passed|adopted|failed|got|received|took|added|made|directed|told)$/;

/** "The council also named a bridge", "Commissioners then hired a clerk". */
function alsoDid(reading: Reading, from: number, to: number): boolean {
  for (let i = from; i < Math.min(to - 1, from + 6); i++) {
    if (!/^(?:also|then|separately|later)$/.test(foldedAt(reading, i)) || !body.test(foldedAt(reading, i - 1)))
      continue;
    const verb = foldedAt(reading, i + 1);
    return /ed$/.test(verb) && !goesOn.test(verb);
  }
  return false;
}

/** "The council then voted 6-1 to repave Elm Street, with Lee dissenting": whether a vote on something else is told before token `until`. */
export function decidesElse({ reading, grammar, from }: SentenceContext, until: number): boolean {
  for (let i = from; i < until; i++) {
    if (!/^(?:voted|approved|rejected|passed|adopted|denied|tabled)$/.test(foldedAt(reading, i))) continue;
    if (isOf(grammar, reading, i - 1, 'relative')) continue;
    let next = i + 1;
    while (
      next < until &&
      (hasShape(reading, next, shape.number | shape.mark) ||
        isAdverb(grammar, reading, next) ||
        isDay.test(foldedAt(reading, next)))
    )
      next++;
    const word = foldedAt(reading, next);
    if (word === 'to' && foldedAt(reading, i) === 'voted' && !isOnMeasure(reading, next + 2, until)) return true;
  }
  return false;
}

const isDay = /^(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|night|morning|evening)$/;

/** "voted 5-2 to approve the measure", "to advance it" */
function isOnMeasure(reading: Reading, at: number, until: number): boolean {
  if (at >= until) return true;
  for (let i = at; i < Math.min(until, at + 3); i++) {
    const word = foldedAt(reading, i);
    if (/^(?:it|them)$/.test(word) || (i === at && /^[,;]$/.test(word))) return true;
    if (
      /^(?:the|this|that)$/.test(word) &&
      (looseNouns.has(foldedAt(reading, i + 1)) || looseNouns.has(foldedAt(reading, i + 2)))
    )
      return true;
  }
  return false;
}
