// What a feed says of how often to poll it: RSS ttl, or the syndication module. Knows no schedule.
import type { XmlElement } from '../xml/xml-tree.ts';
import type { FeedReader } from './feed-reader.ts';

const minuteMs = 60_000;
const periodsMs: Readonly<Record<string, number>> = {
  hourly: 60 * minuteMs,
  daily: 1_440 * minuteMs,
  weekly: 10_080 * minuteMs,
  monthly: 43_200 * minuteMs,
  yearly: 525_600 * minuteMs,
};

/** Milliseconds, the longer of the two; null for neither, and for what is no number above zero. */
export function readPollEvery(channel: XmlElement, reader: FeedReader): number | null {
  const ttl = Number(reader.value(channel, 'ttl')) * minuteMs;
  const period = periodsMs[reader.value(channel, 'sy:updateperiod')?.toLowerCase() ?? ''] ?? Number.NaN;
  const frequency = Number(reader.value(channel, 'sy:updatefrequency') ?? 1);
  const wishes = [ttl, period / frequency].filter((ms) => Number.isFinite(ms) && ms > 0);
  return wishes.length === 0 ? null : Math.round(Math.max(...wishes));
}
