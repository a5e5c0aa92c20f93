// From an issue phrase and what governs it to stances, or to a reason why there is none. Knows the calculus; no pack and no issue.
// Every doubt about holder or sign ends in an abstention: a wrong stance on a named official is the worst outcome.
import type { Stance } from '@civicwire/shared';
import { foldedAt, paragraphRange } from '../reading/reading.ts';
import { type Chain, chainOf, isSpeech, type Link } from './chains/chains.ts';
import {
  hasNobody,
  isBodysTelling,
  isFromPapers,
  isInvertedCondition,
  isOwnAnnouncement,
  isUnderLaw,
} from './chains/doubts.ts';
import { isGoverned } from './chains/governed.ts';
import { isTold } from './chains/happens.ts';
import { limitingWords } from './chains/limits.ts';
import { isDoneToNamed } from './chains/no-operators.ts';
import { isNoLongerOpposed, notMeant } from './chains/not-meant.ts';
import { isDoneWhileSpeaking } from './clauses/beside-speech.ts';
import { isQuestionLabel, labelledSpeaker } from './clauses/labels.ts';
import { isRuled, openingMaker } from './clauses/openings.ts';
import { quoteAt } from './clauses/quotations.ts';
import { adopterOf, wonFrom } from './holders/adopters.ts';
import type { Candidate } from './holders/candidate.ts';
import { shared } from './holders/co-holders.ts';
import { bodyOfStory, fateOf } from './holders/fates.ts';
import { textOf } from './holders/holder-names.ts';
import { otherMakers } from './holders/makers.ts';
import { namedSides } from './holders/named-sides.ts';
import { toldBehind } from './holders/object-relatives.ts';
import { candidateNamed, speakerAt, speakerForGroup, speakerOf } from './holders/speakers.ts';
import { subjectOf } from './holders/subjects.ts';
import type { FrameHit } from './lexicon.ts';
import { negativeHeader } from './measure/drafts.ts';
import { ruleOnNarrative } from './rule-on-narrative.ts';
import { ruleOnSpeech } from './rule-on-speech.ts';
import { canAct, type Finding, isNoOneInParticular, type Ruling, ruling, withBody } from './ruling.ts';
import type { JudgeContext, SentenceContext } from './sentence-context.ts';
import { isHalfMeant } from './sides/reservations.ts';
import { warnedOf } from './sides/warnings.ts';
import { answersTo } from './sides/yes-or-no.ts';
import { stanceOf } from './stance-record.ts';

export type Judgement =
  | { readonly stances: readonly Stance[]; readonly chain: Chain }
  | { readonly because: string; readonly chain: Chain };

/** One issue phrase and its judgement. */
export interface Analysis {
  readonly context: SentenceContext;
  readonly frame: FrameHit;
  readonly judgement: Judgement;
}

/** The analysis with other stances than it had; without any, it gave none because of `because`. */
export function withStances(analysis: Analysis, stances: readonly Stance[], because: string): Analysis {
  const { chain } = analysis.judgement;
  return { ...analysis, judgement: stances.length > 0 ? { stances, chain } : { because, chain } };
}

/** Judges one issue phrase of a sentence. */
export function judgeFrame(context: SentenceContext, judge: JudgeContext, frame: FrameHit): Judgement {
  const chain = chainOf(context, frame);
  const warned = warnedOf(context, judge, frame, chain);
  if (warned !== null) return { stances: [stanceOf(context, frame, warned)], chain };
  const answers = answersTo(context, frame, chain);
  const refusal = reasonAgainst(context, frame, chain, answers !== null && answers.length > 0);
  if (refusal !== null) {
    // "should rethink the cap that voters passed": what voters did stands, whatever stands before the cap.
    const behind = refusal === tornBy(chain) ? toldBehind(context, judge, frame, { links: [], broken: null }) : [];
    if (behind.length === 0) return { because: refusal, chain };
    return { stances: behind.map((item) => stanceOf(context, frame, item)), chain };
  }
  if (answers !== null)
    return answers.length > 0
      ? { stances: answers.map((item) => stanceOf(context, frame, item)), chain }
      : { because: 'no plain answer to the question', chain };
  const proposer = judge.proposerAt(frame.from);
  const main = proposer === null ? ruleOn(context, judge, frame, chain) : ruleOnDraft(context, frame, chain, proposer);
  const inner =
    proposer === null
      ? [
          ...innerRulings(context, chain),
          ...toldBehind(context, judge, frame, chain),
          ...namedSides(context, frame, chain),
        ]
      : [];
  const rulings = [main, ...inner]
    .filter((item): item is Ruling => typeof item !== 'string')
    // "rescind the resolution it passed in 2017": what counts is what is done now.
    .filter((item) => item === main || typeof main === 'string' || item.holder.name !== main.holder.name)
    // "thanked her for withdrawing the measure": who is glad of it is not neutral.
    .filter(({ position, links }) => position !== 'neutral' || links[0]?.kind !== 'judge')
    // "would support it but wants a hearing first"
    .map((item) => (isHalfMeant(context, frame, item.links) ? { ...item, position: 'mixed' as const } : item))
    .flatMap((item) => shared(context, item))
    .flatMap((item) => [item, ...speakerForGroup(context, judge, item)])
    .flatMap(withBody)
    .flatMap((item) =>
      item.act === 'policy' || item.act === 'policy-proposal'
        ? [item, ...otherMakers(context, item.holder, frame.from).map((holder) => ({ ...item, holder }))]
        : [item],
    );
  if (rulings.length === 0) return { because: typeof main === 'string' ? main : 'no holder', chain };
  return { stances: rulings.map((item) => stanceOf(context, frame, item)), chain };
}

