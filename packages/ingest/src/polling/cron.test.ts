import { expect, test } from 'vitest';
import { isCron, isTimeZone, untilCronMs } from './cron.ts';

const hourMs = 3_600_000;
const at = (iso: string): number => Date.parse(iso);

test('the next time is that of the zone, in winter and in summer', () => {
  const morning = { expression: '30 6 * * *', timeZone: 'America/New_York' };
  expect(untilCronMs(morning, at('2026-01-10T11:00:00Z'))).toBe(hourMs / 2);
  expect(untilCronMs(morning, at('2026-07-10T10:00:00Z'))).toBe(hourMs / 2);
  expect(untilCronMs({ ...morning, timeZone: 'America/Phoenix' }, at('2026-07-10T13:00:00Z'))).toBe(hourMs / 2);
});

test('a time that the clocks leave out in spring comes that day all the same, and one that comes twice in autumn comes once a day', () => {
  const night = { expression: '30 2 * * *', timeZone: 'America/New_York' };
  expect(untilCronMs(night, at('2026-03-08T05:00:00Z'))).toBeLessThanOrEqual(4 * hourMs);
  const late = { expression: '30 1 * * *', timeZone: 'America/New_York' };
  const first = at('2026-11-01T05:30:00Z');
  expect(untilCronMs(late, first)).toBeGreaterThan(20 * hourMs);
});

test('on the minute, the next time is the one after', () => {
  const hourly = { expression: '0 * * * *', timeZone: 'UTC' };
  expect(untilCronMs(hourly, at('2026-01-10T11:00:00Z'))).toBe(hourMs);
});

test('what is no cron expression of five fields, or no time zone, is told', () => {
  expect(['30 6 * * 1-5', '*/15 * * * *', '0 0 1 1 *'].map(isCron)).toEqual([true, true, true]);
  expect(['', '* * * *', '0 30 6 * * *', '61 * * * *', '@daily', '0 0 31 2 *'].map(isCron)).toEqual(
    Array(6).fill(false),
  );
  expect(['America/Denver', 'UTC', 'Mountain', ''].map(isTimeZone)).toEqual([true, true, false, false]);
});
