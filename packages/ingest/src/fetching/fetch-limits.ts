// The limits of a fetch and their usual values. Knows nothing else.
import type { FetchKind } from './fetch-result.ts';

export interface FetchLimits {
  /** Milliseconds on the wire for one fetch with its redirects; waiting for a host's turn is not counted. */
  readonly totalMs: number;
  readonly connectMs: number;
  readonly redirectsMax: number;
  /** Decoded bytes. A robots.txt is read up to its cap, others are refused beyond it. */
  readonly pageBytesMax: number;
  readonly feedBytesMax: number;
  readonly robotsBytesMax: number;
}

export const defaultLimits: FetchLimits = {
  totalMs: 20_000,
  connectMs: 10_000,
  redirectsMax: 5,
  pageBytesMax: 10_000_000,
  feedBytesMax: 20_000_000,
  robotsBytesMax: 512_000,
};

export function bytesMaxFor(kind: FetchKind, limits: FetchLimits): number {
  return { page: limits.pageBytesMax, feed: limits.feedBytesMax, robots: limits.robotsBytesMax }[kind];
}
