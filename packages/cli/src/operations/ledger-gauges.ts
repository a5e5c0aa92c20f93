// The ledger's state as gauges: the same in every process on one store, so that a dashboard takes the maximum, not the sum.
// Knows names and how often the store may be asked; the questions are the store's.
import { Gauge, type Registry } from 'prom-client';
import { alarmKinds, kindOfAlarm } from '../workers/judge-source.ts';
import { boundedReason } from './bounded-reason.ts';
import type { LedgerReader, LedgerReading } from './ledger-reader.ts';
import { quarantined, quarantineReasons } from './quarantine.ts';

const seconds = (ms: number): number => Math.max(0, ms) / 1000;

/** Adds the gauges; they are read from `ledger` whenever the registry is asked. While the store is away they keep their last values. */
export function addLedgerGauges(registry: Registry, ledger: LedgerReader): void {
  let reading: LedgerReading | null = null;
  const gauge = (name: string, help: string, labelNames: string[], set: (gauge: Gauge, now: LedgerReading) => void) => {
    new Gauge({
      name,
      help,
      labelNames,
      registers: [registry],
      async collect() {
        reading = (await ledger.read()) ?? reading;
        if (reading === null) return;
        this.reset();
        set(this, reading);
      },
    });
  };
  new Gauge({
    name: 'civicwire_store_up',
    help: '1 when the store answered the last time that it was asked, 0 when it did not.',
    registers: [registry],
    async collect() {
      this.set((await ledger.read()) === null ? 0 : 1);
    },
  });
  gauge('civicwire_ledger_read_seconds', 'Time that the last reading of these gauges took in the store.', [], (g, r) =>
    g.set(seconds(r.tookMs)),
  );
  gauge('civicwire_ledger_read_timestamp_seconds', 'When these gauges were read from the store.', [], (g, r) =>
    g.set(Date.parse(r.pulse.at) / 1000),
  );
  addStories(gauge);
  addStages(gauge);
  addSources(gauge);
}

type AddGauge = (
  name: string,
  help: string,
  labelNames: string[],
  set: (gauge: Gauge, now: LedgerReading) => void,
) => void;

function addStories(gauge: AddGauge): void {
  gauge('civicwire_stories', 'Stories of the store by state.', ['state'], (g, { pulse, settled }) => {
    const { fetch, extract, save } = pulse.stages;
    g.set({ state: 'discovered' }, fetch.waiting);
    g.set({ state: 'fetched' }, extract.waiting);
    g.set({ state: 'extracted' }, save.waiting);
    g.set({ state: 'saved' }, settled.saved);
    g.set({ state: 'dropped' }, sum(settled.droppedByReason));
  });
  gauge('civicwire_stories_dropped', 'Dropped stories of the store by reason.', ['reason'], (g, { settled }) => {
    for (const [reason, count] of Object.entries(settled.droppedByReason))
      g.inc({ reason: boundedReason(reason) }, count);
  });
  gauge(
    'civicwire_quarantined_stories',
    'Stories that were put aside because the program failed at them.',
    ['reason'],
    (g, { settled }) => {
      const counts = quarantined(settled.droppedByReason);
      for (const reason of quarantineReasons) g.set({ reason }, counts[reason] ?? 0);
    },
  );
  gauge('civicwire_sequencer_head', 'Number of the last change.', [], (g, { pulse }) => g.set(pulse.sequencerHead));
}

function addStages(gauge: AddGauge): void {
  const perStage = (name: string, help: string, value: (stage: Stage, now: LedgerReading) => number) =>
    gauge(name, help, ['stage'], (g, now) => {
      for (const [stage, figures] of Object.entries(now.pulse.stages)) g.set({ stage }, value(figures, now));
    });
  perStage('civicwire_stage_waiting', 'Rows that wait for a stage, those in hand included.', (stage) => stage.waiting);
  perStage('civicwire_stage_backfill', 'Of the rows that wait, back-fill and replays.', (stage) => stage.backfill);
  perStage('civicwire_stage_in_hand', 'Rows of a stage that are leased to a worker.', (stage) => stage.inHand);
  perStage('civicwire_stage_retrying', 'Rows of a stage whose last try failed.', (stage) => stage.retrying);
  perStage(
    'civicwire_stage_oldest_wait_seconds',
    'How long the live row that has been due longest waits for its stage; 0 when none is due.',
    ({ oldestDueAt }, { pulse }) =>
      oldestDueAt === null ? 0 : seconds(Date.parse(pulse.at) - Date.parse(oldestDueAt)),
  );
}

type Stage = LedgerReading['pulse']['stages']['poll'];

function addSources(gauge: AddGauge): void {
  gauge('civicwire_worker_processes', 'Processes heard of in the last minute, by work.', ['work'], (g, { pulse }) => {
    for (const [work, count] of Object.entries(pulse.processesByWork)) g.inc({ work: boundedReason(work) }, count);
  });
  gauge('civicwire_sources', 'Sources of the store.', [], (g, { pulse }) => g.set(pulse.sources));
  gauge('civicwire_feeds', 'Feeds of the store by health.', ['health'], (g, { pulse }) => {
    for (const health of ['ok', 'failing', 'dead']) g.set({ health }, 0);
    for (const [health, count] of Object.entries(pulse.feedsByHealth)) g.inc({ health: boundedReason(health) }, count);
  });
  gauge('civicwire_source_alarms', 'Sources with an alarm, by its kind.', ['alarm'], (g, { pulse }) => {
    for (const alarm of alarmKinds) g.set({ alarm }, 0);
    for (const { alarms } of pulse.alarmed) for (const alarm of new Set(alarms.map(kindOfAlarm))) g.inc({ alarm });
  });
  gauge('civicwire_host_turns', 'Requests under way at hosts, of all processes.', [], (g, { pulse }) =>
    g.set(pulse.hosts.turns),
  );
  gauge('civicwire_hosts_held', 'Hosts that said that they are busy and are left alone.', [], (g, { pulse }) =>
    g.set(pulse.hosts.held),
  );
  gauge('civicwire_host_longest_hold_seconds', 'Longest time that a host is left alone from now.', [], (g, { pulse }) =>
    g.set(seconds(pulse.hosts.longestHoldMs)),
  );
}

const sum = (counts: Readonly<Record<string, number>>): number =>
  Object.values(counts).reduce((all, count) => all + count, 0);
