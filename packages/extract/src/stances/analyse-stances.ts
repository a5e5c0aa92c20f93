// All issue phrases of a document with what became of each. Knows the order of work; the calculus is judge.ts.
import type { Stance } from '@civicwire/shared';
import type { Document } from '../document.ts';
import { readText, sentenceRange } from '../reading/reading.ts';
import type { Vocabulary } from '../reading/vocabulary.ts';
import { withNamedBodies } from './holders/bodies-called-back.ts';
import type { Candidate, TypeOf } from './holders/candidate.ts';
import { createTypeOf } from './holders/candidates.ts';
import { assignToAdopters } from './holders/makers.ts';
import { personRole } from './holders/people-roles.ts';
import { type Analysis, judgeFrame } from './judge.ts';
import { createLexicon, type Lexicon } from './lexicon.ts';
import { sentenceTokensMax } from './long-sentences.ts';
import { type Agenda, findAgenda, findDecided } from './measure/agenda.ts';
import { calledBack, calledInPassing } from './measure/called-things.ts';
import { findDrafts, proposerOf } from './measure/drafts.ts';
import { findInstruments } from './measure/instruments.ts';
import { calledLast } from './measure/last-told.ts';
import { type Business, findOtherBusiness } from './measure/other-business.ts';
import { createNamesOther } from './measure/other-things.ts';
import { findPassing, isPassed, isPromised, isStrong } from './measure/passing-measures.ts';
import { assignToSponsors, findSponsors } from './measure/sponsors.ts';
import { createTold } from './measure/told.ts';
import { mirrored, withoutTwins } from './measure/twins.ts';
import { unamended } from './measure/vetoed-amendments.ts';
import type { CompiledPacks } from './packs/compiled-packs.ts';
import { assignToCourts } from './papers/courts.ts';
import { findDraftClauses } from './papers/draft-duties.ts';
import { findLawMakers } from './papers/law-makers.ts';
import { assignToLaws } from './papers/laws.ts';
import { withoutNamelessPapers } from './papers/nameless-papers.ts';
import { withoutOwnRefusals } from './papers/own-requests.ts';
import { assignToPolicyMakers } from './papers/policies.ts';
import { findSuitFriends } from './papers/suit-friends.ts';
import { assignToSuitors } from './papers/suits.ts';
import {
  createSentenceReader,
  type JudgeContext,
  type SentenceContext,
  type SentenceReader,
} from './sentence-context.ts';
import { findAgreements } from './sides/agreements.ts';
import { findAnswers } from './sides/answers.ts';
import { findArguments } from './sides/arguments.ts';
import { findDenials } from './sides/denials.ts';
import { withoutOthersWords } from './sides/others-words.ts';
import { findReasons } from './sides/reasons.ts';
import { findReplies } from './sides/replies.ts';
import { type Foretelling, findForetellings, findSides } from './sides/sides.ts';
import { findSteadfast } from './sides/steadfast.ts';
import { findTurnouts } from './sides/turnouts.ts';
import { findVoters, motionsOf } from './sides/vote-lists.ts';

/** A lexicon that is ready for documents of one vocabulary. */
export interface StanceReader {
  readonly vocabulary: Vocabulary;
  readonly lexicon: Lexicon;
  readonly typeOf: TypeOf;
}

export function createStanceReader(vocabulary: Vocabulary, packs: CompiledPacks): StanceReader {
  const lexicon = createLexicon(vocabulary, packs);
  return { vocabulary, lexicon, typeOf: createTypeOf(lexicon, vocabulary) };
}

/** What became of every issue phrase, in text order. */
export interface Analyses {
  /** The document's sentences, each read when it is asked for. */
  readonly sentences: SentenceReader;
  readonly analyses: readonly Analysis[];
  /** What the story is about; null when it is not one plain measure. */
  readonly agenda: Agenda | null;
}

/** The sentences in which an issue phrase stands; the others cost one look-up a word. Null where there is none, nor one that does not count. */
function readSentences({ reading }: Document, sentences: SentenceReader): readonly SentenceContext[] | null {
  const contexts: SentenceContext[] = [];
  let isTouched = false;
  for (let s = 0; s + 1 < reading.sentenceStarts.length; s++) {
    const [from, to] = sentenceRange(reading, s);
    if (to - from > sentenceTokensMax) continue;
    const found = sentences.framesOf(s);
    if (found.frames.length > 0) contexts.push(sentences.read(s, [], found));
    isTouched ||= found.cancelled.length > 0;
  }
  return contexts.length > 0 || isTouched ? contexts : null;
}

