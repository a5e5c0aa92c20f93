// Whose a department's policy, order or manual is: "officers may not …, according to the department's manual", "Under a policy that Chief Wynn issued, …".
// Those who are told what they may do hold nothing; whoever made the rule does. Knows papers, their owners and makers; no issue.

import type { Stance } from '@civicwire/shared';
import { foldedAt, isCapital, type Reading, sentenceRange } from '../../reading/reading.ts';
import { isSpeech, type Link } from '../chains/chains.ts';
import { type Grammar, isOf } from '../clauses/grammar.ts';
import type { Candidate } from '../holders/candidate.ts';
import { textOf } from '../holders/holder-names.ts';
import { making } from '../holders/makers.ts';
import { subjectOf } from '../holders/subjects.ts';
import type { Analysis } from '../judge.ts';
import { leadVerb } from '../rule-on-speech.ts';
import { ruling } from '../ruling.ts';
import type { JudgeContext, SentenceContext } from '../sentence-context.ts';
import { stanceOf } from '../stance-record.ts';
import { begins, binds, isSubject, isUnder, type Paper } from './standing-clauses.ts';

/** Why a phrase has no holder yet, where whoever made a policy may be it. */
const open =
  /is not plain$|decided elsewhere$|names no doer$|^it is not allowed|^the article itself|^what a document does|is no one in particular$|only as something decided|^a verb that no rule knows|^the speaker describes a document/;

/** A story goes on about a policy for so many sentences. */
const sentencesMax = 6;

/** The analyses, with what policies bar and ask held by whoever made them. */
export function assignToPolicyMakers(judge: JudgeContext, analyses: readonly Analysis[]): readonly Analysis[] {
  return analyses.map((analysis) => {
    const { judgement, context, frame } = analysis;
    if ('stances' in judgement) {
      const stances = judgement.stances.map((stance) => withMaker(context, stance));
      return { ...analysis, judgement: { ...judgement, stances } };
    }
    if (judgement.chain.broken !== null || !open.test(judgement.because)) return analysis;
    if (frame.rule.source.argues || isOnlyPossible(context, analysis)) return analysis;
    const after = behindUnder(context);
    const links = judgement.chain.links.filter(
      (link) => !isFromPaper(context, link) && (link.behind || link.hit.from > after),
    );
    if (links.some((link) => isSpeech(link.kind))) return analysis;
    const holder = holderOver(context, judge, analysis, links);
    if (holder === null) return analysis;
    const stance = stanceOf(
      context,
      frame,
      ruling(context, holder, links, null, null, {
        act: 'policy',
        modality: 'asserted',
        basis: 'position',
        doubt: 0.1,
      }),
    );
    // "The policy still permits …": what a chief's new limits left as it was is not the chief's wish.
    if (holder.role === 'official' && isOfAnotherMind(analyses, stance)) return analysis;
    return { ...analysis, judgement: { stances: [stance], chain: judgement.chain } };
  });
}

/** "Officers couldn't tell agents of it": what a change would do, and no policy that stands. */
function isOnlyPossible(context: SentenceContext, { frame, judgement }: Analysis): boolean {
  const lead = leadVerb(frame, judgement.chain.links);
  if (lead === null) return false;
  for (let i = context.groupAt(lead.token).left; i < lead.token; i++)
    if (foldedAt(context.reading, i) === 'could') return true;
  return false;
}

/** Whether the story tells the contrary of the same holder elsewhere. */
function isOfAnotherMind(analyses: readonly Analysis[], { holder, issue, position }: Stance): boolean {
  return analyses.some(
    ({ judgement }) =>
      'stances' in judgement &&
      judgement.stances.some((one) => one.holder === holder && one.issue === issue && one.position !== position),
  );
}

/** What "the department's policy says" is the department's. */
function withMaker(context: SentenceContext, stance: Stance): Stance {
  if (stance.holderType !== 'document' || stance.modality === 'proposed') return stance;
  const paper = context.candidates.find((item) => item.role === 'document' && item.name === stance.holder);
  const noun = paper ? foldedAt(context.reading, paper.to - 1) : '';
  // "A city ordinance" stands for itself.
  if (!paper || noun === 'ordinance' || !nouns.test(noun)) return stance;
  const maker = makerOf(context.reading, context.candidates, paper);
  if (maker === null) return stance;
  const trace = stance.trace.replace(`: ${stance.holder} `, `: ${maker.name} `);
  return { ...stance, holder: maker.name, holderType: maker.holderType, trace };
}

const nouns = /^(?:policy|directive|order|manual|guidelines|handbook|protocol|rules|ordinance)$/;

