// Times two ways to do the same work, turn by turn in one run, so that a noisy machine disturbs both alike.

export interface Contest {
  readonly name: string;
  /** What is counted: "pages", "feeds", "MB". */
  readonly unit: string;
  /** Units that one round does. */
  readonly unitsPerRound: number;
  readonly peer: string;
  readonly ours: () => unknown;
  readonly theirs: () => unknown;
  /** The ratio that is asked of us; none when the figure is for the record. */
  readonly atLeast?: number;
}

export interface ContestResult {
  readonly name: string;
  readonly unit: string;
  readonly peer: string;
  /** Units a second, from the median round. */
  readonly oursPerSecond: number;
  readonly theirsPerSecond: number;
  /** Above 1: we are faster. */
  readonly ratio: number;
  /** Null when nothing is asked. */
  readonly atLeast: number | null;
  readonly rounds: number;
}

/** How long each side works before its time is taken: until the compiler has seen what there is to see. */
const warmUpMs = 1_500;

/** Runs both sides alternately for `rounds` rounds after a warm-up each. */
export async function measure(contest: Contest, rounds: number): Promise<ContestResult> {
  await warmUp(contest.ours);
  await warmUp(contest.theirs);
  const ours: number[] = [];
  const theirs: number[] = [];
  for (let round = 0; round < rounds; round++) {
    ours.push(await time(contest.ours));
    theirs.push(await time(contest.theirs));
  }
  const perSecond = (times: readonly number[]): number => contest.unitsPerRound / (median(times) / 1000);
  const oursPerSecond = perSecond(ours);
  const theirsPerSecond = perSecond(theirs);
  return {
    name: contest.name,
    unit: contest.unit,
    peer: contest.peer,
    oursPerSecond,
    theirsPerSecond,
    ratio: oursPerSecond / theirsPerSecond,
    atLeast: contest.atLeast ?? null,
    rounds,
  };
}

async function warmUp(work: () => unknown): Promise<void> {
  const startedMs = performance.now();
  do await work();
  while (performance.now() - startedMs < warmUpMs);
}

async function time(work: () => unknown): Promise<number> {
  const startedMs = performance.now();
  await work();
  return performance.now() - startedMs;
}

function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
}
