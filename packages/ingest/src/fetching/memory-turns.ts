// Keeps hosts' turns in this process alone: for one-off commands and tests. Knows hosts by name, no HTTP.
import {
  type Clock,
  endTurn,
  extendTurn,
  freshHost,
  type HostState,
  type HostTurns,
  isIdleHost,
  takeTurn,
} from '@civicwire/shared';

/** Idle hosts are forgotten above this number. */
const hostsMax = 20_000;

export function createMemoryTurns(clock: Clock): HostTurns {
  const hosts = new Map<string, HostState>();
  return {
    async take(host, ask) {
      if (hosts.size >= hostsMax && !hosts.has(host)) forgetIdle(hosts, clock.nowMs());
      const { state, answer } = takeTurn(hosts.get(host) ?? freshHost, ask, clock.nowMs());
      hosts.set(host, state);
      return answer;
    },
    async extend(host, extension) {
      hosts.set(host, extendTurn(hosts.get(host) ?? freshHost, extension, clock.nowMs()));
    },
    async end(host, end) {
      hosts.set(host, endTurn(hosts.get(host) ?? freshHost, end, clock.nowMs()));
    },
  };
}

function forgetIdle(hosts: Map<string, HostState>, nowMs: number): void {
  for (const [host, state] of hosts) if (isIdleHost(state, nowMs)) hosts.delete(host);
}
