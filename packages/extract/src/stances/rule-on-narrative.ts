// Whose stance it is in the story's own words: the subject's of the outermost verb, the doer's behind "by", or nobody's. Knows roles; not how they are found.

import { foldedAt } from '../reading/reading.ts';
import type { Link } from './chains/chains.ts';
import { isBareSide, isNegatedSubject, isToldByOther, isUnaware } from './chains/doubts.ts';
import { isOnTerms } from './chains/terms.ts';
import { isOf } from './clauses/grammar.ts';
import type { Candidate } from './holders/candidate.ts';
import { textOf } from './holders/holder-names.ts';
import { leadingHolder } from './holders/leading-holders.ts';
import { listedMakers } from './holders/listed-makers.ts';
import { makersOf, ownerOf, plannerOf } from './holders/makers.ts';
import { doerBehindOpening } from './holders/opening-participles.ts';
import { purposeOf } from './holders/purposes.ts';
import { isRunnersPromise } from './holders/runners.ts';
import { holderOf } from './holders/speakers.ts';
import { subjectOf } from './holders/subjects.ts';
import { subjectBehind } from './holders/subjects-behind.ts';
import type { FrameHit } from './lexicon.ts';
import { departmentOf } from './papers/policies.ts';
import { leadVerb } from './rule-on-speech.ts';
import { canAct, type Finding, hasCondition, isDoneTo, isNoOneInParticular, isOutsider, ruling } from './ruling.ts';
import type { JudgeContext, SentenceContext } from './sentence-context.ts';

