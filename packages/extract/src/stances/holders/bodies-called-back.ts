// Whose name stands behind a bare noun: "the union", "her group", "the department", once the story has told which. Knows bodies and where they are named; nothing of issues.
import type { Stance } from '@civicwire/shared';
import type { Document } from '../../document.ts';
import { foldedAt, isCapital, type Reading } from '../../reading/reading.ts';
import type { Analysis } from '../judge.ts';
import type { JudgeContext, SentenceContext } from '../sentence-context.ts';
import type { Candidate } from './candidate.ts';
import { textOf } from './holder-names.ts';

/** Nouns by which a story goes on to call a body that it has named. */
const groups =
  /^(?:(?:trade|advocacy|tenants?|neighborhood|business|privacy|rights|immigrant|industry|local|activist) )*(?:group|organization|nonprofit|organizers?)$/;
const unions = /^(?:(?:police|officers'?|deputies'?|patrol) )*(?:union|association|lodge|guild|brotherhood)$/;
const determiners = /^(?:the|her|his|their|its|our)$/;
/** A story goes on about a body for so many sentences. */
const sentencesFar = 3;

/** The analyses, with a body's name for the noun that calls it back: “Lowe leads the Salem Police Guild. The union wants it gone.” */
export function withNamedBodies(
  document: Document,
  judge: JudgeContext,
  analyses: readonly Analysis[],
): readonly Analysis[] {
  return analyses.map((analysis) => {
    const { judgement } = analysis;
    if (!('stances' in judgement) || !judgement.stances.some(isBare)) return analysis;
    const stances = judgement.stances.map((stance) => {
      const body = isBare(stance) ? bodyOf(document, judge, analysis, stance) : null;
      if (body === null || body.name === stance.holder) return stance;
      const trace = stance.trace.replace(`: ${stance.holder} `, `: ${body.name} `);
      return { ...stance, holder: body.name, holderType: body.holderType, trace };
    });
    return { ...analysis, judgement: { ...judgement, stances } };
  });
}

function isBare({ holder, holderType }: Stance): boolean {
  return groups.test(holder) || unions.test(holder) || (holderType === 'department' && holder === 'department');
}

type Named = Pick<Candidate, 'name' | 'holderType'>;

/** Two capitals or more from a token on, of no place, person or government. */
function nameAt({ reading, candidates, document, to }: SentenceContext, from: number): (Named & { to: number }) | null {
  let end = from;
  while (
    end < to &&
    (isCapital(reading, end) ||
      (end > from && /^(?:of|for)$/.test(foldedAt(reading, end)) && isCapital(reading, end + 1)))
  )
    end++;
  if (end - from < 2) return null;
  const known = candidates.find((item) => item.from < end && item.to > from && item.from === from);
  if (known && (!isBody(document, known) || known.to > end)) return null;
  const isPerson = document.people.some(({ name }) => name === textOf(reading, from, end));
  return isPerson ? null : { name: textOf(reading, from, end), holderType: known?.holderType ?? 'nonprofit', to: end };
}

function bodyOf(document: Document, judge: JudgeContext, { context }: Analysis, stance: Stance): Named | null {
  const { reading } = document;
  const noun = context.candidates.find((item) => item.name === stance.holder && !item.named);
  if (!noun) return null;
  if (stance.holder === 'department') return policeOf(reading);
  // "A group called Harbor Light has gathered …"
  const called = calledAt(reading, noun.to);
  if (called !== null) return nameAt(context, called);
  // "The organizer, Harbor Light, is calling …"
  if (foldedAt(reading, noun.to) === ',') {
    const apposed = nameAt(context, noun.to + 1);
    if (apposed !== null && foldedAt(reading, apposed.to) === ',') return apposed;
  }
  if (!determiners.test(foldedAt(reading, noun.from - 1)) || foldedAt(reading, noun.to) === 'of') return null;
  const isKin = (item: Candidate): boolean =>
    isBody(document, item) && (!unions.test(stance.holder) || item.holderType === 'union');
  const near = context.candidates.filter((item) => item.to <= noun.from && isKin(item));
  if (near.length > 0) return soleOf(near);
  const s = reading.sentenceOf[context.from] ?? 0;
  for (let k = s - 1; k >= Math.max(0, s - sentencesFar); k--) {
    const told = judge.candidatesOf(k).filter(isKin);
    if (told.length > 0) return soleOf(told);
  }
  return stance.holderType === 'union' ? unionOf(document, judge) : null;
}

/** Behind "called", "known as", "calling itself"; null where none of them stands at a token. */
function calledAt(reading: Reading, at: number): number | null {
  if (foldedAt(reading, at) === 'called' || foldedAt(reading, at) === 'named') return at + 1;
  const two = `${foldedAt(reading, at)} ${foldedAt(reading, at + 1)}`;
  return /^(?:known as|calling itself)$/.test(two) ? at + 2 : null;
}

function soleOf(bodies: readonly Candidate[]): Named | null {
  return new Set(bodies.map(({ name }) => name)).size === 1 ? (bodies[0] ?? null) : null;
}

/** A body by name that is neither a government's nor a person. */
function isBody({ people, officials }: Document, { named, role, name, holderType }: Candidate): boolean {
  if (!named || (role !== 'critic' && role !== 'other') || !/ |^\p{Lu}{3,}$/u.test(name)) return false;
  if (/^(?:person|attorney|outlet)$/.test(holderType) || !/^\p{Lu}/u.test(name)) return false;
  return !people.some((one) => one.name === name) && !officials.some((one) => one.name === name);
}

/** The one union of officers that the story names anywhere; null when it names several, or none. */
function unionOf(document: Document, judge: JudgeContext): Named | null {
  const { reading } = document;
  const found: Candidate[] = [];
  for (let k = 0; k + 1 < reading.sentenceStarts.length; k++)
    for (const item of judge.candidatesOf(k))
      if (item.holderType === 'union' && officers.test(item.name) && isBody(document, item)) found.push(item);
  return soleOf(found);
}

const officers =
  /\b(?:police|officers?|deput(?:y|ies)|troopers?|sheriffs?|firefighters|patrolmen|benevolent|lodge|guild)\b/i;

/** "the department", where the story tells of police and of no other department of the place. */
function policeOf(reading: Reading): Named | null {
  let police = false;
  for (let i = 0; i < reading.count; i++) {
    const word = foldedAt(reading, i);
    if (word === 'police') police = true;
    else if (/^departments?$/.test(word) && otherDepartments.test(foldedAt(reading, i - 1))) return null;
  }
  return police ? { name: 'police department', holderType: 'police-department' } : null;
}

const otherDepartments =
  /^(?:fire|health|parks|recreation|works|planning|transportation|housing|services|corrections|finance|law|legal|water|building|development|sheriff|'s)$/;
