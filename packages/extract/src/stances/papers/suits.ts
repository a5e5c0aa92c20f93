// What those who sue hold by what they claim: "sued the city, arguing that its rule breaks state law", "The lawsuit says officers stop people to …".
// Knows who sues and how claims are told; what is claimed to be done is complained of, what is claimed against the law is opposed.
import { foldedAt, hasShape, type Reading, sentenceRange } from '../../reading/reading.ts';
import { shape } from '../../reading/tokens.ts';
import { isSpeech, type Link } from '../chains/chains.ts';
import { isOf } from '../clauses/grammar.ts';
import type { Candidate } from '../holders/candidate.ts';
import type { Analysis } from '../judge.ts';
import { ruling } from '../ruling.ts';
import type { JudgeContext, SentenceContext } from '../sentence-context.ts';
import { stanceOf } from '../stance-record.ts';
import { plaintiffsIn, suesAt } from './plaintiffs.ts';

/** Why a phrase has no holder yet, where those who sue may be it. */
const open =
  /^the speaker describes what another|^who ".*" is not plain$|^the subject of .* is not plain$|only as something decided|says that it is not done$|^it is done to its subject|^nobody does anything/;

/** The story goes on about a suit for so many sentences. */
const sentencesMax = 8;

/** The analyses, with what suits claim held by those who sue. */
export function assignToSuitors(judge: JudgeContext, analyses: readonly Analysis[]): readonly Analysis[] {
  return analyses.map((analysis) => {
    const { judgement, context, frame } = analysis;
    if ('stances' in judgement) return withNames(judge, analysis);
    if (judgement.chain.broken !== null || frame.rule.source.argues) return analysis;
    if (!open.test(judgement.because)) return analysis;
    const claim = claimBefore(context, frame.from);
    if (claim === null) return asked(judge, analysis, analyses);
    const suitors = suitorsOf(context, judge, claim);
    if (suitors.length === 0) return analysis;
    const links = judgement.chain.links.filter(
      ({ kind, hit }) => !isSpeech(kind) && (hit.from > claim || hit.from >= frame.to),
    );
    const verdict = verdictOf(context, analysis, links);
    if (verdict === null) return analysis;
    const stances = suitors.map((suitor) =>
      stanceOf(
        context,
        frame,
        ruling(context, suitor, links, null, null, {
          act: 'lawsuit',
          modality: 'alleged',
          basis: 'position',
          complaint: verdict < 0 ? 'complaint' : null,
          doubt: 0.1,
        }),
      ),
    );
    return { ...analysis, judgement: { stances, chain: judgement.chain } };
  });
}

/** "A Salem man and a nonprofit sued …": held by each of them, by the names that the story gives. */
function withNames(judge: JudgeContext, analysis: Analysis): Analysis {
  const { judgement, context } = analysis;
  if (!('stances' in judgement) || suesAt(context.grammar, context.reading, context.from, context.to) === null)
    return analysis;
  const parties = plaintiffsIn({ ...context, candidatesOf: judge.candidatesOf }, sentenceOf(context));
  const isSame = parties.length < 2 && parties.every(({ told, holder }) => told === holder);
  const own = (name: string): boolean => !isSame && parties.some(({ told }) => isToldAs(context, told, name));
  const stances = judgement.stances.flatMap((stance) => {
    if (!own(stance.holder)) return [stance];
    return parties.map(({ holder: { name, holderType } }) => {
      const trace = stance.trace.replace(`: ${stance.holder} `, `: ${name} `);
      return { ...stance, holder: name, holderType, trace };
    });
  });
  return { ...analysis, judgement: { ...judgement, stances } };
}

function isToldAs({ reading }: SentenceContext, { name, to }: Candidate, holder: string): boolean {
  return holder === name || holder.toLowerCase() === foldedAt(reading, to - 1);
}

function sentenceOf({ reading, from }: SentenceContext): number {
  return reading.sentenceOf[from] ?? 0;
}

