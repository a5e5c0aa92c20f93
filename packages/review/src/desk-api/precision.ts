// A rule's precision as people judged it, with its interval. Pure.
import { shareWithInterval } from '@civicwire/shared';
import type { RuleReviews } from '@civicwire/store';
import type { DeskItem } from './contract.ts';

/** Null for none of none. */
export function precisionOf({ reviewed, accepted }: RuleReviews): DeskItem['why']['precision'] {
  const share = shareWithInterval(accepted, reviewed);
  return share === null ? null : { reviewed, accepted, share: share.value, low: share.low, high: share.high };
}
