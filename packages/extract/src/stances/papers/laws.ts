// What a law that stands holds: "State law bars cities from …", "Under the law, officers may not …", "It also lets owners …".
// Knows which law a sentence means; read last, so that what stands is never taken for the story's news.
import { foldedAt, hasShape, type Reading, sentenceRange } from '../../reading/reading.ts';
import { shape } from '../../reading/tokens.ts';
import { isSpeech } from '../chains/chains.ts';
import { type Grammar, isOf } from '../clauses/grammar.ts';
import type { Candidate } from '../holders/candidate.ts';
import { subjectOf } from '../holders/subjects.ts';
import type { Analysis } from '../judge.ts';
import { leadVerb } from '../rule-on-speech.ts';
import { ruling } from '../ruling.ts';
import type { JudgeContext, SentenceContext } from '../sentence-context.ts';
import { stanceOf } from '../stance-record.ts';
import { makerOfThose } from './law-makers.ts';
import { findLawPhrases, type LawPhrase } from './law-phrases.ts';
import { makerOf } from './policies.ts';
import { begins, binds, isSubject, isUnder, opensPhrase } from './standing-clauses.ts';

/** Why a phrase has no holder yet, where a law may be it. */
const open =
  /^a law that stands|is not plain$|decided elsewhere$|^nobody does anything to it$|names no doer$|^it is not allowed|^the article itself|^what a document does|is no one in particular$|^a verb that no rule knows/;

/** How far back a story may have named the law that it goes on about. */
const sentencesMax = 15;

/** The analyses, with what laws hold where nobody else does. */
export function assignToLaws(
  grammar: Grammar,
  reading: Reading,
  judge: JudgeContext,
  analyses: readonly Analysis[],
): readonly Analysis[] {
  if (!tellsOfLaws(grammar, reading)) return analyses;
  const known = new Map<number, readonly LawPhrase[]>();
  const lawsOf = (s: number): readonly LawPhrase[] => {
    const found = known.get(s) ?? findLawPhrases(grammar, reading, ...sentenceRange(reading, s));
    known.set(s, found);
    return found;
  };
  return analyses.map((analysis) => {
    const { judgement, context, frame } = analysis;
    if ('stances' in judgement) return withLaw(analysis, lawsOf);
    if (judgement.chain.broken !== null || !open.test(judgement.because)) return analysis;
    const { links } = judgement.chain;
    if (links.some((link) => isSpeech(link.kind)) || frame.rule.source.argues) return analysis;
    const law = lawOver(context, judge, analysis, lawsOf);
    if (law === null) return analysis;
    const own = links.filter((link) => link.behind || link.hit.from >= law.after);
    // "requires a two-thirds vote to cap rents": how it may be decided, not what.
    const decided = own.some(({ hit }) => /^vote/.test(foldedAt(reading, hit.from)));
    if (decided || (own.length === 0 && frame.rule.source.kind === 'noun')) return analysis;
    const stances = law.holders.map((holder) =>
      stanceOf(
        context,
        frame,
        ruling(context, holder, own, null, null, { act: 'law', modality: 'asserted', basis: 'position', doubt: 0.05 }),
      ),
    );
    return { ...analysis, judgement: { stances, chain: judgement.chain } };
  });
}

/** "The law, passed by the Legislature, bars …" is read as the Legislature's; the law holds it, too. */
function withLaw(analysis: Analysis, lawsOf: LawsOf): Analysis {
  const { judgement, context, frame } = analysis;
  if (!('stances' in judgement) || !judgement.stances.every(({ act }) => act === 'policy')) return analysis;
  const links = judgement.chain.links.filter((link) => !isSpeech(link.kind));
  const lead = leadVerb(frame, links);
  if (lead === null || links.length < judgement.chain.links.length) return analysis;
  const { left, would, unsure } = context.groupAt(lead.token);
  const s = context.reading.sentenceOf[context.from] ?? 0;
  const phrase = would || unsure ? undefined : lawsOf(s).find((law) => isSubject(context, law, left));
  const [law] = (phrase && told(context.reading, s, phrase, lawsOf, phrase.to)?.holders) ?? [];
  const [first] = judgement.stances;
  if (!law || !first || judgement.stances.some(({ holder }) => holder === law.name)) return analysis;
  const own = { ...first, holder: law.name, holderType: law.holderType, act: 'law' };
  const trace = first.trace.replace(`: ${first.holder} `, `: ${law.name} `);
  return { ...analysis, judgement: { ...judgement, stances: [...judgement.stances, { ...own, trace }] } };
}