function reasonAgainst(context: SentenceContext, frame: FrameHit, chain: Chain, answered: boolean): string | null {
  const { links } = chain;
  const { segments } = context;
  if (isInterviewer(context)) return 'an interviewer says it';
  for (let number = segments.of(frame.from); number >= 0; number = segments.list[number]?.parent ?? -1) {
    if (segments.list[number]?.kind === 'condition') return 'it stands in a condition';
  }
  if (isInvertedCondition(context, frame)) return 'it stands in a condition';
  const speech = links.findIndex((link) => isSpeech(link.kind) && !link.behind);
  const denied = links
    .slice(0, Math.max(0, speech))
    .find((link) => !link.behind && (link.kind === 'not' || link.kind === 'limit'));
  if (denied)
    return `"${textOf(context.reading, denied.hit.from, denied.hit.to)}" governs a verb of saying: what is meant stays open`;
  if (frame.rule.source.kind === 'noun' && foldedAt(context.reading, frame.to) === "'s")
    return 'something of it is spoken of';
  if (hasNobody(context, frame, links)) return 'nobody does it';
  // "Asked whether the city should cap rents, all three said yes."
  const isPut = links.some(({ kind, hit }) => kind === 'question' && hit.from === context.from);
  if (!answered && (isPut || links.some(({ hit }) => isDoneToNamed(context, hit))))
    return 'it is asked or thought of whoever is named';
  if (foldedAt(context.reading, context.from) === 'until' && links.length === 0) return 'it was so until then';
  if (isNoLongerOpposed(context, links)) return 'what is no longer opposed is not supported yet';
  const limits = notMeant(context, frame, links) ?? limitingWords(context, frame, links);
  if (limits !== null) return `"${limits}" limits what is said`;
  if (asks(context, frame) && !links.some((link) => link.kind === 'question')) return 'the sentence is a question';
  if (frame.rule.source.only === 'negated' && !links.some((link) => link.sign < 0))
    return 'the phrase counts only when it is negated';
  if (frame.rule.source.only === 'governed' && !isGoverned(context, frame, links))
    return 'the phrase counts only as something decided, demanded or yet to come';
  if (chain.broken !== null) return tornBy(chain);
  return isUnderLaw(context, frame) ? 'a law that stands is nobody’s position' : null;
}

function tornBy({ broken }: Chain): string {
  return `"${broken}" stands between, and no rule knows it`;
}

/** "Q: …" */
function isInterviewer({ reading, from }: SentenceContext): boolean {
  const [first] = paragraphRange(reading, reading.paragraphOf[from] ?? 0);
  return isQuestionLabel(reading, first);
}

/** Whether a question mark ends what the phrase stands in: “Why would we?” she asked. */
function asks(context: SentenceContext, frame: FrameHit): boolean {
  for (let i = frame.to; i < context.to; i++) if (foldedAt(context.reading, i) === '?') return true;
  return false;
}

