// This process among others on one store: its name, its heartbeat, and which of the others are dead.
// Knows processes and times; not what they do.
import { randomBytes } from 'node:crypto';
import { readlinkSync } from 'node:fs';
import { hostname } from 'node:os';
import { type Clock, type Logger, RetryLater } from '@civicwire/shared';
import type { Reconciled, Store, WorkerProcess } from '@civicwire/store';

const beatEveryMs = 5_000;
/** A process on another machine that has not been heard of for so long counts as dead. Some beats may be lost on the way. */
const silentMsMax = 30_000;

/** A name for this process, told from all others: "machine-1234-9f86d081". */
export function nameProcess(): string {
  return `${hostname()}-${process.pid}-${randomBytes(4).toString('hex')}`;
}

/** Where process numbers mean the same: the machine, or the container, of which several may have the machine's name. */
function machineName(): string {
  try {
    return `${hostname()} ${readlinkSync('/proc/self/ns/pid')}`;
  } catch {
    return hostname();
  }
}

export interface Presence {
  /** Gives back what the process still has in hand and takes it off the list. */
  readonly leave: () => Promise<void>;
}

/**
 * Puts this process on the store's list, under the name of the store's owner, and keeps it there. `report` is asked at each beat. A beat
 * that the database does not take is left out: the next one will do.
 */
export async function becomePresent(
  store: Store,
  work: string,
  logger: Logger,
  report: () => Readonly<Record<string, unknown>>,
): Promise<Presence> {
  const beat = () => store.processes.beat({ host: machineName(), pid: process.pid, work, report: report() });
  await beat();
  const timer = setInterval(() => {
    beat().catch((error: unknown) => logger.warn('beat failed', { error: String(error) }));
  }, beatEveryMs);
  timer.unref();
  return {
    leave: async () => {
      clearInterval(timer);
      try {
        await store.giveBack();
        await store.processes.forget([store.owner]);
      } catch (error) {
        // Whoever looks next finds that this process is gone.
        if (!(error instanceof RetryLater)) throw error;
        logger.warn('leases not given back', { error: error.message });
      }
    },
  };
}

/** Puts back what dead processes have held, and takes them off the list. Answers what waits. */
export async function putBackTheDead(store: Store, clock: Clock): Promise<Reconciled> {
  const others = (await store.processes.list()).filter((one) => one.id !== store.owner);
  const gone = others.filter((one) => isDead(one, clock.nowMs())).map((one) => one.id);
  const waiting = await store.reconcile({ gone });
  await store.processes.forget(gone);
  return waiting;
}

/** Silent for too long, or of this machine and no longer running. */
function isDead(one: WorkerProcess, nowMs: number): boolean {
  if (nowMs - Date.parse(one.beatAt) > silentMsMax) return true;
  return one.host === machineName() && !runs(one.pid);
}

function runs(pid: number): boolean {
  // One that had our number before us.
  if (pid === process.pid) return false;
  try {
    // Sends nothing; asks whether there is such a process.
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
