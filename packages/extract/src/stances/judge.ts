// From an issue phrase and what governs it to stances, or to a reason why there is none. Knows the calculus; no pack and no issue.
// Every doubt about holder or sign ends in an abstention: a wrong stance on a named official is the worst outcome.
import type { Stance } from '@civicwire/shared';
import { foldedAt, hasShape, sentenceRange, spanOf } from '../reading/reading.ts';
import { shape } from '../reading/tokens.ts';
import { type Candidate, type TypeOf, textOf } from './candidates.ts';
import { type Chain, chainOf, isSpeech, type Link } from './chains.ts';
import { negativeHeader } from './drafts.ts';
import { verbGroup } from './grammar.ts';
import type { FrameHit } from './lexicon.ts';
import type { SentenceContext } from './sentence-context.ts';
import { quoteAt, resolvePronoun, type Subject, subjectBehind, subjectOf } from './subjects.ts';

/** What a document gives to every judgement in it. */
export interface JudgeContext {
  readonly typeOf: TypeOf;
  readonly candidatesOf: (from: number, to: number) => readonly Candidate[];
  /** Who proposed the draft that a token stands in; null outside of drafts; 'unknown' when nobody is named. */
  readonly proposerAt: (token: number) => Candidate | 'unknown' | null;
}

export type Judgement =
  | { readonly stances: readonly Stance[]; readonly chain: Chain }
  | { readonly because: string; readonly chain: Chain };

interface Ruling {
  readonly holder: Candidate;
  readonly links: readonly Link[];
  /** Extra factor that no word stands for: an accusation turns the sign of what is complained of. */
  readonly complaint: boolean;
  readonly act: string;
  readonly modality: string;
  readonly basis: 'position' | 'practice';
  readonly target: string | null;
  readonly attributedBy: string | null;
  readonly position: 'mixed' | 'neutral' | null;
  readonly doubt: number;
}
type Finding = Ruling | string;

/** Judges one issue phrase of a sentence. */
export function judgeFrame(context: SentenceContext, judge: JudgeContext, frame: FrameHit): Judgement {
  const chain = chainOf(context, frame);
  const refusal = reasonAgainst(context, frame, chain);
  if (refusal !== null) return { because: refusal, chain };
  const draft = judge.proposerAt(frame.from);
  const main = draft === null ? ruleOn(context, judge, frame, chain) : ruleOnDraft(context, frame, chain, draft);
  const inner = draft === null ? innerRulings(context, chain) : [];
  const rulings = [main, ...inner].filter((item): item is Ruling => typeof item !== 'string');
  if (rulings.length === 0) return { because: typeof main === 'string' ? main : 'no holder', chain };
  return { stances: rulings.map((ruling) => stanceOf(context, frame, ruling)), chain };
}

function reasonAgainst(context: SentenceContext, frame: FrameHit, chain: Chain): string | null {
  const { links } = chain;
  for (
    let number = context.segments.of(frame.from);
    number >= 0;
    number = context.segments.list[number]?.parent ?? -1
  ) {
    if (context.segments.list[number]?.kind === 'condition') return 'it stands in a condition';
  }
  const speech = links.findIndex((link) => isSpeech(link.kind) && !link.behind);
  const denied = links.slice(0, Math.max(0, speech)).find((link) => link.kind === 'not' || link.kind === 'limit');
  if (denied) return `"${wordsOf(context, denied)}" governs a verb of saying: what is meant stays open`;
  const asked = links.some((link) => link.kind === 'question');
  const last = lastMark(context);
  if (last === '?' && !asked) return 'the sentence is a question';
  if (frame.rule.source.only === 'negated' && !links.some((link) => link.sign < 0))
    return 'the phrase counts only when it is negated';
  if (chain.broken !== null) return `"${chain.broken}" stands between, and no rule knows it`;
  return null;
}

function lastMark(context: SentenceContext): string {
  let i = context.to - 1;
  while (i > context.from && hasShape(context.reading, i, shape.quote)) i--;
  return foldedAt(context.reading, i);
}

