// Who speaks in a paragraph that begins with a name and a colon: “Whitted: Never.”, and behind "A:" in an interview. Knows labels and names; not what is said.
import { foldedAt, isCapital, paragraphRange, type Reading } from '../../reading/reading.ts';
import type { Candidate } from '../holders/candidate.ts';
import { textOf } from '../holders/holder-names.ts';
import { candidateNamed } from '../holders/speakers.ts';
import type { JudgeContext, SentenceContext } from '../sentence-context.ts';

/** Behind "Q:", "Whitted:"; the first token where there is none. */
export function afterLabel(reading: Reading, from: number, to: number): number {
  for (let i = from + 1; i < Math.min(to, from + 5); i++) {
    if (foldedAt(reading, i) === ':') return i + 1;
    if (!isCapital(reading, i)) break;
  }
  return from;
}

/** The one named before the colon of the sentence's paragraph; for "A:" the one person whom the story names before its first question. Null when nobody is plain. */
export function labelledSpeaker(context: SentenceContext, judge: JudgeContext): Candidate | null {
  const { document, reading } = context;
  const [from, to] = paragraphRange(reading, reading.paragraphOf[context.from] ?? 0);
  const at = afterLabel(reading, from, to);
  if (at === from) return null;
  const label = textOf(reading, from, at - 1);
  const asked = label === 'A' || label === 'Answer';
  const names = new Set<string>();
  for (const { name, mentions } of [...document.officials, ...document.people])
    if (name !== null && (asked ? (mentions[0]?.start ?? 0) < firstQuestion(reading) : bears(name, label)))
      names.add(name);
  if (names.size === 0)
    for (let s = 0; s <= (reading.sentenceOf[at] ?? 0); s++) {
      if (asked && (reading.starts[reading.sentenceStarts[s] ?? 0] ?? 0) >= firstQuestion(reading)) break;
      for (const item of judge.candidatesOf(s))
        if (item.named && item.role === 'official' && (asked || bears(item.name, label))) names.add(item.name);
    }
  const [one] = names;
  if (one === undefined || names.size > 1) return null;
  const known = candidateNamed(context, judge, one);
  if (known.from >= 0 || document.officials.length + document.people.length > 0) return known;
  for (let s = 0; s <= (reading.sentenceOf[at] ?? 0); s++) {
    const item = judge.candidatesOf(s).find((candidate) => candidate.name === one);
    if (item) return { ...item, from: -1, to: -1 };
  }
  return known;
}

function bears(name: string, label: string): boolean {
  return name === label || name.endsWith(` ${label}`);
}

/** "Q:", "Question:" at the first token of a paragraph. */
export function isQuestionLabel(reading: Reading, first: number): boolean {
  return /^(?:q|question)$/.test(foldedAt(reading, first)) && foldedAt(reading, first + 1) === ':';
}

/** Where the first paragraph labelled "Q:" begins, in code units; 0 when none does. */
function firstQuestion(reading: Reading): number {
  for (let p = 0; p + 1 < reading.paragraphStarts.length; p++) {
    const [from] = paragraphRange(reading, p);
    if (isQuestionLabel(reading, from)) return reading.starts[from] ?? 0;
  }
  return 0;
}
