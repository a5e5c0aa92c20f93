// `pnpm bench desk [CLAIMS]`: twenty editors at the review desk at once, over its own HTTP, on a store of a million claims: how
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

const editors = 20;
const itemsEach = 200;
const password = 'only for the bench';
/** Asked of the desk: 95 of 100 answers within so many milliseconds. */
const p95MsMax = 100;

interface Figure {
  readonly name: string;
  readonly times: number;
  readonly p50Ms: number;
  readonly p95Ms: number;
}

interface DeskFigures {
  readonly claims: number;
  readonly editors: number;
  readonly items: number;
  /** Items that two editors had, or that were decided twice. */
  readonly duplicates: number;
  readonly seconds: number;
  readonly processorSeconds: number;
  readonly figures: readonly Figure[];
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

/** One editor's browser: its cookie and secret. */
interface Browser {
  ask(method: string, path: string, body?: unknown): Promise<{ readonly status: number; readonly json: unknown }>;
}

async function signIn(port: number, name: string): Promise<Browser> {
  const origin = `http://127.0.0.1:${port}`;
  let cookie = '';
  let csrf = '';
  const ask: Browser['ask'] = async (method, path, body) => {
    const headers = { origin, cookie, 'x-csrf-token': csrf, 'content-type': 'application/json' };
    const answer = await fetch(`${origin}/api/desk${path}`, {
      method,
      headers,
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    cookie = answer.headers.get('set-cookie')?.split(';')[0] ?? cookie;
    return { status: answer.status, json: await answer.json() };
  };
  const { json } = await ask('POST', '/session', { name, password });
  csrf = (json as { csrf: string }).csrf;
  return { ask };
}

interface Item {
  readonly id: string;
  readonly revision: string;
}

const orders = ['uncertainty', 'impact', 'date'] as const;

/** Works through so many items as a person with quick fingers would: decide, and with it take the next. */
async function work(browser: Browser, nth: number, seen: string[], times: Map<string, number[]>): Promise<void> {
  const queue = { filter: {}, order: orders[nth % orders.length] ?? 'date' };
  const timed = async (name: string, method: string, path: string, body?: unknown) => {
    const started = performance.now();
    const { status, json } = await browser.ask(method, path, body);
    times.get(name)?.push(performance.now() - started);
    if (status !== 200) throw new Error(`${method} ${path}: ${status} ${JSON.stringify(json)}`);
    return json as { readonly item: Item | null; readonly next: Item | null };
  };
  let { item } = await timed('next item', 'POST', '/next', queue);
  for (let count = 0; count < itemsEach && item !== null; count += 1) {
    seen.push(item.id);
    const decision = { key: `bench-${nth}-${count}-key`, revision: item.revision, verdict: 'accept' };
    if (count % 2 === 0) {
      item = (
        await timed('decision with the next item', 'POST', `/items/${item.id}/decision`, {
          ...decision,
          and_next: queue,
        })
      ).next;
    } else {
      await timed('decision', 'POST', `/items/${item.id}/decision`, decision);
      item = (await timed('next item', 'POST', '/next', queue)).item;
    }
  }
}

async function measure(store: Store, claims: number): Promise<DeskFigures> {
  const names = Array.from({ length: editors }, (_, nth) => `Editor ${nth}`);
  for (const [nth, name] of names.entries()) {
    await store.desk.addUser({ name, role: nth === 0 ? 'admin' : 'editor', password }, 'bench');
  }
  const server = await serveReview({ store, editor: 'bench', users: true, port: 0, clock: systemClock });
  try {
    const browsers: Browser[] = [];
    for (const name of names) browsers.push(await signIn(server.port, name));
    const times = new Map<string, number[]>(
      ['next item', 'decision', 'decision with the next item', 'page of the queue', 'page with counts'].map((name) => [
        name,
        [],
      ]),
    );
    const [first] = browsers;
    for (let turn = 0; turn < 30; turn += 1) {
      for (const [name, path] of [
        ['page of the queue', `/queue?order=${orders[turn % 3]}`],
        ['page with counts', '/queue/counts'],
      ] as const) {
        const started = performance.now();
        await first?.ask('GET', path);
        times.get(name)?.push(performance.now() - started);
      }
    }
    const seen: string[] = [];
    const [startedMs, usage] = [performance.now(), process.cpuUsage()];
    await Promise.all(browsers.map((browser, nth) => work(browser, nth, seen, times)));
    const { user, system } = process.cpuUsage(usage);
    return {
      claims,
      editors,
      items: seen.length,
      duplicates: seen.length - new Set(seen).size,
      seconds: (performance.now() - startedMs) / 1000,
      processorSeconds: (user + system) / 1e6,
      figures: [...times].map(([name, list]) => figureOf(name, list)),
    };
  } finally {
    await server.close();
  }
}

async function measureDialect(dialect: TestDialect, claims: number): Promise<void> {
  const database = await dialect.create();
  try {
    await fill(database.url, shapeOf(claims));
    const store = await openStore(database.url, { clock: systemClock });
    const found = await measure(store, claims).finally(() => store.close());
    console.log(
      `\n${dialect.name}: ${found.items} items by ${editors} editors in ${found.seconds.toFixed(0)} s (${found.processorSeconds.toFixed(0)} s of processor), ${found.duplicates} twice`,
    );
    for (const { name, times, p50Ms, p95Ms } of found.figures) {
      const note = p95Ms > p95MsMax ? ' !' : '';
      console.log(
        `${name.padEnd(32)}${String(times).padStart(7)}${p50Ms.toFixed(1).padStart(10)}${p95Ms.toFixed(1).padStart(10)}${note}`,
      );
    }
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
