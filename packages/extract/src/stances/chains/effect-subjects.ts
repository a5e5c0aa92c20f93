// Whether what helps or harms is the thing itself: "the cameras help", and not "losing the cameras hurts", "the fight over the cameras hurts".
// Knows word order and heads of noun phrases; no sign.
import { foldedAt, hasShape } from '../../reading/reading.ts';
import { shape } from '../../reading/tokens.ts';
import { isOf } from '../clauses/grammar.ts';
import type { FrameHit } from '../lexicon.ts';
import type { SentenceContext } from '../sentence-context.ts';

/** Words in -ing that are things. */
export const thingsInIng =
  /^(?:housing|building|policing|zoning|rezoning|upzoning|sharing|funding|spending|training|parking|hearing|meeting|wording|reading|tracking|matching|scanning|existing|proposed|ongoing|pending|remaining|standing|working)$/;

/** Nouns whose "of" or "for" hangs a thing on them and changes nothing: "the use of cameras", "a plan for cameras". */
const heads =
  /^(?:use|uses|plans?|proposals?|idea|bills?|ordinances?|measures?|expansion|purchase|adoption|addition|polic(?:y|ies)|programs?|contracts?|agreements?|deals?|systems?|network|rules?|laws?|limits?|bans?|moratorium|caps?|increases?|costs?|passage|creation|installation|presence|kinds?|types?|sort|numbers?|groups?|dozens|hundreds|thousands|forms?|versions?|package|series|board|release|lack|threat|benefits?|enforcement|approval|rollout|return|hiring|support)$/;

/** Whether the phrase itself is what a verb behind it is told of. */
export function isEffectOf(context: SentenceContext, frame: FrameHit): boolean {
  const { grammar, reading, segments, hits, candidates, from } = context;
  for (let i = frame.from - 1; i >= Math.max(from, frame.from - 11); i--) {
    const word = foldedAt(reading, i);
    if (word === "'s") continue;
    const mark = hasShape(reading, i, shape.mark & ~shape.quote);
    if (segments.of(i) !== segments.of(frame.from) || word === 'that' || mark) return true;
    if (isOf(grammar, reading, i, 'relative', 'conjunction', 'adverbial', 'auxiliary', 'modal')) return true;
    const operator = hits.operators.find((hit) => hit.from <= i && i < hit.to);
    // "The debate over a bill requiring …": what the bill asks for is a part of its name.
    const ofPaper = candidates.some(({ role, to }) => role === 'document' && to === operator?.from);
    if (operator && ofPaper && /ing$/.test(foldedAt(reading, operator.from))) {
      i = operator.from;
      continue;
    }
    if (operator) {
      const kind = operator.rule.type === 'act' ? operator.rule.source.kind : 'not';
      return !(/^(?:judge|open)$/.test(kind) && /ing$/.test(foldedAt(reading, operator.from)));
    }
    if (/ing$/.test(word) && word.length > 5 && !thingsInIng.test(word)) return false;
    const hangs = /^(?:over|about|without|against|of|on|for|from|behind|around|toward|between)$/.test(word);
    // "its rule against helping agents": what harms is the rule.
    if (hangs && (/^(?:against|without)$/.test(word) || !heads.test(foldedAt(reading, i - 1)))) return false;
  }
  return true;
}
