// How many requests each reader may send: a bucket each that fills at a constant rate. Knows time; knows no token.
import type { Clock } from '@civicwire/shared';

export interface RateLimit {
  /** Takes one request of this reader: null when it may go on, else the whole seconds to wait. */
  take(id: string, requestsPerMinute: number): number | null;
}

/** A reader may send a sixth of its minute at once. */
const burstShare = 6;

/** Buckets in memory, one for each id that ever took: ids must be few and known. */
export function createRateLimit(clock: Clock): RateLimit {
  const buckets = new Map<string, { left: number; atMs: number }>();
  return {
    take(id, requestsPerMinute) {
      const nowMs = clock.nowMs();
      const burst = Math.max(1, requestsPerMinute / burstShare);
      const bucket = buckets.get(id) ?? { left: burst, atMs: nowMs };
      const perMs = requestsPerMinute / 60_000;
      bucket.left = Math.min(burst, bucket.left + Math.max(0, nowMs - bucket.atMs) * perMs);
      bucket.atMs = nowMs;
      buckets.set(id, bucket);
      if (bucket.left < 1) return Math.max(1, Math.ceil((1 - bucket.left) / perMs / 1000));
      bucket.left -= 1;
      return null;
    },
  };
}
