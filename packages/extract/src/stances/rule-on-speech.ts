// Whose stance it is when somebody speaks: the speaker's, or that of the one spoken of, or nobody's. Knows roles; not how they are found.

import { foldedAt, hasShape } from '../reading/reading.ts';
import { shape } from '../reading/tokens.ts';
import { isSpeech, type Link } from './chains/chains.ts';
import { isBareSide, isNegatedSubject, tellsOfOthers } from './chains/doubts.ts';
import { isOnTerms } from './chains/terms.ts';
import { isSpeakersParticiple } from './clauses/beside-speech.ts';
import type { VerbGroup } from './clauses/grammar.ts';
import { isAskedFor, isBargain, isImperative } from './clauses/imperatives.ts';
import { hasWhy, isMeans, isOfKin, isOthersThought, wordBetween } from './clauses/said-between.ts';
import type { Candidate } from './holders/candidate.ts';
import { textOf } from './holders/holder-names.ts';
import { isAddressed } from './holders/leading-holders.ts';
import { isOwnVoice, isVoice, spokenFor } from './holders/own-voices.ts';
import { fitOf, resolvePronoun } from './holders/pronouns.ts';
import type { Subject } from './holders/subject.ts';
import { subjectOf } from './holders/subjects.ts';
import type { FrameHit } from './lexicon.ts';
import { binds } from './papers/standing-clauses.ts';
import { accusation, type Case, isShutOut, ruleOnPractice, type Speech } from './rule-on-practice.ts';
import { canAct, type Extras, type Finding, hasCondition, isDoneTo, isPromise, ruling, targetOf } from './ruling.ts';
import type { SentenceContext } from './sentence-context.ts';

/** Judges a phrase that somebody says. */
export function ruleOnSpeech(speech: Speech): Finding {
  const { context, frame, links, verb } = speech;
  const lead = leadVerb(frame, links);
  const group = lead ? context.groupAt(lead.token) : null;
  const judged = links.find(
    (link) => link.kind === 'judge' || link.kind === 'should' || (link.kind === 'effect' && link.behind),
  );
  const own = { attributedBy: speech.reporter, doubt: verb === null || verb.behind ? 0.05 : 0, quoted: verb === null };
  const item: Case = { ...speech, all: verb ? [verb, ...links] : links, lead, group, judged, own };
  if (
    !judged &&
    links.some(({ hit }) => /^(?:stud(?:y|ied)|discuss|debate|weigh|explore)/.test(foldedAt(context.reading, hit.from)))
  )
    return 'it is only considered';
  if (lead !== null && isMeans(context, lead.token)) return 'it is but the means of what is told';
  // "hopes that it is fair": that it is so is not said.
  if (
    judged?.kind === 'effect' &&
    links.some(({ hit }) => /^hop(?:e|es|ed|ing)$/.test(foldedAt(context.reading, hit.from)))
  )
    return 'it is but hoped';
  // "is open to a board as long as it has no subpoena power"
  const side = links.findLast((link) => link.kind === 'judge' && !link.behind);
  if (side && isOnTerms(context, side.hit.to, frame.from)) return 'it stands in a condition';
  if (group && isOfKin(context, group.left)) return 'it tells of somebody close to whoever is named';
  return ruleWithoutDoer(item) ?? ruleByDoer(item);
}

/** The outermost verb over the frame that can have a subject: an operator, or the frame's own verb. */
export function leadVerb(
  frame: FrameHit,
  links: readonly Link[],
): { readonly token: number; readonly link: Link | null } | null {
  const link = links.find((item) => !item.behind && item.kind !== 'not');
  if (link) return { token: link.hit.from, link };
  return frame.rule.source.kind === 'noun' || frame.rule.source.kind === 'clause'
    ? null
    : { token: frame.from, link: null };
}

