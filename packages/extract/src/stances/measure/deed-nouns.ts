// Nouns of deeds by which a story calls back what it told with a verb: "voted to renew its contract" → "the renewal". Knows verbs and their nouns; not what is meant where.
import { foldedAt } from '../../reading/reading.ts';
import type { Analysis } from '../judge.ts';

const deeds: readonly (readonly [verb: RegExp, nouns: readonly string[]])[] = [
  [/^repeal/, ['repeal']],
  [/^(?:renew|extend)/, ['renewal', 'extension']],
  [/^(?:cut|slash|trim|reduc)/, ['cut', 'cuts', 'reduction', 'reductions']],
  [/^restor/, ['restoration']],
];

/** All nouns of deeds. */
export const deedNouns: readonly string[] = deeds.flatMap(([, nouns]) => nouns);

/** The nouns of what a phrase tells to be done, each with its sign: none where the chain is broken. */
export function deedsOf({
  context: { reading },
  frame,
  judgement: { chain },
}: Analysis): readonly { readonly noun: string; readonly sign: number }[] {
  if (chain.broken !== null) return [];
  const { sign: own, kind } = frame.rule.source;
  return deeds.flatMap(([verb, nouns]) => {
    // "cut off outside agencies": nothing is made smaller, and a story's "the cut" is another.
    const isDeed = (token: number): boolean =>
      verb.test(foldedAt(reading, token)) && foldedAt(reading, token + 1) !== 'off';
    const at = chain.links.findIndex(({ behind, hit }) => !behind && isDeed(hit.from));
    const told = at >= 0 || (kind === 'verb' && isDeed(frame.from));
    if (!told) return [];
    const inner = at < 0 ? [] : chain.links.slice(at);
    const sign = inner.reduce<number>((product, link) => product * link.sign, own);
    return nouns.map((noun) => ({ noun, sign }));
  });
}
