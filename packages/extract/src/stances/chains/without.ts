// Being without a thing: "would not want to run the jail without the agreement", "cannot imagine this city without the board".
// Knows what may stand over "without", and what only a condition is ("would not buy it without an audit"); no holder.
import { foldedAt, hasShape } from '../../reading/reading.ts';
import { shape } from '../../reading/tokens.ts';
import { isOf } from '../clauses/grammar.ts';
import { leftOfPhrase } from '../clauses/noun-phrases.ts';
import type { FrameHit, OperatorHit } from '../lexicon.ts';
import type { SentenceContext } from '../sentence-context.ts';
import type { Link } from './chains.ts';

/** Whether an operator is the bare word "without". */
export function isWithout({ reading }: SentenceContext, { from }: OperatorHit): boolean {
  return foldedAt(reading, from) === 'without';
}

/** Whether it is this thing that somebody is without: "without the cameras", "without any such board". */
export function isWithoutFrame(context: SentenceContext, { from }: OperatorHit, frame: FrameHit): boolean {
  return frame.rule.source.kind === 'noun' && leftOfPhrase(context, frame.from) === from;
}

/** What leaves open whether somebody who is without a thing wants it; null where nothing does, or nobody is without it. */
export function withoutDoubt(context: SentenceContext, frame: FrameHit, ahead: readonly Link[]): string | null {
  const { reading } = context;
  const own = ahead.filter(({ kind }) => kind !== 'say' && kind !== 'deny' && kind !== 'accuse');
  const last = own.at(-1);
  if (!last || !isWithout(context, last.hit)) {
    // "Going without the agreement would hurt": what would hurt is being without it.
    return frame.rule.source.kind === 'noun' && isLacked(context, frame.from, own) ? 'without' : null;
  }
  // "without the board's approval", "without the agreement being signed"
  if (/^(?:'s|'|being|having)$/.test(foldedAt(reading, frame.to))) return 'without its';
  const outer = own.slice(0, -1);
  const over = outer.findLast(({ kind }) => kind !== 'not' && kind !== 'limit');
  if (over) {
    const wished = over.kind === 'demand' && wishes.test(foldedAt(reading, over.hit.to - 1));
    const blamed = over.kind === 'judge' && over.sign < 0;
    return wished || blamed || over.kind === 'should' || (over.kind === 'effect' && over.sign < 0) ? null : 'without';
  }
  const not = outer.at(-1);
  if (!not) return 'without';
  if (not.kind === 'limit') return null;
  return isNeeded(context, not.hit.to, last.hit.from) ? null : 'without';
}

const wishes = /^(?:want|wants|wanted|wanting|like|love|prefer|prefers|wish|wishes|hope|hopes)$/;

/** "not [do the job] without", "never [have found the car] without", "no [justice] without"; not "cannot [enter a home] without", which may be a duty. */
function isNeeded({ reading, grammar }: SentenceContext, from: number, to: number): boolean {
  if (to - from > 9) return false;
  let verb = from;
  while (isOf(grammar, reading, verb, 'adverb', 'auxiliary')) verb++;
  for (let i = from; i < to; i++)
    if (hasShape(reading, i, shape.mark) || /^(?:who|that|which)$/.test(foldedAt(reading, i))) return false;
  if (/^(?:be|been|being)$/.test(foldedAt(reading, verb - 1))) return false;
  return doing.test(foldedAt(reading, verb));
}

const doing =
  /^(?:do|done|run|work|worked|police|operate|function|solve|solved|catch|caught|find|found|protect|protected|keep|kept|fight|close|closed|imagine|picture|conceive|envision|live|survive|manage|managed|go|continue|rebuild|restore|trust|justice|reform|accountability|safety|peace|transparency|progress)$/;

/** "would not support it without an audit", "did not want it without federal money": on terms, and so not simply against it. */
export function isRefusedWithout(
  { reading, grammar, to }: SentenceContext,
  frame: FrameHit,
  links: readonly Link[],
): boolean {
  if (
    !links.some(({ kind, behind }) => kind === 'not' && !behind) ||
    !links.some(({ kind, behind }) => !behind && /^(?:judge|demand|decide|should)$/.test(kind))
  )
    return false;
  for (let i = frame.to; i < Math.min(to, frame.to + 7); i++) {
    if (hasShape(reading, i, shape.mark) || isOf(grammar, reading, i, 'conjunction', 'relative')) return false;
    if (foldedAt(reading, i) === 'without')
      return !/^(?:delay|further|question|hesitation|debate|discussion|comment|explanation|dissent)$/.test(
        foldedAt(reading, i + 1),
      );
  }
  return false;
}

/** "A board without a budget is a joke", "a board that cannot see the files is a fig leaf": one that lacks nothing may be wanted. */
export function lacksSomething({ reading, grammar }: SentenceContext, next: number): boolean {
  if (foldedAt(reading, next) === 'without') return true;
  if (!/^(?:that|which)$/.test(foldedAt(reading, next))) return false;
  for (let i = next + 1; i < next + 4; i++)
    if (isOf(grammar, reading, i, 'negator') || /^(?:only|lacks)$/.test(foldedAt(reading, i))) return true;
  return false;
}

/** "without [the county's own] agreement": the word stands before the phrase and what owns it, and belongs to none of the links. */
function isLacked({ reading, from }: SentenceContext, phrase: number, links: readonly Link[]): boolean {
  for (let i = phrase - 1; i >= Math.max(from, phrase - 5); i--) {
    const word = foldedAt(reading, i);
    // "would be less safe without" is an act of its own.
    if (word === 'without') return !links.some(({ hit }) => hit.from <= i && i < hit.to);
    if (word !== "'s" && !/^\p{L}+$/u.test(word)) return false;
    if (/^(?:of|to|in|on|for|with|and|or|but|that|which|from|by)$/.test(word)) return false;
  }
  return false;
}