/** Judges every issue phrase of a document; then those sentences that only call back to a document described before ("denied this petition"). */
export function analyseStances(document: Document, reader: StanceReader): Analyses {
  const sentences = createSentenceReader(document, reader.lexicon, reader.typeOf);
  const contexts = readSentences(document, sentences);
  if (contexts === null) return { sentences, analyses: [], agenda: null };
  const judge = judgeContext(document, reader, sentences);
  const all = (context: SentenceContext): readonly Analysis[] =>
    context.hits.frames.flatMap((frame) =>
      frame.rule.source.argues ? [] : [{ context, frame, judgement: judgeFrame(context, judge, frame) }],
    );
  const analyses = contexts.flatMap(all);
  const direct = new Set(analyses);
  const story = { document, grammar: reader.lexicon.grammar, sentences, all };
  const headline = headlineOf(document, reader);
  let agenda = unamended(document, findAgenda(document, analyses, headline));
  const own = agenda ? withoutTwins(analyses, agenda) : analyses;
  const sued = assignToSuitors(judge, own);
  const instruments = findInstruments(document.reading, own, agenda, sued);
  const passing = findPassing(document.reading, analyses, agenda);
  let business = businessOf(document, contexts, agenda);
  if (instruments.length > 0) {
    const called = calledBack(story, analyses, instruments, agenda, passing, business);
    analyses.push(...called);
    if (agenda === null) {
      agenda = unamended(document, findDecided(document, analyses, called, headline));
      business = businessOf(document, contexts, agenda);
    }
  }
  analyses.push(...calledInPassing(story, analyses, instruments, passing));
  analyses.push(...calledLast(story, analyses));
  if (instruments.length > 0 || agenda !== null)
    analyses.push(...findSponsors(document, reader.lexicon.grammar, instruments, sentences.read, agenda));
  analyses.push(...findSuitFriends({ document, read: sentences.read }, sued));
  const isOther = createNamesOther(document.reading, instruments);
  analyses.push(...findVoters(document, analyses, sentences.read, isOther, agenda));
  const told = createTold(analyses);
  const asking = { document, judge, told, read: sentences.read };
  analyses.push(...findAnswers(asking, contexts), ...findReplies(asking, analyses));
  const common = { document, lexicon: reader.lexicon, judge, told, read: sentences.read };
  const debate = agenda && { ...common, agenda, motionAt: motionsOf(analyses, agenda) };
  const foretold: Foretelling[] = [];
  // What was called back may tell of more.
  const passed = findPassing(document.reading, analyses, agenda);
  if (debate)
    analyses.push(
      ...findSides(
        debate,
        foretold,
        (s, hit) =>
          business[s] !== 'item' &&
          (isStrong(hit) || (!isPassed(s, passed) && business[s] !== 'aside')) &&
          !isOther(debate.agenda.rule.source.issue, hit.from, hit.to),
      ),
      ...findTurnouts(debate, instruments, (s) => !isPassed(s, passed) && business[s] === 'measure'),
    );
  for (const { agenda: other, until } of passed) {
    const aside = { ...common, agenda: other, motionAt: motionsOf(analyses, other) };
    const near: Foretelling[] = [];
    analyses.push(
      ...findSides(
        aside,
        near,
        (s, hit) =>
          !isOther(other.rule.source.issue, hit.from, hit.to) &&
          s > other.sentence &&
          s < until &&
          (!isStrong(hit) || (agenda === null && isPromised(document.reading, hit))),
      ),
    );
    analyses.push(...findForetellings(aside, near));
  }
  // A pack's own arguments say more of its issue than general words.
  const argued = findArguments(contexts, judge, analyses, agenda);
  for (const argument of argued) told.add(argument);
  if (debate) analyses.push(...findForetellings(debate, foretold));
  analyses.push(...findAgreements(asking, analyses), ...findDenials(asking, analyses));
  const steadfast = findSteadfast(asking, analyses);
  analyses.push(
    ...findReasons(
      {
        document,
        grammar: reader.lexicon.grammar,
        instruments,
        read: sentences.read,
        agenda,
      },
      analyses,
      argued,
    ),
    ...argued,
    ...steadfast,
  );
  analyses.push(...findDraftClauses(story, analyses, agenda));
  const issue = agenda?.rule.source.issue;
  const onMeasure = analyses.filter(
    (analysis) =>
      direct.has(analysis) ||
      analysis.frame.rule.source.issue !== issue ||
      business[document.reading.sentenceOf[analysis.context.from] ?? 0] !== 'item',
  );
  const called = onMeasure.filter((analysis) => !direct.has(analysis));
  if (agenda) onMeasure.push(...mirrored(called, agenda));
  const ruled = assignToSuitors(judge, assignToCourts(judge, assignToPolicyMakers(judge, onMeasure)));
  const held = assignToAdopters(assignToSponsors(ruled), agenda);
  const standing = assignToLaws(reader.lexicon.grammar, document.reading, judge, held);
  const meant = withoutOwnRefusals(withoutNamelessPapers(document.reading, standing));
  const named = withNamedBodies(document, judge, meant);
  const sorted = [...withoutOthersWords(named), ...findLawMakers(document.reading, standing, sentences.read)].toSorted(
    (a, b) => a.context.from - b.context.from || a.frame.from - b.frame.from,
  );
  return { sentences, analyses: sorted, agenda };
}

