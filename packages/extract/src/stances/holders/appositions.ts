// What stands between a holder and its verb and is no holder: appositions, the state behind a city, lists of places, "that represents …".
// Knows commas and words; not what is held.
import { foldedAt, hasShape, isCapital, type Reading } from '../../reading/reading.ts';
import { shape } from '../../reading/tokens.ts';
import { irregularPast, isOf } from '../clauses/grammar.ts';
import { leftOfPhrase } from '../clauses/noun-phrases.ts';
import type { SentenceContext } from '../sentence-context.ts';
import type { Candidate } from './candidate.ts';
import { noSubject, type Subject } from './subject.ts';

/** The comma before the state that ends at token `end` and tells where the place before it is; `end` when none does. */
export function beforeState({ candidates, reading }: SentenceContext, end: number): number {
  const state = candidates.find((item) => item.to === end && /^(?:state|county)$/.test(item.holderType) && item.named);
  if (!state || foldedAt(reading, state.from - 1) !== ',') return end;
  const place = candidates.some(
    (item) => item.to === state.from - 1 && /^(?:city|county|council)$/.test(item.holderType),
  );
  return place || isCapital(reading, state.from - 2) ? state.from - 1 : end;
}

const opensApposition = /^(?:a|an|the|one|under|of|from|flanked|facing|backed)$/;

/** "Housing Now, a group of builders and renters, praised …", "Mike Stroud, one of the three who opposed it, said …": the name before the first comma. Null where no apposition ends at `close`. */
export function headOfApposition({ reading, candidates, from }: SentenceContext, close: number): Subject | null {
  for (let i = close - 1; i > Math.max(from, close - 16); i--) {
    // "…, an attorney with Rights Now, which represents them, said": what is told of the group.
    if (foldedAt(reading, i) !== ',' || foldedAt(reading, i + 1) === 'which') continue;
    if (!opensApposition.test(foldedAt(reading, i + 1)) || !isCapital(reading, i - 1)) return null;
    const body = candidates.find((item) => item.to === i && item.named && item.role !== 'document');
    const name = body && (memberOf(reading, candidates, body) ?? body);
    return name ? { type: 'candidate', candidate: name, relative: false } : noSubject;
  }
  return null;
}

/** "Ann Poe of Renters United, a group of tenants, said …": she does. */
export function memberOf(reading: Reading, candidates: readonly Candidate[], body: Candidate): Candidate | null {
  if (body.holderType === 'person' || body.role === 'official' || body.role === 'government') return null;
  const of = foldedAt(reading, body.from - 1) === 'the' ? body.from - 2 : body.from - 1;
  if (!/^(?:of|with|from|for)$/.test(foldedAt(reading, of))) return null;
  return candidates.find((item) => item.to === of && item.named && item.holderType === 'person') ?? null;
}

/** Where a noun phrase that opens its clause ends before a comma, for a second comma at `close`: "The board, on a 4-1 vote, set …", "Lee, who was jailed for a week after a mix-up, wants …". Null where another noun phrase stands nearer. */
export function endOfOpener(context: SentenceContext, close: number): number | null {
  const { reading, candidates, grammar, from } = context;
  const stop = Math.max(from, close - insertionMax);
  for (let i = close - 1; i > stop; i--) {
    if (hasShape(reading, i, shape.quote) || /^[;:?]$/.test(foldedAt(reading, i))) return null;
    if (foldedAt(reading, i) !== ',' || foldedAt(reading, i + 1) === 'and') continue;
    const before = candidates.find((item) => item.from < i && item.to === i);
    // "whose brother, a landlord, …": somebody whom no rule knows.
    if (!before && /^(?:an?|the)$/.test(foldedAt(reading, i + 1))) return null;
    if (!before) continue;
    const left = leftOfOwned(context, before);
    const opens =
      left < from || /^[,—–-]$/.test(foldedAt(reading, left)) || isOf(grammar, reading, left, 'conjunction');
    // "Its president, Al Roe, said …": the name is the holder.
    if (opens) return isName(context, i + 1, close) ? null : i;
    // "a Democrat from Salem, Oregon, …": a place is no nearer holder.
    if (!/^(?:city|county|state)$/.test(before.holderType)) return null;
  }
  return null;
}

function isName({ reading }: SentenceContext, from: number, to: number): boolean {
  for (let i = from; i < to; i++) if (!isCapital(reading, i)) return false;
  return true;
}

/** "the county's policy": the token before the owner, too. */
function leftOfOwned(context: SentenceContext, item: Candidate): number {
  const left = leftOfPhrase(context, item.from);
  if (foldedAt(context.reading, left) !== "'s") return left;
  const owner = context.candidates.find((other) => other.to === left || other.to === left + 1);
  return leftOfPhrase(context, owner?.from ?? left - 1);
}

