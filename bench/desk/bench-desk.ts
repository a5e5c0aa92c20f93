// `pnpm bench desk [--claims N]`: twenty editors at the review desk at once, over its own HTTP: how
// long each waits for the next item and for a decision, and whether two ever had one item. Knows how to measure; the store's
// rows are those of the store's bench.
import { mkdirSync, writeFileSync } from 'node:fs';
import { serveReview } from '@civicwire/review';
import { systemClock } from '@civicwire/shared';
import { openStore, type Store } from '@civicwire/store';
import { openWatched, type TestDialect, testDialectsOn } from '@civicwire/store/testing';
import { buildDesk } from '../../packages/review/web/build-desk.ts';
import { ensureServices, startServices } from '../../scripts/services.ts';
import { groundRows, type Shape, shapeOf, storyBatches } from '../store-data.ts';
import { editorName, password, type Shift, signIn, workShift } from './editors.ts';

const editors = 20;
/** A day's work, at a pace that no person keeps up, and then as much as goes. */
const shiftsAsked: readonly Omit<Shift, 'port' | 'editors'>[] = [
  { name: 'paced', itemsEach: 200, pauseMeanMs: 1_000 },
  { name: 'rushed', itemsEach: 40, pauseMeanMs: 0 },
];
/** Asked of the desk: 95 of 100 answers within so many milliseconds. */
const p95MsMax = 100;

interface Figure {
  readonly name: string;
  readonly times: number;
  readonly p50Ms: number;
  readonly p95Ms: number;
}

interface ShiftFigures {
  readonly pauseMeanMs: number;
  readonly itemIds: readonly string[];
  readonly seconds: number;
  /** Of processor, in the server's thread: everything but what the database server does. */
  readonly serverSeconds: number;
  readonly figures: readonly Figure[];
}

interface DeskFigures {
  readonly claims: number;
  readonly editors: number;
  readonly items: number;
  /** Items that two editors had, or that were decided twice. */
  readonly duplicates: number;
  readonly browsing: readonly Figure[];
  readonly shifts: readonly (Omit<ShiftFigures, 'itemIds'> & { readonly items: number })[];
}

const percentile = (values: readonly number[], share: number): number =>
  [...values].sort((a, b) => a - b)[Math.min(values.length - 1, Math.floor(values.length * share))] ?? Number.NaN;

const figureOf = (name: string, times: readonly number[]): Figure => ({
  name,
  times: times.length,
  p50Ms: percentile(times, 0.5),
  p95Ms: percentile(times, 0.95),
});

async function fill(url: string, shape: Shape): Promise<void> {
  const store = await openWatched(url);
  await store.write(groundRows(shape));
  let changes = 0;
  for (const batch of storyBatches(shape)) {
    await store.write(batch);
    changes += batch.get('change')?.length ?? 0;
  }
  await store.settle(changes);
  await store.close();
}

/** Who browses the queue beside those who decide: its pages and counts. */
async function browse(port: number): Promise<Figure[]> {
  const browser = await signIn(port, editorName(0));
  const asked = [
    ['first page of the queue', (turn: number) => `/queue?order=${['uncertainty', 'impact', 'date'][turn % 3]}`],
    ['counts', () => '/queue/counts'],
  ] as const;
  const times = new Map<string, number[]>(asked.map(([name]) => [name, []]));
  for (let turn = 0; turn < 30; turn += 1) {
    for (const [name, path] of asked) {
      const started = performance.now();
      await browser.ask('GET', path(turn));
      times.get(name)?.push(performance.now() - started);
    }
  }
  return [...times].map(([name, list]) => figureOf(name, list));
}