function ruleOn(context: SentenceContext, judge: JudgeContext, frame: FrameHit, chain: Chain): Finding {
  const speeches = chain.links.filter((link) => isSpeech(link.kind));
  const rest = chain.links.filter((link) => !isSpeech(link.kind));
  const quote = quoteAt(context.document, frame.from);
  const speech = speeches.filter((link) => !link.behind).at(-1) ?? speeches.at(-1) ?? null;
  const outer =
    speeches.filter((link) => link !== speech && !link.behind)[0] ??
    speeches.filter((link) => link !== speech)[0] ??
    null;
  if (quote?.direct && !(speech && inQuote(context, speech, quote.start))) {
    if (quote.speaker === null) return 'it is quoted, and the speaker is not known';
    const speaker = candidateNamed(context, judge, quote.speaker);
    return ruleOnSpeech(context, judge, frame, rest, speaker, null, null);
  }
  if (speech === null) return ruleOnNarrative(context, judge, frame, rest);
  const speaker = speakerOf(context, judge, speech);
  if (speaker === null) return `who "${wordsOf(context, speech)}" is not plain`;
  const reporter = outer ? speakerOf(context, judge, outer) : null;
  return ruleOnSpeech(
    context,
    judge,
    frame,
    rest,
    speaker,
    speech,
    reporter === null || reporter.name === speaker.name ? null : reporter.name,
  );
}

function inQuote(context: SentenceContext, link: Link, start: number): boolean {
  return (context.reading.starts[link.hit.from] ?? 0) >= start && !link.behind;
}

function speakerOf(context: SentenceContext, judge: JudgeContext, link: Link): Candidate | null {
  const { reading } = context;
  const { hit } = link;
  if (foldedAt(reading, hit.from) === 'according') {
    const behind = subjectBehind(context, hit.to);
    return behind.type === 'candidate' ? behind.candidate : null;
  }
  const before = subjectOf(context, hit.from);
  if (before.type === 'candidate') return before.candidate;
  if (before.type === 'pronoun') return resolvePronoun(context, before.token, judge.candidatesOf);
  if (before.type === 'none' && link.behind) {
    const behind = subjectBehind(context, hit.to);
    if (behind.type === 'candidate') return behind.candidate;
  }
  return null;
}

function candidateNamed(context: SentenceContext, judge: JudgeContext, name: string): Candidate {
  const official = context.document.officials.find((item) => item.name === name);
  if (official) {
    const type = judge.typeOf(official.title ?? official.role ?? '');
    return { from: -1, to: -1, name, holderType: type?.holderType ?? 'official', role: 'official', named: true };
  }
  const person = context.document.people.some((item) => item.name === name);
  const type = person ? null : judge.typeOf(name);
  return {
    from: -1,
    to: -1,
    name,
    holderType: type?.holderType ?? (person ? 'person' : 'nonprofit'),
    role: type?.role ?? (person ? 'other' : 'critic'),
    named: true,
  };
}

/** The outermost verb over the frame that has a subject of its own. */
function leadVerb(
  frame: FrameHit,
  links: readonly Link[],
): { readonly token: number; readonly link: Link | null } | null {
  const link = links.find((item) => !item.behind && item.kind !== 'not' && item.hit.rule.source.match !== undefined);
  if (link) return { token: link.hit.from, link };
  return frame.rule.source.kind === 'noun' ? null : { token: frame.from, link: null };
}

/** No one is said to speak: the subject of the outermost verb holds what it does. */
function ruleOnNarrative(
  context: SentenceContext,
  judge: JudgeContext,
  frame: FrameHit,
  links: readonly Link[],
): Finding {
  const open = links.find((link) => link.kind === 'open');
  const passive = links.find((link) => link.behind && link.passive);
  if (passive) return ruleOnPassive(context, passive, links);
  const lead = leadVerb(frame, links);
  if (lead === null) return 'nobody does anything to it';
  if (lead.link?.kind === 'should') return 'the article itself says what should be';
  if (lead.link?.passive) return 'the verb is passive and names no doer';
  const subject = subjectOf(context, lead.token);
  const holder = holderOf(context, judge, subject);
  if (holder === null) return `the subject of "${textOf(context.reading, lead.token, lead.token + 1)}" is not plain`;
  const group = verbGroup(context.grammar, context.reading, lead.token, context.from);
  if (frame.rule.source.kind === 'passive' && lead.link === null)
    return 'it is done to its subject, and no doer is named';
  const document = holder.role === 'document';
  if (open?.hit.rule.type === 'act') return ruling(context, holder, links, lead.link, group, { doubt: 0 });
  if (group.unsure && !group.negated && !document) return 'it only would, could or may be';
  if (hasCondition(context) && group.unsure && !document) return 'it is the consequence of a condition';
  if (isOutsider(frame, holder) && (lead.link === null || lead.link.kind === 'do'))
    return `${holder.name} is no local body`;
  if (!canAct(holder, lead.link)) return `${holder.name} is no body that could do this`;
  return ruling(context, holder, links, lead.link, group, {
    doubt: subject.type === 'candidate' && !subject.relative ? 0 : 0.1,
  });
}

