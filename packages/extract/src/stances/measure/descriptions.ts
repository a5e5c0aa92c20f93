// What a phrase tells of the document or thing that it stands in: "an ordinance that would bar …", "a ban on …". Knows nouns and chains; not what is called back.
import { foldedAt } from '../../reading/reading.ts';
import { isSpeech } from '../chains/chains.ts';
import { isOf } from '../clauses/grammar.ts';
import { isUnder } from '../holders/adopters.ts';
import type { Analysis } from '../judge.ts';
import type { SentenceContext } from '../sentence-context.ts';
import { documentNouns, headNouns, standingNouns } from './thing-nouns.ts';
import { isOneOfTwo } from './two-fold.ts';

/** The nouns by which a thing is called whose direction a phrase tells, each with its sign. `definite`: the story had told of it before; `unsaid`: it may be called so, but is not here. */
export function described(
  analysis: Analysis,
): readonly { readonly noun: string; readonly sign: 1 | -1; readonly definite?: boolean; readonly unsaid?: true }[] {
  const { context, frame, judgement } = analysis;
  const { reading, candidates } = context;
  const { chain } = judgement;
  const { kind, sign: own, called } = frame.rule.source;
  // "would have the cameras removed": "the cameras" are what is removed, not its removal.
  const names = (called ?? []).map((noun) => ({
    noun,
    sign: standingNouns.has(noun) ? (1 as const) : own,
    unsaid: true as const,
  }));
  if (kind === 'noun') {
    const heads: string[] = [];
    for (let i = frame.from; i < frame.to; i++) {
      const word = foldedAt(reading, i);
      const last = i === frame.to - 1 || /^(?:on|of|for|with|from|to|in)$/.test(foldedAt(reading, i + 1));
      if (last && (documentNouns.has(word) || headNouns.has(word))) {
        heads.push(word);
        break;
      }
    }
    if (heads.length > 0) return [...names, ...heads.map((noun) => ({ noun, sign: own }))];
  }
  if (chain.broken !== null || isOneOfTwo(analysis)) return names;
  const described = candidates.flatMap((candidate) => {
    const noun = foldedAt(reading, candidate.to - 1);
    if (candidate.role !== 'document' || !documentNouns.has(noun)) return [];
    // "Tenants would get a lawyer under an ordinance that …": what is told is what it asks for.
    if (candidate.from >= frame.to && isUnder(context, candidate)) {
      const all = chain.links.filter((link) => !isSpeech(link.kind));
      const sign = all.reduce<number>((product, link) => product * link.sign, own);
      return [{ noun, sign: sign > 0 ? (1 as const) : (-1 as const) }];
    }
    if (candidate.to > frame.from) return [];
    // "to reject the ordinance and spend the money on officers": what is told goes on behind it.
    if (isOf(context.grammar, reading, candidate.to, 'conjunction')) return [];
    const inner = chain.links.filter((link) => !link.behind && !isSpeech(link.kind) && link.hit.from >= candidate.to);
    const next = Math.min(frame.from, ...inner.map((link) => link.hit.from));
    if (next - candidate.to > 8 || isOfPerson(context, candidate.to, next)) return [];
    // "The law replaces oversight boards": a verb that no rule knows may undo it.
    if (inner.length === 0 && kind === 'noun' && !isAbout(context, candidate.to, frame.from)) return [];
    const definite =
      /^(?:the|this|that)$/.test(foldedAt(reading, candidate.from - 1)) && candidate.to - candidate.from === 1;
    // Another document or an act that is no part of the chain stands between: its sign is not safe.
    // "a resolution opposing a bill that …": the bill is what the resolution judges.
    const judges = inner[0]?.kind === 'judge' ? inner[0].hit.from : frame.from;
    const others = candidates.some(
      (item) => item.role === 'document' && item.from >= candidate.to && item.to <= judges,
    );
    const loose = context.hits.operators.some(
      (hit) => hit.from >= candidate.to && hit.to <= frame.from && !inner.some((link) => link.hit === hit),
    );
    if (others || loose) return [];
    const product = inner.reduce<number>((sign, link) => sign * link.sign, own);
    return [{ noun, sign: product > 0 ? (1 as const) : (-1 as const), definite }];
  });
  return [...names, ...described];
}

/** "a motion by Hall, who opposes the cap": what Hall is told to do, and not the motion. */
function isOfPerson({ reading }: SentenceContext, from: number, to: number): boolean {
  for (let i = from; i < to; i++) if (foldedAt(reading, i) === 'who') return true;
  return false;
}

/** "a plan for rent control", "an ordinance on rents": nothing but a preposition and what modifies the noun. */
function isAbout({ reading, grammar, verbAt }: SentenceContext, from: number, to: number): boolean {
  if (from === to) return true;
  if (!isOf(grammar, reading, from, 'preposition') || foldedAt(reading, from) === 'against') return false;
  for (let i = from; i < to; i++)
    if (isOf(grammar, reading, i, 'auxiliary', 'modal', 'pronoun', 'relative') || (verbAt(i) && i > from)) return false;
  return true;
}
