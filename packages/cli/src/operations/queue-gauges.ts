// How deep the queue between processes is, as a gauge. Knows names; the queue is asked seldom and may be away.
import { type WorkQueue, workKinds } from '@civicwire/shared';
import { Gauge, type Registry } from 'prom-client';

/** Adds the gauge; a queue that is away keeps its last values and is told as `civicwire_queue_up` 0. */
export function addQueueGauges(registry: Registry, queue: Pick<WorkQueue, 'depth'>): void {
  const up = new Gauge({
    name: 'civicwire_queue_up',
    help: '1 when the queue answered the last time that it was asked, 0 when it did not.',
    registers: [registry],
  });
  new Gauge({
    name: 'civicwire_queue_jobs',
    help: 'Jobs in the queue between processes, by queue and state; the same in every process.',
    labelNames: ['queue', 'state'],
    registers: [registry],
    async collect() {
      try {
        const depths = await Promise.all(workKinds.map(async (kind) => [kind, await queue.depth(kind)] as const));
        for (const [kind, depth] of depths)
          for (const [state, count] of Object.entries(depth)) this.set({ queue: kind, state }, count);
        up.set(1);
      } catch {
        up.set(0);
      }
    },
  });
}
