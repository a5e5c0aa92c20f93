// Who sues, told at length: "A Salem man who spent a week in jail sued …", "Four renters and a nonprofit that serves them sued …", and by which name the story goes on about them.
// Knows noun phrases, appositions and ages; not what is claimed.
import { foldedAt, hasShape, isCapital, type Reading, sentenceRange } from '../../reading/reading.ts';
import { shape } from '../../reading/tokens.ts';
import { behindDateline } from '../clauses/datelines.ts';
import { type Grammar, isOf } from '../clauses/grammar.ts';
import type { Candidate } from '../holders/candidate.ts';
import { textOf } from '../holders/holder-names.ts';

/** One who sues: as the sentence tells it, and by name where the story has one. */
export interface Plaintiff {
  readonly told: Candidate;
  readonly holder: Candidate;
}

interface Story {
  readonly grammar: Grammar;
  readonly reading: Reading;
  readonly candidatesOf: (s: number) => readonly Candidate[];
}

/** The longest phrase of those who sue. */
const tokensMax = 40;
/** So many sentences behind its own a suit may tell who "a Salem man", "the mother" and "a newspaper" are. */
const sentencesFar = { aged: 6, kin: 16 };
const partiesMax = 3;

/** The token of "sued", "filed a lawsuit" in tokens `[from, to)` that is told of whoever opens the sentence; null where none is. */
export function suesAt(grammar: Grammar, reading: Reading, from: number, to: number): number | null {
  for (let i = from + 1; i < to; i++) {
    const word = foldedAt(reading, i);
    const files =
      /^(?:filed|brought)$/.test(word) &&
      [1, 2, 3, 4].some((k) => /^(?:suit|lawsuit|lawsuits)$/.test(foldedAt(reading, i + k)));
    if (word !== 'sued' && !files) continue;
    const before = foldedAt(reading, i - 1);
    if (isOf(grammar, reading, i - 1, 'relative') || /^(?:was|were|been|be|being|,|suit|lawsuit)$/.test(before))
      continue;
    return i;
  }
  return null;
}

/** Those who sue in sentence s, where a phrase of several words tells of them; none where it does not, or a name does. */
export function plaintiffsIn(story: Story, s: number): readonly Plaintiff[] {
  const { grammar, reading } = story;
  const [start, to] = sentenceRange(reading, s);
  const from = behindDateline(reading, start, to);
  const verb = suesAt(grammar, reading, from, Math.min(to, from + tokensMax));
  if (verb === null || !isOpener(grammar, reading, from)) return [];
  for (let i = from; i < verb; i++)
    if (hasShape(reading, i, shape.mark & ~shape.quote) && !inWord(reading, i)) return [];
  const starts = [from];
  for (let i = from + 1; i + 2 < verb; i++)
    if (foldedAt(reading, i) === 'and' && isOpener(grammar, reading, i + 1)) starts.push(i + 1);
  const told = starts.map((first, k) => partyAt(grammar, reading, first, (starts[k + 1] ?? verb + 1) - 1));
  const [only] = told;
  // "The family sued": the sentence's own candidates have it.
  if (told.length > partiesMax || told.some((party) => party === null)) return [];
  if (told.length === 1 && only && only.to === verb && only.to - only.from === 1) return [];
  const named = told.length > 1 ? filedBy(story, s, told) : null;
  return told.flatMap((party, k) => {
    if (party === null) return [];
    return [{ told: party, holder: named?.[k] ?? nameOf(story, s, party) ?? party }];
  });
}

/** "A Salem man", "The mother", "Four people", "14 tenants". */
function isOpener(grammar: Grammar, reading: Reading, i: number): boolean {
  return (
    isOf(grammar, reading, i, 'determiner', 'counts') ||
    hasShape(reading, i, shape.number) ||
    number.test(foldedAt(reading, i))
  );
}

const number = /^(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|dozens|several)$/;

/** "T-shirt": a hyphen between letters. */
function inWord(reading: Reading, i: number): boolean {
  return foldedAt(reading, i) === '-' || hasShape(reading, i, shape.clitic);
}

/** The head of the noun phrase in tokens `[first, end)`: what stands before "who", a preposition or a participle. */
function partyAt(grammar: Grammar, reading: Reading, first: number, end: number): Candidate | null {
  const from = /^(?:a|an|the)$/.test(foldedAt(reading, first)) ? first + 1 : first;
  let to = from;
  while (
    to < end &&
    !isOf(grammar, reading, to, 'relative', 'preposition', 'auxiliary', 'modal') &&
    !isParticiple(reading, to, from)
  )
    to++;
  const noun = foldedAt(reading, to - 1);
  if (to <= from || !/^\p{L}{3,}$/u.test(noun) || isCapital(reading, to - 1) || notSuing.test(noun)) return null;
  const body = bodies.test(noun);
  return {
    from,
    to,
    name: textOf(reading, from, to),
    holderType: body ? 'nonprofit' : 'residents',
    role: 'critic',
    named: false,
  };
}

const bodies =
  /^(?:nonprofit|nonprofits|group|groups|organization|newspaper|coalition|association|alliance|company|station|union|site|outlet|network|church)$/;
const notSuing =
  /^(?:lawyer|lawyers|attorney|attorneys|state|city|county|judge|court|day|week|month|year|days|weeks|months|years|suit|case|who)$/;

