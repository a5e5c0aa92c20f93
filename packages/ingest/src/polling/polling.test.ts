import { describe, expect, it } from 'vitest';
import { judgeYield } from './judge-yield.ts';
import { afterFailure, deadScore, failureWeight } from './poll-failure.ts';
import {
  deadPollMs,
  firstPollMs,
  freshForMs,
  longestPollMs,
  nextIntervalMs,
  shortestPollMs,
  waitMs,
} from './poll-interval.ts';

const minute = 60_000;
const hour = 60 * minute;

describe('the interval of a feed', () => {
  it('begins at half an hour and stays while a third to two thirds of the list are known', () => {
    expect(nextIntervalMs(null, { listed: 20, fresh: 20 })).toBe(firstPollMs);
    for (const fresh of [7, 10, 13]) expect(nextIntervalMs(hour, { listed: 20, fresh })).toBe(hour);
  });

  it('shrinks when too much is new, grows when too little is, by bounded steps', () => {
    expect(nextIntervalMs(hour, { listed: 20, fresh: 20 })).toBe(30 * minute);
    expect(nextIntervalMs(hour, { listed: 20, fresh: 16 })).toBe(37.5 * minute);
    expect(nextIntervalMs(hour, { listed: 20, fresh: 1 })).toBe(90 * minute);
    expect(nextIntervalMs(hour, { listed: 0, fresh: 0 })).toBe(90 * minute);
  });

  it('stays between ten minutes and a day', () => {
    expect(nextIntervalMs(shortestPollMs, { listed: 20, fresh: 20 })).toBe(shortestPollMs);
    expect(nextIntervalMs(20 * hour, { listed: 20, fresh: 0 })).toBe(longestPollMs);
  });

  it.each([
    [6, 30],
    [24, 30],
    [240, 30],
  ])('settles where half of the list is new, for %i stories a day and %i listed', (perDay, listed) => {
    let intervalMs: number = firstPollMs;
    for (let poll = 0; poll < 40; poll++) {
      const fresh = Math.min(listed, Math.round((perDay * intervalMs) / (24 * hour)));
      intervalMs = nextIntervalMs(intervalMs, { listed, fresh });
    }
    const overlap = 1 - (perDay * intervalMs) / (24 * hour) / listed;
    expect(intervalMs === longestPollMs || (overlap > 0.3 && overlap < 0.7)).toBe(true);
  });
});

describe('what a feed wishes', () => {
  const now = Date.parse('2026-03-03T08:00:00Z');
  it.each([
    ['max-age=900', null, 15 * minute],
    ['public, max-age=3600, must-revalidate', 'Tue, 03 Mar 2026 20:00:00 GMT', hour],
    ['max-age=0', null, null],
    ['s-maxage=9', null, null],
    ['no-cache', 'Tue, 03 Mar 2026 20:00:00 GMT', null],
    [null, 'Tue, 03 Mar 2026 10:00:00 GMT', 2 * hour],
    [null, '0', null],
    [null, null, null],
  ])('reads Cache-Control %s and Expires %s', (cacheControl, expires, ms) =>
    expect(freshForMs({ cacheControl, expires }, now)).toBe(ms),
  );

  it('is honoured up to a day; the schedule of the operator wins, the host’s own “not before” always holds', () => {
    const wishes = { intervalMs: hour, wishesMs: [null, 2 * hour] };
    expect(waitMs({ ...wishes, scheduleMs: null })).toBe(2 * hour);
    expect(waitMs({ ...wishes, wishesMs: [900 * hour], scheduleMs: null })).toBe(longestPollMs);
    expect(waitMs({ ...wishes, scheduleMs: 30 * minute })).toBe(30 * minute);
    expect(waitMs({ ...wishes, scheduleMs: 30 * minute, retryAfterMs: hour })).toBe(hour);
  });
});

describe('failures', () => {
  it('weigh by what they say of the feed', () => {
    const weights = (['held-back', 'http-429', 'timed-out', 'http-404', 'not-a-feed', 'http-410'] as const).map(
      failureWeight,
    );
    expect(weights).toEqual([0, 0.5, 1, 2, 2, 6]);
  });

  it('make the wait longer by one interval a point, to a day, and to a month for the dead', () => {
    expect(afterFailure({ score: 0, reason: 'timed-out', intervalMs: hour })).toEqual({
      score: 1,
      isDead: false,
      waitMs: 2 * hour,
    });
    expect(afterFailure({ score: 4, reason: 'http-404', intervalMs: hour }).waitMs).toBe(7 * hour);
    expect(afterFailure({ score: 9, reason: 'timed-out', intervalMs: 8 * hour }).waitMs).toBe(longestPollMs);
    expect(afterFailure({ score: deadScore - 1, reason: 'timed-out', intervalMs: hour })).toEqual({
      score: deadScore,
      isDead: true,
      waitMs: deadPollMs,
    });
    expect(afterFailure({ score: 0, reason: 'http-503', intervalMs: hour, retryAfterMs: 5 * hour }).waitMs).toBe(
      5 * hour,
    );
  });
});

describe('the yield of a source', () => {
  const stories = (count: number, hasText: boolean, hasFindings: boolean) =>
    Array.from({ length: count }, () => ({ hasText, hasFindings }));
  it('raises an alarm when pages or findings stop, and only then', () => {
    expect(judgeYield([...stories(20, false, false), ...stories(40, true, true)])).toEqual(['no-text']);
    expect(judgeYield([...stories(20, true, false), ...stories(40, true, true)])).toEqual(['no-findings']);
    expect(judgeYield(stories(60, true, true))).toEqual([]);
    expect(judgeYield(stories(60, true, false))).toEqual([]);
    expect(judgeYield(stories(20, false, false))).toEqual([]);
  });
});
