// What somebody did a thing for: "went to court to block the release", "rewrote its policy to require …", "pulled deputies off patrol to help ICE".
// Knows verbs of suing, gathering and changing; not what is aimed at.
import { foldedAt } from '../../reading/reading.ts';
import type { SentenceContext } from '../sentence-context.ts';
import type { Candidate } from './candidate.ts';
import { gathers } from './gatherings.ts';
import { leadingHolder, predicateOf, trails } from './leading-holders.ts';

/** Who did something for the sake of what an infinitive tells, and by which act. */
export interface Purpose {
  readonly holder: Candidate;
  readonly act: 'lawsuit' | 'demand' | 'decision';
}

/** The purpose that the verb at token `verb` tells; null where it is no infinitive or its clause does nothing for it. */
export function purposeOf(context: SentenceContext, verb: number): Purpose | null {
  const { reading } = context;
  const group = context.groupAt(verb);
  if (group.negated || !(group.infinitive || (group.gerund && trails(context, verb)))) return null;
  const holder = leadingHolder(context, verb, true);
  const own = holder && predicateOf(context, holder);
  if (holder === null || own === null) return null;
  const { negated, infinitive, passive } = context.groupAt(own);
  // "Eight deputies have been trained to interview inmates": who is trained aims at nothing.
  if (negated || infinitive || passive) return null;
  const word = foldedAt(reading, own);
  const body = holder.role === 'government' || holder.role === 'official';
  // "sent a memo to all officers Friday banning …"
  if (group.gerund) return body && writes.test(word) ? { holder, act: 'decision' } : null;
  if (sues(context, own, group.left)) return { holder, act: 'lawsuit' };
  // "has a plan to", "heard a request to": what the noun asks for.
  if (bids.test(foldedAt(reading, group.left - 1))) return null;
  if (body) return changes.test(word) ? { holder, act: 'decision' } : null;
  return gathers.test(word) ? { holder, act: 'demand' } : null;
}

/** "sued the city to", "went to court Thursday to", "filed a lawsuit to". */
function sues({ reading }: SentenceContext, own: number, until: number): boolean {
  const word = foldedAt(reading, own);
  if (word === 'sued' || word === 'sue') return true;
  if (!/^(?:went|go|filed|file|brought)$/.test(word)) return false;
  for (let i = own + 1; i < until; i++)
    if (/^(?:court|suit|lawsuit|complaint|injunction)$/.test(foldedAt(reading, i))) return true;
  return false;
}

const writes = /^(?:sent|issued|signed|released|circulated|distributed)$/;

const changes =
  /^(?:voted|agreed|decided|brought|rewrote|changed|revised|amended|updated|overhauled|expanded|tightened|loosened|closed|fenced|spent|used|hired|built|moved|pulled|sent|assigned|opened|set|put|committed|allocated|earmarked|deployed|dispatched|tore|installed|trained|detailed|lent|loaned|shifted|dedicated|added|created|freed|redirected|diverted|bought|detached|formed|established|gave|paid)$/;

const bids =
  /^(?:letters?|e-?mails?|memos?|plans?|bids?|efforts?|attempts?|proposals?|requests?|motions?|bills?|moves?|calls?|pushes|push|campaigns?|orders?|refusals?|right|power|powers|authority|need|needs|reason|reasons|way|ways|deadline|permission|chance|time|petitions?|measures?|ordinances?|resolutions?|law|laws|rule|rules|pressure|decision|decisions|threats?)$/;
