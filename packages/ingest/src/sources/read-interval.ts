// Reads intervals such as "30m". Knows no schedule.

const unitMs: Readonly<Record<string, number>> = { s: 1_000, m: 60_000, h: 3_600_000, d: 86_400_000 };
const intervalMsMin = 60_000;
const intervalMsMax = 30 * 86_400_000;

/** Milliseconds; null when the text is no interval or outside one minute to thirty days. */
export function readInterval(text: string): number | null {
  const match = /^(\d{1,9})\s*([smhd])$/.exec(text.trim());
  const ms = Number(match?.[1]) * (unitMs[match?.[2] ?? ''] ?? Number.NaN);
  return ms >= intervalMsMin && ms <= intervalMsMax ? ms : null;
}
