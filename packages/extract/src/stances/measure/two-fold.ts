// A law that asks for two things of two issues in one breath: "requires jails to check status and to hold people": whoever is for or against it is so on neither alone.
// Knows infinitives side by side; no issue and no sign.
import { foldedAt } from '../../reading/reading.ts';
import type { Analysis } from '../judge.ts';

/** Whether a law requires what the phrase tells and, behind "and to", something of another issue, or the other way round. */
export function isOneOfTwo({ context, frame, judgement }: Analysis): boolean {
  const { reading, hits } = context;
  const asks = hits.operators.find(({ rule, to }) => rule.id === 'requires' && to <= frame.from);
  if (!asks || judgement.chain.links.some(({ kind }) => kind === 'decide' || kind === 'judge')) return false;
  const joined = (from: number): boolean =>
    foldedAt(reading, from - 1) === 'to' && foldedAt(reading, from - 2) === 'and';
  return hits.frames.some(
    ({ rule, from }) =>
      rule.source.issue !== frame.rule.source.issue &&
      !rule.source.argues &&
      from > asks.from &&
      joined(Math.max(from, frame.from)),
  );
}
