// Whose stance it is when somebody says what another does: the speaker's, the doer's, both, or nobody's. Knows roles; not how they are found.
import { foldedAt } from '../reading/reading.ts';
import type { Link } from './chains/chains.ts';
import type { VerbGroup } from './clauses/grammar.ts';
import type { Candidate } from './holders/candidate.ts';
import { sameSide } from './holders/same-side.ts';
import type { FrameHit } from './lexicon.ts';
import { canAct, type Extras, type Finding, isDoneTo, isOutsider, isPromise, type Ruling, ruling } from './ruling.ts';
import type { JudgeContext, SentenceContext } from './sentence-context.ts';

/** What is said, by whom. */
export interface Speech {
  readonly context: SentenceContext;
  readonly judge: JudgeContext;
  readonly frame: FrameHit;
  readonly speaker: Candidate;
  /** The verb of saying; null inside of a quotation that other words ascribe. */
  readonly verb: Link | null;
  /** Operators over the frame without those of saying. */
  readonly links: readonly Link[];
  /** Who reports the speech, when that is somebody else in the text. */
  readonly reporter: string | null;
}

/** The same with what the rules ask of it first. */
export interface Case extends Speech {
  readonly all: readonly Link[];
  /** The outermost verb over the frame that has a subject of its own; null for a mere noun. */
  readonly lead: { readonly token: number; readonly link: Link | null } | null;
  readonly group: VerbGroup | null;
  readonly judged: Link | undefined;
  readonly own: Extras;
}

/** What somebody says that another does. */
export function ruleOnPractice(item: Case, doer: Candidate): Finding {
  const { context, frame, speaker, verb, links, all, group, own } = item;
  const negative = links.some((link) => link.sign < 0);
  if (isOutsider(frame, doer)) return `${doer.name} is no local body`;
  // "said the officer broke a rule that bars sharing it": the sharing is complained of.
  const broken = links.findIndex(({ hit }) => hit.rule.id === 'breaks');
  if (broken >= 0)
    return verb?.kind === 'deny' || links.slice(0, broken).some((link) => link.sign < 0)
      ? 'it is said that no rule was broken'
      : accusation(item, null, doer.name);
  if (verb?.kind === 'deny') {
    if (!sameSide(speaker, doer)) return 'the speaker denies what another does';
    return ruling(context, speaker, all, verb, group, { ...own, act: 'denial', modality: 'denied', basis: 'practice' });
  }
  if (frame.rule.source.deed) return ruleOnDeed(item, doer);
  if (speaker.role === 'critic') {
    // "Both candidates said the jail would go on holding them": what is promised is no complaint.
    const isRunner = speaker.holderType === 'person' || /^(?:both |the two )?(?:men|women|rivals)$/i.test(speaker.name);
    if (isRunner && group && (group.future || group.would)) return 'what is to come is told';
    if (doer.role !== 'government' && doer.role !== 'official') return `${doer.name} is no body that could do this`;
    return negative ? 'an accuser says that it is not done' : accusation(item, null, doer.name);
  }
  if (speaker.role === 'other') return 'the speaker describes what another does';
  // "The chief announced that officers will no longer chase …": the rule is the chief's.
  const ordered = doer.holderType === 'police-officer' && speaker.role === 'official' && group?.future === true;
  // "…, a spokesman said": nobody's own words.
  const mouth = speaker.holderType === 'police-spokesperson' && !speaker.named && /^spokes/i.test(speaker.name);
  const reports = mouth || (verb?.hit.rule.type === 'act' && verb.hit.rule.source.reports);
  if (reports && doer.role === 'government' && !ordered) {
    const act = group?.future || negative ? 'policy' : 'practice';
    const told = { act, modality: 'asserted', attributedBy: speaker.name, doubt: 0.05 };
    return ruling(context, doer, all, null, group, told);
  }
  if (!sameSide(speaker, doer)) return 'the speaker describes what another body does';
  // "said the city had made it illegal to build them": often a complaint.
  const ofBody = doer.holderType === 'council' && frame.rule.source.kind !== 'clause';
  if ((ofBody || speaker.holderType === 'council-member') && !group?.future) return 'others do what the speaker tells';
  if (group?.unsure && !negative && !(verb && isPromise(verb))) return 'it only would, could or may be';
  if (group && isDoneTo(frame, group) && !negative) return 'it is done to its subject, and no doer is named';
  return ruling(context, speaker, all, null, group, { ...own, body: isOffice(doer) && !group?.would ? doer : null });
}

/** "Salem police do not use it, the chief said": it is the department's doing, too. */
function isOffice({ holderType, role, named }: Candidate): boolean {
  return (
    named && role === 'government' && /^(?:police-department|police-collective|sheriff-office|jail)$/.test(holderType)
  );
}

/** “The council cut the budget,” the union said: what a body did is its own position, whoever tells of it. */
function ruleOnDeed({ context, speaker, links, group }: Case, doer: Candidate): Finding {
  if (!canAct(doer, null) || doer.role === 'document') return `${doer.name} is no body that could do this`;
  if (links.length > 0 || group === null || group.unsure || group.would || group.infinitive || group.passive)
    return 'the speaker does not tell that it was done';
  const reported = { act: 'decision', basis: 'position', modality: 'reported', doubt: 0.15 } as const;
  return ruling(context, doer, links, null, group, { ...reported, attributedBy: speaker.name });
}

/** "said the code has made it illegal to build duplexes": what can no longer be built is complained of, whoever says it. */
export function isShutOut({ context: { reading }, frame, lead, group }: Case): boolean {
  const at = lead?.token ?? frame.from;
  const made = foldedAt(reading, at) === 'made' && foldedAt(reading, at + 1) === 'it';
  const perfect = group !== null && /^(?:had|has|have)$/.test(foldedAt(reading, group.left));
  return made && perfect && /^(?:build|add|open|create)$/.test(foldedAt(reading, frame.from));
}

/** An accuser's sign is the reverse of what is complained of. */
export function accusation(item: Case, lead: Link | null, target: string | null): Ruling {
  const { context, speaker, all, group, own } = item;
  const doubt = (own.doubt ?? 0) + 0.1;
  return ruling(context, speaker, all, lead, group, {
    ...own,
    act: 'allegation',
    modality: 'alleged',
    complaint: 'complaint',
    target,
    doubt,
  });
}