/** "The suit asks a judge to order the jail to stop …", "It seeks …" behind a sentence on the suit, "sued, asking a judge to …": whoever sues asks for it. */
function asked(judge: JudgeContext, analysis: Analysis, analyses: readonly Analysis[]): Analysis {
  const { judgement, context, frame } = analysis;
  const links = judgement.chain.links.filter(({ behind }) => !behind);
  const [lead] = links;
  if (!lead) return analysis;
  const suitors = suitorsAsking(judge, context, lead, analyses);
  const stances = suitors.map((suitor) =>
    stanceOf(
      context,
      frame,
      ruling(context, suitor, links, null, null, {
        act: 'lawsuit',
        modality: 'demanded',
        basis: 'position',
        doubt: 0.1,
      }),
    ),
  );
  return stances.length > 0 ? { ...analysis, judgement: { stances, chain: judgement.chain } } : analysis;
}

function suitorsAsking(
  judge: JudgeContext,
  context: SentenceContext,
  lead: Link,
  analyses: readonly Analysis[],
): readonly Candidate[] {
  const { reading, grammar, from, to } = context;
  const s = sentenceOf(context);
  const sues = suesAt(grammar, reading, from, to);
  if (sues !== null) {
    const own = lead.hit.from === sues || (lead.hit.from > sues && seeking.test(foldedAt(reading, lead.hit.from)));
    return own ? plaintiffsIn({ ...context, candidatesOf: judge.candidatesOf }, s).map(({ holder }) => holder) : [];
  }
  if (lead.kind !== 'demand') return [];
  const opening = foldedAt(reading, from) === 'it' && s > 0 ? sentenceRange(reading, s - 1)[0] : from;
  const suit = suitAt(context, opening);
  if (suit === null) return [];
  // "The lawsuit, filed in Polk County, asks a judge to …"
  const aside = opening === from && foldedAt(reading, suit + 1) === ',' && foldedAt(reading, lead.hit.from - 1) === ',';
  if (lead.hit.from > from + 4 && !aside) return [];
  const before = suitorsBefore(judge, context, s);
  const told = before.length > 0 ? null : suitorTold(analyses, s);
  return told ? [told] : before;
}

const seeking = /^(?:asking|seeking|demanding|hoping|trying)$/;

/** The token of "lawsuit" in "The federal lawsuit" at a token; null where that opens with something else. */
function suitAt({ grammar, reading }: SentenceContext, from: number): number | null {
  let i = from;
  while (isOf(grammar, reading, i, 'determiner') || /^(?:federal|class-action)$/.test(foldedAt(reading, i))) i++;
  return /^(?:lawsuit|suit|complaint)$/.test(foldedAt(reading, i)) ? i : null;
}

/** Who is told to have sued in the sentences before s; nobody where none is. */
function suitorsBefore(judge: JudgeContext, { grammar, reading }: SentenceContext, s: number): readonly Candidate[] {
  for (let k = s - 1; k >= Math.max(0, s - sentencesMax); k--) {
    const [first, last] = sentenceRange(reading, k);
    const parties = plaintiffsIn({ grammar, reading, candidatesOf: judge.candidatesOf }, k);
    if (parties.length > 0) return parties.map(({ holder }) => holder);
    const suitor = suingIn(reading, judge.candidatesOf(k), first, last);
    if (suitor) return [suitor];
  }
  return [];
}

/** Who holds what a suit claims by what the sentences before s told: "Two men who were held sued …"; null where nobody does. */
function suitorTold(analyses: readonly Analysis[], s: number): Candidate | null {
  for (const { context, judgement } of analyses) {
    const at = context.reading.sentenceOf[context.from] ?? 0;
    if (at >= s || at < s - sentencesMax || !('stances' in judgement)) continue;
    const held = judgement.stances.find(({ act }) => act === 'lawsuit' || act === 'allegation');
    const suitor = held && context.candidates.find(({ name }) => name === held.holder);
    if (suitor && canSue(suitor) && tellsOfSuit(context)) return suitor;
  }
  return null;
}

function tellsOfSuit({ reading, from, to }: SentenceContext): boolean {
  for (let i = from; i < to; i++) if (/^(?:sued|suit|lawsuit)$/.test(foldedAt(reading, i))) return true;
  return false;
}

const claims =
  /^(?:arguing|claiming|saying|contending|alleging|asserting|argues|claims|says|contends|alleges|asserts|charges)$/;

