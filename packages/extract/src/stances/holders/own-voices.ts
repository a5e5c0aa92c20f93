// Through whom an official speaks: "A spokeswoman for Mayor Lee said she opposes it", "Lee opposes it, her chief of staff said".
// Knows nouns of spokespeople and where they stand; not what is said.
import { foldedAt } from '../../reading/reading.ts';
import { isOf } from '../clauses/grammar.ts';
import type { SentenceContext } from '../sentence-context.ts';
import type { Candidate } from './candidate.ts';

const voices = /^(?:spokesman|spokeswoman|spokesperson|chief|secretary|aide|office|campaign|director)$/;

/** The official for whom whoever says the verb at token `said` speaks; null where nobody is told to speak for one. */
export function spokenFor({ reading, grammar, candidates, from }: SentenceContext, said: number): Candidate | null {
  for (let i = from; i < said; i++) {
    if (!/^spokes(?:man|woman|person)$/.test(foldedAt(reading, i)) || foldedAt(reading, i + 1) !== 'for') continue;
    let at = i + 2;
    while (isOf(grammar, reading, at, 'determiner')) at++;
    const first = candidates.find((item) => item.from === at && item.role === 'official');
    if (!first) return null;
    const name = first.named ? undefined : candidates.find((item) => item.from === first.to && item.named);
    return name ?? first;
  }
  return null;
}

/** Whether the verb of saying at token `said` is that of the own spokesman of somebody named before it: "Lee opposes it, her spokesman, Jo Poe, said". */
export function isOwnVoice({ reading }: SentenceContext, doer: Candidate, said: number): boolean {
  for (let i = Math.max(doer.to, said - 12); i < said; i++) {
    if (foldedAt(reading, i - 1) !== ',') continue;
    // "Lee supports it, a spokesman said": whose, nobody needs to be told.
    if (foldedAt(reading, i) === 'a' && /^spokes(?:man|woman|person)$/.test(foldedAt(reading, i + 1))) return true;
    if (!/^(?:his|her|their|its)$/.test(foldedAt(reading, i))) continue;
    if ([i + 1, i + 2].some((k) => voices.test(foldedAt(reading, k)))) return true;
  }
  return false;
}

/** “A spokeswoman said he plans to sign it”: who has no name of her own tells of somebody else. */
export function isVoice({ name, named }: Candidate): boolean {
  return !named && /\bspokes(?:man|woman|person)$/i.test(name);
}
