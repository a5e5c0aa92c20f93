// Whom a roll call names, before or behind its cue: "Rosa Diaz, Jo Lee and Ann Poe voted no", "Voting no were …". Knows lists of names; not how they voted.
import { foldedAt, isCapital } from '../../reading/reading.ts';
import { isExcepted } from '../chains/doubts.ts';
import { isOf } from '../clauses/grammar.ts';
import type { Candidate } from '../holders/candidate.ts';
import { textOf } from '../holders/holder-names.ts';
import type { SentenceContext } from '../sentence-context.ts';

/** "…, with Diaz and Lee dissenting", "Council members Rosa Diaz, Jo Lee and Ann Poe voted no": the coordinated names that end here. */
export function namesBefore(context: SentenceContext, until: number): readonly Candidate[] {
  const { reading, candidates } = context;
  let end = until;
  while (
    end > context.from &&
    (isOf(context.grammar, reading, end - 1, 'adverb') ||
      /^(?:was|were|all|both|each|had|has|have|also|who)$/.test(foldedAt(reading, end - 1)))
  )
    end--;
  if (foldedAt(reading, end) === 'who' && foldedAt(reading, end - 1) === ',') end--;
  // "Councilwoman Dina Ruiz, the other no vote, …"
  if (foldedAt(reading, end - 1) === ',' && isOne(context, end)) end--;
  const names: Candidate[] = [];
  for (;;) {
    const candidate =
      candidates.find((item) => item.to === end && item.named) ??
      (names.length === 0 ? lastOfList(context, end) : null);
    if (!candidate || !isVoter(candidate)) break;
    names.unshift(candidate);
    end = candidate.from;
    // "… and council members Ben Archuleta and Sunny Pak": the plural title belongs to the names.
    const title = candidates.find((item) => item.to === end && !item.named && item.role !== 'document');
    if (title) end = title.from;
    const before = foldedAt(reading, end - 1);
    if (before === 'and') end -= foldedAt(reading, end - 2) === ',' ? 2 : 1;
    else if (before === ',' && candidates.some((item) => item.to === end - 1 && item.named)) end--;
    else break;
  }
  if (isExcepted(context, end)) return [];
  return opensList(context, end) || names.some((name) => name.role === 'official') ? names : [];
}

/** "the lone dissenter", "one of two members who voted no" at a token: a single person, named before. */
function isOne({ reading }: SentenceContext, at: number): boolean {
  return (
    (foldedAt(reading, at) === 'the' &&
      /^(?:lone|only|sole|single|other|remaining|deciding)$/.test(foldedAt(reading, at + 1))) ||
    (foldedAt(reading, at) === 'one' && foldedAt(reading, at + 1) === 'of')
  );
}

/** "…, Dirk Olafson and Pete Sand voted no": two capitals behind "and" are the last of the members, though no list has the name; null otherwise. */
function lastOfList({ reading, candidates, from }: SentenceContext, end: number): Candidate | null {
  const begin = end - 2;
  if (begin <= from || !isCapital(reading, begin) || !isCapital(reading, end - 1)) return null;
  if (foldedAt(reading, begin - 1) !== 'and') return null;
  const before = foldedAt(reading, begin - 2) === ',' ? begin - 2 : begin - 1;
  const other = candidates.find((item) => item.to === before && item.named && item.holderType === 'council-member');
  const name = textOf(reading, begin, end);
  return other ? { ...other, from: begin, to: end, name } : null;
}

/** "Voting no were Rosa Diaz, Jo Lee and Ann Poe." */
export function namesBehind(context: SentenceContext, from: number): readonly Candidate[] {
  const { reading, candidates } = context;
  const names: Candidate[] = [];
  let begin = from;
  while (begin < context.to) {
    // "Council members Rosa Diaz and Jo Lee": the body of which they are.
    const body = candidates.find((item) => item.from >= begin && item.from <= begin + 1 && item.role === 'government');
    if (body && /^members?$/.test(foldedAt(reading, body.to))) begin = body.to + 1;
    const candidate = candidates.find(
      (item) => item.to > begin && item.from >= begin - 1 && item.from <= begin + 2 && item.named && isVoter(item),
    );
    const head = candidates.find((item) => item.from >= begin && item.from <= begin + 2 && !item.named);
    if (!candidate && head && names.length === 0) {
      begin = head.to;
      continue;
    }
    if (!candidate) break;
    names.push(candidate);
    begin = candidate.to;
    if (foldedAt(reading, begin) === ',') begin++;
    if (foldedAt(reading, begin) === 'and') begin++;
    else if (begin === candidate.to) break;
  }
  return names;
}

function isVoter(candidate: Candidate): boolean {
  if (candidate.role === 'official')
    return /^(?:council-member|mayor|official|state-official|federal-official)$/.test(candidate.holderType);
  return candidate.holderType === 'person';
}

/** Whether a list of bare names begins behind "with", "members" or the like, or opens its clause. */
function opensList(context: SentenceContext, begin: number): boolean {
  const word = foldedAt(context.reading, begin - 1);
  return (
    begin === context.from ||
    (word === 'and' && /^[,;]$/.test(foldedAt(context.reading, begin - 2))) ||
    /^(?:with|members|commissioners|supervisors|trustees|councilmembers|aldermen|;|while|but|only)$/.test(word)
  );
}