/** "The order was blocked by a judge": the doer stands behind "by". */
function ruleOnPassive(context: SentenceContext, passive: Link, links: readonly Link[]): Finding {
  let i = passive.hit.to;
  while (i < Math.min(context.to, passive.hit.to + 4) && foldedAt(context.reading, i) !== 'by') i++;
  if (foldedAt(context.reading, i) !== 'by') return 'the verb is passive and names no doer';
  const doer = subjectBehind(context, i + 1);
  if (doer.type !== 'candidate') return 'the verb is passive and its doer is not plain';
  return ruling(context, doer.candidate, links, passive, null, { doubt: 0.05 });
}

/** Somebody speaks: whose stance it is depends on what is said of whom. */
function ruleOnSpeech(
  context: SentenceContext,
  judge: JudgeContext,
  frame: FrameHit,
  links: readonly Link[],
  speaker: Candidate,
  speech: Link | null,
  reporter: string | null,
): Finding {
  const all = speech ? [speech, ...links] : links;
  const lead = leadVerb(frame, links);
  const own = { attributedBy: reporter, doubt: speech === null || speech.behind ? 0.05 : 0 };
  const group = lead ? verbGroup(context.grammar, context.reading, lead.token, context.from) : null;
  if (speaker.role === 'document') return ruling(context, speaker, all, null, group, own);
  if (speech?.kind === 'accuse')
    return ruling(context, speaker, all, speech, group, {
      ...own,
      act: 'allegation',
      modality: 'alleged',
      target: targetOf(context, speech),
    });
  const judged = links.find((link) => ['judge', 'should', 'effect'].includes(link.kind));
  if (lead === null) {
    return judged ? ruling(context, speaker, all, judged, null, own) : 'it is spoken of, without a direction';
  }
  if (lead.link === null && frame.rule.source.kind === 'passive' && !judged) {
    if (speaker.role !== 'critic') return 'it is done to its subject, and no doer is named';
    return links.length > 0
      ? 'an accuser says that it is not done'
      : accusation(context, speaker, all, null, group, own);
  }
  const subject = subjectOf(context, lead.token);
  const doer = doerOf(context, judge, subject, speaker);
  if (doer === 'unknown')
    return judged
      ? ruling(context, speaker, all, judged, group, own)
      : `the subject of "${textOf(context.reading, lead.token, lead.token + 1)}" is not plain`;
  if (
    doer === 'speaker' ||
    lead.link?.kind === 'should' ||
    (judged === undefined && lead.link?.kind === 'demand' && group?.infinitive)
  ) {
    return ruling(context, speaker, all, lead.link ?? speech, group, own);
  }
  if (doer.role === 'document') return ruleOnDocument(context, speaker, all, links, lead.link, group, own);
  if (lead.link && ['decide', 'demand', 'judge'].includes(lead.link.kind) && !judgedOutside(links, lead.link)) {
    if (group?.unsure && !group.negated) return 'it only would, could or may be';
    return canAct(doer, lead.link)
      ? ruling(context, doer, links, lead.link, group, { attributedBy: speaker.name, modality: 'reported', doubt: 0.1 })
      : `${doer.name} is no body that could do this`;
  }
  if (judged) return ruling(context, speaker, all, judged, group, { ...own, target: doer.name });
  return ruleOnPractice(context, frame, speaker, doer, all, links, speech, group, own);
}

function judgedOutside(links: readonly Link[], lead: Link): boolean {
  return links.some(
    (link) => link !== lead && ['judge', 'should'].includes(link.kind) && links.indexOf(link) < links.indexOf(lead),
  );
}