function tellsOfLaws(grammar: Grammar, reading: Reading): boolean {
  for (let i = 0; i < reading.count; i++) if (isOf(grammar, reading, i, 'law')) return true;
  return false;
}

type LawsOf = (s: number) => readonly LawPhrase[];

/** The law that a phrase is told of, and the token behind which its words begin. */
interface LawOver {
  /** The law, and who is told right there to have passed it. */
  readonly holders: readonly Candidate[];
  readonly after: number;
}

function lawOver(
  context: SentenceContext,
  judge: JudgeContext,
  { frame, judgement }: Analysis,
  lawsOf: LawsOf,
): LawOver | null {
  const { reading } = context;
  if (frame.rule.source.of === 'law') return brokenLaw(context, lawsOf);
  const links = judgement.chain.links.filter((link) => !isSpeech(link.kind));
  const lead = leadVerb(frame, links);
  if (lead === null) return null;
  // "barred cities from capping rents until 2021"
  for (let i = frame.to; i < Math.min(context.to, frame.to + 8); i++) if (foldedAt(reading, i) === 'until') return null;
  const s = reading.sentenceOf[context.from] ?? 0;
  const laws = lawsOf(s);
  const under = laws.find((law) => isUnder(context, law, frame.from, lead.token));
  if (under) return binds(context, lead.token, links) ? told(reading, s, under, lawsOf, context.from) : null;
  const letting = lettingLaw(context, laws, lead.token);
  if (letting) return told(reading, s, letting, lawsOf, letting.to);
  const group = context.groupAt(lead.token);
  if (group.would || group.infinitive || group.gerund || group.passive || (group.unsure && !group.negated)) return null;
  const direct = laws.find((law) => isSubject(context, law, group.left));
  if (direct) {
    const found = told(reading, s, direct, lawsOf, direct.to);
    const maker = makerOf(reading, context.candidates, direct);
    return found && maker && maker.from >= direct.to && maker.to < group.left
      ? { ...found, holders: [...found.holders, maker] }
      : found;
  }
  const those = makerOfThose(context, judge, group.left);
  if (those !== null) return { holders: [those], after: context.from };
  const subject = subjectOf(context, lead.token);
  if (subject.type === 'candidate') {
    const law = laws.find((item) => item.from < subject.candidate.to && subject.candidate.from < item.to);
    return law ? told(reading, s, law, lawsOf, law.to) : null;
  }
  if (subject.type !== 'pronoun' || foldedAt(reading, subject.token) !== 'it') return null;
  const before = calledIt(context, s, subject.token, lawsOf);
  return before && told(reading, before.s, before.law, lawsOf, subject.token);
}

/** "The law requires … Counties that do not can be fined.": the law of the sentence, or the one that those before it in the paragraph open with; null where neither tells of one. */
function brokenLaw({ reading, grammar, from }: SentenceContext, lawsOf: LawsOf): LawOver | null {
  const s = reading.sentenceOf[from] ?? 0;
  for (let k = s; k >= Math.max(0, s - 2); k--) {
    const [first] = sentenceRange(reading, k);
    if (reading.paragraphOf[first] !== reading.paragraphOf[from]) return null;
    const law = lawsOf(k).find((item) => k === s || begins(grammar, reading, first, item.from));
    if (law) return told(reading, k, law, lawsOf, from);
  }
  return null;
}

/** "A new law lets the attorney general fine cities": what it lets somebody do; undefined for anything else. */
function lettingLaw(context: SentenceContext, laws: readonly LawPhrase[], verb: number): LawPhrase | undefined {
  for (let i = verb - 1; i > Math.max(context.from, verb - 7); i--)
    if (/^(?:lets|empowers|authorizes)$/.test(foldedAt(context.reading, i)))
      return laws.find((law) => isSubject(context, law, i));
  return undefined;
}

/** A law as holder; null where it is no law yet, or the story does not tell which. */
function told(reading: Reading, s: number, phrase: LawPhrase, lawsOf: LawsOf, after: number): LawOver | null {
  const law = whichLaw(reading, s, phrase, lawsOf);
  if (law === null) return null;
  const holder: Candidate = {
    from: phrase.from,
    to: phrase.to,
    name: law.name,
    holderType: 'statute',
    role: 'document',
    named: true,
  };
  return { holders: [holder], after };
}

