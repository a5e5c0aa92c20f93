// `pnpm bench store`: how fast a store of a million claims answers, on SQLite and on PostgreSQL, with the plan of each question.
// Keeps the figures and the plans in bench/results/store-*. Knows how to measure; what is asked is in store-questions.ts.
import { mkdirSync, writeFileSync } from 'node:fs';
import {
  openWatched,
  seededRandom,
  type TestDialect,
  testDialectsOn,
  type WatchedStore,
} from '@civicwire/store/testing';
import { ensureServices, startServices } from '../scripts/services.ts';
import { claimsPerStory, groundRows, type Shape, shapeOf, storyBatches } from './store-data.ts';
import { measureExports, showExport } from './store-exports.ts';
import { type Question, questions } from './store-questions.ts';

interface Answer {
  readonly name: string;
  /** Null where nothing is asked. */
  readonly askedP95Ms: number | null;
  readonly times: number;
  /** Rows of an answer, on average. */
  readonly rows: number;
  readonly p50Ms: number;
  readonly p95Ms: number;
}

const percentile = (values: readonly number[], share: number): number =>
  [...values].sort((a, b) => a - b)[Math.min(values.length - 1, Math.floor(values.length * share))] ?? Number.NaN;

/** Fills an empty store; gives the number of changes. */
async function load(store: WatchedStore, shape: Shape): Promise<number> {
  await store.write(groundRows(shape));
  let stories = 0;
  let changes = 0;
  for (const batch of storyBatches(shape)) {
    await store.write(batch);
    stories += batch.get('story')?.length ?? 0;
    changes += batch.get('change')?.length ?? 0;
    if (stories % 10_000 === 0) process.stderr.write(`${store.dialect}: ${stories} of ${shape.stories} stories\n`);
  }
  await store.settle(changes);
  return changes;
}

/** The machine is rarely ours alone: of these rounds the one with the lowest p95 counts. */
const rounds = 3;

async function answer(question: Question): Promise<Answer> {
  const { name, p95Ms: askedP95Ms, times } = question;
  await question.ask(seededRandom(11));
  let best = { rows: 0, p50Ms: Number.POSITIVE_INFINITY, p95Ms: Number.POSITIVE_INFINITY };
  for (let round = 0; round < rounds; round += 1) {
    const one = await askRound(question, seededRandom(12 + round));
    if (one.p95Ms < best.p95Ms) best = one;
  }
  return { name, askedP95Ms, times, ...best };
}

async function askRound(
  { ask, times }: Question,
  random: () => number,
): Promise<Pick<Answer, 'rows' | 'p50Ms' | 'p95Ms'>> {
  const durations: number[] = [];
  let rows = 0;
  for (let turn = 0; turn < times; turn += 1) {
    const started = performance.now();
    rows += await ask(random);
    durations.push(performance.now() - started);
  }
  return { rows: Math.round(rows / times), p50Ms: percentile(durations, 0.5), p95Ms: percentile(durations, 0.95) };
}

function show({ name, askedP95Ms, rows, p50Ms, p95Ms }: Answer): void {
  const asked = askedP95Ms === null ? '' : `${askedP95Ms}${p95Ms > askedP95Ms ? ' !' : ''}`;
  const figures = [p50Ms, p95Ms].map((ms) => ms.toFixed(2).padStart(10)).join('');
  console.log(`${name.padEnd(44)}${String(rows).padStart(7)}${figures}${asked.padStart(8)}`);
}

/** Fills a new store and asks everything of it. */
async function measureEngine(store: WatchedStore, shape: Shape, url: string): Promise<void> {
  const started = performance.now();
  const changes = await load(store, shape);
  const loadSeconds = (performance.now() - started) / 1000;
  const claims = shape.stories * claimsPerStory;
  console.log(`\n${store.dialect}: ${claims} claims, written in ${loadSeconds.toFixed(0)} s`);
  console.log(`${'question'.padEnd(44)}   rows    p50 ms    p95 ms   asked`);
  const answers: Answer[] = [];
  const plans: string[] = [];
  for (const question of questions(store, shape, changes)) {
    const one = await answer(question);
    answers.push(one);
    plans.push(`== ${one.name}`, ...(await store.explainSlowest()), '');
    show(one);
  }
  await store.close();
  const exported = await measureExports(url);
  for (const figure of exported) console.log(showExport(figure));
  const folder = new URL('./results/', import.meta.url);
  mkdirSync(folder, { recursive: true });
  const result = { node: process.version, claims, loadSeconds, answers, exported };
  writeFileSync(new URL(`store-${store.dialect}.json`, folder), `${JSON.stringify(result, null, 2)}\n`);
  writeFileSync(new URL(`store-${store.dialect}-plans.txt`, folder), plans.join('\n'));
}

async function measureDialect(dialect: TestDialect, shape: Shape): Promise<void> {
  const database = await dialect.create();
  try {
    await measureEngine(await openWatched(database.url), shape, database.url);
  } finally {
    await database.remove();
  }
}

/**
 * Measures stores of so many claims. PostgreSQL is started for it unless CIVICWIRE_TEST_POSTGRES names a server; without one
 * on this machine SQLite is measured alone.
 */
export async function benchStore(claims: number): Promise<void> {
  const given = process.env.CIVICWIRE_TEST_POSTGRES;
  if (given === undefined)
    for (const { advice } of ensureServices(['postgres'])) console.log(`not measured: ${advice}`);
  const services = given === undefined ? await startServices() : null;
  try {
    const dialects = testDialectsOn(given ?? services?.env.CIVICWIRE_TEST_POSTGRES);
    for (const dialect of dialects) await measureDialect(dialect, shapeOf(claims));
  } finally {
    await services?.stop();
  }
}
