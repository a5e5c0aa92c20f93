// Cron expressions of five fields in a time zone: whether one can be used, and when it comes next. Knows no feed.
import { CronExpressionParser } from 'cron-parser';

/** "30 6 * * 1-5" in "America/Phoenix": at half past six there, Monday to Friday, whatever the clocks of that zone do. */
export interface CronSchedule {
  readonly expression: string;
  /** A name of the IANA list. */
  readonly timeZone: string;
}

/** Minute, hour, day of the month, month, day of the week. Seconds, names such as @daily and what never comes are none. */
export function isCron(text: string): boolean {
  if (text.trim().split(/\s+/).length !== 5) return false;
  try {
    CronExpressionParser.parse(text, { tz: 'UTC' }).next();
    return true;
  } catch {
    return false;
  }
}

/** Whether this machine knows the time zone. */
export function isTimeZone(name: string): boolean {
  try {
    new Intl.DateTimeFormat('en-US', { timeZone: name });
    return true;
  } catch {
    return false;
  }
}

/** Milliseconds from `nowMs` (since the epoch) to the next time, more than 0. */
export function untilCronMs({ expression, timeZone }: CronSchedule, nowMs: number): number {
  const next = CronExpressionParser.parse(expression, { tz: timeZone, currentDate: new Date(nowMs) }).next();
  return next.getTime() - nowMs;
}