/** The policies named in tokens `[from, to)`: each from its first modifier to its noun. */
function papersIn(grammar: Grammar, reading: Reading, from: number, to: number): readonly Paper[] {
  const papers: Paper[] = [];
  for (let i = from; i < to; i++) {
    if (!isOf(grammar, reading, i, 'paper') || !nouns.test(foldedAt(reading, i))) continue;
    // "in order to", "a court order", "the policy director"
    if (
      /^(?:to|director|adviser|advisor|analyst|manager)$/.test(foldedAt(reading, i + 1)) ||
      foldedAt(reading, i - 1) === 'in'
    )
      continue;
    let begin = i;
    while (begin > from && i - begin < 4 && isModifier(grammar, reading, begin - 1)) begin--;
    let other = false;
    for (let k = begin; k < i; k++)
      if (
        /^(?:proposed|draft|court|model|old|former|previous|restraining|judge|sanitation|law)$/.test(
          foldedAt(reading, k),
        )
      )
        other = true;
    if (!other) papers.push({ from: begin, to: i + 1 });
  }
  return papers;
}

function isModifier(grammar: Grammar, reading: Reading, i: number): boolean {
  return (
    /^[\p{L}\d-]+$/u.test(foldedAt(reading, i)) &&
    !isOf(grammar, reading, i, 'determiner', 'preposition', 'auxiliary', 'modal', 'conjunction', 'relative', 'pronoun')
  );
}

/** "according to the department's manual", "the policy says": a paper speaks. */
function isFromPaper({ grammar, reading, to }: SentenceContext, { hit, kind }: Link): boolean {
  if (kind !== 'say') return false;
  if (nouns.test(foldedAt(reading, hit.from - 1))) return true;
  return (
    foldedAt(reading, hit.from) === 'according' &&
    papersIn(grammar, reading, hit.to, Math.min(to, hit.to + 9)).length > 0
  );
}

/** The comma behind "Under a policy adopted last year,": what stands before it governs nothing. The first token where none opens the sentence. */
function behindUnder({ reading, from, to }: SentenceContext): number {
  if (foldedAt(reading, from) !== 'under') return from - 1;
  for (let i = from; i < Math.min(to, from + 20); i++) if (foldedAt(reading, i) === ',') return i;
  return from - 1;
}

/** Who made the policy that a phrase is told of; null where none is told of, or its maker is not known. */
function holderOver(
  context: SentenceContext,
  judge: JudgeContext,
  { frame }: Analysis,
  links: readonly Link[],
): Candidate | null {
  const { grammar, reading, candidates, from, to } = context;
  const lead = leadVerb(frame, links);
  if (lead === null) return null;
  const papers = papersIn(grammar, reading, from, to);
  const s = reading.sentenceOf[from] ?? 0;
  const subject = subjectOf(context, lead.token);
  const group = context.groupAt(lead.token);
  const permits =
    group.future || /^(?:may|can)$/.test(foldedAt(reading, group.left)) || binds(context, lead.token, links);
  const outer = papers.find(
    (paper) => isUnder(context, paper, frame.from, lead.token) || isSourceAt(reading, paper, from),
  );
  if (outer) {
    // What a council adopted is no rule of the police whom it binds.
    const adopted = /^(?:ordinance|rules)$/.test(foldedAt(reading, outer.to - 1));
    const told = subject.type === 'candidate' && !adopted ? departmentOf(context, subject.candidate) : null;
    const does = told !== null && told.role === 'government' && !group.would && !group.infinitive;
    if (!permits && !does) return null;
    return (
      makerOf(reading, candidates, outer) ??
      told ??
      (adopted ? null : policeBefore(context, frame.from)) ??
      earlierMaker(grammar, reading, judge, s) ??
      paperItself(context, outer)
    );
  }
  if (group.would || group.infinitive || group.gerund || group.passive || group.unsure) {
    // "Officers still may not chase motorcycles.": in a story of a policy, the policy says so.
    return permits && isStaff(context, subject.type === 'candidate' ? subject.candidate : null, group.left)
      ? earlierMaker(grammar, reading, judge, s)
      : null;
  }
  const own = papers.find((paper) => isSubject(context, paper, group.left));
  if (own)
    return (
      makerOf(reading, candidates, own) ??
      earlierMaker(grammar, reading, judge, s) ??
      policeBefore(context, frame.from) ??
      paperItself(context, own)
    );
  if (subject.type === 'pronoun' && foldedAt(reading, subject.token) === 'it' && subject.token <= from + 1 && s > 0) {
    const [first, last] = sentenceRange(reading, s - 1);
    const opens = papersIn(grammar, reading, first, last).find(
      (paper) => begins(grammar, reading, first, paper.from) || isSourceAt(reading, paper, first),
    );
    if (opens || foldedAt(reading, first) === 'it') return earlierMaker(grammar, reading, judge, s);
  }
  return null;
}

