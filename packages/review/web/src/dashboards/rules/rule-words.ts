// Rule cards in words and order. Pure.
import type { DeskAnswer } from '../../../../src/desk-api/contract.ts';
import { percentWords } from '../../text/words.ts';

export type RuleCard = DeskAnswer<'get_rules'>['rules'][number];

export const driftWords: Readonly<
  Record<NonNullable<RuleCard['drift']>, { readonly sign: string; readonly words: string }>
> = {
  up: { sign: '▲', words: 'better lately' },
  down: { sign: '▼', words: 'worse lately' },
  same: { sign: '', words: 'no change that is more than chance' },
};

/** "80 % of 25 (61 to 91 %)". */
export function precisionWords(precision: RuleCard['precision']): string {
  if (precision === null) return 'not reviewed';
  const { share, low, high, reviewed } = precision;
  return `${percentWords(share)} of ${reviewed} (${Math.round(low * 100)} to ${percentWords(high)})`;
}

export const orders = {
  found: 'Most found first',
  worst: 'Least precise first',
  drift: 'Getting worse first',
  unreviewed: 'Least reviewed first',
} as const;

export type RuleOrder = keyof typeof orders;

const driftRanks = { down: 0, up: 1, same: 2 } as const;

/** The order of rule cards: by the sure end of the interval where precision counts, so that one lucky decision is no rank. */
export function compareRules(order: RuleOrder): (a: RuleCard, b: RuleCard) => number {
  const key = (card: RuleCard): number => {
    if (order === 'worst') return card.precision?.high ?? 2;
    if (order === 'drift') return card.drift === null ? 3 : driftRanks[card.drift];
    return order === 'unreviewed' ? (card.precision?.reviewed ?? 0) : 0;
  };
  return (a, b) => key(a) - key(b) || b.found.count - a.found.count || (a.rule < b.rule ? -1 : 1);
}
