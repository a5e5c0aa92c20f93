// Regular times as BullMQ's job schedulers: one a feed, made anew when the queue has lost them. Knows no ledger: whether a
// feed is due is decided there.
import type { QueueSchedule } from '@civicwire/shared';
import type { Queue } from 'bullmq';
import { inTime } from './bull-queue.ts';

/** Makes these the only schedulers of the queue. One that is there already keeps its next time. */
export async function keepSchedules(queue: Queue, schedules: readonly QueueSchedule[]): Promise<void> {
  const wanted = new Map(schedules.map((schedule) => [schedule.id, schedule]));
  const known = await inTime(queue.getJobSchedulers(0, -1));
  for (const { key, every, pattern, tz } of known) {
    const when = wanted.get(key)?.when;
    const same =
      when !== undefined &&
      ('everyMs' in when ? Number(every) === when.everyMs : pattern === when.cron && tz === when.timeZone);
    if (same) wanted.delete(key);
    else if (when === undefined) await inTime(queue.removeJobScheduler(key));
  }
  for (const { id, when } of wanted.values()) {
    const repeat = 'everyMs' in when ? { every: when.everyMs } : { pattern: when.cron, tz: when.timeZone };
    const opts = { removeOnComplete: true, removeOnFail: true };
    await inTime(queue.upsertJobScheduler(id, repeat, { name: 'poll', data: { id }, opts }));
  }
}
