// Who else holds what the last of several named holders holds: "A, B and C voted no". Knows lists of names; not what is held.
import { foldedAt, isCapital } from '../../reading/reading.ts';
import { isOf } from '../clauses/grammar.ts';
import type { Ruling } from '../ruling.ts';
import type { SentenceContext } from '../sentence-context.ts';
import type { Candidate } from './candidate.ts';
import { textOf } from './holder-names.ts';
import { namesListed } from './named-sides.ts';

/** "Ruiz and two other members". */
const fellows = /^(?:other|fellow|two|three|four|five|members)$/;
/** Words of an office in lower case before a name. */
const offices = /^(?:chair|chairman|chairwoman|chairperson|president|vice|board|council|committee)$/;

/** "A, B and C voted no": one ruling for each holder of a coordinated subject. */
export function shared(context: SentenceContext, item: Ruling): readonly Ruling[] {
  if (item.holder.members) return item.holder.members.map((holder) => ({ ...item, holder }));
  const holders = [item.holder];
  for (let first = item.holder; first.from > context.from; ) {
    const title = context.candidates.find((item) => item.to === first.from && !item.named && first.named);
    let i = (title ?? first).from - 1;
    // "Joel Kranz, Pa Houa Lor and Rick Salter": a first name that no list has.
    while (!title && isPerson(first) && isCapital(context.reading, i) && i > context.from) i--;
    const theirs = !first.named && foldedAt(context.reading, i) === 'their';
    while (isOf(context.grammar, context.reading, i, 'determiner') || fellows.test(foldedAt(context.reading, i))) i--;
    // "Selectwoman Ann Diaz and chairman Jo Poe"
    while (first.named && offices.test(foldedAt(context.reading, i))) i--;
    const joined =
      foldedAt(context.reading, i) === 'and' || (foldedAt(context.reading, i) === ',' && holders.length > 1);
    if (foldedAt(context.reading, i) === 'and' && foldedAt(context.reading, i - 1) === ',') i--;
    const other = joined ? endingAt(context, i) : undefined;
    if (
      !other ||
      other.role === 'document' ||
      (sideOf(other) !== sideOf(first) && !(isPerson(other) && isPerson(first)))
    )
      break;
    // "tenants and their supporters": the tenants.
    if (theirs) holders.shift();
    holders.unshift(other);
    first = other;
  }
  const last = item.holder;
  const listed = last.named ? [] : namesListed(context, last.to);
  return [...holders, ...listed].map((holder) => ({ ...item, holder }));
}

/** Somebody by name, with an office or without one. */
function isPerson({ named, role, holderType }: Candidate): boolean {
  return named && (role === 'official' || holderType === 'person');
}

/** Officials, bodies, or anybody else. */
function sideOf({ role }: Candidate): string {
  return role === 'other' ? 'critic' : role;
}

/** The candidate that ends at a token, or one capital before it, or before "of Maine" that does. */
function endingAt(context: SentenceContext, end: number): Candidate | undefined {
  const found = context.candidates.find((candidate) => candidate.to === end && candidate.holderType !== 'state');
  if (found) return found;
  // "the Kalamazoo Builders Exchange", of which no list has the last word.
  const short = context.candidates.find(
    (item) =>
      item.to === end - 1 && item.named && /^(?:critic|other)$/.test(item.role) && isCapital(context.reading, end - 1),
  );
  if (short) return { ...short, to: end, name: textOf(context.reading, short.from, end) };
  for (let i = end - 1; i > end - 4 && isCapital(context.reading, i); i--) {
    if (/^(?:of|for)$/.test(foldedAt(context.reading, i - 1)))
      return context.candidates.find((candidate) => candidate.to === i - 1 && candidate.named);
  }
  return undefined;
}
