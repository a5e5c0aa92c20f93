// One look at the day as it goes: what waits in ledger and queue, how late the oldest is, memory. Knows no simulation.
import { type WorkKind, type WorkQueue, workKinds } from '@civicwire/shared';
import type { Store } from '@civicwire/store';
import type { ServerLoad } from './server-load.ts';

export interface Sample {
  readonly hour: number;
  readonly saved: number;
  /** Rows that wait for each stage, those in hand included; for poll those that are due. */
  readonly waiting: Readonly<Record<WorkKind, number>>;
  /** Simulated seconds that the oldest due row waits. */
  readonly oldestSeconds: Readonly<Record<WorkKind, number>>;
  /** Jobs in the queue that no worker has taken yet. */
  readonly jobs: Readonly<Record<WorkKind, number>>;
  readonly rssMiB: number;
  /** Since the day began. */
  readonly polls: number;
  readonly nodeCpuSeconds: number;
  readonly load: ServerLoad;
}

export async function takeSample(
  store: Store,
  queue: Pick<WorkQueue, 'depth'>,
  { hour, polls, load }: Pick<Sample, 'hour' | 'polls' | 'load'>,
): Promise<Sample> {
  const { user, system } = process.cpuUsage();
  const { stages, at } = await store.pulse();
  const { saved } = await store.settled();
  const each = <Value>(value: (kind: WorkKind) => Value) =>
    Object.fromEntries(workKinds.map((kind) => [kind, value(kind)])) as Record<WorkKind, Value>;
  const jobs = await Promise.all(workKinds.map(async (kind) => [kind, (await queue.depth(kind)).waiting] as const));
  const lateness = (due: string | null): number => (due === null ? 0 : (Date.parse(at) - Date.parse(due)) / 1_000);
  return {
    hour,
    saved,
    waiting: each((kind) => stages[kind].waiting),
    oldestSeconds: each((kind) => Math.max(0, Math.round(lateness(stages[kind].oldestDueAt)))),
    jobs: Object.fromEntries(jobs) as Record<WorkKind, number>,
    rssMiB: process.memoryUsage.rss() / 1_048_576,
    polls,
    nodeCpuSeconds: (user + system) / 1e6,
    load,
  };
}
