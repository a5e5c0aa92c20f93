// A share of a count with its interval. Pure.

/** Normal quantile for 95 % on both sides. */
const z = 1.96;

/** good / all with its 95 % interval. Source: Wilson 1927, which holds for few and for extreme counts as well. Null for none of none. */
export function shareWithInterval(
  good: number,
  all: number,
): { readonly value: number; readonly low: number; readonly high: number } | null {
  if (all === 0) return null;
  const value = good / all;
  const middle = (value + (z * z) / (2 * all)) / (1 + (z * z) / all);
  const half = (z / (1 + (z * z) / all)) * Math.sqrt((value * (1 - value)) / all + (z * z) / (4 * all * all));
  return { value, low: Math.max(0, middle - half), high: Math.min(1, middle + half) };
}
