// Whose words a sentence gives where its speaker only passes them on: a letter read aloud, what “some will tell you”; and what somebody did before another turn.
// Knows words and where they stand; neither issue nor side.
import type { Stance } from '@civicwire/shared';
import { foldedAt, hasShape, type Reading, sentenceRange } from '../../reading/reading.ts';
import { shape } from '../../reading/tokens.ts';
import { quoteAt } from '../clauses/quotations.ts';
import { type Analysis, withStances } from '../judge.ts';

/** The analyses without the stances of those who only pass on what others say, or who turned round in the same sentence. */
export function withoutOthersWords(analyses: readonly Analysis[]): readonly Analysis[] {
  return analyses.map((analysis) => {
    const { judgement } = analysis;
    if (!('stances' in judgement)) return analysis;
    const stances = judgement.stances.filter(
      (stance) => !isPassedOn(analysis, stance) && !isForetold(analysis, stance) && !isTurnedRound(analysis),
    );
    return withStances(analysis, stances, 'it is what others say, or was before another turn');
  });
}

function isPassedOn(analysis: Analysis, { act, holder }: Stance): boolean {
  if (act === 'vote' || act === 'veto') return false;
  const { context, frame } = analysis;
  const quote = quoteAt(context.document, frame.from);
  return (
    isReadAloud(analysis, holder, quote !== null) ||
    isLetStand(analysis) ||
    (quote !== null && isMocked(analysis)) ||
    isSaidByOthers(context.reading, context.from, frame.from, holder.toLowerCase(), quote !== null)
  );
}

/** "Voss predicted Bell would vote no" */
function isForetold({ context: { reading, from }, frame }: Analysis, { holder }: Stance): boolean {
  const last = holder.slice(holder.lastIndexOf(' ') + 1).toLowerCase();
  for (let i = frame.from - 1; i >= Math.max(from, frame.from - 8); i--) {
    if (foldedAt(reading, i) !== last || !/^(?:would|will|to)$/.test(foldedAt(reading, i + 1))) continue;
    for (let k = i - 1; k >= Math.max(from, i - 4); k--)
      if (
        /^(?:predict(?:s|ed|ing)?|expect(?:s|ed|ing)?|guess(?:es|ed)?|bets?|assumes?|assumed|suspects?|suspected)$/.test(
          foldedAt(reading, k),
        )
      )
        return true;
  }
  return false;
}

/** "The cap is a wonderful idea — if you want nobody to build" */
function isMocked({ context: { reading, to }, frame }: Analysis): boolean {
  for (let i = frame.to; i < Math.min(to, frame.to + 10) - 2; i++)
    if (foldedAt(reading, i) === 'if' && foldedAt(reading, i + 1) === 'you')
      return /^(?:want|like|love|hate|enjoy|believe|think)$/.test(foldedAt(reading, i + 2));
  return false;
}

const papers =
  /^(?:letters?|emails?|e-mails?|messages?|texts?|notes?|statements?|posts?|comments?|tweets?|editorials?|articles?|op-eds?|testimony|cards?)$/;

/** "Park read a letter from a neighbor. “The cap is theft,” it said." */
function isReadAloud({ context, frame }: Analysis, holder: string, quoted: boolean): boolean {
  const { reading, document, from, to } = context;
  const outside = (i: number): boolean => quoteAt(document, i) === null;
  for (let i = from; i < to; i++)
    if (isReading(reading, i, to) && outside(i) && (quoted || frame.from > i)) {
      // "read a letter signed by 11 pastors that urged …": theirs.
      const between = reading.text.slice(reading.starts[i], reading.starts[Math.max(i, frame.from)]);
      return !between.includes(holder);
    }
  const s = reading.sentenceOf[from] ?? 0;
  if (!quoted || s === 0) return false;
  const [first, end] = sentenceRange(reading, s - 1);
  if (reading.paragraphOf[first] !== reading.paragraphOf[from]) return false;
  for (let i = from; i < to; i++)
    if (/^(?:said|told|added|says|continued)$/.test(foldedAt(reading, i)) && outside(i)) return false;
  for (let i = first; i < end; i++) if (isReading(reading, i, end) && outside(i)) return true;
  return false;
}

