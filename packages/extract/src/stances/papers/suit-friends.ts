// Who stands with the suit that a story is about: "The suit was filed in May by Ana Diaz and Bo Lane", "The Ledger joined the lawsuit",
// "…,” said Jo Poe, an attorney for the family." Knows how suits are brought and who speaks for whom; what the suit asks for is suits-brought.ts.
import type { Quote } from '@civicwire/shared';
import type { Document } from '../../document.ts';
import { foldedAt, hasShape, type Reading, sentenceRange, tokenAt } from '../../reading/reading.ts';
import { shape } from '../../reading/tokens.ts';
import type { Candidate } from '../holders/candidate.ts';
import { subjectOf } from '../holders/subjects.ts';
import type { Analysis } from '../judge.ts';
import { ruling } from '../ruling.ts';
import type { SentenceContext } from '../sentence-context.ts';
import { stanceOf } from '../stance-record.ts';
import { type Suit, suitOf } from './suit-of-story.ts';

interface Story {
  readonly document: Document;
  readonly read: (s: number) => SentenceContext;
}

const wordsMax = 120;

/** The stances of those who brought the one suit of a story or joined it, and of their lawyers in quotation marks; none where `sued` tells of no suit, or of two directions. */
export function findSuitFriends(story: Story, sued: readonly Analysis[]): readonly Analysis[] {
  const suit = suitOf(sued);
  if (suit === null) return [];
  const { document, read } = story;
  const { reading } = document;
  const found: Analysis[] = [];
  for (let s = 0; s + 1 < reading.sentenceStarts.length; s++) {
    const [from, to] = sentenceRange(reading, s);
    if (to - from > wordsMax) continue;
    for (let i = from + 1; i < to; i++) {
      if (suit.ruled && isSuing(reading, i)) found.push(...held(suit, read(s), i, i, suingAt(read(s), i)));
      if (!suits.test(foldedAt(reading, i))) continue;
      const by = broughtBy(reading, i, to);
      if (by !== null) found.push(...held(suit, read(s), i, by, namedBehind(read(s), by)));
      else if (joins(reading, i)) {
        const context = read(s);
        const verb = foldedAt(reading, i - 2) === 'joined' ? i - 2 : i - 3;
        found.push(...held(suit, context, verb, i, joining(context, verb)));
      }
    }
  }
  /** Who is heard in a quotation that goes on in other sentences. */
  const heard = new Map<string, Candidate>();
  for (const quote of document.quotes) {
    const speaker = heard.get(quote.group) ?? plaintiffOf(story, suit, quote);
    if (speaker === null) continue;
    heard.set(quote.group, speaker);
    found.push(...said(story, suit, quote, speaker));
  }
  return found;
}

const suits = /^(?:lawsuit|suit)$/;

/** "sued for the recording in March": of no other suit. */
function isSuing(reading: Reading, i: number): boolean {
  if (
    foldedAt(reading, i) !== 'sued' ||
    foldedAt(reading, i + 1) === 'by' ||
    /^(?:was|were|been|be|being|who)$/.test(foldedAt(reading, i - 1))
  )
    return false;
  for (let k = i + 1; k < i + 25 && !/^[.;]$/.test(foldedAt(reading, k)); k++)
    if (/^(?:damages|million|another|other|wrongful|separately|estate|defamation)$/.test(foldedAt(reading, k)))
      return false;
  return true;
}

/** Who sues by the verb at a token: each of those named before it, where no other verb stands there; else its subject. */
function suingAt(context: SentenceContext, verb: number): readonly Candidate[] {
  const { reading, candidates, from } = context;
  let told = false;
  for (let i = from; i < verb; i++) if (context.verbAt(i)) told = true;
  if (!told)
    return candidates.filter(
      (item) => item.to <= verb && !/^(?:of|by|with|in|from|for|against)$/.test(foldedAt(reading, item.from - 1)),
    );
  const subject = subjectOf(context, verb);
  return subject.type === 'candidate' && !subject.relative ? [subject.candidate] : [];
}

