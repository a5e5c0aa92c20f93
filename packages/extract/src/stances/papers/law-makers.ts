// Who passed a law that a story tells of: "a law that the Legislature passed", "Those laws require …", "The Legislature passed that law in 2021."
// Knows verbs of passing and where bodies stand beside them; the sign is the law's.
import { foldedAt, type Reading, sentenceRange } from '../../reading/reading.ts';
import { isOf } from '../clauses/grammar.ts';
import type { Candidate } from '../holders/candidate.ts';
import type { Analysis } from '../judge.ts';
import { ruling } from '../ruling.ts';
import type { JudgeContext, SentenceContext } from '../sentence-context.ts';
import { stanceOf } from '../stance-record.ts';
import { makerOf } from './policies.ts';

/** So many sentences behind what a law holds a story may tell who passed it. */
const sentencesBehind = 2;
/** So many sentences before "those laws" it may have. */
const sentencesBefore = 6;

const passes = /^(?:passed|adopted|approved|enacted|signed|strengthened|expanded)$/;

/** "Those laws require", "One of those laws requires": the body that the story told to have passed them; null where it told of none. */
export function makerOfThose({ reading, from }: SentenceContext, judge: JudgeContext, left: number): Candidate | null {
  if (foldedAt(reading, left - 1) !== 'laws' || !/^(?:those|these)$/.test(foldedAt(reading, left - 2))) return null;
  const first = foldedAt(reading, left - 3) === 'of' ? left - 4 : left - 2;
  if (first !== from) return null;
  const s = reading.sentenceOf[from] ?? 0;
  for (let k = s - 1; k >= Math.max(0, s - sentencesBefore); k--) {
    const [begin, end] = sentenceRange(reading, k);
    for (let i = begin; i < end; i++) {
      if (foldedAt(reading, i) !== 'laws') continue;
      const maker = makerOf(reading, judge.candidatesOf(k), { from: i, to: i + 1 });
      if (maker) return maker;
    }
  }
  return null;
}

/** "The Legislature passed that law in 2021." behind what the law holds: the body holds it too. */
export function findLawMakers(
  reading: Reading,
  analyses: readonly Analysis[],
  read: (s: number) => SentenceContext,
): readonly Analysis[] {
  return analyses.flatMap((analysis) => {
    const { judgement, context, frame } = analysis;
    const held = 'stances' in judgement ? judgement.stances.find(({ act }) => act === 'law') : undefined;
    if (!held) return [];
    const s = reading.sentenceOf[context.from] ?? 0;
    for (let k = s + 1; k <= s + sentencesBehind && k + 1 < reading.sentenceStarts.length; k++) {
      const [from, to] = sentenceRange(reading, k);
      const verb = passingIn(reading, from, Math.min(to, from + 12));
      if (verb === null) continue;
      const next = read(k);
      const maker = next.candidates.find((item) => item.to === verb && item.role === 'government');
      const object = objectAt(next, verb + 1);
      if (!maker || object === null || maker.from > from + 1) return [];
      const { only, needs, by, ...source } = frame.rule.source;
      const sign = held.position === 'supports' ? 1 : -1;
      const rule = { ...frame.rule, source: { ...source, kind: 'noun' as const, sign: sign as 1 | -1 } };
      const called = { rule, from: verb + 1, to: object };
      const stance = stanceOf(
        next,
        called,
        ruling(next, maker, [], null, null, { act: 'law', modality: 'asserted', basis: 'position', doubt: 0.1 }),
      );
      return [{ context: next, frame: called, judgement: { stances: [stance], chain: { links: [], broken: null } } }];
    }
    return [];
  });
}

function passingIn(reading: Reading, from: number, to: number): number | null {
  for (let i = from + 1; i < to; i++) if (passes.test(foldedAt(reading, i))) return i;
  return null;
}

/** The token behind "that law", "it"; null where another thing is passed. */
function objectAt({ reading, grammar }: SentenceContext, i: number): number | null {
  if (foldedAt(reading, i) === 'it') return i + 1;
  if (!isOf(grammar, reading, i, 'determiner') || !/^(?:the|that|this)$/.test(foldedAt(reading, i))) return null;
  return /^(?:law|statute|act|ban)$/.test(foldedAt(reading, i + 1)) &&
    !/^(?:that|which|to|requiring|barring)$/.test(foldedAt(reading, i + 2))
    ? i + 2
    : null;
}