async function shift(port: number, given: Omit<Shift, 'port' | 'editors'>): Promise<ShiftFigures> {
  const [startedMs, usage] = [performance.now(), process.threadCpuUsage()];
  const { itemIds, times } = await workShift({ ...given, port, editors });
  const { user, system } = process.threadCpuUsage(usage);
  return {
    pauseMeanMs: given.pauseMeanMs,
    itemIds,
    seconds: (performance.now() - startedMs) / 1000,
    serverSeconds: (user + system) / 1e6,
    figures: Object.entries(times).map(([name, list]) => figureOf(name, list)),
  };
}

async function measure(store: Store, claims: number): Promise<DeskFigures> {
  for (let nth = 0; nth < editors; nth += 1) {
    const role = nth === 0 ? 'admin' : 'editor';
    await store.desk.addUser({ name: editorName(nth), role, password }, 'bench');
  }
  const server = await serveReview({ store, editor: 'bench', users: true, port: 0, clock: systemClock });
  try {
    const browsing = await browse(server.port);
    const shifts: ShiftFigures[] = [];
    for (const one of shiftsAsked) shifts.push(await shift(server.port, one));
    const itemIds = shifts.flatMap((one) => one.itemIds);
    return {
      ...{ claims, editors, items: itemIds.length, duplicates: itemIds.length - new Set(itemIds).size, browsing },
      shifts: shifts.map(({ itemIds: had, ...figures }) => ({ items: had.length, ...figures })),
    };
  } finally {
    await server.close();
  }
}

function printFigures(figures: readonly Figure[], msMax: number | null): void {
  for (const { name, times, p50Ms, p95Ms } of figures) {
    const note = msMax !== null && p95Ms > msMax ? ' !' : '';
    console.log(
      `  ${name.padEnd(32)}${String(times).padStart(7)}${p50Ms.toFixed(1).padStart(10)}${p95Ms.toFixed(1).padStart(10)}${note}`,
    );
  }
}

function print(dialect: string, { claims, items, duplicates, browsing, shifts }: DeskFigures): void {
  console.log(
    `\n${dialect}, ${claims} claims: ${items} items by ${editors} editors, ${duplicates} of them twice (asked: 0); times, then ms for 50 and for 95 of 100`,
  );
  for (const { pauseMeanMs, items: had, seconds, serverSeconds, figures } of shifts) {
    const pace =
      pauseMeanMs === 0
        ? 'without a pause, as fast as the desk answers'
        : `a pause of ${pauseMeanMs} ms on average before each decision (asked: 95 of 100 under ${p95MsMax} ms)`;
    console.log(
      `${had} items in ${seconds.toFixed(0)} s, ${pace}; the server’s thread worked ${((serverSeconds / had) * 1000).toFixed(1)} ms an item`,
    );
    printFigures(figures, pauseMeanMs === 0 ? null : p95MsMax);
  }
  console.log('one who looks through the queue');
  printFigures(browsing, p95MsMax);
}

async function measureDialect(dialect: TestDialect, claims: number): Promise<void> {
  const database = await dialect.create();
  try {
    await fill(database.url, shapeOf(claims));
    const store = await openStore(database.url, { clock: systemClock });
    const found = await measure(store, claims).finally(() => store.close());
    print(dialect.name, found);
    mkdirSync(new URL('../results/', import.meta.url), { recursive: true });
    const file = new URL(`../results/desk-${dialect.name}.json`, import.meta.url);
    writeFileSync(file, `${JSON.stringify({ node: process.version, ...found }, null, 2)}\n`);
  } finally {
    await database.remove();
  }
}

/** Measures the desk over stores of so many claims, as `benchStore` does the store. */
export async function benchDesk(claims: number): Promise<void> {
  await buildDesk();
  const given = process.env.CIVICWIRE_TEST_POSTGRES;
  if (given === undefined)
    for (const { advice } of ensureServices(['postgres'])) console.log(`not measured: ${advice}`);
  const services = given === undefined ? await startServices() : null;
  try {
    for (const dialect of testDialectsOn(given ?? services?.env.CIVICWIRE_TEST_POSTGRES))
      await measureDialect(dialect, claims);
  } finally {
    await services?.stop();
  }
}