/** The verb of claiming before a phrase; −1 … null where none stands there, or another clause begins between. */
function claimBefore({ reading, from }: SentenceContext, frame: number): number | null {
  for (let i = frame - 1; i > from; i--) {
    const word = foldedAt(reading, i);
    if (claims.test(word)) return i;
    if (/^(?:;|but|if|unless|although|while|whether)$/.test(word) || hasShape(reading, i, shape.quote)) return null;
  }
  return null;
}

/** Whoever sues in the clause before the claim, or, of "the lawsuit", in the sentences before; nobody where none plainly does. */
function suitorsOf(context: SentenceContext, judge: JudgeContext, claim: number): readonly Candidate[] {
  const { reading, candidates, from } = context;
  const s = sentenceOf(context);
  if (/ing$/.test(foldedAt(reading, claim))) {
    const parties = plaintiffsIn({ ...context, candidatesOf: judge.candidatesOf }, s);
    if (parties.length > 0) return parties.map(({ holder }) => holder);
    const suitor = suingIn(reading, candidates, from, claim);
    return suitor ? [suitor] : [];
  }
  // "The lawsuit says", "The complaint, filed by X, says"
  const i = suitAt(context, from);
  if (i === null) return [];
  if (foldedAt(reading, i + 1) === ',')
    for (let by = i + 2; by < claim; by++)
      if (foldedAt(reading, by) === 'by')
        return candidates.filter((item) => item.from > by && item.to < claim && item.from <= by + 12 && canSue(item));
  if (claim !== i + 1 && foldedAt(reading, i + 1) !== ',') return [];
  return suitorsBefore(judge, context, s);
}

function canSue({ role, holderType }: Candidate): boolean {
  return role !== 'document' && holderType !== 'court';
}

/** Who stands right before "sued" or "filed suit" in tokens `[from, to)`. */
function suingIn(reading: Reading, candidates: readonly Candidate[], from: number, to: number): Candidate | null {
  for (let i = from + 1; i < to; i++) {
    const word = foldedAt(reading, i);
    const files =
      /^(?:filed|brought)$/.test(word) &&
      [1, 2, 3, 4].some((k) => /^(?:suit|lawsuit|lawsuits|complaint)$/.test(foldedAt(reading, i + k)));
    const goes = word === 'went' && foldedAt(reading, i + 2) === 'court';
    if (word !== 'sued' && !files && !goes) continue;
    const before = candidates.filter((item) => item.to <= i && item.from >= from && canSue(item));
    const direct = before.find((item) => item.to === i || /^(?:has|have|also)$/.test(foldedAt(reading, item.to)));
    if (direct) return direct;
    const [first, ...others] = before;
    // "Two residents of Topeka filed", "Four drivers sued"
    const places = others.every((item) => /^(?:city|county|state)$/.test(item.holderType) && item.named);
    return first && places && !/^(?:city|county|state)$/.test(first.holderType) && first.from <= from + 4
      ? first
      : null;
  }
  return null;
}

/** +1 where the words tell their own sign (what must be, what is against the law), −1 where they tell what is done and complained of; null where neither is told. */
function verdictOf(context: SentenceContext, { frame }: Analysis, links: readonly Link[]): 1 | -1 | null {
  const { hits, reading } = context;
  if (links.some(({ kind }) => /^(?:judge|demand|question|decide)$/.test(kind))) return null;
  const illegal = links.some(({ kind, behind }) => kind === 'effect' && behind);
  if (illegal || links.some(({ kind }) => kind === 'should')) return 1;
  // "claiming the directive that officers stay out of it breaks state law": the verdict stands behind what it is on.
  const behind = hits.operators.some(
    ({ rule, from }) => /^(?:breaks|ill-judged|faulted)$/.test(rule.id) && from >= frame.to,
  );
  // "its rule against helping ICE violates a law"
  if (behind) return /^(?:against|from|without)$/.test(foldedAt(reading, frame.from - 1)) ? null : -1;
  if (frame.rule.source.kind === 'noun' || frame.rule.source.kind === 'clause') return null;
  const group = context.groupAt(links.find((link) => !link.behind && link.kind !== 'not')?.hit.from ?? frame.from);
  if (group.would || group.future || group.infinitive) return null;
  // "without a warrant", "only when": what is complained of may be how it is done.
  return /^(?:without|before|only)$/.test(foldedAt(reading, frame.to)) ? null : -1;
}
