// Whose side words tell: the subject of a verb, whoever asks for it, the people of a list behind it. Knows word order and names; not which side.
import { foldedAt, isCapital } from '../../reading/reading.ts';
import { isOf } from '../clauses/grammar.ts';
import { quoteAt } from '../clauses/quotations.ts';
import type { Candidate } from '../holders/candidate.ts';
import { textOf } from '../holders/holder-names.ts';
import { candidateNamed, holderOf, speakerAt } from '../holders/speakers.ts';
import type { Subject } from '../holders/subject.ts';
import { subjectOf } from '../holders/subjects.ts';
import type { OperatorHit } from '../lexicon.ts';
import type { JudgeContext, SentenceContext } from '../sentence-context.ts';
import type { Debate } from './debate.ts';

/** Who takes the side that a verb tells of: its subject, the speaker of “I”, whoever intends or asks for it; null when that is not plain. */
export function takerOf({ judge }: Debate, context: SentenceContext, hit: OperatorHit): Candidate | null {
  const group = context.groupAt(hit.from);
  if (
    /ing$/.test(foldedAt(context.reading, hit.from)) &&
    !isOf(context.grammar, context.reading, hit.from - 1, 'being')
  ) {
    // "Ten residents spoke, nearly all of them urging members to vote no."
    const before = context.candidates.find(
      (item) => item.to === group.left && (item.named || foldedAt(context.reading, item.to - 1) === 'them'),
    );
    return before && before.role !== 'government' ? before : null;
  }
  const verb = group.infinitive ? governorOf(context, group.left) : hit.from;
  // "Dozens of neighbors lined up to object"
  const subject: Subject = subjectOf(context, verb ?? hit.from);
  if (verb === null && subject.type !== 'candidate') return null;
  if (subject.type === 'candidate') {
    const { from } = subject.candidate;
    const the = foldedAt(context.reading, from - 1) === 'the' ? 1 : 0;
    if (/^(?:of|from|with)$/.test(foldedAt(context.reading, from - 1 - the)))
      return antecedentOf(context, subject.candidate, from - 1 - the);
  }
  // "Street Outreach said it will sue": a body that no list knows; the council of the sentence before is another.
  if (subject.type === 'pronoun' && /^(?:it|they)$/.test(foldedAt(context.reading, subject.token)))
    return speakerHere(context, judge, subject.token);
  if (subject.type !== 'first-person') return holderOf(context, judge, subject);
  const quote = quoteAt(context.document, hit.from);
  if (quote === null) return null;
  return quote.speaker === null
    ? speakerAt(context, judge, quote.speakerToken)
    : candidateNamed(context, judge, quote.speaker);
}

/** Who is told in this sentence to say what "it" or "they" will do; null when nobody is. */
function speakerHere(context: SentenceContext, judge: JudgeContext, pronoun: number): Candidate | null {
  const verb = context.hits.operators.findLast(
    ({ rule, to }) => rule.type === 'act' && rule.source.kind === 'say' && to <= pronoun,
  );
  const subject = verb ? subjectOf(context, verb.from) : null;
  return subject?.type === 'candidate' ? holderOf(context, judge, subject) : null;
}

/** "Rep. Mo Poe of Memphis, who voted no", "Ana Ruiz of the Renters Union, who urged …": the person before the preposition at a token. */
function antecedentOf(
  { candidates, reading }: SentenceContext,
  found: Candidate,
  preposition: number,
): Candidate | null {
  const place = /^(?:city|county|state)$/.test(found.holderType);
  if (!found.named || (!place && foldedAt(reading, found.to) !== ',')) return found;
  const person = candidates.find((item) => item.to === preposition && item.named && item.role !== 'document');
  return person ?? (place ? null : found);
}

/** “plans to vote no”, “was ready to vote no”, “urged the council to vote no”: the verb whose subject means it. */
function governorOf(context: SentenceContext, left: number): number | null {
  const { reading, hits, grammar } = context;
  const asked = hits.operators.find(
    ({ rule, from, to }) =>
      rule.type === 'act' && rule.source.kind === 'demand' && to <= left && left - to <= 5 && from >= context.from,
  );
  if (asked) return asked.from;
  for (let i = left - 1; i >= Math.max(context.from, left - 3); i--) {
    const word = foldedAt(reading, i);
    if (intends.test(word)) return i;
    if (willing.test(word) && isOf(grammar, reading, i - 1, 'auxiliary')) return i - 1;
  }
  return null;
}