type Extras = Partial<Pick<Ruling, 'act' | 'modality' | 'target' | 'attributedBy' | 'doubt' | 'complaint' | 'basis'>>;

/** "The policy does allow …, the attorney said": an accuser complains; others only describe. */
function ruleOnDocument(
  context: SentenceContext,
  speaker: Candidate,
  all: readonly Link[],
  links: readonly Link[],
  lead: Link | null,
  group: ReturnType<typeof verbGroup> | null,
  own: Extras,
): Finding {
  if (speaker.role !== 'critic') return 'the speaker describes a document';
  if (links.some((link) => link.sign < 0)) return 'an accuser says that it is not done';
  return accusation(context, speaker, all, lead, group, own);
}

function accusation(
  context: SentenceContext,
  speaker: Candidate,
  all: readonly Link[],
  lead: Link | null,
  group: ReturnType<typeof verbGroup> | null,
  own: Extras,
): Ruling {
  return ruling(context, speaker, all, lead, group, {
    ...own,
    act: 'allegation',
    modality: 'alleged',
    complaint: true,
    doubt: (own.doubt ?? 0) + 0.1,
  });
}

/** What somebody says that another does. */
function ruleOnPractice(
  context: SentenceContext,
  frame: FrameHit,
  speaker: Candidate,
  doer: Candidate,
  all: readonly Link[],
  links: readonly Link[],
  speech: Link | null,
  group: ReturnType<typeof verbGroup> | null,
  own: Extras,
): Finding {
  const negative = links.some((link) => link.sign < 0);
  if (isOutsider(frame, doer)) return `${doer.name} is no local body`;
  if (speech?.kind === 'deny') {
    return sameSide(speaker, doer)
      ? ruling(context, speaker, all, speech, group, { ...own, act: 'denial', modality: 'denied', basis: 'practice' })
      : 'the speaker denies what another does';
  }
  if (speaker.role === 'critic') {
    if (doer.role !== 'government' && doer.role !== 'official') return `${doer.name} is no body that could do this`;
    return negative
      ? 'an accuser says that it is not done'
      : accusation(context, speaker, all, null, group, { ...own, target: doer.name });
  }
  if (speaker.role === 'other') return 'the speaker describes what another does';
  if (
    speech?.hit.rule.type === 'act' &&
    speech.hit.rule.source.reports &&
    canAct(doer, null) &&
    doer.role === 'government'
  ) {
    return ruling(context, doer, links, null, group, { attributedBy: speaker.name, doubt: 0.05 });
  }
  if (!sameSide(speaker, doer)) return 'the speaker describes what another body does';
  if (speaker.holderType === 'council-member' && !negative && !group?.future)
    return 'a council member describes what others do';
  if (group?.unsure && !negative && speech?.hit.rule.source && !isPromise(speech))
    return 'it only would, could or may be';
  if (frame.rule.source.kind === 'passive' && !negative) return 'it is done to its subject, and no doer is named';
  return ruling(context, speaker, all, null, group, { ...own, target: null });
}

function isPromise(link: Link): boolean {
  return link.hit.rule.type === 'act' && link.hit.rule.source.act === 'promise';
}

const sides: readonly (readonly string[])[] = [
  ['police-department', 'police-chief', 'police-collective', 'city', 'police-officer'],
  [
    'mayor',
    'city-manager',
    'council-member',
    'council',
    'city',
    'police-department',
    'police-collective',
    'police-officer',
    'police-chief',
  ],
  ['sheriff', 'county', 'jail', 'police-officer'],
  ['state', 'state-official'],
  ['federal-agency', 'federal-government', 'federal-official', 'president'],
  ['school-district', 'official'],
];

/** Whether a speaker can speak for the body whose practice it is. */
function sameSide(speaker: Candidate, doer: Candidate): boolean {
  return (
    speaker.name === doer.name ||
    sides.some((side) => side.includes(speaker.holderType) && side.includes(doer.holderType))
  );
}