function isParticiple(reading: Reading, i: number, from: number): boolean {
  return (
    i > from &&
    /(?:ed|ing)$/.test(foldedAt(reading, i)) &&
    !/^(?:wrongly|housing|building)$/.test(foldedAt(reading, i)) &&
    /^(?:in|by|at|on|for|after|from|under|to|near|without|with)$/.test(foldedAt(reading, i + 1))
  );
}

/** "The lawsuit, filed in Superior Court by the Salem Ledger and Ann Poe, says …": as many names as there are parties, in their order; null where they are not told so. */
function filedBy({ reading }: Story, s: number, parties: readonly (Candidate | null)[]): readonly Candidate[] | null {
  if (s + 2 >= reading.sentenceStarts.length) return null;
  const [from, to] = sentenceRange(reading, s + 1);
  if (!hasSuit(reading, from)) return null;
  const last = Math.min(to, from + 24);
  let by = from + 1;
  while (by < last && foldedAt(reading, by) !== 'by') by++;
  const names: Candidate[] = [];
  for (let i = by + 1; i < last && foldedAt(reading, i) !== ','; i++) {
    if (/^(?:the|and)$/.test(foldedAt(reading, i))) continue;
    const name = capitalsFrom(reading, i, last);
    const party = parties[names.length];
    if (name === null || !party) return null;
    names.push({ ...party, ...name, name: textOf(reading, name.from, name.to), named: true });
    i = name.to - 1;
  }
  return names.length === parties.length ? names : null;
}

/** The run of capitals that begins at a token; null where it has none. */
function capitalsFrom(
  reading: Reading,
  from: number,
  end: number,
): { readonly from: number; readonly to: number } | null {
  let to = from;
  while (to < end && isCapital(reading, to) && !hasShape(reading, to, shape.mark)) to++;
  return to > from ? { from, to } : null;
}

/** "a weekly newspaper" → "The Salem Ledger": the first name of one behind the suit. */
function paperNamed({ reading }: Story, s: number, party: Candidate): Candidate | null {
  const [first] = sentenceRange(reading, s + 1);
  const [, last] = sentenceRange(reading, Math.min(s + sentencesFar.aged, reading.sentenceStarts.length - 2));
  for (let i = first + 1; i < last; i++) {
    if (!papers.test(foldedAt(reading, i)) || !isCapital(reading, i)) continue;
    let from = i;
    while (from > first && isCapital(reading, from - 1) && !hasShape(reading, from - 1, shape.mark)) from--;
    if (foldedAt(reading, from) === 'the') from++;
    if (from < i) return { ...party, from, to: i + 1, name: textOf(reading, from, i + 1), named: true };
  }
  return null;
}

const papers =
  /^(?:ledger|times|post|journal|tribune|herald|news|gazette|press|chronicle|sun|star|monitor|dispatch|observer|record|examiner|sentinel|courier|register|bulletin|globe|inquirer|beacon|argus|enterprise|independent|mirror|voice|leader|republican|democrat|bee)$/;

function hasSuit(reading: Reading, from: number): boolean {
  for (let i = from; i < from + 4; i++) if (/^(?:suit|lawsuit|complaint)$/.test(foldedAt(reading, i))) return true;
  return false;
}

/** Whom the story names as "his mother, Ann Poe", "Poe, the man's mother", "the newspaper, the Salem Ledger", or, of "a Salem man", by name and age; null where it names nobody so. */
function nameOf(story: Story, s: number, party: Candidate): Candidate | null {
  const { reading, candidatesOf } = story;
  const { from, to } = party;
  const noun = foldedAt(reading, to - 1);
  const last = reading.sentenceStarts.length - 2;
  const single = !/[^s]s$|^(?:people|men|women|family)$/.test(noun) && !hasShape(reading, from, shape.number);
  if (!single) return null;
  const isPaper = noun === 'newspaper' || (noun === 'organization' && foldedAt(reading, to - 2) === 'news');
  if (isPaper || noun === 'site') return paperNamed(story, s, party);
  for (let k = s + 1; k <= Math.min(last, s + sentencesFar.kin); k++)
    for (const item of candidatesOf(k)) {
      if (!item.named || /^(?:document|government|official)$/.test(item.role)) continue;
      if (isApposed(reading, item, noun)) return item;
      const aged = alone.test(noun) && foldedAt(reading, to) !== 'of' && k <= s + sentencesFar.aged;
      if (aged && item.holderType === 'person' && isAged(reading, item)) return item;
    }
  return null;
}

const alone =
  /^(?:man|woman|driver|resident|teenager|teen|nurse|teacher|student|homeowner|motorist|renter|landlord|tenant|inmate)$/;

/** "Poe, 41, …" */
function isAged(reading: Reading, { to }: Candidate): boolean {
  return foldedAt(reading, to) === ',' && hasShape(reading, to + 1, shape.number) && foldedAt(reading, to + 2) === ',';
}

/** "his mother, Ann Poe,", "Ann Poe, 52, his mother,". */
function isApposed(reading: Reading, { from, to }: Candidate, noun: string): boolean {
  const before = foldedAt(reading, from - 1) === 'the' ? from - 2 : from - 1;
  if (foldedAt(reading, before) === ',' && foldedAt(reading, before - 1) === noun) return true;
  if (foldedAt(reading, to) !== ',') return false;
  let i = isAged(reading, { from, to } as Candidate) ? to + 3 : to + 1;
  for (const end = i + 5; i < end && !/^[,.;]$/.test(foldedAt(reading, i)); i++)
    if (foldedAt(reading, i) === noun && /^[,.;]$/.test(foldedAt(reading, i + 1))) return true;
  return false;
}