/** "The suit, filed Monday in U.S. District Court by …", "The complaint was brought in May by …": the token of "by"; null elsewhere. */
function broughtBy(reading: Reading, suit: number, to: number): number | null {
  if (!/^(?:the|a|an|that|federal|class-action|their)$/.test(foldedAt(reading, suit - 1))) return null;
  let i = suit + 1;
  while (/^(?:,|was|that|which|first|originally)$/.test(foldedAt(reading, i))) i++;
  if (!/^(?:filed|brought)$/.test(foldedAt(reading, i))) return null;
  for (let by = i + 1; by < Math.min(to, i + 11); by++) {
    if (foldedAt(reading, by) === 'by') return by;
    if (hasShape(reading, by, shape.mark) && foldedAt(reading, by) !== '.') return null;
    if (/^(?:against|and|says|asks)$/.test(foldedAt(reading, by))) return null;
  }
  return null;
}

/** "by Ana Diaz, a nurse, and Rights Now": who is named behind "by", before what the suit says or where it was filed. */
function namedBehind({ reading, candidates, to }: SentenceContext, by: number): readonly Candidate[] {
  let end = by + 1;
  while (end < to && !ends.test(foldedAt(reading, end))) end++;
  return candidates.filter(
    ({ from, to: behind }) =>
      from > by && behind <= end && !/^(?:of|in|with|at|from|for)$/.test(foldedAt(reading, from - 1)),
  );
}

const ends =
  /^(?:says|said|argues|argued|claims|claimed|asks|asked|alleges|alleged|contends|contended|seeks|sought|accuses|accused|against|on|who|which|that|challenges|names|calls|\.|;)$/;

/** "joined the lawsuit", "joined in the suit" */
function joins(reading: Reading, suit: number): boolean {
  if (!/^(?:the|that|this)$/.test(foldedAt(reading, suit - 1))) return false;
  return (
    foldedAt(reading, suit - 2) === 'joined' ||
    (foldedAt(reading, suit - 2) === 'in' && foldedAt(reading, suit - 3) === 'joined')
  );
}

/** Whoever stands right before "joined", over an apposition: "The Times, a weekly newspaper, joined". */
function joining({ reading, candidates, from }: SentenceContext, verb: number): readonly Candidate[] {
  const end = foldedAt(reading, verb - 1) === 'has' || foldedAt(reading, verb - 1) === 'also' ? verb - 1 : verb;
  const direct = candidates.find((item) => item.to === end && item.named);
  if (direct) return [direct];
  if (foldedAt(reading, end - 1) !== ',') return [];
  const first = candidates.find((item) => item.named && item.from <= from + 4 && foldedAt(reading, item.to) === ',');
  const only = candidates.every((item) => item === first || !item.named || item.from > end || item.to <= from);
  return first && only ? [first] : [];
}

/** The stances of holders whose part in the suit tokens `[from, to)` tell. */
function held(
  { rule, sentence }: Suit,
  context: SentenceContext,
  from: number,
  to: number,
  holders: readonly Candidate[],
): readonly Analysis[] {
  const s = context.reading.sentenceOf[context.from] ?? 0;
  const suitors = holders.filter(
    ({ role, holderType, named }) => named && role !== 'document' && !/^(?:court|city|county|state)$/.test(holderType),
  );
  if (s < sentence || suitors.length === 0) return [];
  const frame = { rule, from, to: to + 1 };
  const stances = suitors.map((holder) =>
    stanceOf(
      context,
      frame,
      ruling(context, holder, [], null, null, {
        act: 'lawsuit',
        modality: 'asserted',
        basis: 'position',
        doubt: 0.1,
        until: Math.max(to + 1, holder.to),
      }),
    ),
  );
  return [{ context, frame, judgement: { stances, chain: { links: [], broken: null } } }];
}

/** Who says something in quotation marks, where that is a plaintiff or the plaintiffs' lawyer; null otherwise. */
function plaintiffOf({ document, read }: Story, suit: Suit, quote: Quote): Candidate | null {
  if (quote.kind !== 'direct' || !quote.speaker || !quote.speakerName) return null;
  const { reading } = document;
  const s = reading.sentenceOf[tokenAt(reading, quote.start)] ?? 0;
  if (s < suit.sentence || s !== reading.sentenceOf[tokenAt(reading, quote.speaker.start)]) return null;
  const [begin, end] = sentenceRange(reading, s);
  if (!isOfSuit(reading, begin, end)) return null;
  const holder = read(s).candidates.find(({ name, named }) => named && name === quote.speakerName);
  return holder && (isPlaintiff(reading, holder) || speaksForThem(reading, suit, holder)) ? holder : null;
}

