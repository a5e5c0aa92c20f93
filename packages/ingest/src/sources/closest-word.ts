// Finds the word that a person probably meant. Knows no files.

/** The nearest of `words` within two slips (one for short words), or null. A slip is a letter too many, missing, wrong or swapped. */
export function closestWord(word: string, words: readonly string[]): string | null {
  const slipsMax = word.length <= 4 ? 1 : 2;
  const ranked = words
    .map((known) => ({ known, slips: slipsBetween(word.toLowerCase(), known) }))
    .sort((left, right) => left.slips - right.slips);
  const best = ranked[0];
  return best !== undefined && best.slips <= slipsMax ? best.known : null;
}

/** Optimal string alignment distance. */
function slipsBetween(from: string, to: string): number {
  let beforeLast: number[] = [];
  let last = Array.from({ length: to.length + 1 }, (_, index) => index);
  for (let row = 1; row <= from.length; row += 1) {
    const current = [row];
    for (let column = 1; column <= to.length; column += 1) {
      const same = from[row - 1] === to[column - 1];
      let slips = Math.min(
        (last[column] ?? 0) + 1,
        (current[column - 1] ?? 0) + 1,
        (last[column - 1] ?? 0) + (same ? 0 : 1),
      );
      if (row > 1 && column > 1 && from[row - 1] === to[column - 2] && from[row - 2] === to[column - 1]) {
        slips = Math.min(slips, (beforeLast[column - 2] ?? 0) + 1);
      }
      current.push(slips);
    }
    beforeLast = last;
    last = current;
  }
  return last[to.length] ?? Number.POSITIVE_INFINITY;
}
