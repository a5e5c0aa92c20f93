// Whether what a story tells first is what a department does: nobody votes on that or proposes it. Knows holders and verb forms; no issue.
import type { Analysis } from '../judge.ts';

/** "Two officers gave agents addresses", "The jail notified ICE of 71 releases": done, by those who carry out what others decide, and with nothing that could be bought. */
export function isPractice({ judgement, frame, context }: Analysis): boolean {
  const { kind, by } = frame.rule.source;
  if (kind !== 'verb' || by !== 'local' || judgement.chain.links.some((link) => link.kind !== 'say')) return false;
  const { infinitive, would, future, unsure } = context.groupAt(frame.from);
  if (infinitive || would || future || unsure) return false;
  const doer = context.candidates.findLast((item) => item.to <= frame.from);
  return doer !== undefined && /^(?:police|sheriff|jail|department)/.test(doer.holderType);
}

/** Acts on what is on a body's table: a practice is not there. */
export const tabledActs = /^(?:vote|policy-proposal|lawsuit)$/;
