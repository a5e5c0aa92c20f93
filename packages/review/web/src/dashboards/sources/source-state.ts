// How an outlet fares, in words and order. Pure.
import type { DeskAnswer } from '../../../../src/desk-api/contract.ts';

export type Source = DeskAnswer<'get_sources'>['sources'][number];

/** Silent for longer than is usual for it: not yet an alarm, which waits until it cannot be chance. */
export function isLate({ silent_days: silent, expected_gap_days: usual }: Source): boolean {
  return silent !== null && usual !== null && silent > usual;
}

export type Health = 'alarmed' | 'failing' | 'late' | 'unpolled' | 'well';

export const healthWords: Readonly<Record<Health, string>> = {
  alarmed: 'Alarm',
  failing: 'Feeds fail',
  late: 'Longer silent than usual',
  unpolled: 'Not asked yet',
  well: 'Well',
};

/** The worst that is known of it. */
export function healthOf(source: Source): Health {
  if (source.alarms.length > 0) return 'alarmed';
  if (source.feeds_failing + source.feeds_dead > 0) return 'failing';
  if (source.last_polled_at === null && source.stories === 0) return 'unpolled';
  return isLate(source) ? 'late' : 'well';
}

const healths = Object.keys(healthWords) as Health[];

/** The worst first, then by name. */
export function byHealth(a: Source, b: Source): number {
  return (
    healths.indexOf(healthOf(a)) - healths.indexOf(healthOf(b)) ||
    overdue(b) - overdue(a) ||
    a.name.localeCompare(b.name, 'en-US')
  );
}

/** The longest overdue first, by its own measure. */
export function bySilence(a: Source, b: Source): number {
  return overdue(b) - overdue(a) || (b.silent_days ?? 0) - (a.silent_days ?? 0);
}

/** How many times its usual gap it has been silent; 0 where that is unknown. */
function overdue({ silent_days: silent, expected_gap_days: usual }: Source): number {
  return silent === null || usual === null || usual === 0 ? 0 : silent / usual;
}

const hoursOfDay = 24;

/** "3 hours", "2.5 days", "14 days". */
export function daysWords(days: number): string {
  if (days < 1) {
    const hours = Math.round(days * hoursOfDay);
    return hours === 0 ? 'under an hour' : `${hours} ${hours === 1 ? 'hour' : 'hours'}`;
  }
  const shown = days < 10 ? Math.round(days * 10) / 10 : Math.round(days);
  return `${shown} ${shown === 1 ? 'day' : 'days'}`;
}
