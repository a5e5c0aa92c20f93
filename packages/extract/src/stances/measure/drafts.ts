// Where a story quotes a draft (a proposed policy, ordinance, petition), who proposed it, and which list headers govern its items.
// Knows layout and the words that introduce a draft; no issue.
import type { Document } from '../../document.ts';
import { foldedAt, hasShape, paragraphRange, type Reading, sentenceRange } from '../../reading/reading.ts';
import { shape } from '../../reading/tokens.ts';
import { type Grammar, isOf } from '../clauses/grammar.ts';
import type { Candidate } from '../holders/candidate.ts';

/** Tokens `[from, to)` are the text of a draft. */
export interface Draft {
  readonly from: number;
  readonly to: number;
}

const announced =
  /\b(?:here is|following is|below is|text of|full text|reads as follows)\b.{0,60}\b(?:proposal|proposed|draft|petition|resolution|ordinance|policy|text)\b.{0,40}:$/i;
const titled = /^["“]?\((?:proposed|draft)\)|^["“]?(?:proposed|draft) .{0,80}\b(?:policy|ordinance|resolution)$/i;

/** The drafts of a story: from a line that announces one to the story's end (quotation marks of such texts are seldom balanced). */
export function findDrafts(document: Document): readonly Draft[] {
  const { reading } = document;
  for (let p = 0; p + 1 < reading.paragraphStarts.length; p++) {
    const [from, to] = paragraphRange(reading, p);
    if (to - from > 60 || from === to) continue;
    if (foldedAt(reading, to - 1) !== ':' && !/^(?:["“(]|proposed|draft)$/.test(foldedAt(reading, from))) continue;
    const text = reading.text.slice(reading.starts[from], reading.ends[to - 1]).trim();
    const after = announced.test(text) ? to : titled.test(text) ? from : -1;
    if (after >= 0 && after < reading.count && looksLikeClauses(reading, after))
      return [{ from: after, to: reading.count }];
  }
  return [];
}

/** A draft has "shall" or numbered clauses; a story about one has not. */
function looksLikeClauses(reading: Reading, from: number): boolean {
  let shall = 0;
  for (let i = from; i < reading.count; i++) if (foldedAt(reading, i) === 'shall') shall++;
  return shall >= 2;
}

/** Whoever is said to propose, before the draft begins: the nearest critic, organization or official that is subject of a proposing verb. */
export function proposerOf(
  document: Document,
  draft: Draft,
  candidatesOf: (s: number) => readonly Candidate[],
): Candidate | null {
  const { reading } = document;
  for (let s = (reading.sentenceOf[draft.from] ?? 1) - 1; s >= 0; s--) {
    const [from, to] = sentenceRange(reading, s);
    for (let i = from; i < to; i++) {
      if (!/^(?:propos(?:e|es|ed|ing)|drafted|submitted|introduced|presented)$/.test(foldedAt(reading, i))) continue;
      const subject = candidatesOf(s).find(
        (candidate) => candidate.to <= i && i - candidate.to <= 2 && candidate.role !== 'document',
      );
      if (!subject) continue;
      return /^(?:group|groups|organization|nonprofit|coalition)$/i.test(subject.name)
        ? (namedBefore(s, candidatesOf) ?? subject)
        : subject;
    }
  }
  return null;
}

/** What "the group" means: the nearest critic before it. */
function namedBefore(sentence: number, candidatesOf: (s: number) => readonly Candidate[]): Candidate | null {
  for (let s = sentence - 1; s >= Math.max(0, sentence - 12); s--) {
    const found = candidatesOf(s).filter(
      (candidate) => candidate.role === 'critic' && candidate.holderType !== 'residents',
    );
    const last = found.at(-1);
    if (last) return last;
  }
  return null;
}

/** The negator of the list header over an item ("no money shall be used for: i. … ii. …"); null when there is none. */
export function negativeHeader(
  grammar: Grammar,
  reading: Reading,
  token: number,
): { readonly from: number; readonly to: number } | null {
  const item = reading.paragraphOf[token] ?? 0;
  const style = markStyle(reading, item);
  if (style === null) return null;
  for (let p = item - 1; p >= Math.max(0, item - 20); p--) {
    const [from, to] = paragraphRange(reading, p);
    if (foldedAt(reading, to - 1) === ':') {
      if (markStyle(reading, p + 1) !== style) return null;
      for (let i = from; i < to; i++) {
        const limited = foldedAt(reading, i) === 'not' && foldedAt(reading, i + 1) === 'limited';
        if (isOf(grammar, reading, i, 'negator') && !limited) return { from: i, to: i + 1 };
      }
      return null;
    }
    if (markStyle(reading, p) !== style) return null;
  }
  return null;
}

/** How a paragraph's list mark is written ("i.", "(a)", "2)", "B.", "•"): items of one list share it. Null when it has none. */
function markStyle(reading: Reading, paragraph: number): 'mark' | 'number' | 'lower' | 'upper' | null {
  const [from, to] = paragraphRange(reading, paragraph);
  if (from >= to) return null;
  const head = reading.text.slice(reading.starts[from], (reading.starts[from] ?? 0) + 7);
  if (hasShape(reading, from, shape.mark) && /^[-•*–—]\s/.test(head)) return 'mark';
  const label = /^\(?([ivx]{1,4}|[a-z0-9]{1,2})[.)]\s/i.exec(head)?.[1];
  if (label === undefined) return null;
  if (/^\d/.test(label)) return 'number';
  return label === label.toLowerCase() ? 'lower' : 'upper';
}
