// Who speaks: behind or before a verb of saying, or as the quotes stage found it. Knows subjects and names; not what is said.
import { foldedAt } from '../../reading/reading.ts';
import type { Link } from '../chains/chains.ts';
import { isExcepted } from '../chains/doubts.ts';
import { isOf } from '../clauses/grammar.ts';
import type { Ruling } from '../ruling.ts';
import type { JudgeContext, SentenceContext } from '../sentence-context.ts';
import { isGeneralNoun } from './called-groups.ts';
import type { Candidate } from './candidate.ts';
import { leadingHolder } from './leading-holders.ts';
import { doerBehindOpening } from './opening-participles.ts';
import { isInWhich, resolvePronoun } from './pronouns.ts';
import type { Subject } from './subject.ts';
import { subjectOf } from './subjects.ts';
import { subjectBehind } from './subjects-behind.ts';

const inverted = /^(?:said|says|added|wrote|argued)$/;

/** Who says what a verb of saying reports; null when that is not plain. */
export function speakerOf(context: SentenceContext, judge: JudgeContext, link: Link): Candidate | null {
  const { hit } = link;
  // "quoted Hall as saying …": Hall says it.
  if (foldedAt(context.reading, hit.from - 1) === 'as' && /ing$/.test(foldedAt(context.reading, hit.from)))
    return context.candidates.find((item) => item.named && item.to === hit.from - 1) ?? null;
  // "…, said Ana Ruiz": what stands before the comma is not who says it.
  if (
    link.behind &&
    inverted.test(foldedAt(context.reading, hit.from)) &&
    foldedAt(context.reading, hit.from - 1) === ','
  ) {
    const behind = subjectBehind(context, hit.to);
    // "Hall, whose office signed it, said deputies are …": what is said stands behind.
    const speaks =
      behind.type === 'candidate' &&
      !context.verbAt(behind.candidate.to) &&
      !isOf(context.grammar, context.reading, behind.candidate.to, 'auxiliary', 'modal');
    const speaker = speaks ? holderOf(context, judge, behind) : null;
    if (speaker !== null) return speaker;
  }
  const before: Subject =
    foldedAt(context.reading, hit.from) === 'according' ? { type: 'none' } : subjectOf(context, hit.from);
  // A pronoun is resolved by the quotes stage, which sees the whole story.
  const inner = before.type === 'pronoun' && isInWhich(context, before.token);
  const quoted = before.type === 'candidate' || inner ? null : speakerByCue(context, hit.from);
  if (quoted !== null) return isSued(context, quoted) ? null : candidateNamed(context, judge, quoted);
  const known = holderOf(context, judge, before);
  if (known !== null || before.type !== 'none') return known;
  // "used his first news conference to say", "filed a lawsuit arguing": whoever opens the sentence.
  const group = context.groupAt(hit.from);
  const according = foldedAt(context.reading, hit.from) === 'according';
  if (!link.behind && !according)
    return group.infinitive || group.gerund
      ? (leadingHolder(context, hit.from) ?? doerBehindOpening(context, hit.from))
      : null;
  // "…, its director told lawmakers": who is told does not speak.
  if (/^(?:told|tells)$/.test(foldedAt(context.reading, hit.from))) return null;
  return holderOf(context, judge, subjectBehind(context, hit.to));
}

/** "sued Salem on Monday, alleging …": whoever is sued claims nothing. */
function isSued({ reading, from, to }: SentenceContext, name: string): boolean {
  for (let i = from; i < to - 1; i++)
    if (foldedAt(reading, i) === 'sued' && foldedAt(reading, i + 1) === name.split(' ')[0]?.toLowerCase()) return true;
  return false;
}

/** The name that the quotes stage gave to the speaker of the verb at a token; null when it found none. */
function speakerByCue(context: SentenceContext, token: number): string | null {
  const at = context.reading.starts[token] ?? 0;
  return (
    context.document.quotes.find((quote) => quote.cue && quote.cue.start <= at && at < quote.cue.end)?.speakerName ??
    null
  );
}

/** A group or body that speaks without a name (“…,” organizers said); null for pronouns and for nobody. */
export function speakerAt(context: SentenceContext, judge: JudgeContext, token: number | null): Candidate | null {
  if (token === null) return null;
  const here = context.from <= token && token < context.to;
  const sentence = context.reading.sentenceOf[token] ?? 0;
  const candidates = here ? context.candidates : judge.candidatesOf(sentence);
  return (
    candidates.find((item) => item.from <= token && token < item.to && item.role !== 'document' && !item.named) ?? null
  );
}

/** The candidate that a quotation's speaker is. */
export function candidateNamed(context: SentenceContext, judge: JudgeContext, name: string): Candidate {
  const here = context.candidates.find((candidate) => candidate.name === name);
  if (here) return here;
  const place = { from: -1, to: -1, name, named: true };
  const official = context.document.officials.find((item) => item.name === name);
  if (official) {
    const type = judge.typeOf(official.title ?? official.role ?? '');
    return { ...place, holderType: type?.holderType ?? 'official', role: 'official' };
  }
  if (context.document.people.some((item) => item.name === name))
    return { ...place, holderType: 'person', role: 'other' };
  const type = judge.typeOf(name);
  return { ...place, holderType: type?.holderType ?? 'nonprofit', role: type?.role ?? 'critic' };
}

/** "Lee, who heads Renters United, said her group wants a cap": she wants it, too. None where the group is another's. */
export function speakerForGroup(context: SentenceContext, judge: JudgeContext, item: Ruling): readonly Ruling[] {
  const { holder, attributedBy } = item;
  const own =
    attributedBy !== null &&
    holder.to - holder.from === 1 &&
    isGeneralNoun(context.reading, holder.from) &&
    context.document.people.some(({ name }) => name === attributedBy);
  return own ? [{ ...item, holder: candidateNamed(context, judge, attributedBy), attributedBy: null }] : [];
}

/** The candidate that a subject is; null for the first person and where nobody is plain. */
export function holderOf(context: SentenceContext, judge: JudgeContext, subject: Subject): Candidate | null {
  if (subject.type === 'candidate') {
    // "These citizens": who they are stands elsewhere.
    const before = foldedAt(context.reading, subject.candidate.from - 1);
    if (/^(?:sued|suing)$/.test(before) || isExcepted(context, subject.candidate.from)) return null;
    if (subject.candidate.role === 'critic' && /^(?:these|those)$/.test(before)) return null;
    // "sponsored by Councilmembers Ana Diaz and Jo Lee": a title is nobody beside its names.
    const { named, role, to } = subject.candidate;
    const bearer =
      named || role !== 'official' ? undefined : context.candidates.find((item) => item.from === to && item.named);
    return bearer && bearer.role !== 'government' ? bearer : subject.candidate;
  }
  return subject.type === 'pronoun' ? resolvePronoun(context, subject.token, judge.candidatesOf) : null;
}