const intends = /^(?:plans?|planned|intends?|intended|expects?|expected|promised|vowed|pledged|rose|came|joined)$/;
const willing = /^(?:ready|prepared|likely|going|willing|certain|sure|inclined)$/;

/** Of several at once; of one alone it belongs to the name. */
const titles =
  /^(?:members|both|councilors|councillors|councilmen|councilwomen|councilmembers|councilpersons|alders|alds\.|aldermen|alderwomen|alderpersons|commissioners|supervisors|trustees|legislators|selectmen|delegates|reps\.|sens\.|representatives|senators)$/;

/** “over the objections of landlords and Lee”, “the four who voted no were Diaz, Lee, Poe and Hall”: the holders that stand right behind, as a list. */
export function listBehind(context: SentenceContext, from: number, members = true): readonly Candidate[] {
  const { candidates, grammar, reading } = context;
  const found: Candidate[] = [];
  let closed = false;
  for (let at = from; at < context.to; ) {
    while (isOf(grammar, reading, at, 'determiner') || titles.test(foldedAt(reading, at))) at++;
    at = behindBranch(context, at);
    // "Council members Luis Ortega and Beth Sundquist": of that body.
    const body = candidates.find((item) => item.from === at && /^members$/.test(foldedAt(reading, item.to)));
    if (body && members) at = body.to + 1;
    // "privacy advocates"
    const skipped = candidates.find(
      (item) => item.from > at && item.from <= at + 2 && item.role === 'critic' && !item.named,
    );
    if (skipped && !context.verbAt(at) && /^\p{Ll}+$/u.test(foldedAt(reading, at))) at = skipped.from;
    const title = candidates.find((item) => item.from === at && !item.named && item.role !== 'document');
    const name = candidates.find(
      (item) => item.from === (title ? title.to : at) && item.named && item.role !== 'document',
    );
    const item = name ?? title ?? nameAt(context, at, found);
    if (!item) break;
    found.push(item);
    at = behindPlace(context, item.to);
    const comma = foldedAt(reading, at) === ',';
    if (comma) at++;
    if (foldedAt(reading, at) === 'and') {
      closed = true;
      at++;
    } else if (!comma) break;
  }
  // "Under a bill by Lee, police could …": without an "and" what stands behind the comma goes on with the sentence.
  if (!closed) found.splice(1);
  // A single place in a list of people is where somebody is from.
  return found.filter(
    ({ holderType, named }) => found.length === 1 || !named || !/^(?:city|county|state)$/.test(holderType),
  );
}

/** "the local branch of the NAACP": the token of its name. */
function behindBranch({ reading, grammar }: SentenceContext, at: number): number {
  let i = at;
  while (/^(?:local|county|state|city|area|regional)$/.test(foldedAt(reading, i))) i++;
  if (!/^(?:branch|chapter|affiliate|arm)$/.test(foldedAt(reading, i)) || foldedAt(reading, i + 1) !== 'of') return at;
  return isOf(grammar, reading, i + 2, 'determiner') ? i + 3 : i + 2;
}

/** "the ACLU of Oregon and the NAACP": behind the place that belongs to a name. */
function behindPlace({ reading }: SentenceContext, at: number): number {
  if (foldedAt(reading, at) !== 'of' || !isCapital(reading, at + 1)) return at;
  let to = at + 1;
  while (to < at + 4 && isCapital(reading, to)) to++;
  return to;
}

/** A name in a list of members that no list of names has: two or three capitals; null elsewhere. */
function nameAt({ reading }: SentenceContext, at: number, before: readonly Candidate[]): Candidate | null {
  const last = before.at(-1);
  if (!last?.named || last.role === 'government') return null;
  let to = at;
  while (to < at + 3 && isCapital(reading, to)) to++;
  return to - at < 2 ? null : { ...last, from: at, to, name: textOf(reading, at, to) };
}