/** No one is said to speak: the subject of the outermost verb holds what it does. */
export function ruleOnNarrative(
  context: SentenceContext,
  judge: JudgeContext,
  frame: FrameHit,
  links: readonly Link[],
): Finding {
  const open = links.find((link) => link.kind === 'open');
  const named =
    open && context.candidates.find((candidate) => candidate.from > open.hit.from && candidate.to <= open.hit.to);
  if (open && named?.role === 'document') return ruling(context, named, links, open, null, {});
  const passive = links.find((link) => link.behind && link.passive);
  if (passive) return ruleOnPassive(context, judge, passive, links);
  const lead = leadVerb(frame, links);
  if (lead === null) return 'nobody does anything to it';
  const { link } = lead;
  if (link?.kind === 'should') return 'the article itself says what should be';
  if (link?.passive) return ruleOnForbidden(context, judge, links, link) ?? 'the verb is passive and names no doer';
  if (links.some((item) => item.hit.rule.type === 'act' && item.hit.rule.source.modality === 'conditional'))
    return 'it is only considered';
  if (isBareSide(context, lead.token)) return 'whose side it is is not told';
  const [listed] = context.groupAt(lead.token).would ? listedMakers(context) : [];
  if (listed)
    return ruling(context, listed, links, link, null, {
      act: 'policy-proposal',
      modality: 'proposed',
      basis: 'position',
      doubt: 0.05,
    });
  const subject = subjectOf(context, lead.token);
  if (subject.type === 'candidate' && isToldByOther(context, subject.candidate))
    return 'a verb that no rule knows tells it';
  const planner = subject.type === 'none' ? plannerOf(context, lead.token) : null;
  if (planner !== null)
    return ruling(context, planner, links, link, null, {
      act: 'policy-proposal',
      modality: 'proposed',
      basis: 'position',
      doubt: 0.05,
    });
  // "went to court to block the release": whoever does one thing for the sake of another.
  const purpose =
    (subject.type === 'none' || (subject.type === 'candidate' && !subject.relative)) &&
    (link === null || link.kind === 'decide' || link.kind === 'limit' || link.kind === 'do')
      ? purposeOf(context, lead.token)
      : null;
  if (purpose !== null)
    return ruling(context, purpose.holder, links, link, null, {
      act: purpose.act,
      modality: purpose.act === 'decision' ? 'asserted' : 'demanded',
      basis: 'position',
      doubt: 0.1,
    });
  const judges = link !== null && (link.kind === 'judge' || link.kind === 'demand');
  const holder =
    holderOf(context, judge, subject) ??
    (judges && subject.type === 'none'
      ? (leadingHolder(context, lead.token) ?? doerBehindOpening(context, lead.token))
      : null);
  if (holder !== null && isNegatedSubject(context, holder)) return 'its subject is negated';
  if (holder !== null && isNoOneInParticular(context, holder)) return 'its subject is no one in particular';
  if (holder === null) return `the subject of "${textOf(context.reading, lead.token, lead.token + 1)}" is not plain`;
  const group = context.groupAt(lead.token);
  if (link === null && isDoneTo(frame, group)) return 'it is done to its subject, and no doer is named';
  if (link === null && isUnaware(context, group.left, frame)) return 'it was done unawares';
  const document = holder.role === 'document';
  const [maker] = document ? makersOf(context, holder, lead.token) : [];
  if (maker)
    return ruling(context, maker, links, link, group, {
      act: group?.would ? 'policy-proposal' : 'policy',
      modality: group?.would ? 'proposed' : 'asserted',
      basis: 'position',
      doubt: 0.05,
    });
  if (holder.holderType === 'statute') return 'a law that stands is nobody’s position';
  const owner = document ? ownerOf(context, holder) : null;
  const inRelative = subject.type === 'candidate' && subject.relative;
  // "Lee's amendment, which would have banned it, failed"
  if (document && inRelative && link?.kind !== 'open' && (owner === null || !group.would))
    return 'what a document would do is decided elsewhere';
  if (owner !== null)
    return ruling(context, owner, links, link, group, {
      act: 'policy-proposal',
      modality: 'proposed',
      basis: 'position',
      doubt: 0.05,
    });
  if (document && frame.rule.source.deed && link === null && !group.would && !group.future)
    return 'what a document does is no deed of its own';
  if (document && group.infinitive) return 'what a document aims at is decided elsewhere';
  if (
    /^police-(?:officer|collective)$/.test(holder.holderType) &&
    frame.rule.source.only === 'governed' &&
    link === null
  )
    return 'what officers will do is decided elsewhere';
  // "Under the program, trained officers check …": what a program has them do.
  if (/^police-(?:officer|collective)$/.test(holder.holderType) && !holder.named && isUnderPaper(context, holder))
    return 'what officers will do is decided elsewhere';
  // "The model lets patrol officers question …", "does not track how many people jails hand over"
  if (link === null && !holder.named && isLet(context, holder)) return 'what somebody is let do need not be done';
  if (isCounted(context, holder)) return 'how often it is done is asked, not whether';
  if (group.unsure && group.negated && holder.role === 'government' && link === null)
    return 'it is not allowed to do so';
  // "The candidates met. Lee would repeal the cap."
  const promised = group.would && !group.unsure && isRunnersPromise(context, holder);
  // "Lee would support it if the county paid half."
  const onTerms = group.would && link?.kind === 'judge' && holder.named && isOnTerms(context, frame.to, context.to);
  const maybe = (group.unsure || group.would) && !promised && !onTerms && !document && link?.kind !== 'open';
  if (maybe && (!group.negated || hasCondition(context))) return 'it only would, could or may be';
  if (isOutsider(frame, holder) && (link === null || link.kind === 'do')) return `${holder.name} is no local body`;
  // "spent $60,000 on mailers against it", "launched a billboard campaign calling for it": what counts is what it was for.
  const aim = link !== null && link.sign > 0 && links.slice(1).find((item) => isAim(context, link, item));
  if (aim && !canAct(holder, link)) return ruling(context, holder, links, aim, null, { doubt: 0.1 });
  if (promised)
    return ruling(context, holder, links, link, group, {
      act: 'promise',
      modality: 'promised',
      basis: 'position',
      doubt: 0.05,
    });
  if (!canAct(holder, link)) return `${holder.name} is no body that could do this`;
  const done = frame.rule.source.deed === true && link === null && !document && !group.future;
  return ruling(context, holder, links, link, group, {
    ...(done ? ({ act: 'decision', basis: 'position' } as const) : {}),
    doubt: subject.type === 'candidate' && !subject.relative ? 0 : 0.1,
  });
}