/** Speech whose sense does not hang on who does the thing; null when it does. */
function ruleWithoutDoer(item: Case): Finding | null {
  const { context, frame, speaker, verb, links, all, lead, group, judged, own } = item;
  // "The law says when video is released": what must or may not be is said with a word for it.
  const binding =
    links.length === 0 ? frame.rule.source.kind === 'clause' : lead === null || binds(context, lead.token, links);
  if (speaker.holderType === 'statute' && !binding) return 'what a law says of it binds nobody in plain words';
  if (speaker.role === 'document') return ruling(context, speaker, all, null, group, own);
  if (frame.rule.source.of === 'law') return 'what comes of breaking a law is for the law to say';
  if (verb?.kind === 'accuse') {
    return ruling(context, speaker, all, verb, group, {
      ...own,
      act: 'allegation',
      modality: 'alleged',
      target: targetOf(context, verb),
    });
  }
  if (frame.rule.source.kind === 'clause' && links.some((link) => isInRelative(item, link)))
    return 'it tells of which ones something is said';
  if (frame.rule.source.kind === 'clause' && !lead?.link)
    return ruling(context, speaker, all, null, group, { ...own, basis: 'position' });
  if (lead === null || (lead.link === null && judged?.kind === 'effect')) {
    if (verb && !verb.behind && isOthersThought(context, verb.hit.to, frame.from)) return 'it tells what others think';
    return judged ? ruling(context, speaker, all, judged, null, own) : 'it is spoken of, without a direction';
  }
  if (lead.link?.passive && ['judge', 'demand', 'decide'].includes(lead.link.kind))
    return 'the verb is passive and names no doer';
  if (lead.link !== null || judged || !group || !isDoneTo(frame, group)) return null;
  if (isOwnRule(item, group)) return ruling(context, speaker, all, null, group, own);
  if (speaker.role !== 'critic' || frame.rule.source.deed) return 'it is done to its subject, and no doer is named';
  return links.length > 0 ? 'an accuser says that it is not done' : accusation(item, null, null);
}

function ruleByDoer(item: Case): Finding {
  const { context, speaker, verb, links, all, lead, group, judged, own } = item;
  if (lead === null) return 'it is spoken of, without a direction';
  const subject = subjectOf(context, lead.token);
  if (verb?.kind === 'deny' && lead.link?.kind === 'judge') return 'what the speaker thinks is denied, not told';
  // "wrote to the council asking it to …"
  const asks = verb !== null && subject.type === 'none' && isAddressed(context.reading, verb.hit.from, lead.token);
  const besides = verb !== null && isSpeakersParticiple(context, verb, speaker, lead.token);
  // "denied sharing it"
  const denied =
    verb?.kind === 'deny' && lead.token === verb.hit.to && /ing$/.test(foldedAt(context.reading, lead.token));
  const doer = promisesTo(item) || asks || besides || denied ? 'speaker' : doerOf(item, subject, lead.token);
  const between = verb && !verb.behind ? wordBetween(context, verb, subject) : null;
  if (between !== null) return `"${between}" stands between the speaking and what is said`;
  const link = lead.link;
  const asked: Extras = { ...own, act: 'demand', modality: 'demanded', basis: 'position' };
  // "insisted that the county end it": asked for, and not done.
  if (isAskedFor(context, verb?.hit.from ?? null, subject, lead.token))
    return ruling(context, speaker, all, link ?? verb, group, asked);
  // "police who refuse to help put agents in danger": what is said of them stands behind.
  if (verb !== null && !judged && subject.type === 'candidate' && subject.relative && isRestrictive(context, subject))
    return 'it tells of which ones something is said';
  if (verb !== null && !verb.behind && hasWhy(context, verb.hit.to, lead.token)) return 'it tells why others do so';
  if (doer === 'unknown') {
    // "respects those who oppose it"
    if (group && tellsOfOthers(context, group.left)) return 'it tells of others';
    if (link?.kind === 'judge' && isBareSide(context, lead.token)) return 'whose side it is is not told';
    // "Ana Ruiz said he opposes it": of somebody who is not named near by.
    const pronoun = subject.type === 'pronoun' ? foldedAt(context.reading, subject.token) : '';
    if (link !== null && isOther(item, pronoun)) return 'whom the pronoun means is not told';
    if (judged) return ruling(context, speaker, all, judged, group, own);
    if (verb === null && isImperative(context, lead.token, group) && !isBargain(context, item.frame.to))
      return ruling(context, speaker, all, link, group, asked);
    const complains = verb?.hit.rule.id === 'alleges' && speaker.role === 'critic' && !item.frame.rule.source.deed;
    if (complains && links.length === 0) return accusation(item, null, null);
    if (link?.kind === 'effect' || saysOfOwn(item)) return ruling(context, speaker, all, verb, group, own);
    return `the subject of "${textOf(context.reading, lead.token, lead.token + 1)}" is not plain`;
  }
  // “the month we passed it”: what was done once is not said to be right.
  const once =
    subject.type === 'first-person' && link?.kind === 'decide' && foldedAt(context.reading, item.frame.from) === 'it';
  if (once && group && !group.future && !group.would && /ed$/.test(foldedAt(context.reading, lead.token)))
    return 'the speaker tells of what was done before';
  if (promisesTo(item))
    return ruling(context, speaker, all, link ?? verb, group, { ...own, act: 'promise', modality: 'promised' });
  // "said she might support it"; "could support it, provided that it ends" is a side.
  const open = doer === 'speaker' && group?.unsure && !group.negated && link?.kind === 'judge';
  if (open && !hasCondition(context) && !isOnTerms(context, item.frame.to, context.to))
    return 'it only would, could or may be';
  // "A spokesman for Mayor Lee said he opposes it": Lee does.
  const voiced =
    verb !== null && /^(?:judge|demand)$/.test(link?.kind ?? '') ? voicedBy(item, subject, doer, verb.hit.from) : null;
  if (voiced !== null)
    return ruling(context, voiced, links, link, group, {
      attributedBy: speaker.name,
      modality: 'reported',
      doubt: 0.1,
    });
  if (doer === 'speaker' || link?.kind === 'should') return ruling(context, speaker, all, link ?? verb, group, own);
  if (isShutOut(item)) return accusation(item, link, null);
  if (doer.role === 'document') {
    // "said a bill that requires … was a mistake"
    if (judged?.kind === 'effect' && judged.behind) return ruling(context, speaker, all, judged, null, own);

    if (speaker.role !== 'critic') return 'the speaker describes a document';
    return links.some((other) => other.sign < 0) ? 'an accuser says that it is not done' : accusation(item, link, null);
  }
  if (link && ['decide', 'demand', 'judge'].includes(link.kind) && !isJudgedOutside(links, link)) {
    // "said the department could live with it"
    const half = link.hit.rule.type === 'act' && link.hit.rule.source.modality === 'conditional';
    if ((group?.unsure && !group.negated) || half) return 'it only would, could or may be';
    // What an official wants or thinks is not taken from the mouth of others.
    if (link.kind !== 'decide' && doer.role === 'official') return 'the speaker tells what an official wants';
    if (isNegatedSubject(context, doer)) return 'its subject is negated';
    if (!canAct(doer, link)) return `${doer.name} is no body that could do this`;
    return ruling(context, doer, links, link, group, { attributedBy: speaker.name, modality: 'reported', doubt: 0.1 });
  }
  if (judged) return ruling(context, speaker, all, judged, group, { ...own, target: doer.name });
  return ruleOnPractice(item, doer);
}

