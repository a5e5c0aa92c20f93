// Sentences that end in a helping verb and mean the whole of what was said before: "Hall said she would not." Knows helping verbs and "not"; no holder.
import { foldedAt, type Reading } from '../../reading/reading.ts';
import { isOf } from '../clauses/grammar.ts';
import type { Analysis } from '../judge.ts';
import { endsReply } from './replies.ts';

/** A helping verb, and whether "not" stands behind it. */
export interface Helper {
  readonly verb: 'would' | 'should' | 'do';
  readonly negated: boolean;
}

const helpers: Readonly<Record<string, Helper['verb']>> = {
  would: 'would',
  will: 'would',
  should: 'should',
  do: 'do',
  does: 'do',
  did: 'do',
};

/** "would not", "does, too", "should" at a token, with nothing behind it that a verb would have; null elsewhere. */
export function ellipsisAt(
  reading: Reading,
  i: number,
  to: number,
): { readonly side: 1 | -1; readonly verb: number; readonly to: number; readonly helper: Helper } | null {
  const word = foldedAt(reading, i);
  const verb = Object.hasOwn(helpers, word) ? helpers[word] : undefined;
  if (verb === undefined) return null;
  const negated = /^(?:not|n['’]t)$/.test(foldedAt(reading, i + 1));
  let end = negated ? i + 2 : i + 1;
  const also = foldedAt(reading, end) === ',' ? end + 1 : end;
  if (/^(?:too|either)$/.test(foldedAt(reading, also))) end = also + 1;
  return endsReply(reading, end, to) ? { side: negated ? -1 : 1, verb: i, to: end, helper: { verb, negated } } : null;
}

/** The helping verb of what an analysis tells: "would" of "said she would vote for it", "do" of "supports it"; null where another word could turn it. */
export function helperOf({ context, frame, judgement }: Analysis): Helper | null {
  const { reading, grammar } = context;
  let begin = context.from;
  for (let i = context.from; i < frame.from; i++) if (/^(?:said|says|added)$/.test(foldedAt(reading, i))) begin = i + 1;
  let helper: Helper | null = null;
  for (let i = begin; i < frame.from; i++) {
    const word = foldedAt(reading, i);
    const own = Object.hasOwn(helpers, word) ? helpers[word] : undefined;
    const negates = isOf(grammar, reading, i, 'negator');
    if (own === undefined && negates) return null;
    if (own === undefined) continue;
    if (helper !== null) return null;
    const negated = /^(?:not|n['’]t)$/.test(foldedAt(reading, i + 1));
    helper = { verb: own, negated };
    if (negated) i++;
  }
  if (helper !== null && helper.verb !== 'do') return helper;
  // "She voted for it. Park did not.": he may have been away.
  const voted = 'stances' in judgement && judgement.stances.some(({ act }) => /^(?:vote|decision)$/.test(act));
  return voted ? null : (helper ?? { verb: 'do', negated: false });
}
