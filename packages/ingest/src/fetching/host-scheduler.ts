// Politeness: how many requests a host gets at once and how far apart. Knows hosts and times, no HTTP.
import { setTimeout as sleep } from 'node:timers/promises';
import type { Clock } from '@civicwire/shared';

export interface Politeness {
  /** Pause between the end of one request to a host and the start of the next, in milliseconds. */
  readonly gapMs: number;
  /** Requests to one host at the same time. */
  readonly perHost: number;
  /** Longest wait inside one call, in milliseconds; a longer one is refused so that the caller can put the work back. */
  readonly waitMsMax: number;
}

type Slot = { readonly ok: true; release(): void } | { readonly ok: false; readonly afterMs: number };

export interface HostScheduler {
  /**
   * Waits for the host's turn. `gapMs` widens the gap (Crawl-delay); `continues` skips it for a redirect of the request before.
   * Refused with the time to wait when that is longer than `waitMsMax`. Every granted slot must be released.
   */
  acquire(host: string, options?: { readonly gapMs?: number | null; readonly continues?: boolean }): Promise<Slot>;
  /** Nothing to this host before `untilMs` (Retry-After). */
  holdBack(host: string, untilMs: number): void;
}

interface HostState {
  active: number;
  /** Calls that wait for their turn. */
  waiting: number;
  /** Epoch milliseconds before which no request may start. */
  nextMs: number;
  /** Epoch milliseconds of the publisher's own wish; survives the gap's bookkeeping. */
  heldUntilMs: number;
  /** Resolvers of calls that wait for a free slot, in order. */
  readonly queue: (() => void)[];
}

/** Idle hosts are forgotten above this number. */
const hostsMax = 20_000;

export function createHostScheduler(politeness: Politeness, clock: Clock): HostScheduler {
  const hosts = new Map<string, HostState>();
  const stateOf = (host: string): HostState => {
    const known = hosts.get(host);
    if (known !== undefined) return known;
    if (hosts.size >= hostsMax) forgetIdle(hosts, clock.nowMs());
    const state: HostState = { active: 0, waiting: 0, nextMs: 0, heldUntilMs: 0, queue: [] };
    hosts.set(host, state);
    return state;
  };
  return {
    holdBack(host, untilMs) {
      const state = stateOf(host);
      state.heldUntilMs = Math.max(state.heldUntilMs, untilMs);
    },
    async acquire(host, options = {}) {
      const state = stateOf(host);
      const gapMs = Math.max(politeness.gapMs, options.gapMs ?? 0);
      const startsMs = Math.max(
        state.heldUntilMs,
        options.continues ? 0 : state.nextMs + Math.floor(state.waiting / politeness.perHost) * gapMs,
      );
      const expectedMs = startsMs - clock.nowMs();
      if (expectedMs > politeness.waitMsMax) return { ok: false, afterMs: expectedMs };
      state.waiting += 1;
      try {
        if (state.active >= politeness.perHost) await new Promise<void>((resume) => state.queue.push(resume));
        else state.active += 1;
      } finally {
        state.waiting -= 1;
      }
      // From here on the slot is ours: a released one is handed over without being counted down.
      const opensMs = (): number => Math.max(state.heldUntilMs, options.continues ? 0 : state.nextMs);
      for (let waitMs = opensMs() - clock.nowMs(); waitMs > 0; waitMs = opensMs() - clock.nowMs()) {
        if (waitMs > politeness.waitMsMax) {
          handOver(state);
          return { ok: false, afterMs: waitMs };
        }
        await sleep(waitMs);
      }
      state.nextMs = clock.nowMs() + gapMs;
      return {
        ok: true,
        release: once(() => {
          state.nextMs = Math.max(state.nextMs, clock.nowMs() + gapMs);
          handOver(state);
        }),
      };
    },
  };
}

function handOver(state: HostState): void {
  const next = state.queue.shift();
  if (next === undefined) state.active -= 1;
  else next();
}

function once(action: () => void): () => void {
  let done = false;
  return () => {
    if (!done) action();
    done = true;
  };
}

function forgetIdle(hosts: Map<string, HostState>, nowMs: number): void {
  for (const [host, state] of hosts) {
    if (state.active === 0 && state.queue.length === 0 && state.nextMs <= nowMs && state.heldUntilMs <= nowMs)
      hosts.delete(host);
  }
}