/** "said cities that do not help should not be paid": the first "not" tells which cities. */
function isInRelative({ context: { reading }, frame, verb }: Case, { sign, hit }: Link): boolean {
  if (sign > 0 || hit.from >= frame.from) return false;
  const first = verb && !verb.behind ? verb.hit.to : 0;
  for (let i = hit.from - 1; i > Math.max(first, hit.from - 4); i--)
    if (/^(?:that|who)$/.test(foldedAt(reading, i)))
      return /[^s]s$|^(?:people|those|anyone)$/.test(foldedAt(reading, i - 1));
  return false;
}

/** "Victims will not be asked about their status, the chief said": whose people would do it rules it out. */
function isOwnRule({ context: { reading }, speaker, links }: Case, group: VerbGroup): boolean {
  const { left, future, would, unsure } = group;
  if (!/^(?:police|sheriff|jail)/.test(speaker.holderType) || speaker.role === 'critic') return false;
  const ruled = future || would || /^(?:is|are|'re)$/.test(foldedAt(reading, left));
  return ruled && !unsure && links.length === 1 && links[0]?.kind === 'not';
}

/** "police who …", not "the police, who …". */
function isRestrictive({ reading }: SentenceContext, { candidate }: Extract<Subject, { type: 'candidate' }>): boolean {
  return /^(?:who|that|which)$/.test(foldedAt(reading, candidate.to));
}

/** "promised to …": who promises will do it. */
function promisesTo({ verb, group }: Case): boolean {
  return verb !== null && !verb.behind && isPromise(verb) && group?.infinitive === true && group.left === verb.hit.to;
}

function isJudgedOutside(links: readonly Link[], lead: Link): boolean {
  return links.slice(0, links.indexOf(lead)).some((link) => link.kind === 'judge' || link.kind === 'should');
}

/** "The council declared that resources would not be used to …": what a body denies its own means. */
function saysOfOwn({ speaker, lead, links, group }: Case): boolean {
  const body = speaker.role === 'government' || speaker.role === 'official';
  return (
    body &&
    lead?.link?.kind === 'do' &&
    group?.passive === true &&
    links.some((link) => link.kind === 'not' && !isSpeech(link.kind))
  );
}

/** "said her office will …", "their department does not …": whoever heads it says what it does. */
function ownOffice(context: SentenceContext, token: number): boolean {
  const { left } = context.groupAt(token);
  return (
    /^(?:office|department|agency|administration|deputies|officers)$/.test(foldedAt(context.reading, left - 1)) &&
    /^(?:his|her|their|our|my)$/.test(foldedAt(context.reading, left - 2))
  );
}

/** The official whose mind a spokesman tells; null where no spokesman speaks, or of somebody else. */
function voicedBy(
  { context, speaker }: Case,
  subject: Subject,
  doer: Candidate | 'speaker' | 'unknown',
  said: number,
): Candidate | null {
  if (typeof doer !== 'string' && doer.role === 'official' && isOwnVoice(context, doer, said)) return doer;
  const whose = spokenFor(context, said);
  if (whose === null || whose.name === speaker.name) return null;
  const singular = subject.type === 'pronoun' && /^(?:he|she)$/.test(foldedAt(context.reading, subject.token));
  if (typeof doer === 'string') return singular ? whose : null;
  return doer.name === whose.name || (doer.role === 'official' && doer.holderType === whose.holderType) ? whose : null;
}

/** The doer of what is said: the speaker, another candidate, or nobody who could be told. */
function doerOf(item: Case, subject: Subject, token: number): Candidate | 'speaker' | 'unknown' {
  const { context, judge, speaker } = item;
  if (subject.type === 'first-person' || ownOffice(context, token)) return 'speaker';
  if (subject.type === 'candidate') return subject.candidate.name === speaker.name ? 'speaker' : subject.candidate;
  if (subject.type === 'none') return 'unknown';
  const word = foldedAt(context.reading, subject.token);
  const named = context.document.people.some((item) => item.name === speaker.name);
  const person = named || speaker.role === 'official' || speaker.holderType === 'person';
  // "opposes the bill, saying it would …"
  const isPaper = (one: Candidate): boolean => one.role === 'document' && one.to <= subject.token;
  const thing = word === 'it' ? context.candidates.findLast(isPaper) : undefined;
  if (thing) return thing;
  const singular = word === 'he' || word === 'she';
  if (singular ? person && !isOther(item, word) : !person) return 'speaker';
  // "Hall and Park both said they support it", "Both candidates said they would"
  if (word === 'they' && !isQuoted(item) && (isOneOfList(context, speaker) || runners.test(speaker.name)))
    return 'speaker';
  const found = resolvePronoun(context, subject.token, judge.candidatesOf) ?? 'unknown';
  // "“She voted against it,” Lee said of a neighbor": not whoever the paragraph before told of.
  const { paragraphOf } = context.reading;
  const far = found !== 'unknown' && paragraphOf[found.from] !== paragraphOf[subject.token];
  return singular && far ? 'unknown' : found;
}

const runners = /\b(?:candidates|contenders|hopefuls|rivals)$/i;

/** Inside of a quotation nobody is his own "he"; nor is whoever has another pronoun: "Tom Lee's lawyer, Ana Ruiz, said he opposes it". */
function isOther(item: Case, word: string): boolean {
  if (word !== 'he' && word !== 'she') return false;
  const { context, speaker, verb } = item;
  // "A spokeswoman said he plans to sign it"
  if (isVoice(speaker) && verb !== null && spokenFor(context, verb.hit.from) === null) return true;
  return isQuoted(item) || /^(?:no|unusual)$/.test(fitOf(context.document, speaker.name, word));
}

/** "Hall and Park", "Mayor Lee and Councilman Jo Park": the last of several in this sentence. */
function isOneOfList({ reading, candidates, from, to }: SentenceContext, { from: at, members }: Candidate): boolean {
  if (at < from || at >= to) return false;
  const title = candidates.find((item) => item.to === at && !item.named);
  return members !== undefined || foldedAt(reading, (title?.from ?? at) - 1) === 'and';
}

/** Whether the phrase stands inside of quotation marks, the verb of saying outside. */
function isQuoted({ context, frame, verb }: Case): boolean {
  if (verb === null) return true;
  const [from, to] = verb.behind ? [frame.to, verb.hit.from] : [verb.hit.to, frame.from];
  for (let i = from; i < to; i++) if (hasShape(context.reading, i, shape.quote)) return true;
  return false;
}
