// A paper that a story calls by a bare noun ("the policy", "the bill") holds nothing: whoever announced it does, or nobody who could be told.
// Knows papers and who took the paper's side shortly before; nothing of issues.
import type { Stance } from '@civicwire/shared';
import { foldedAt, type Reading } from '../../reading/reading.ts';
import { type Analysis, withStances } from '../judge.ts';

/** In a text of so few sentences the paper is all there is. */
const sentencesMin = 4;

/** Whoever announced a policy did so within so many sentences before the story goes on about it. */
const sentencesFar = 4;

/** The analyses, with what nameless papers say held by whoever announced them, or by nobody. */
export function withoutNamelessPapers(reading: Reading, analyses: readonly Analysis[]): readonly Analysis[] {
  if (reading.sentenceStarts.length - 1 < sentencesMin) return analyses;
  return analyses.map((analysis) => {
    const { judgement, context } = analysis;
    if (!('stances' in judgement) || !judgement.stances.some((stance) => isNameless(analysis, stance))) return analysis;
    const stances = judgement.stances.flatMap((stance) => {
      if (!isNameless(analysis, stance)) return [stance];
      const maker = stance.act === 'policy' ? announcer(reading, analyses, context.from, stance) : null;
      if (maker === null) return [];
      const trace = stance.trace.replace(`: ${stance.holder} `, `: ${maker.holder} `);
      return [{ ...stance, holder: maker.holder, holderType: maker.holderType, trace }];
    });
    return withStances(analysis, stances, 'a paper without a name is no holder');
  });
}

/** "policy", "proposed ordinance": a common noun, with nothing that tells which ("adopted in 2020"). */
function isNameless({ context }: Analysis, { holder, holderType }: Stance): boolean {
  if (holderType !== 'document' && holderType !== 'policy-proposal') return false;
  if (!/^(?:(?:proposed|pending|new) )?\p{Ll}+$/u.test(holder)) return false;
  const paper = context.candidates.find((item) => item.role === 'document' && item.name === holder);
  return !paper || !/^(?:adopted|passed|enacted|approved)$/.test(foldedAt(context.reading, paper.to));
}

/** The one official or department that took the same side shortly before. */
function announcer(reading: Reading, analyses: readonly Analysis[], at: number, paper: Stance): Stance | null {
  const s = reading.sentenceOf[at] ?? 0;
  const found = new Map<string, Stance>();
  for (const { context, judgement } of analyses) {
    const k = reading.sentenceOf[context.from] ?? 0;
    if (k >= s || k < s - sentencesFar || !('stances' in judgement)) continue;
    for (const stance of judgement.stances)
      if (stance.issue === paper.issue && issues.test(stance.holderType)) found.set(stance.holder, stance);
  }
  const [one] = [...found.values()];
  return found.size === 1 && one?.position === paper.position ? one : null;
}

/** Who makes policies for those whom they lead. */
const issues = /^(?:sheriff|police-chief|police-department|sheriff-office|city-manager|school-district|department)$/;
