import { describe, expect, it } from 'vitest';
import { judgeSilence } from './judge-silence.ts';

const hour = 3_600_000;
const day = 24 * hour;
const start = Date.parse('2025-01-01T00:00:00Z');

/** Numbers from 0 to 1 that are the same in every run (mulberry32). */
function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** Stories of a year: on the days that `isDay` chooses, `perDay` of them, scattered over the working hours. */
function year(seed: number, perDay: number, isDay: (dayNumber: number) => boolean): number[] {
  const random = seeded(seed);
  const times: number[] = [];
  for (let number = 0; number < 365; number++) {
    if (!isDay(number)) continue;
    for (let story = 0; story < perDay; story++) times.push(start + number * day + (8 + 10 * random()) * hour);
  }
  return times;
}

/** Stories that come at any time, on average `perDay` a day. */
function atAnyTime(seed: number, perDay: number): number[] {
  const random = seeded(seed);
  const times: number[] = [];
  for (let at = start; at < start + 365 * day; at += (-Math.log(1 - random()) * day) / perDay) times.push(at);
  return times;
}

/** Hours of the year, asked every three hours, at which the alarm is up. */
function alarms(times: readonly number[]): number[] {
  const hours: number[] = [];
  for (let at = start; at < start + 365 * day; at += 3 * hour) {
    const known = times.filter((time) => time <= at && time > at - 120 * day);
    if (judgeSilence(known, start, at).isSilent) hours.push(at);
  }
  return hours;
}

describe('over a simulated year', () => {
  it.each([1, 2, 3, 4])('sources that keep their habits raise no alarm (seed %i)', (seed) => {
    const sources = [
      year(seed, 1, () => true),
      year(seed, 8, () => true),
      year(seed, 4, (number) => number % 7 < 5),
      year(seed, 3, (number) => number % 7 === 3),
      year(seed, 2, (number) => number % 7 === 1 || number % 7 === 4),
      atAnyTime(seed, 12),
      atAnyTime(seed, 40),
    ];
    for (const times of sources) expect(alarms(times)).toEqual([]);
  });

  it.each([
    ['a daily', 1, 1, () => true],
    ['a chatty daily', 12, 1, () => true],
    ['a weekly', 2, 7, (number: number) => number % 7 === 3],
    ['a paper of every second week', 2, 14, (number: number) => number % 14 === 3],
  ])('%s that falls silent raises its alarm within two expected periods', (_name, perDay, periodDays, isDay) => {
    for (const silentFrom of [150, 201, 300]) {
      const times = year(7, perDay, isDay).filter((at) => at < start + silentFrom * day);
      const last = Math.max(...times);
      const first = alarms(times)[0] ?? Number.POSITIVE_INFINITY;
      expect(first).toBeGreaterThan(last + periodDays * day);
      expect(first).toBeLessThanOrEqual(last + 2 * periodDays * day);
    }
  });

  it('a source that is silent from the first day raises its alarm after two weeks', () => {
    expect(alarms([])[0]).toBe(start + 14 * day + 3 * hour);
  });

  it('one outage in the past does not make a source’s alarm late', () => {
    const times = year(3, 2, (number) => number < 100 || (number > 115 && number < 160));
    expect((alarms(times).find((at) => at > start + 160 * day) ?? 0) - Math.max(...times)).toBeLessThanOrEqual(2 * day);
  });
});