/** A stance of somebody inside of the chain: "…, who has declined to sign the agreement". */
function innerRulings(context: SentenceContext, chain: Chain): readonly Ruling[] {
  const links = chain.links.filter((link) => !link.behind && !isSpeech(link.kind) && link.kind !== 'not');
  return links.slice(1).flatMap((link) => {
    const subject = subjectOf(context, link.hit.from);
    if (
      subject.type !== 'candidate' ||
      !subject.relative ||
      subject.candidate.role === 'document' ||
      !canAct(subject.candidate, link)
    )
      return [];
    const group = verbGroup(context.grammar, context.reading, link.hit.from, context.from);
    if (group.unsure) return [];
    const inside = chain.links.filter((item) => !item.behind && !isSpeech(item.kind) && item.hit.from >= group.left);
    return [ruling(context, subject.candidate, inside, link, group, { modality: 'reported', doubt: 0.1 })];
  });
}

/** Inside of a draft every clause is the proposer's, whatever its subject. */
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
  const factor = ruling(context, proposer, chain.links, lead, null, {
    act: 'policy-proposal',
    modality: 'proposed',
    complaint: header !== null,
  });
  return factor;
}

function holderOf(context: SentenceContext, judge: JudgeContext, subject: Subject): Candidate | null {
  if (subject.type === 'candidate') return subject.candidate;
  if (subject.type === 'pronoun') return resolvePronoun(context, subject.token, judge.candidatesOf);
  return null;
}

/** The doer of what is said: the speaker, another candidate, or nobody who could be told. */
function doerOf(
  context: SentenceContext,
  judge: JudgeContext,
  subject: Subject,
  speaker: Candidate,
): Candidate | 'speaker' | 'unknown' {
  if (subject.type === 'first-person') return 'speaker';
  if (subject.type === 'candidate') return subject.candidate.name === speaker.name ? 'speaker' : subject.candidate;
  if (subject.type === 'none') return 'unknown';
  const word = foldedAt(context.reading, subject.token);
  const person = speaker.role === 'official' || speaker.holderType === 'person';
  if ((word === 'he' || word === 'she') && person) return 'speaker';
  if ((word === 'it' || word === 'they') && !person) return 'speaker';
  return resolvePronoun(context, subject.token, judge.candidatesOf) ?? 'unknown';
}

/** Bodies and officials act; critics and others can only demand, judge and vote with their feet. */
function canAct(holder: Candidate, lead: Link | null): boolean {
  if (holder.role === 'government' || holder.role === 'official' || holder.role === 'document') return true;
  return lead !== null && ['demand', 'judge', 'question', 'should'].includes(lead.kind);
}

/** Frames that only local bodies can act on are nobody's stance when a federal body does them. */
function isOutsider(frame: FrameHit, holder: Candidate): boolean {
  return frame.rule.source.by === 'local' && /^(?:federal-|president)/.test(holder.holderType);
}

function hasCondition(context: SentenceContext): boolean {
  return context.segments.list.some(
    (segment) => segment.kind === 'condition' && /^(?:if|unless)$/.test(foldedAt(context.reading, segment.from)),
  );
}

function targetOf(context: SentenceContext, link: Link): string | null {
  const found = context.candidates.find(
    (candidate) => candidate.from > link.hit.from && candidate.from <= link.hit.from + 4,
  );
  return found?.name ?? null;
}

function ruling(
  context: SentenceContext,
  holder: Candidate,
  links: readonly Link[],
  lead: Link | null,
  group: ReturnType<typeof verbGroup> | null,
  extras: Extras,
): Ruling {
  const source = lead?.hit.rule.type === 'act' ? lead.hit.rule.source : null;
  const promise = links.some(isPromise);
  const open = links.find((link) => link.hit.rule.type === 'act' && link.hit.rule.source.position !== undefined);
  const future = group?.future === true;
  const speech = links.find((link) => isSpeech(link.kind));
  const plain = lead === null || isSpeech(lead.kind) || lead.kind === 'limit';
  const practice = plain && !future && !promise && (lead === null || isSpeech(lead.kind)) && holder.role !== 'document';
  const proposal = holder.holderType === 'policy-proposal';
  return {
    holder,
    links,
    complaint: extras.complaint ?? false,
    act:
      extras.act ??
      actOf(holder, source?.act ?? null, { promise, future, plain, spoken: speech !== undefined, proposal }),
    modality:
      extras.modality ??
      (proposal
        ? 'proposed'
        : (source?.modality ??
          (source?.kind === 'demand' || source?.kind === 'should'
            ? 'demanded'
            : promise || (speech && future && plain)
              ? 'promised'
              : hasCondition(context)
                ? 'conditional'
                : 'asserted'))),
    basis: extras.basis ?? (practice ? 'practice' : 'position'),
    target: extras.target ?? (source?.kind === 'demand' && lead ? targetOf(context, lead) : null),
    attributedBy: extras.attributedBy ?? null,
    position: open?.hit.rule.type === 'act' ? (open.hit.rule.source.position ?? null) : null,
    doubt: extras.doubt ?? 0,
  };
}

