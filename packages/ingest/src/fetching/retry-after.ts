// Reads Retry-After. Knows no requests.

/** Nothing is held back for longer than a day, whatever a server asks. Milliseconds. */
const waitMsMax = 86_400_000;

/** Milliseconds from `nowMs` to wait, from a number of seconds or an HTTP date; null when absent or unreadable. */
export function readRetryAfter(value: string | null, nowMs: number): number | null {
  const text = value?.trim() ?? '';
  if (text === '') return null;
  const waitMs = /^\d+$/.test(text) ? Number(text) * 1000 : Date.parse(text) - nowMs;
  return Number.isFinite(waitMs) ? Math.min(Math.max(waitMs, 0), waitMsMax) : null;
}
