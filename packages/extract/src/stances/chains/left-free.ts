// What somebody leaves as it is, without a side: "won't ask for more cameras", "the law does not stop jails from calling agents".
// Knows the acts over an issue phrase; no issue.
import { foldedAt } from '../../reading/reading.ts';
import type { SentenceContext } from '../sentence-context.ts';
import { isSpeech, type Link } from './chains.ts';

/** Why a thing is only left as it is; null where it is not. */
export function leftFree({ reading, groupAt }: SentenceContext, links: readonly Link[]): string | null {
  // What is not asked for may well be liked as it is.
  const asked = links.findIndex((link) => link.hit.rule.id === 'calls-for' && !link.behind);
  if (links[asked - 1]?.kind === 'not') return 'not asked for';
  // "Small landlords should be exempt from the cap": who says so may be for it elsewhere.
  const exempt = links.findIndex(({ hit }) => hit.rule.id === 'exempt-from');
  if (links.slice(0, Math.max(0, exempt)).some(({ kind }) => /^(?:judge|should|demand|effect)$/.test(kind)))
    return 'an exemption';
  const at = links.findIndex(({ hit }) => hit.rule.id === 'bars');
  const bar = links[at];
  if (!bar || links[at - 1]?.kind !== 'not' || links.slice(0, at - 1).some(({ kind }) => !isSpeech(kind))) return null;
  // What a law leaves free it does not favor.
  return lawWords.test(foldedAt(reading, groupAt(bar.hit.from).left - 1)) ? 'not barred' : null;
}

const lawWords = /^(?:laws?|statutes?|rules?|ordinances?|polic(?:y|ies)|acts?|bill|order|agreement|constitution)$/;
