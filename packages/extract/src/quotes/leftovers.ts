// Sorts the quotations that no attribution rule claimed: speech that follows from what came before, or no speech.
// Knows the order of both lists of rules; no grammar.
import type { QuoteContext } from './context.ts';
import type { FollowSearch, Leftover } from './follow-search.ts';
import type { QuotedSpan } from './marks.ts';
import { refuseAsSpeech } from './not-speech.ts';
import { followRules } from './rules/index.ts';
import type { Utterance } from './utterance.ts';

/** A quotation without a cue and the utterance that it goes on from; `previous` is null when nobody can be told. */
export interface FollowOn {
  readonly span: QuotedSpan;
  readonly previous: Utterance | null;
  readonly rule: string;
}

/** What became of the spans that no rule claimed: follow-on quotes, and for the rest how often each reason held. */
export interface Leftovers {
  readonly quotes: readonly FollowOn[];
  readonly refused: ReadonlyMap<string, number>;
}

/** Sorts the spans that no utterance covers. `claimed[i]` is the index of the utterance at token i, or -1. */
export function readLeftovers(context: QuoteContext, utterances: readonly Utterance[], claimed: Int32Array): Leftovers {
  const quotes: FollowOn[] = [];
  const refused = new Map<string, number>();
  const search: FollowSearch = { context, utterances, claimed, added: new Map() };
  let before: QuotedSpan | undefined;
  context.units.forEach((unit, index) => {
    for (const span of unit.spans) {
      const leftover = { span, unit, index, before };
      before = span;
      if ((claimed[span.innerFrom] ?? -1) >= 0) continue;
      const follow = firstThatHolds(search, leftover);
      if (follow) {
        quotes.push(follow);
        search.added.set(span, follow.previous);
      } else {
        const reason = refuseAsSpeech(context, span);
        refused.set(reason, (refused.get(reason) ?? 0) + 1);
      }
    }
  });
  return { quotes, refused };
}

function firstThatHolds(search: FollowSearch, leftover: Leftover): FollowOn | null {
  for (const { id, match } of followRules) {
    const previous = match(search, leftover);
    if (previous !== undefined) return { span: leftover.span, previous, rule: id };
  }
  return null;
}
