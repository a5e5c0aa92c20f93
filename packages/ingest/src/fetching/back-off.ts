// How long a host that says it is busy (429, 503) is left alone. Knows statuses and times, no requests.

/** First wait for a host that does not say how long, by status; doubled by each such answer in a row. Milliseconds. */
const firstMs: ReadonlyMap<number, number> = new Map([
  [429, 60_000],
  [503, 5_000],
]);
/** Nothing of our own choosing is longer; a host's own word may be (see retry-after.ts). Milliseconds. */
const ownMsMax = 3_600_000;
/** At most so large a share of the wait is added at random, so that many callers do not come back at one moment. */
const jitterShare = 0.25;

/**
 * Milliseconds to leave the host alone; null when the status does not say that it is busy. `retryAfterMs` is the host's own
 * word, `busyAnswers` how many such answers in a row came before; `random` is a number from 0 to 1.
 */
export function backOffMs(
  status: number,
  { retryAfterMs, busyAnswers, random }: { retryAfterMs: number | null; busyAnswers: number; random: number },
): number | null {
  const first = firstMs.get(status);
  if (first === undefined) return null;
  const ownMs = Math.min(first * 2 ** Math.min(busyAnswers, 20), ownMsMax);
  return Math.round((retryAfterMs ?? ownMs) * (1 + random * jitterShare));
}
