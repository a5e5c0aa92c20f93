// The closing table of a run, and the check that nothing was lost. Knows numbers, opens nothing.
import type { Counts } from '@civicwire/store';
import { alignTable } from './tables.ts';
import type { TallySnapshot } from './workers/tally.ts';

/** What a run leaves behind, as `run --json` prints it. */
export interface RunSummary {
  readonly seconds: number;
  readonly stopped: boolean;
  readonly run: TallySnapshot;
  readonly store: Counts;
}

/** in = out + dropped (+ what still waits). False would be a fault of the program. */
export function nothingLost({ stories, saved, dropped, waiting, droppedByReason }: Counts): boolean {
  const reasons = Object.values(droppedByReason).reduce((sum, count) => sum + count, 0);
  return stories === saved + dropped + waiting && dropped === reasons;
}

/** The table as lines: this run, and the whole store. */
export function describeRun({ seconds, stopped, run, store }: RunSummary): string[] {
  const { counts } = run;
  const reasons = [...new Set([...Object.keys(run.dropped), ...Object.keys(store.droppedByReason)])].sort();
  const droppedNow = Object.values(run.dropped).reduce((sum, count) => sum + count, 0);
  const funnel = alignTable([
    ['', 'this run', 'in store'],
    ['stories found', counts.found, store.stories],
    ['stories fetched', counts.fetched, store.fetched],
    ['stories extracted', counts.extracted, store.extracted],
    ['stories saved', counts.saved, store.saved],
    ['stories dropped', droppedNow, store.dropped],
    ...reasons.map((reason) => [`  ${reason}`, run.dropped[reason] ?? 0, store.droppedByReason[reason] ?? 0]),
    ...(store.waiting > 0 ? [['stories waiting', '', store.waiting]] : []),
  ]);
  const findings = alignTable([
    ['cities', store.cities],
    ['officials', store.officials],
    ['quotes', store.quotes],
    ['stances', store.stances],
  ]);
  const polls = `feeds polled ${counts.polled}, failed ${counts.pollsFailed}; ${seconds.toFixed(1)} s${stopped ? '; stopped, the next run goes on from here' : ''}`;
  return [...funnel, '', 'standing findings in store', ...findings, '', polls];
}