function actOf(
  holder: Candidate,
  act: string | null,
  how: { promise: boolean; future: boolean; plain: boolean; spoken: boolean; proposal: boolean },
): string {
  if (how.proposal) return 'policy-proposal';
  if (holder.holderType === 'court' && act !== 'statement') return 'court-ruling';
  if (act === 'vote' && holder.role === 'official' && holder.holderType !== 'council-member') return 'decision';
  if (act === 'demand' && holder.holderType === 'residents') return 'public-comment';
  if (act !== null && act !== 'statement') return act;
  if (how.promise || (how.spoken && how.future && how.plain)) return 'promise';
  if (how.spoken) return 'statement';
  if (holder.role === 'document') return 'policy';
  return how.plain && holder.role === 'government' ? (how.future ? 'policy' : 'practice') : 'statement';
}

function wordsOf(context: SentenceContext, link: Link): string {
  return textOf(context.reading, link.hit.from, link.hit.to);
}

function stanceOf(context: SentenceContext, frame: FrameHit, item: Ruling): Stance {
  const { reading } = context;
  const source = frame.rule.source;
  const product = item.links.reduce<number>((sign, link) => sign * link.sign, source.sign) * (item.complaint ? -1 : 1);
  const position = item.position ?? (product > 0 ? 'supports' : 'opposes');
  const factors = item.links.map((link) => `${wordsOf(context, link)} (${signed(link.sign)})`);
  if (item.complaint) factors.unshift(`${item.act === 'policy-proposal' ? 'negative list header' : 'complaint'} (−1)`);
  factors.push(`“${textOf(reading, frame.from, frame.to)}” (${signed(source.sign)} towards ${source.issue})`);
  const fixed = item.position === null ? '' : `, held open by the act: ${item.position}`;
  const ids = [...item.links.map((link) => link.hit.rule.id), frame.rule.id];
  return {
    holder: item.holder.name,
    holderType: item.holder.holderType,
    issue: source.issue,
    position,
    basis: item.basis,
    act: item.act,
    modality: item.modality,
    target: item.target,
    attributedBy: item.attributedBy,
    evidence: spanOf(reading, ...evidenceRange(context, frame, item)),
    trace: `${factors.join(' × ')} = ${signed(product)}: ${item.holder.name} ${position} ${source.issue}${fixed}`,
    confidence: Math.max(0.3, Math.round((0.9 - item.doubt - 0.05 * Math.max(0, item.links.length - 2)) * 100) / 100),
    rule: `${frame.rule.pack} ${ids.join('·')}`,
  };
}

/** From the holder (when it leads) or the first factor to the frame's end, with a condition that hangs on it. */
function evidenceRange(context: SentenceContext, frame: FrameHit, item: Ruling): readonly [number, number] {
  const tokens = item.links.filter((link) => !(isSpeech(link.kind) && link.behind));
  let from = Math.min(frame.from, ...tokens.map((link) => link.hit.from));
  let to = Math.max(frame.to, ...tokens.map((link) => link.hit.to));
  const { holder } = item;
  if (holder.from >= context.from && holder.to <= context.to && holder.from < from && from - holder.from < 12)
    from = holder.from;
  if (holder.from >= to && holder.to <= context.to && holder.to - to < 6) to = holder.to;
  if (/^(?:without|unless)$/.test(foldedAt(context.reading, to))) {
    while (to < context.to && !hasShape(context.reading, to, shape.mark)) to++;
  }
  return [from, to];
}

function signed(sign: number): string {
  return sign > 0 ? '+1' : '−1';
}

/** The sentence range of a token, for callers that walk a document. */
export function sentenceOfToken(context: SentenceContext, token: number): readonly [number, number] {
  return sentenceRange(context.reading, context.reading.sentenceOf[token] ?? 0);
}
