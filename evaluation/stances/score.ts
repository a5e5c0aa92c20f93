// Scores predicted stances against the annotated stories. Knows no extractor; definitions of the figures: README.md.
import { issuesOf } from './codebook-ids.ts';
import { isOfficeAlone, sameHolder } from './same-holder.ts';
import type { GoldStance, StanceStory } from './story-source.ts';

/** The fields of a predicted stance that are compared. */
export interface PredictedStance {
  readonly holder: string;
  readonly issue: string;
  readonly position: string;
  readonly evidence: { readonly start: number; readonly end: number };
}

/** Counts of predictions and of firm gold; `notes` has a line for each error. */
export interface StanceScore {
  readonly wanted: number;
  readonly right: number;
  readonly wrongPosition: number;
  /** Holder, issue and position hold, but nothing of the kind stands at that passage. */
  readonly elsewhere: number;
  /** Nobody in gold takes any position on that issue under that name. */
  readonly invented: number;
  /** Predictions on issues of other packs, which nobody has annotated in this story. */
  readonly outside: number;
  readonly notes: readonly string[];
}

type Verdict = 'right' | 'repeat' | 'unsure' | 'wrongPosition' | 'elsewhere' | 'invented' | 'outside';

const overlap = (gold: GoldStance, said: PredictedStance): number =>
  Math.min(gold.evidence.end, said.evidence.end) - Math.max(gold.evidence.start, said.evidence.start);

/** Scores one story. */
export function scoreStory(story: StanceStory, predictions: readonly PredictedStance[]): StanceScore {
  const found = pair(story, predictions);
  const taken = new Set(found.values());
  const verdicts = predictions.map((said): Verdict => {
    const gold = found.get(said);
    if (gold) return gold.ambiguous ? 'unsure' : 'right';
    return verdictOf(story, said, taken);
  });
  const count = (verdict: Verdict): number => verdicts.filter((own) => own === verdict).length;
  const firm = story.stances.filter((stance) => !stance.ambiguous);
  return {
    wanted: firm.length,
    right: count('right'),
    wrongPosition: count('wrongPosition'),
    elsewhere: count('elsewhere'),
    invented: count('invented'),
    outside: count('outside'),
    notes: [
      ...predictions.flatMap((said, index) => noteOf(story, said, verdicts[index] ?? 'right')),
      ...firm.filter((gold) => !taken.has(gold)).map((gold) => `${story.id} missed: ${show(gold, story)}`),
    ],
  };
}

/** Sums of several stories' scores. */
export function addScores(scores: readonly StanceScore[]): StanceScore {
  const sum = (pick: (score: StanceScore) => number): number => scores.reduce((total, one) => total + pick(one), 0);
  return {
    wanted: sum((one) => one.wanted),
    right: sum((one) => one.right),
    wrongPosition: sum((one) => one.wrongPosition),
    elsewhere: sum((one) => one.elsewhere),
    invented: sum((one) => one.invented),
    outside: sum((one) => one.outside),
    notes: scores.flatMap((one) => one.notes),
  };
}

/** The share of judged predictions that are right; 0 when there are none. */
export function precisionOf(score: StanceScore): number {
  const judged = score.right + score.wrongPosition + score.elsewhere + score.invented;
  return judged ? score.right / judged : 0;
}

/** The share of firm gold that was found; 0 when there is none. */
export function recallOf(score: StanceScore): number {
  return score.wanted ? score.right / score.wanted : 0;
}

function agrees(story: StanceStory, gold: GoldStance, said: PredictedStance): boolean {
  if (gold.issue !== said.issue) return false;
  const places = story.publisher_place.name.toLowerCase().split(' ');
  if (sameHolder(gold.holder, said.holder, places)) return true;
  const peers = new Set(story.stances.filter((one) => one.holder_type === gold.holder_type).map((one) => one.holder));
  return peers.size === 1 && isOfficeAlone(gold.holder_type, said.holder);
}

/** One gold stance at most for a prediction and the other way round: firm before ambiguous, then the longest overlap. */
function pair(story: StanceStory, predictions: readonly PredictedStance[]): Map<PredictedStance, GoldStance> {
  const candidates = story.stances.flatMap((gold) =>
    predictions
      .filter((said) => said.position === gold.position && overlap(gold, said) > 0 && agrees(story, gold, said))
      .map((said) => ({ gold, said, rank: (gold.ambiguous ? 0 : 1e6) + overlap(gold, said) })),
  );
  const found = new Map<PredictedStance, GoldStance>();
  const taken = new Set<GoldStance>();
  for (const { gold, said } of candidates.toSorted((a, b) => b.rank - a.rank)) {
    if (found.has(said) || taken.has(gold)) continue;
    found.set(said, gold);
    taken.add(gold);
  }
  return found;
}

function verdictOf(story: StanceStory, said: PredictedStance, taken: ReadonlySet<GoldStance>): Verdict {
  if (story.pack !== 'none' && !(issuesOf[story.pack] as readonly string[]).includes(said.issue)) return 'outside';
  const kin = story.stances.filter((gold) => agrees(story, gold, said));
  const here = kin.filter((gold) => overlap(gold, said) > 0);
  const same = kin.filter((gold) => gold.position === said.position);
  if (here.some((gold) => taken.has(gold) && gold.position === said.position)) return 'repeat';
  if (here.length > 0 && here.every((gold) => gold.ambiguous)) return 'unsure';
  if (kin.length === 0) return 'invented';
  if (kin.every((gold) => gold.ambiguous)) return 'unsure';
  return same.length > 0 && here.length === 0 ? 'elsewhere' : 'wrongPosition';
}

function noteOf(story: StanceStory, said: PredictedStance, verdict: Verdict): string[] {
  if (verdict === 'right' || verdict === 'repeat' || verdict === 'unsure') return [];
  return [`${story.id} ${verdict}: ${show(said, story)}`];
}

function show(stance: PredictedStance, story: StanceStory): string {
  const words = story.text.slice(stance.evidence.start, stance.evidence.end).replace(/\s+/g, ' ');
  return `${stance.holder} ${stance.position} ${stance.issue} "${words.slice(0, 100)}"`;
}
