// What stands right before an issue phrase and makes another thing of it: a limit that is raised, a thing that only does something
// in a clause about another one. Knows words and where they stand; not what the chain means.
import { foldedAt } from '../../reading/reading.ts';
import { isOf } from '../clauses/grammar.ts';
import type { FrameHit } from '../lexicon.ts';
import type { SentenceContext } from '../sentence-context.ts';

/** Words between the link that governs an issue phrase and the phrase that leave its sign open; null without any. */
export function loosenedBefore(
  context: SentenceContext,
  { to, kind }: { readonly to: number; readonly kind: string },
  frame: FrameHit,
): string | null {
  return (
    rulesOn(context, to, frame) ??
    raisedLimit(context, to, frame) ??
    (kind === 'decide' ? (ownClause(context, to, frame) ?? harmedThere(context, to, frame)) : null)
  );
}

/** "loosen the rules on face scans": what is done to rules on a thing is not done to the thing. */
function rulesOn({ reading }: SentenceContext, from: number, frame: FrameHit): string | null {
  let at = frame.from - 1;
  while (at > from && /^(?:the|its|their|any|police|use|of)$/.test(foldedAt(reading, at))) at--;
  if (at <= from || !/^(?:on|for|around|governing|over|about)$/.test(foldedAt(reading, at))) return null;
  return /^(?:rules|regulations|guidelines|policies|standards)$/.test(foldedAt(reading, at - 1))
    ? foldedAt(reading, at - 1)
    : null;
}

/** "proposed raising the cap on rents": who would raise a limit is not for it as it is. */
function raisedLimit({ reading, grammar }: SentenceContext, from: number, frame: FrameHit): string | null {
  let isLimit = false;
  for (let i = frame.from; i < frame.to; i++) isLimit ||= limits.test(foldedAt(reading, i));
  if (!isLimit) return null;
  let verb = frame.from - 1;
  while (verb > from && (isOf(grammar, reading, verb, 'determiner') || foldedAt(reading, verb) === "'s")) verb--;
  return verb >= from && raises.test(foldedAt(reading, verb)) ? foldedAt(reading, verb) : null;
}

const limits = /^(?:caps?|limits?|ceilings?|threshold)$/;
const raises = /^(?:rais|lift|increas|hik|loosen|relax|eas|adjust|chang|doubl|tripl)(?:e|ing|es|y|ys)?$/;

/** "threw out a fee that the rent board had imposed": the board is no fee, and nobody threw it out. */
function ownClause({ reading, grammar }: SentenceContext, from: number, frame: FrameHit): string | null {
  if (frame.rule.source.kind !== 'noun' || !isOf(grammar, reading, frame.to, 'auxiliary', 'being', 'modal'))
    return null;
  for (let i = frame.from - 1; i > from + 1 && i >= frame.from - 4; i--)
    if (/^(?:that|which)$/.test(foldedAt(reading, i)))
      return isOf(grammar, reading, i + 1, 'determiner') ? `${foldedAt(reading, i - 1)} ${foldedAt(reading, i)}` : null;
  return null;
}

/** "would not vote for a budget that hurts the program": what somebody votes on does it harm. */
function harmedThere({ reading }: SentenceContext, from: number, frame: FrameHit): string | null {
  for (let i = from + 1; i < frame.from; i++)
    if (/^(?:that|which)$/.test(foldedAt(reading, i)) && harms.test(foldedAt(reading, i + 1)))
      return `${foldedAt(reading, i)} ${foldedAt(reading, i + 1)}`;
  return null;
}

const harms =
  /^(?:touch|hurt|harm|affect|weaken|threaten|endanger|undermin|alter|chang|squeez|starv|shortchang)(?:e?s|ed)$/;