/** The law under its own name: "the law" is the one named last. */
function whichLaw(reading: Reading, s: number, phrase: LawPhrase, lawsOf: LawsOf): LawPhrase | null {
  if (!isProper(reading, phrase)) {
    const apposed = lawsOf(s).find((item) => item.from >= phrase.to && item.from <= phrase.to + 3);
    if (apposed && isProper(reading, apposed) && /^(?:,|known|called)$/.test(foldedAt(reading, phrase.to)))
      return apposed;
  }
  const definite = /^(?:the|this|that)$/.test(foldedAt(reading, phrase.from - 1));
  // "The 2017 law" of a story that has told its name.
  const own = definite && phrase.named && !isProper(reading, phrase) ? soleProper(reading, s, lawsOf) : null;
  if (own !== null) return own;
  if (phrase.named) return phrase.bill && !hasPassed(reading, phrase) ? null : phrase;
  if (!definite) return isNewLaw(reading, phrase) ? phrase : null;
  for (let k = s; k >= Math.max(0, s - sentencesMax); k--) {
    const earlier = lawsOf(k).filter((item) => item.to <= phrase.from);
    const named = earlier.findLast((item) => item.named && (!item.bill || hasPassed(reading, item)));
    if (named) return named;
    if (earlier.length > 0) return k < s ? phrase : null;
  }
  return null;
}

/** "A new law", "a law that took effect July 1", "a statute passed in May": one that has no other name. */
function isNewLaw(reading: Reading, { from, to }: LawPhrase): boolean {
  if (!/^an?$/.test(foldedAt(reading, from - 1))) return false;
  if (foldedAt(reading, from) === 'new') return true;
  const passed = /^(?:passed|enacted|signed|approved|adopted)$/.test(foldedAt(reading, to));
  return (
    passed || (foldedAt(reading, to) === 'that' && /^(?:took|takes|passed|went|goes)$/.test(foldedAt(reading, to + 1)))
  );
}

/** The one law that the sentences before s call by its own name: those right before, else all; null when none or several are. */
function soleProper(reading: Reading, s: number, lawsOf: LawsOf): LawPhrase | null {
  for (const back of [1, 2, sentencesMax]) {
    const names = new Map<string, LawPhrase>();
    for (let k = Math.max(0, s - back); k < s; k++)
      for (const law of lawsOf(k)) if (isProper(reading, law) && !law.bill) names.set(law.name, law);
    const [one] = names.values();
    if (names.size > 0) return names.size === 1 && one ? one : null;
  }
  return null;
}

function isProper(reading: Reading, law: LawPhrase): boolean {
  return law.bill || hasShape(reading, law.to - 1, shape.capital);
}

/** "House Bill 511, which takes effect Jan. 1", "The law, House Bill 511," */
function hasPassed(reading: Reading, law: LawPhrase): boolean {
  if (foldedAt(reading, law.from - 1) === ',' && /^(?:law|statute)$/.test(foldedAt(reading, law.from - 2))) return true;
  for (let i = law.to; i < law.to + 5; i++)
    if (/^(?:passed|signed|enacted|adopted|took|takes|taking|approved|effect|law)$/.test(foldedAt(reading, i)))
      return true;
  return false;
}

/** What "it" means where the clause or the sentence before is about a law. */
function calledIt(
  context: SentenceContext,
  s: number,
  it: number,
  lawsOf: LawsOf,
): { readonly s: number; readonly law: LawPhrase } | null {
  const { grammar, reading, from } = context;
  const here = lawsOf(s).find((law) => law.to <= it);
  if (here) return opensPhrase(context, here) && here.from <= from + 4 ? { s, law: here } : null;
  if (it > from + 1) return null;
  for (let k = s - 1; k >= Math.max(0, s - 2); k--) {
    const [first] = sentenceRange(reading, k);
    const law = lawsOf(k).find((item) => item.from <= first + 3);
    if (law && begins(grammar, reading, first, law.from)) return { s: k, law };
    // "It also requires …": the same again.
    if (foldedAt(reading, first) !== 'it') return null;
  }
  return null;
}
