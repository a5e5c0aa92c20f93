// What one process of the program measures of itself: its work, its fetches, its reading of pages. THE list of these metrics.
// Knows names and labels; the ledger's gauges are in ledger-gauges.ts.
import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';
import { type WorkKind, workKinds } from '../pipeline/pipeline.ts';
import type { TallySnapshot } from '../workers/tally.ts';
import { boundedReason } from './bounded-reason.ts';

/** Which program this is: part of `civicwire_build_info`. */
export interface ProcessFacts {
  /** "run", "review", or the kind of a worker. */
  readonly role: string;
  readonly version: string;
  readonly dialect: string;
}

export interface Metrics {
  readonly registry: Registry;
  /** One try of a unit of work that has ended, with the seconds it took. */
  readonly attempt: (stage: WorkKind, seconds: number, ok: boolean) => void;
  /** Units that this process has taken and not begun (`waiting`), or is at work on (`active`). */
  readonly inHand: (stage: WorkKind, state: 'waiting' | 'active', by: number) => void;
  /** One fetch that has ended. `result` is "ok", "not-modified" or the reason of a failure. */
  readonly fetched: (kind: string, result: string, seconds: number) => void;
  /** How long a request waited for its host's turn. */
  readonly waitedForHost: (seconds: number) => void;
  /** One page read, or not. `status` is a page's status, or "crashed". */
  readonly extracted: (status: string, seconds: number) => void;
}

const workSeconds = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60];
const waitSeconds = [0.1, 0.5, 1, 2, 5, 10, 20, 30, 60];

/** Metrics of one process in a registry of their own. `tally` is read when they are asked for. */
export function createMetrics(facts: ProcessFacts, tally: () => TallySnapshot): Metrics {
  const registry = new Registry();
  const registers = [registry];
  collectDefaultMetrics({ register: registry });
  new Gauge({
    name: 'civicwire_build_info',
    help: 'Which program this is; always 1.',
    labelNames: ['role', 'version', 'dialect'],
    registers,
  }).set({ ...facts }, 1);
  addTally(registry, tally);
  const attempts = new Histogram({
    name: 'civicwire_attempt_seconds',
    help: 'Time of one try of a unit of work in this process, by stage; failed when it threw.',
    labelNames: ['stage', 'result'],
    buckets: workSeconds,
    registers,
  });
  const jobs = new Gauge({
    name: 'civicwire_process_units',
    help: 'Units of work that this process has leased: waiting for their turn in it, or active.',
    labelNames: ['stage', 'state'],
    registers,
  });
  for (const stage of workKinds) for (const state of ['waiting', 'active']) jobs.set({ stage, state }, 0);
  const fetches = new Histogram({
    name: 'civicwire_fetch_seconds',
    help: 'Time of one fetch with its wait for the host, by kind of document and result.',
    labelNames: ['kind', 'result'],
    buckets: workSeconds,
    registers,
  });
  const hostWait = new Histogram({
    name: 'civicwire_host_wait_seconds',
    help: 'Time that a request waited for its host’s turn (politeness).',
    buckets: waitSeconds,
    registers,
  });
  const extraction = new Histogram({
    name: 'civicwire_extraction_seconds',
    help: 'Time of reading one page in a thread, by the status of the page.',
    labelNames: ['status'],
    buckets: workSeconds,
    registers,
  });
  return {
    registry,
    attempt: (stage, seconds, ok) => attempts.observe({ stage, result: ok ? 'ok' : 'failed' }, seconds),
    inHand: (stage, state, by) => jobs.inc({ stage, state }, by),
    fetched: (kind, result, seconds) => fetches.observe({ kind, result: boundedReason(result) }, seconds),
    waitedForHost: (seconds) => hostWait.observe(seconds),
    extracted: (status, seconds) => extraction.observe({ status: boundedReason(status) }, seconds),
  };
}

/** Counts of this process since it began, as `run` prints them at its end. */
function addTally(registry: Registry, tally: () => TallySnapshot): void {
  new Counter({
    name: 'civicwire_outcomes_total',
    help: 'What this process has done: feeds polled, stories found, fetched, extracted, saved, retried.',
    labelNames: ['outcome'],
    registers: [registry],
    collect() {
      this.reset();
      for (const [name, count] of Object.entries(tally().counts)) this.inc({ outcome: kebab(name) }, count);
    },
  });
  new Counter({
    name: 'civicwire_drops_total',
    help: 'Stories that this process has put aside, by reason.',
    labelNames: ['reason'],
    registers: [registry],
    collect() {
      this.reset();
      for (const [reason, count] of Object.entries(tally().dropped)) this.inc({ reason: boundedReason(reason) }, count);
    },
  });
}

const kebab = (name: string): string => name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