function ruleOn(context: SentenceContext, judge: JudgeContext, frame: FrameHit, chain: Chain): Finding {
  const speeches = chain.links.filter((link) => isSpeech(link.kind));
  const links = chain.links.filter((link) => !isSpeech(link.kind));
  const quote = quoteAt(context.document, frame.from);
  const verb = speeches.filter((link) => !link.behind).at(-1) ?? speeches.at(-1) ?? null;
  const common = { context, judge, frame, links };
  const insideQuote =
    verb !== null && quote !== null && !verb.behind && (context.reading.starts[verb.hit.from] ?? 0) >= quote.start;
  if (quote?.direct && !insideQuote) {
    const speaker =
      quote.speaker === null
        ? speakerAt(context, judge, quote.speakerToken)
        : candidateNamed(context, judge, quote.speaker);
    if (speaker === null) return 'it is quoted, and the speaker is not known';
    return ruleOnSpeech({
      ...common,
      speaker,
      verb: null,
      reporter: null,
    });
  }
  const labelled = verb === null && quote === null ? labelledSpeaker(context, judge) : null;
  if (labelled !== null) return ruleOnSpeech({ ...common, speaker: labelled, verb: null, reporter: null });
  if (verb === null) {
    // "was rejected by the council": the doer of a verb that rules know.
    const fate = links.some((link) => link.behind && link.passive && hasDoer(context, link))
      ? null
      : fateOf(context, frame);
    const body =
      fate === null || fate.sign === 0 ? null : (fate.body ?? (fate.counted ? bodyOfStory(context, judge) : null));
    const inner = fate === null ? [] : links.filter(({ hit }) => hit.from < fate.verb);
    if (fate !== null && body !== null && inner.every((link) => !link.behind && link.hit.from > fate.from))
      return ruling(context, body, inner, null, null, {
        act: 'vote',
        modality: 'asserted',
        basis: 'position',
        complaint: fate.sign < 0 ? 'it failed' : null,
        doubt: 0.1,
      });
    const won = wonFrom(context, frame);
    if (won !== null && links.every((link) => link.behind && link.kind === 'decide' && link.sign > 0))
      return ruling(context, won, links, null, null, {
        act: 'vote',
        modality: 'asserted',
        basis: 'position',
        doubt: 0.1,
      });
    const opened = openingMaker(context);
    if (opened !== null && frame.from > opened.holder.to && isRuled(context, frame, links))
      return ruling(context, opened.holder, links, null, null, {
        act: opened.proposed ? 'policy-proposal' : 'policy',
        modality: opened.proposed ? 'proposed' : 'asserted',
        basis: 'position',
        doubt: 0.1,
      });
    const adopter = adopterOf(context, frame);
    return adopter !== null && isTold(context, frame, links)
      ? ruling(context, adopter, links, null, null, {
          act: 'vote',
          modality: 'asserted',
          basis: 'position',
          doubt: 0.1,
        })
      : ruleOnNarrative(context, judge, frame, links);
  }
  const speaker = speakerOf(context, judge, verb);
  if (
    speaker === null &&
    (isOwnAnnouncement(context, verb) || isFromPapers(context, verb) || isBodysTelling(context, verb, links))
  )
    return ruleOnNarrative(context, judge, frame, links);
  if (speaker === null) return `who "${textOf(context.reading, verb.hit.from, verb.hit.to)}" is not plain`;
  if (isDoneWhileSpeaking(context, verb, links[0])) return ruleOnNarrative(context, judge, frame, links);
  const outer = speeches.find((link) => link !== verb);
  const reporter = outer ? (speakerOf(context, judge, outer)?.name ?? null) : null;
  return ruleOnSpeech({ ...common, speaker, verb, reporter: reporter === speaker.name ? null : reporter });
}

function hasDoer({ reading }: SentenceContext, { hit }: Link): boolean {
  return [0, 1, 2, 3].some((k) => foldedAt(reading, hit.to + k) === 'by');
}

/** A stance of somebody inside of the chain: "…, who has declined to sign the agreement". */
function innerRulings(context: SentenceContext, chain: Chain): readonly Ruling[] {
  const links = chain.links.filter((link) => !link.behind && !isSpeech(link.kind) && link.kind !== 'not');
  return links.slice(1).flatMap((link) => {
    const subject = subjectOf(context, link.hit.from);
    if (subject.type !== 'candidate' || !subject.relative) return [];
    const { candidate } = subject;
    const group = context.groupAt(link.hit.from);
    if (
      candidate.role === 'document' ||
      // "the governor's veto of a bill that bars …"
      foldedAt(context.reading, candidate.to) === "'s" ||
      isNoOneInParticular(context, candidate) ||
      !canAct(candidate, link) ||
      group.unsure ||
      group.would
    )
      return [];
    const inside = chain.links.filter((item) => !item.behind && !isSpeech(item.kind) && item.hit.from >= group.left);
    return [ruling(context, candidate, inside, link, group, { modality: 'reported', doubt: 0.1 })];
  });
}

/** Inside of a draft every clause is the proposer's, whatever its subject; a list header's negator governs its items. */
function ruleOnDraft(
  context: SentenceContext,
  frame: FrameHit,
  chain: Chain,
  proposer: Candidate | 'unknown',
): Finding {
  if (proposer === 'unknown') return 'it stands in a draft whose proposer is not named';
  const header = negativeHeader(context.grammar, context.reading, frame.from);
  const lead = chain.links.find((link) => link.kind !== 'not') ?? null;
  if (frame.rule.source.kind === 'noun' && chain.links.length === 0) return 'nobody does anything to it';
  return ruling(context, proposer, chain.links, lead, null, {
    act: 'policy-proposal',
    modality: 'proposed',
    basis: 'position',
    complaint: header === null ? null : 'the list header’s negator',
  });
}