function businessOf(
  { reading }: Document,
  contexts: readonly SentenceContext[],
  agenda: Agenda | null,
): readonly Business[] {
  return agenda === null ? [] : findOtherBusiness(reading, contexts, agenda);
}

/** What the title says, judged like a sentence of a text of its own; none for a story without one. */
function headlineOf(document: Document, reader: StanceReader): readonly Analysis[] {
  if (!document.title) return [];
  const reading = readText(document.title, reader.vocabulary);
  const nobody = { people: [], organizations: [], places: [], officials: [], quotes: [] };
  const headline: Document = { ...document, ...nobody, text: document.title, reading };
  const sentences = createSentenceReader(headline, reader.lexicon, reader.typeOf);
  const judge = judgeContext(headline, reader, sentences);
  return (readSentences(headline, sentences) ?? []).flatMap((context) =>
    context.hits.frames.map((frame) => ({ context, frame, judgement: judgeFrame(context, judge, frame) })),
  );
}

function judgeContext(
  document: Document,
  { lexicon, typeOf }: StanceReader,
  { candidatesOf }: SentenceReader,
): JudgeContext {
  const drafts = findDrafts(document).map((draft) => ({
    ...draft,
    proposer: proposerOf(document, draft, candidatesOf) ?? ('unknown' as const),
  }));
  const proposerAt = (token: number): Candidate | 'unknown' | null =>
    drafts.find((draft) => draft.from <= token && token < draft.to)?.proposer ?? null;
  const roleOf = (person: string): Pick<Candidate, 'holderType' | 'role'> =>
    personRole(document, lexicon, typeOf, person);
  return { typeOf, roleOf, candidatesOf, proposerAt };
}

/** The stances of some analyses: repeats within a story are one record, and a holder found on both sides in one sentence is dropped with a note. */
export function collectStances(analyses: readonly Analysis[]): {
  readonly stances: readonly Stance[];
  readonly notes: readonly string[];
} {
  const notes: string[] = [];
  const kept: { stance: Stance; sentence: number }[] = [];
  for (const { context, frame, judgement } of analyses) {
    const words = context.reading.text
      .slice(context.reading.starts[frame.from], context.reading.ends[frame.to - 1])
      .replace(/\s+/g, ' ');
    if ('because' in judgement) {
      notes.push(`no stance on ${frame.rule.source.issue} from “${words}”: ${judgement.because}`);
      continue;
    }
    const sentence = context.from;
    for (const stance of judgement.stances) {
      const clash = kept.find(
        (item) =>
          item.sentence === sentence &&
          item.stance.holder === stance.holder &&
          item.stance.issue === stance.issue &&
          item.stance.position !== stance.position &&
          item.stance.basis === stance.basis,
      );
      if (clash) {
        kept.splice(kept.indexOf(clash), 1);
        notes.push(
          `no stance of ${stance.holder} on ${stance.issue} from “${words}”: the sentence gives two directions`,
        );
        continue;
      }
      if (!kept.some((item) => repeats(item.stance, stance, item.sentence === sentence)))
        kept.push({ stance, sentence });
    }
  }
  const stances = kept
    .map((item) => item.stance)
    .sort((a, b) => a.evidence.start - b.evidence.start || a.evidence.end - b.evidence.end);
  return { stances, notes };
}

function repeats(a: Stance, b: Stance, sameSentence: boolean): boolean {
  if (a.holder !== b.holder || a.issue !== b.issue || a.position !== b.position) return false;
  // "who voted against the law, praised the veto": two acts in one sentence.
  if (sameSentence) return a.act === b.act || (a.evidence.start < b.evidence.end && b.evidence.start < a.evidence.end);
  return a.act === b.act && foldEvidence(a) === foldEvidence(b);
}

function foldEvidence(stance: Stance): string {
  return stance.evidence.text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, ' ');
}
