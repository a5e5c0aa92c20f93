import { describe, expect, it } from 'vitest';
import { dayNumber, readDate, readUrlDate } from './dates.ts';

describe('readDate', () => {
  it.each([
    ['2025-06-18', '2025-06-18'],
    ['2025-06-18T16:10:05.000-0500', '2025-06-18T16:10:05-05:00'],
    ['2025-06-18 16:10', '2025-06-18T16:10'],
    ['20250618', '2025-06-18'],
    ['June 18, 2025 at 4:10 p.m. CDT', '2025-06-18T16:10-05:00'],
    ['Wednesday, Jun. 18, 2025', '2025-06-18'],
    ['Wed, 18 Jun 2025 21:10:00 GMT', '2025-06-18T21:10:00Z'],
    ['Wed Jun 18 16:10:05 CDT 2025', '2025-06-18'],
    ['18 juin 2025', '2025-06-18'],
    ['18. Juni 2025', '2025-06-18'],
    ['18.06.2025', '2025-06-18'],
    ['6/8/2025', '2025-06-08'],
    ['18/6/2025', '2025-06-18'],
  ])('reads %s as %s', (text, date) => expect(readDate(text)).toBe(date));

  it('takes the day first where the page’s language does', () =>
    expect(readDate('6/8/2025', false)).toBe('2025-08-06'));

  it.each(['', 'June', '2025', '2025-02-30', '31 April 2025', '1875-06-18', '555-0100', 'Section 12.4.1'])(
    'reads no date in “%s”',
    (text) => expect(readDate(text)).toBeNull(),
  );

  it('is quick on long runs of digits', () => {
    expect(readDate('1'.repeat(1_000_000))).toBeNull();
  });
});

describe('readUrlDate', () => {
  it.each([
    ['https://ledger.example/2025/06/18/vote/', '2025-06-18'],
    ['https://ledger.example/news/vote-2025-06-18.html', '2025-06-18'],
    ['https://ledger.example/news/20250618-vote', '2025-06-18'],
    ['https://web.archive.org/web/20240101000000/https://ledger.example/2025/06/18/vote', '2025-06-18'],
  ])('reads the day in %s', (url, date) => expect(readUrlDate(url)).toBe(date));

  it.each([
    'https://ledger.example/2025/06/vote',
    'https://ledger.example/article-20259912',
    'https://ledger.example/?d=2025-06-18',
  ])('reads no day in %s', (url) => expect(readUrlDate(url)).toBeNull());
});

describe('dayNumber', () => {
  it('counts days over the ends of months and years', () => {
    expect(dayNumber('2024-03-01') - dayNumber('2024-02-28')).toBe(2);
    expect(dayNumber('2025-03-01') - dayNumber('2025-02-28')).toBe(1);
    expect(dayNumber('2025-01-01') - dayNumber('2024-12-31')).toBe(1);
  });
});
