// Politeness: who of this process asks for a host's next turn, and how long one waits for it. Knows hosts and times, no HTTP;
// the turns themselves are kept elsewhere (HostTurns), so that all processes share them.
import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { type Clock, type HostTurns, RetryLater } from '@civicwire/shared';

export interface Politeness {
  /** Pause between the end of one request to a host and the start of the next, in milliseconds. */
  readonly gapMs: number;
  /** Requests to one host at the same time. */
  readonly perHost: number;
  /** Longest wait inside one call, in milliseconds; a longer one is refused so that the caller can put the work back. */
  readonly waitMsMax: number;
}

export interface SlotOptions {
  /** Widens the gap (Crawl-delay), in milliseconds. */
  readonly crawlDelayMs: number;
  /** The next step of a redirect on the same host: no gap after the step before. */
  readonly continues: boolean;
}

interface GrantedSlot {
  readonly ok: true;
  /** How often in a row, before this request, the host has said that it is busy. */
  readonly busyAnswers: number;
  /** Gives the slot back; only the first call counts. `holdMs`: the host is busy and left alone for so long. */
  release(holdMs: number | null): Promise<void>;
}

interface RefusedSlot {
  readonly ok: false;
  readonly afterMs: number;
}

export interface HostScheduler {
  /** Waits for the host's turn; refused with the time to wait when that is too long. Every granted slot must be released. */
  acquire(host: string, options: SlotOptions): Promise<GrantedSlot | RefusedSlot>;
}

/** The callers of this process at one host. Only `active` of them ask the keeper; the others stand in line. */
interface Line {
  active: number;
  readonly waiting: (() => void)[];
  /** When the host's next turn comes, as far as this process knows. Epoch milliseconds. */
  nextMs: number;
}

/** The slot of a process that died is free after `leaseMs`; one that lives says so every `extendEveryMs`. */
const leaseMs = 6_000;
const extendEveryMs = 2_000;
/** Added at random to a wait for a slot that other processes want as well, so that they do not all come at once. Milliseconds. */
const jitterMsMax = 20;

export function createHostScheduler(parts: {
  readonly politenessOf: (host: string) => Politeness;
  readonly turns: HostTurns;
  readonly clock: Clock;
  /** Numbers from 0 to 1. */
  readonly random: () => number;
}): HostScheduler {
  const { politenessOf, turns, clock, random } = parts;
  const lines = new Map<string, Line>();
  return {
    async acquire(host, { crawlDelayMs, continues }) {
      const { perHost, waitMsMax, gapMs: ownGapMs } = politenessOf(host);
      const gapMs = Math.max(ownGapMs, crawlDelayMs);
      const line = lines.get(host) ?? { active: 0, waiting: [], nextMs: 0 };
      lines.set(host, line);
      const startedMs = clock.nowMs();
      const ahead = Math.floor(line.waiting.length / perHost) * gapMs;
      const expectedMs = continues ? 0 : line.nextMs + ahead - startedMs;
      if (expectedMs > waitMsMax) return { ok: false, afterMs: expectedMs };
      if (line.active >= perHost) await new Promise<void>((resume) => line.waiting.push(resume));
      else line.active += 1;
      const ask = { id: randomUUID(), gapMs, perHost, leaseMs, continues };
      let heartbeat: NodeJS.Timeout | undefined;
      try {
        for (;;) {
          const answer = await turns.take(host, ask);
          if (answer.granted) {
            line.nextMs = clock.nowMs() + gapMs;
            heartbeat = setInterval(extend, extendEveryMs);
            return { ok: true, busyAnswers: answer.busyAnswers, release: once(release) };
          }
          line.nextMs = clock.nowMs() + answer.afterMs;
          if (line.nextMs - startedMs > waitMsMax) return leave(answer.afterMs);
          await sleep(answer.afterMs + random() * jitterMsMax);
        }
      } catch (error) {
        if (error instanceof RetryLater) return leave(error.afterMs);
        leave(0);
        throw error;
      }

      function leave(afterMs: number): RefusedSlot {
        passOn(lines, host, line);
        return { ok: false, afterMs };
      }

      function extend(): void {
        // A keeper that cannot be reached now is asked again in a moment; its other faults show when the turn ends.
        turns.extend(host, { id: ask.id, leaseMs }).catch(() => undefined);
      }

      async function release(holdMs: number | null): Promise<void> {
        clearInterval(heartbeat);
        line.nextMs = Math.max(line.nextMs, clock.nowMs() + Math.max(gapMs, holdMs ?? 0));
        try {
          await turns.end(host, { id: ask.id, gapMs, holdMs });
        } catch (error) {
          // The keeper is away: the turn ends by its lease.
          if (!(error instanceof RetryLater)) throw error;
        } finally {
          passOn(lines, host, line);
        }
      }
    },
  };
}

/** Hands a place on to the next in line; a host without callers is forgotten, its turns stand with the keeper. */
function passOn(lines: Map<string, Line>, host: string, line: Line): void {
  const next = line.waiting.shift();
  if (next === undefined) line.active -= 1;
  else next();
  if (line.active === 0) lines.delete(host);
}

function once(action: (holdMs: number | null) => Promise<void>): (holdMs: number | null) => Promise<void> {
  let done = false;
  return async (holdMs) => {
    if (done) return;
    done = true;
    await action(holdMs);
  };
}
