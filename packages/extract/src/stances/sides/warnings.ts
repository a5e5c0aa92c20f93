// What somebody threatens with or warns of if a thing comes: “threatened to sue if the city adopts the cap”, “warned that rents would rise unless it ends”.
// Who so warns does not want it. Knows words and clauses; a warning of what others would do, and a lawyer's, is nobody's position.
import { foldedAt, hasShape } from '../../reading/reading.ts';
import { shape } from '../../reading/tokens.ts';
import { type Chain, isSpeech } from '../chains/chains.ts';
import { limitingWords } from '../chains/limits.ts';
import { isOf } from '../clauses/grammar.ts';
import { holderOf } from '../holders/speakers.ts';
import { subjectOf } from '../holders/subjects.ts';
import type { FrameHit } from '../lexicon.ts';
import { isNoOneInParticular, type Ruling, ruling } from '../ruling.ts';
import type { JudgeContext, SentenceContext } from '../sentence-context.ts';

/** The stance of who warns of what would come if the phrase's clause came true; null where nobody does. */
export function warnedOf(context: SentenceContext, judge: JudgeContext, frame: FrameHit, chain: Chain): Ruling | null {
  const { reading } = context;
  const condition = conditionOver(context, frame);
  if (condition === null) return null;
  const verb = verbBefore(context, condition);
  if (verb === null || context.groupAt(verb).negated) return null;
  const links = chain.links.filter((link) => !isSpeech(link.kind));
  if (chain.broken !== null || chain.links.length > links.length || limitingWords(context, frame, links) !== null)
    return null;
  const thing = frame.rule.source.kind === 'noun';
  if (thing && (links.length === 0 || foldedAt(reading, frame.to) === "'s")) return null;
  const holder = holderOf(context, judge, subjectOf(context, verb));
  if (holder === null || holder.role === 'document' || isNoOneInParticular(context, holder)) return null;
  if (/^warn/.test(foldedAt(reading, verb)) && advises.test(holder.holderType)) return null;
  return ruling(context, holder, links, null, context.groupAt(verb), {
    act: 'statement',
    modality: 'conditional',
    basis: 'position',
    complaint: foldedAt(reading, condition) === 'if' ? 'a warning' : null,
    doubt: 0.1,
  });
}

const advises = /^(?:attorney|court|city-manager|police-spokesperson|federal-)/;

/** The "if" or "unless" of the clause that a phrase stands in; null where no such clause is over it, or more than one. */
function conditionOver({ segments, reading }: SentenceContext, frame: FrameHit): number | null {
  const number = segments.of(frame.from);
  const own = segments.list[number];
  if (own?.kind !== 'condition' || !/^(?:if|unless)$/.test(foldedAt(reading, own.from))) return null;
  return segments.list.filter((item) => item.kind === 'condition').length === 1 ? own.from : null;
}

/** The verb that warns or threatens before a condition, with what would come between the two. */
function verbBefore(context: SentenceContext, condition: number): number | null {
  const { reading, grammar, from } = context;
  let comes = false;
  let elsewhere = false;
  for (let i = condition - 1; i >= from; i--) {
    const word = foldedAt(reading, i);
    if (hasShape(reading, i, shape.mark & ~shape.quote)) return null;
    elsewhere ||= others.test(word);
    if (isOf(grammar, reading, i, 'conjunction')) return null;
    comes ||= isOf(grammar, reading, i, 'modal') && word !== 'should';
    if (/^warn(?:s|ed|ing)?$/.test(word)) return comes && !elsewhere ? i : null;
    if (/^threaten(?:s|ed)?$/.test(word)) return foldedAt(reading, i + 1) === 'to' ? i : null;
    if (/^(?:vow|promis|pledg)(?:es|ed|e|s)?$/.test(word))
      return foldedAt(reading, i + 1) === 'to' && hostile.test(foldedAt(reading, i + 2)) ? i : null;
  }
  return null;
}

/** What somebody vows to do against a thing. */
const hostile = /^(?:sue|veto|fight|oppose|challenge|block|resign|strike|boycott|appeal|quit|protest|picket)$/;

/** What the state or a court would do is no harm that the speaker sees; "warned against it" is another sense. */
const others =
  /^(?:state|governor|legislature|congress|federal|court|courts|judge|washington|against|sue|fine|fined|withhold|penalized|if|unless|whether)$/;