/** "Worcester police officers may …": the named police of a sentence, before a token. */
function policeBefore(context: SentenceContext, until: number): Candidate | null {
  const police = context.candidates.find(
    (item) => item.to <= until && item.named && /^police-(?:officer|department|collective)$/.test(item.holderType),
  );
  return police ? departmentOf(context, police) : null;
}

/** "Under the policy, officers may not …" where nobody is told to have made it. */
function paperItself({ reading }: SentenceContext, { from, to }: Paper): Candidate | null {
  if (foldedAt(reading, to - 1) === 'ordinance' && !/^(?:the|this|that)$/.test(foldedAt(reading, from - 1)))
    return null;
  const name = textOf(reading, from, to);
  return { from, to, name, holderType: 'document', role: 'document', named: false };
}

/** "according to the department's revised manual": the paper that words come from. */
function isSourceAt(reading: Reading, paper: Paper, from: number): boolean {
  for (let i = paper.from - 1; i > Math.max(from, paper.from - 6); i--)
    if (foldedAt(reading, i) === 'according') return true;
  return false;
}

/** Whose a paper is, by the words beside it: an owner, a maker, or the body in its name. */
export function makerOf(reading: Reading, candidates: readonly Candidate[], paper: Paper): Candidate | null {
  const isOne = ({ role, named, holderType }: Candidate): boolean =>
    role === 'government' || role === 'official' || (named && role !== 'document' && holderType !== 'outlet');
  for (let i = paper.to - 2; i >= paper.from - 1; i--) {
    if (foldedAt(reading, i) === "'s") return candidates.find((item) => item.to === i && isOne(item)) ?? null;
    const body = candidates.find((item) => item.to === i + 1 && item.role === 'government');
    if (body) return body;
  }
  if (/^(?:of|from)$/.test(foldedAt(reading, paper.to)))
    return candidates.find((item) => isOne(item) && item.from > paper.to && item.from <= paper.to + 2) ?? null;
  for (let i = paper.to; i < paper.to + 10; i++) {
    if (!making.test(foldedAt(reading, i)) && !/^(?:released|posted|revised|updated)$/.test(foldedAt(reading, i)))
      continue;
    const before = candidates.find((item) => item.to === i && isOne(item) && item.from >= paper.to);
    if (before) return before;
    for (let by = i + 1; by < i + 7; by++)
      if (foldedAt(reading, by) === 'by')
        return candidates.find((item) => isOne(item) && item.from > by && item.from <= by + 2) ?? null;
    return null;
  }
  return null;
}

/** Whose rules a subject goes by: officers' their department's, a body's its own. */
export function departmentOf(
  { reading, candidates }: Pick<SentenceContext, 'reading' | 'candidates'>,
  subject: Candidate,
): Candidate | null {
  if (subject.role !== 'government') return null;
  if (subject.holderType !== 'police-officer') return subject;
  // "The transit district's officers"
  if (foldedAt(reading, subject.from - 1) === "'s")
    return candidates.find((item) => item.to === subject.from - 1 && item.role === 'government') ?? null;
  const last = foldedAt(reading, subject.to - 1);
  if (!/^(?:officers|police)$/.test(last)) return subject;
  const police = foldedAt(reading, subject.to - 2) === 'police';
  const named = isCapital(reading, subject.from) && subject.to - subject.from > 1 && subject.named;
  if (!named) return null;
  const name = textOf(reading, subject.from, subject.to - 1);
  return { ...subject, to: subject.to - 1, name: police ? name : `${name} police`, holderType: 'police-department' };
}

/** "Officers", "A supervisor": those whom a department tells what to do, under no name. */
function isStaff({ reading, from }: SentenceContext, subject: Candidate | null, left: number): boolean {
  if (subject !== null) return subject.holderType === 'police-officer' && !subject.named && subject.from <= from + 1;
  return (
    /^(?:supervisors?|employees|dispatchers|detectives|staff|sergeants?)$/.test(foldedAt(reading, left - 1)) &&
    left - from <= 3
  );
}

/** Who made the policy that the sentences before s told of; null when they told of none, or not whose it is. */
function earlierMaker(grammar: Grammar, reading: Reading, judge: JudgeContext, s: number): Candidate | null {
  for (let k = s - 1; k >= Math.max(0, s - sentencesMax); k--) {
    const [from, to] = sentenceRange(reading, k);
    const papers = papersIn(grammar, reading, from, to);
    const candidates = papers.length > 0 ? judge.candidatesOf(k) : [];
    for (const paper of papers) {
      const maker = makerOf(reading, candidates, paper);
      if (maker) return maker;
    }
    const police = candidates.find((item) => /^police-(?:officer|department)$/.test(item.holderType) && item.named);
    if (police) return departmentOf({ reading, candidates }, police);
  }
  return null;
}
