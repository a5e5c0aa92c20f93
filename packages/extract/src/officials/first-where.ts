// Searches by halving. Knows numbers alone.

/** The first number below `count` of which something holds, where it holds of all behind it too; `count` when of none. */
export function firstWhere(count: number, holds: (index: number) => boolean): number {
  let low = 0;
  let high = count;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (holds(middle)) high = middle;
    else low = middle + 1;
  }
  return low;
}
