// Whether a source has fallen silent, held against its own habits. Pure: times in, a verdict out; knows no store.

const dayMs = 86_400_000;
/** Habits are read from the last weeks before the last story. */
const habitMs = 84 * dayMs;
/** Fewer gaps than this, or less time, are no habit: a daily's first weekend must have been seen. */
const gapsMin = 4;
const spanMinMs = 13 * dayMs;
/** With this many gaps over this time, the longest one is taken for an exception (a holiday, an outage). */
const gapsForExceptions = 8;
const spanForExceptionsMs = 27 * dayMs;
/** The alarm comes after this many expected gaps: within the second one. */
const patience = 1.75;
/** A source that never gave a story raises its alarm after this. */
const neverMs = 14 * dayMs;

export interface SilenceVerdict {
  /** The longest usual time between two days with stories; null while too little is known. Milliseconds. */
  readonly expectedGapMs: number | null;
  /** Time since the last story, or since watching began. Milliseconds. */
  readonly silentMs: number;
  readonly isSilent: boolean;
}

/**
 * `seenMs`: when stories of the source were discovered, in any order. Days with stories are what counts, so ten stories a
 * day and one are the same habit, and a weekly paper's is seven days. `watchedSinceMs`: when the source was added.
 */
export function judgeSilence(seenMs: readonly number[], watchedSinceMs: number, nowMs: number): SilenceVerdict {
  const lastMs = seenMs.reduce((latest, at) => Math.max(latest, at), Number.NEGATIVE_INFINITY);
  if (!Number.isFinite(lastMs)) {
    const silentMs = Math.max(0, nowMs - watchedSinceMs);
    return { expectedGapMs: null, silentMs, isSilent: silentMs > neverMs };
  }
  const silentMs = Math.max(0, nowMs - lastMs);
  const expectedGapMs = expectedGap(seenMs.filter((at) => at >= lastMs - habitMs));
  return { expectedGapMs, silentMs, isSilent: expectedGapMs !== null && silentMs > expectedGapMs * patience };
}

function expectedGap(seenMs: readonly number[]): number | null {
  const days = [...new Set(seenMs.map((at) => Math.floor(at / dayMs)))].sort((one, other) => one - other);
  const gaps = days
    .slice(1)
    .map((day, at) => day - (days[at] ?? day))
    .sort((one, other) => one - other);
  const spanMs = ((days.at(-1) ?? 0) - (days[0] ?? 0)) * dayMs;
  if (gaps.length < gapsMin || spanMs < spanMinMs) return null;
  const hasExceptions = gaps.length >= gapsForExceptions && spanMs >= spanForExceptionsMs;
  const usual = hasExceptions ? gaps.at(-2) : gaps.at(-1);
  return (usual ?? 1) * dayMs;
}