/** "Under the agreement, deputies …" */
function isUnderPaper({ reading, from }: SentenceContext, { from: holder }: Candidate): boolean {
  if (foldedAt(reading, from) !== 'under') return false;
  for (let i = from + 1; i < holder; i++)
    if (
      /^(?:program|agreement|contract|law|policy|deal|arrangement|plan|rules?|memorandum|model|version|pact|partnership|option|proposal|bill|ordinance)$/.test(
        foldedAt(reading, i),
      )
    )
      return true;
  return false;
}

/** "lets trained deputies" */
function isLet({ reading }: SentenceContext, { from }: Candidate): boolean {
  for (let i = from - 1; i >= from - 3; i--)
    if (/^(?:lets?|letting|helps?|has)$/.test(foldedAt(reading, i))) return true;
  return false;
}

/** "how many people jails hand over", "how often officers ask" */
function isCounted({ reading }: SentenceContext, { from }: Candidate): boolean {
  for (let i = from - 1; i >= from - 6; i--)
    if (foldedAt(reading, i) === 'how') return /^(?:many|much|often|long|frequently)$/.test(foldedAt(reading, i + 1));
  return false;
}

/** What money or a campaign is for, and no clause of a paper tells: not "filed a petition that asks". */
function isAim({ grammar, reading }: SentenceContext, outer: Link, { kind, hit, behind }: Link): boolean {
  for (let i = outer.hit.to; i < hit.from; i++) if (isOf(grammar, reading, i, 'relative')) return false;
  return !behind && (kind === 'judge' || kind === 'demand' || hit.rule.id === 'against');
}

/** "Officers are not allowed to ask", "deputies are barred from …": the rule of their own department, where no law stands there; null otherwise. */
function ruleOnForbidden(
  context: SentenceContext,
  judge: JudgeContext,
  links: readonly Link[],
  lead: Link,
): Finding | null {
  const { reading, from, to } = context;
  const denied =
    links.some((link) => link.kind === 'not') &&
    /^(?:allowed|permitted|authorized)$/.test(foldedAt(reading, lead.hit.from));
  const barred = /^(?:barred|prohibited|forbidden|banned)$/.test(foldedAt(reading, lead.hit.from));
  if (!denied && !barred) return null;
  const holder = holderOf(context, judge, subjectOf(context, lead.hit.from));
  if (!holder || !/^(?:police-|sheriff-office|jail|department)/.test(holder.holderType)) return null;
  for (let i = from; i < to; i++)
    if (/^(?:law|laws|act|statute|by|court|judge|state|federal|decree)$/.test(foldedAt(reading, i))) return null;
  return ruling(context, departmentOf(context, holder) ?? holder, links, lead, null, {
    act: 'policy',
    modality: 'asserted',
    basis: 'practice',
    doubt: 0.1,
  });
}

/** "The order was blocked by a judge": the doer stands behind "by". */
function ruleOnPassive(context: SentenceContext, judge: JudgeContext, passive: Link, links: readonly Link[]): Finding {
  const { rule } = passive.hit;
  if (rule.type === 'act' && rule.source.modality === 'conditional') return 'it is only considered';
  const end = Math.min(context.to, passive.hit.to + 4);
  for (let i = passive.hit.to; i < end; i++) {
    if (foldedAt(context.reading, i) !== 'by') continue;
    const doer = holderOf(context, judge, subjectBehind(context, i + 1));
    return doer === null
      ? 'the verb is passive and its doer is not plain'
      : ruling(context, doer, links, passive, null, { doubt: 0.05 });
  }
  return 'the verb is passive and names no doer';
}
