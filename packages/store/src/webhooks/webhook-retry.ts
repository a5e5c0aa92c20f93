// When a message that failed is tried again, and when a receiver is given up. Knows times alone.

const secondMs = 1_000;
const minuteMs = 60 * secondMs;
const hourMs = 60 * minuteMs;

/** Waits after the first, second … failure, as the Standard Webhooks convention proposes; the last one from then on. */
const waitsMs = [5 * secondMs, 30 * secondMs, 2 * minuteMs, 10 * minuteMs, 30 * minuteMs, hourMs, 3 * hourMs];

/** No wait is longer, whatever a receiver asks. */
export const retryMsMax = 24 * hourMs;

/** A receiver that has failed for so long is paused. */
const patienceMs = 3 * 24 * hourMs;

/** Milliseconds until the next attempt, after so many earlier failures. `jitter` from 0 to 1 adds up to a fifth. */
export function retryDelayMs(attempts: number, retryAfterMs: number | null, jitter: number): number {
  const usual = waitsMs[Math.min(attempts, waitsMs.length - 1)] ?? hourMs;
  return Math.min(retryMsMax, Math.max(Math.round(usual * (1 + jitter / 5)), retryAfterMs ?? 0));
}

/** Whether a receiver that fails since then is paused now. */
export function isGivenUp(failingSince: string, now: string): boolean {
  return Date.parse(now) - Date.parse(failingSince) >= patienceMs;
}
