// What is wrong with a pack, in words for the person who wrote it. Knows places in files; not what packs mean.

/** One fault of a pack file; lines and columns count from 1. */
export interface PackProblem {
  readonly path: string;
  readonly line: number;
  readonly column: number;
  /** What was found, what was expected and, where there is one, a suggestion. */
  readonly message: string;
}

/** "packs/mine.yaml:12:7: unknown term <polcie>, did you mean <police>?" */
export function formatProblem(problem: PackProblem): string {
  return `${problem.path}:${problem.line}:${problem.column}: ${problem.message}`;
}

/** The known word that is nearest to a misspelt one (at most a third of its letters away); null when none is near. */
export function nearestWord(word: string, known: Iterable<string>): string | null {
  let best: string | null = null;
  let least = Math.max(1, Math.floor(word.length / 3)) + 1;
  for (const candidate of known) {
    const steps = editDistance(word.toLowerCase(), candidate.toLowerCase());
    if (steps < least) {
      least = steps;
      best = candidate;
    }
  }
  return best;
}

/** Edit distance in which a swap of neighbours counts once. Source: Damerau 1964 (optimal string alignment). */
function editDistance(a: string, b: string): number {
  let before: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const changed = (last[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      let steps = Math.min(changed, (last[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1);
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
        steps = Math.min(steps, (before[j - 2] ?? 0) + 1);
      row.push(steps);
    }
    before = last;
    last = row;
  }
  return last[b.length] ?? 0;
}