/** The longest that stands between a subject and its verb. */
const insertionMax = 30;

/** The named holder before a comma, an article and no more than one word: a noun in apposition says what it is for. Null otherwise. */
export function ownArticle(context: SentenceContext, last: number): Subject | null {
  const { reading, candidates } = context;
  for (let i = last; i >= last - 1; i--) {
    if (!/^(?:a|an|the)$/.test(foldedAt(reading, i)) || foldedAt(reading, i - 1) !== ',') continue;
    const candidate = candidates.find((item) => item.to === i - 1 && item.named);
    return candidate ? { type: 'candidate', candidate, relative: true } : null;
  }
  return null;
}

/** "chiefs from Dallas, El Paso and San Antonio": where a list of places begins; the holder's own first token for anything else. */
export function firstPlace({ candidates, reading }: SentenceContext, last: Candidate): number {
  let first = last;
  while (/^(?:city|county|state)$/.test(first.holderType) && first.named) {
    let end = first.from;
    if (foldedAt(reading, end - 1) === 'and') end--;
    if (foldedAt(reading, end - 1) === ',') end--;
    const other =
      end === first.from
        ? undefined
        : candidates.find((item) => item.to === end && item.holderType === last.holderType);
    if (!other) break;
    first = other;
  }
  return first.from;
}

/** The holder before "that represents", "which represents" at the token of that verb. */
export function representative(
  { grammar, reading, candidates, from, verbAt }: SentenceContext,
  left: number,
): Candidate | undefined {
  let verb = left;
  // "Aurora's patrol officers"
  while (
    verb > Math.max(from, left - 4) &&
    (isCapital(reading, verb) ||
      foldedAt(reading, verb) === "'s" ||
      /^(?:patrol|police|county|city)$/.test(foldedAt(reading, verb)))
  )
    verb--;
  const deed = foldedAt(reading, left);
  // "The committee that oversees the jail asked …"
  if (
    /^(?:that|which|who)$/.test(foldedAt(reading, left - 1)) &&
    !verbAt(left) &&
    (/(?:[^s]s|ed)$/.test(deed) || irregularPast.has(deed)) &&
    !isOf(grammar, reading, left, 'auxiliary')
  )
    return candidates.find((item) => item.to === left - 1 && item.role !== 'document');
  if (
    !/^(?:represents?|representing|serving|represented|includes?|owns?|runs?|serves?|advises|oversees)$/.test(
      foldedAt(reading, verb),
    )
  )
    return undefined;
  // "the union representing troopers"
  if (/^(?:representing|serving)$/.test(foldedAt(reading, verb)))
    return candidates.find((item) => item.to === verb && item.role !== 'document');
  if (!/^(?:that|which|who)$/.test(foldedAt(reading, verb - 1))) return undefined;
  const end = foldedAt(reading, verb - 2) === ',' ? verb - 2 : verb - 1;
  return candidates.find((item) => item.to === end && item.role !== 'document');
}

/** "City officers, the chief said, do not …", "Lee, according to two aides, wants …": the comma that opens what is put in; null when nothing is. */
export function insertedSpeech({ reading, from }: SentenceContext, close: number): number | null {
  for (let i = close - 3; i > Math.max(from, close - 12) && foldedAt(reading, i) !== ','; i--)
    if (foldedAt(reading, i) === 'according' && foldedAt(reading, i - 1) === ',') return i - 1;
  if (!/^(?:said|says|added|noted|wrote|argued|insisted)$/.test(foldedAt(reading, close - 1))) return null;
  for (let i = close - 2; i > Math.max(from, close - 8); i--) if (foldedAt(reading, i) === ',') return i;
  return null;
}

/** "The union, and not Ann Poe, opposes …": the comma that opens who does not do it, for a second comma at `close`; null when nobody is set aside. */
export function setAside({ reading, from }: SentenceContext, close: number): number | null {
  for (let i = close - 1; i > Math.max(from, close - 10); i--) {
    if (foldedAt(reading, i) !== ',') continue;
    const word = /^(?:and|but)$/.test(foldedAt(reading, i + 1)) ? i + 2 : i + 1;
    const pair = `${foldedAt(reading, word)} ${foldedAt(reading, word + 1)}`;
    return foldedAt(reading, word) === 'not' || /^(?:rather than|instead of)$/.test(pair) ? i : null;
  }
  return null;
}

/** "The NAACP's Memphis branch": whether what ends before a token is a part of the body before it. */
export function isBranchOf({ reading }: SentenceContext, body: Candidate, end: number): boolean {
  const { named, role, holderType, to } = body;
  if (!named || role === 'government' || role === 'document' || holderType === 'person') return false;
  return (
    foldedAt(reading, to) === "'s" &&
    end - to <= 4 &&
    /^(?:chapter|branch|affiliate|lodge|local)$/.test(foldedAt(reading, end - 1))
  );
}