/** "read aloud a letter", "quoting from an email", "she read": but "her own letter", and "after reading a letter". */
function isReading(reading: Reading, i: number, to: number): boolean {
  const word = foldedAt(reading, i);
  if (
    !/^(?:reads?|reading|quot(?:ed|ing)|recit(?:ed|ing)|shar(?:ed|ing)|relay(?:ed|ing)|forward(?:ed|ing))$/.test(word)
  )
    return false;
  if (/^(?:after|before|upon|by|of|for|since|having|had|have|has)$/.test(foldedAt(reading, i - 1))) return false;
  if (word === 'read' && /^(?:aloud|out|:)$/.test(foldedAt(reading, i + 1))) return true;
  for (let k = i + 1; k < Math.min(to, i + 8); k++) {
    const next = foldedAt(reading, k);
    if (/^(?:own|prepared|written)$/.test(next) || hasShape(reading, k, shape.mark)) return false;
    if (papers.test(next)) return !/^(?:his|her|their|my)$/.test(foldedAt(reading, k - 1));
  }
  return false;
}

/** "will let it become law without her signature": neither for it nor against it. */
function isLetStand({ context: { reading, to, from }, frame }: Analysis): boolean {
  let left = false;
  for (let i = Math.max(from, frame.from - 14); i < frame.to; i++)
    left ||= /^(?:lets?|letting|allow|allows|allowed|allowing)$/.test(foldedAt(reading, i));
  for (let i = from; left && i < to; i++)
    if (foldedAt(reading, i) === 'without')
      for (let k = i + 1; k < Math.min(to, i + 6); k++)
        if (/^(?:signature|signing)$/.test(foldedAt(reading, k))) return true;
  return false;
}

const sayings =
  /^(?:say|says|saying|think|thinks|thought|believe|believes|believed|feel|feels|felt|argue|argues|argued|claim|claims|claimed|tell|tells|telling|told|fear|fears|worry|insist|insists|assume|suggest|complain|see|view|consider|call)$/;
const sides = /^(?:oppos(?:e|es)|supports?|backs?|wants?|hates?|likes?|dislikes?)$/;
const others =
  /^(?:some|many|most|others|people|folks|those|critics|opponents|supporters|proponents|detractors|skeptics|residents|neighbors|constituents|landlords|tenants|renters|officers|everybody|everyone|somebody|someone|anyone)$/;

/** "Some will tell you that the cap …", "has heard from renters who think it …", "You hear that it …", "The argument is that it …": not the holder's, unless the holder is just these. */
function isSaidByOthers(reading: Reading, from: number, frame: number, holder: string, quoted: boolean): boolean {
  for (let i = frame - 1; i >= Math.max(from, frame - 14); i--) {
    const word = foldedAt(reading, i);
    if (word === 'but' || word === ';' || hasShape(reading, i, shape.quote)) return false;
    if (word === 'hear' && /^(?:you|always|often|will|'ll)$/.test(foldedAt(reading, i - 1)) && isYou(reading, i))
      return true;
    if (/^(?:is|was)$/.test(word) && pointsMade.test(foldedAt(reading, i - 1)) && foldedAt(reading, i + 1) === 'that')
      return foldedAt(reading, i - 2) === 'the';
    if (!sayings.test(word) && !(quoted && sides.test(word))) continue;
    for (let k = i - 1; k >= Math.max(from, i - 5); k--) {
      const subject = foldedAt(reading, k);
      // "Most people I talk to oppose it"
      const met = /^(?:talk|talked|hear|heard|know|meet|met|speak|spoke)$/.test(foldedAt(reading, k + 1));
      const own = /^(?:i|we|he|she|they|and|that|said|says)$/.test(subject) && !met;
      if (own || hasShape(reading, k, shape.mark)) break;
      if (others.test(subject)) return !holder.includes(subject);
    }
  }
  return false;
}

const pointsMade = /^(?:argument|claim|perception|notion|theory|narrative|myth)$/;

function isYou(reading: Reading, at: number): boolean {
  for (let i = at - 1; i > at - 4; i--) if (foldedAt(reading, i) === 'you') return true;
  return false;
}

/** "campaigned against it, then voted for it", "voted no, then changed her vote": what came first does not stand. */
function isTurnedRound({ context: { reading, candidates, to }, frame }: Analysis): boolean {
  for (let i = frame.to; i < to - 1; i++) {
    if (candidates.some((item) => item.named && item.from === i && item.role !== 'document')) return false;
    const word = foldedAt(reading, i);
    const own = /^(?:his|her|their)$/.test(foldedAt(reading, i + 1));
    if (own && /^(?:changed|switched|flipped|reversed)$/.test(word))
      return /^(?:votes?)$/.test(foldedAt(reading, i + 2));
    const next = foldedAt(reading, i + 1);
    if (word === 'before' && next === 'voting') return true;
    if (/^(?:then|later|eventually|ultimately)$/.test(word) && /^(?:voted|backed|supported|opposed|signed)$/.test(next))
      return [i + 2, i + 3].some((k) => /^(?:it|yes|no)$/.test(foldedAt(reading, k)));
  }
  return false;
}