/** The stance of quoted words that have no issue phrase of their own. */
function said({ document, read }: Story, { rule }: Suit, quote: Quote, speaker: Candidate): readonly Analysis[] {
  const { reading } = document;
  const from = tokenAt(reading, quote.start);
  const to = tokenAt(reading, quote.end - 1) + 1;
  const context = read(reading.sentenceOf[from] ?? 0);
  if (context.hits.frames.some((frame) => frame.from < to && frame.to > from)) return [];
  const frame = { rule, from, to };
  const holder = { ...speaker, from: context.to, to: context.to };
  const how = { act: 'statement', modality: 'asserted', basis: 'position', doubt: 0.3 } as const;
  const stance = stanceOf(context, frame, ruling(context, holder, [], null, null, how));
  return [{ context, frame, judgement: { stances: [stance], chain: { links: [], broken: null } } }];
}

/** Only such sentences are read in full. */
function isOfSuit(reading: Reading, from: number, to: number): boolean {
  for (let i = from; i < to; i++)
    if (lawyers.test(foldedAt(reading, i)) || /^plaintiffs?$/.test(foldedAt(reading, i))) return true;
  return false;
}

/** "plaintiff Ana Diaz", "Ana Diaz, a nurse and one of the plaintiffs" */
function isPlaintiff(reading: Reading, { from: first, to }: Candidate): boolean {
  if (foldedAt(reading, first - 1) === 'plaintiff' || foldedAt(reading, first) === 'plaintiff') return true;
  for (let i = to; i < to + 11; i++) {
    if (/^(?:\.|;|said|says)$/.test(foldedAt(reading, i))) return false;
    if (foldedAt(reading, i) === 'one' && foldedAt(reading, i + 1) === 'of')
      return [i + 2, i + 3, i + 4].some((at) => foldedAt(reading, at) === 'plaintiffs');
  }
  return false;
}

/** "Jo Poe, an attorney for the plaintiffs", "… with Rights Now, which represents the men", "the family's lawyer, Jo Poe". */
function speaksForThem(reading: Reading, suit: Suit, { from: first, to }: Candidate): boolean {
  if (foldedAt(reading, first - 1) === ',' || lawyers.test(foldedAt(reading, first - 1))) {
    const lawyer = foldedAt(reading, first - 1) === ',' ? first - 2 : first - 1;
    const owner = foldedAt(reading, lawyer - 1) === "'s" ? lawyer - 2 : lawyer - 1;
    if (lawyers.test(foldedAt(reading, lawyer)) && isOfThem(reading, suit, owner)) return true;
  }
  let lawyer = false;
  for (let i = to; i < to + 21; i++) {
    const word = foldedAt(reading, i);
    if (/^(?:\.|;|said|says|but)$/.test(word)) return false;
    if (lawyers.test(word)) {
      if (/^(?:city|county|district|state|state's|assistant|deputy|union)$/.test(foldedAt(reading, i - 1)))
        return false;
      lawyer = true;
    }
    const forThem = lawyer && (word === 'for' || /^represent(?:s|ing|ed)$/.test(word));
    if (!forThem) continue;
    const at = /^(?:the|all|both)$/.test(foldedAt(reading, i + 1)) ? i + 2 : i + 1;
    if (isOfThem(reading, suit, at) && !/^['’]s?$/.test(foldedAt(reading, at + 1))) return true;
  }
  return false;
}

const lawyers = /^(?:attorney|lawyer|attorneys|lawyers)$/;

/** The plaintiffs by that name, by a pronoun, or by the noun that the sentence on the suit has for them. */
function isOfThem(reading: Reading, { sentence }: Suit, i: number): boolean {
  const word = foldedAt(reading, i);
  if (/^(?:plaintiffs?|him|them)$/.test(word)) return true;
  if (!/^\p{Ll}+s?$/u.test(word) || !parties.test(word) || hasShape(reading, i, shape.capital)) return false;
  for (let s = 0; s <= sentence; s++) {
    const [from, to] = sentenceRange(reading, s);
    const sues = Array.from({ length: to - from }, (_, k) => from + k).find((k) =>
      /^(?:sued|filed)$/.test(foldedAt(reading, k)),
    );
    for (let k = from; sues !== undefined && k < sues; k++) if (foldedAt(reading, k) === word) return true;
  }
  return false;
}

const parties =
  /^(?:family|families|men|women|man|woman|group|groups|couple|newspaper|newspapers|residents?|homeowners?|tenants?|neighbors|parents|mother|father|widow|drivers|students|station|nonprofit|association|coalition|inmates)$/;
