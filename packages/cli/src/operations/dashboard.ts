// The ledger's state as lines for a terminal. Pure: knows numbers and words, draws nothing.
import { databasePlace, type Pulse, type Settled } from '@civicwire/store';
import { alignTable } from '../tables.ts';
import { quarantined } from './quarantine.ts';

/** One look at the store. */
export interface Look {
  readonly pulse: Pulse;
  readonly settled: Settled;
}

/** Stories a minute, over the looks that are given. */
export interface Rates {
  readonly found: number;
  readonly saved: number;
  readonly dropped: number;
}

const minuteMs = 60_000;
const shownMax = 8;

const totalOf = (counts: Readonly<Record<string, number>>): number =>
  Object.values(counts).reduce((sum, count) => sum + count, 0);

function storiesOf({ pulse, settled }: Look): number {
  const { fetch, extract, save } = pulse.stages;
  return fetch.waiting + extract.waiting + save.waiting + settled.saved + totalOf(settled.droppedByReason);
}

/** Between the first and the last look; null for fewer than two, or none with time between them. */
export function ratesOf(looks: readonly Look[]): Rates | null {
  const [first, last] = [looks[0], looks.at(-1)];
  if (first === undefined || last === undefined) return null;
  const minutes = (Date.parse(last.pulse.at) - Date.parse(first.pulse.at)) / minuteMs;
  if (minutes <= 0) return null;
  const perMinute = (count: (look: Look) => number) => Math.round((count(last) - count(first)) / minutes);
  return {
    found: perMinute(storiesOf),
    saved: perMinute(({ settled }) => settled.saved),
    dropped: perMinute(({ settled }) => totalOf(settled.droppedByReason)),
  };
}

/** The whole screen, top to bottom. */
export function describeDashboard(db: string, look: Look, rates: Rates | null): string[] {
  const { pulse, settled } = look;
  return [
    `civicwire · ${databasePlace(db)} · ${pulse.at.slice(0, 19)}Z`,
    '',
    ...describeStages(pulse),
    '',
    ...alignTable([
      ['stories', 'in store', 'a minute'],
      ['  found', storiesOf(look), rates?.found ?? ''],
      ['  saved', settled.saved, rates?.saved ?? ''],
      ['  dropped', totalOf(settled.droppedByReason), rates?.dropped ?? ''],
    ]),
    ...countsLine('    by reason', settled.droppedByReason),
    ...countsLine('  to be looked at (civicwire replay --dry-run)', quarantined(settled.droppedByReason)),
    '',
    ...describeWorld(pulse),
    ...describeAlarms(pulse),
  ];
}

function describeStages({ at, stages }: Pulse): string[] {
  return alignTable([
    ['stage', 'waiting', 'back-fill', 'in hand', 'tried before', 'oldest due for'],
    ...Object.entries(stages).map(([stage, { waiting, backfill, inHand, retrying, oldestDueAt }]) => [
      `  ${stage}`,
      waiting,
      backfill,
      inHand,
      retrying,
      oldestDueAt === null ? '-' : describeMs(Date.parse(at) - Date.parse(oldestDueAt)),
    ]),
  ]);
}

function describeWorld({ hosts, processesByWork, feedsByHealth, sources, sequencerHead }: Pulse): string[] {
  const held = hosts.held === 0 ? '' : `, ${hosts.held} left alone (${describeMs(hosts.longestHoldMs)} at most)`;
  return [
    ...countsLine('processes', processesByWork),
    `sources  ${sources}`,
    ...countsLine('feeds  ', feedsByHealth),
    `hosts    ${hosts.turns} requests under way${held}`,
    `changes  ${sequencerHead}`,
  ];
}

function describeAlarms({ alarmed }: Pulse): string[] {
  if (alarmed.length === 0) return ['alarms   none'];
  const lines = alarmed.slice(0, shownMax).map(({ sourceId, alarms }) => `  ${sourceId}: ${alarms.join('; ')}`);
  const more = alarmed.length > shownMax ? [`  … and ${alarmed.length - shownMax} more (civicwire status)`] : [];
  return [`alarms   ${alarmed.length} of the sources`, ...lines, ...more];
}

/** "ok 12, failing 1", most first; no line for no counts. */
function countsLine(label: string, counts: Readonly<Record<string, number>>): string[] {
  const entries = Object.entries(counts).sort(([, a], [, b]) => b - a);
  if (entries.length === 0) return [];
  const words = entries.slice(0, shownMax).map(([name, count]) => `${name} ${count}`);
  return [`${label}  ${words.join(', ')}${entries.length > shownMax ? ', …' : ''}`];
}

/** The state in one line, for logs and pipes. */
export function describeLine({ pulse, settled }: Look, rates: Rates | null): string {
  const { poll, fetch, extract, save } = pulse.stages;
  const [oldest] = Object.entries(pulse.stages)
    .map(([stage, { oldestDueAt }]) => ({
      stage,
      ms: oldestDueAt === null ? 0 : Date.parse(pulse.at) - Date.parse(oldestDueAt),
    }))
    .sort((a, b) => b.ms - a.ms);
  return [
    `${pulse.at.slice(0, 19)}Z`,
    `due: poll ${poll.waiting}, fetch ${fetch.waiting}, extract ${extract.waiting}, save ${save.waiting};`,
    `saved ${settled.saved}${rates === null ? '' : ` (${rates.saved} a minute)`}, dropped ${totalOf(settled.droppedByReason)};`,
    oldest === undefined || oldest.ms === 0 ? 'nothing is late;' : `oldest ${oldest.stage} ${describeMs(oldest.ms)};`,
    `alarms ${pulse.alarmed.length}`,
  ].join(' ');
}

/** "8 s", "12 min", "3.5 h", "2 days". */
export function describeMs(ms: number): string {
  const seconds = Math.max(0, ms) / 1000;
  if (seconds < 90) return `${Math.round(seconds)} s`;
  if (seconds < 5_400) return `${Math.round(seconds / 60)} min`;
  return seconds < 172_800 ? `${(seconds / 3_600).toFixed(1)} h` : `${Math.round(seconds / 86_400)} days`;
}
