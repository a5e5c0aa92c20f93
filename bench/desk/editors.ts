// Editors who work at a desk over its HTTP, in a thread of their own, as their browsers would be on machines of their own:
// what they do takes none of the server's time. Knows the desk's API and a clock; knows no store.
import { setTimeout as pause } from 'node:timers/promises';
import { parentPort, Worker, workerData } from 'node:worker_threads';
import { seededRandom } from '@civicwire/store/testing';

export const password = 'only for the bench';

export const editorName = (nth: number): string => `Editor ${nth}`;

/** What editors are to do. */
export interface Shift {
  readonly port: number;
  readonly editors: number;
  readonly itemsEach: number;
  /** Between two items, on average: as often shorter than 0.7 of it as longer (exponential, the same in every run). 0: none. */
  readonly pauseMeanMs: number;
  /** Tells one shift's requests from another's. */
  readonly name: string;
}

/** What they had, and how long each answer took, in milliseconds, by what was asked. */
export interface ShiftDone {
  readonly itemIds: readonly string[];
  readonly times: Readonly<Record<string, readonly number[]>>;
}

/** Lets editors work through a shift. Rejects when the desk refuses one of them. */
export function workShift(shift: Shift): Promise<ShiftDone> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(new URL(import.meta.url), { workerData: shift });
    worker.once('message', resolve);
    worker.once('error', reject);
  });
}

/** One editor's browser: its cookie and secret. */
export interface Browser {
  ask(method: string, path: string, body?: unknown): Promise<{ readonly status: number; readonly json: unknown }>;
}

export async function signIn(port: number, name: string): Promise<Browser> {
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

/** Share of the items that are rejected; a rejection moves counts and links of its story. */
const rejected = 0.2;

const orders = ['uncertainty', 'impact', 'date'] as const;

/** Works through so many items: decides, and every other time takes the next with it, else by itself. */
async function work(
  browser: Browser,
  nth: number,
  { itemsEach, pauseMeanMs, name: shift }: Shift,
  itemIds: string[],
  times: Record<string, number[]>,
): Promise<void> {
  const random = seededRandom(nth + 1);
  const queue = { filter: {}, order: orders[nth % orders.length] ?? 'date' };
  const timed = async (name: string, method: string, path: string, body?: unknown) => {
    const started = performance.now();
    const { status, json } = await browser.ask(method, path, body);
    const ms = performance.now() - started;
    const known = times[name];
    if (known === undefined) times[name] = [ms];
    else known.push(ms);
    if (status !== 200) throw new Error(`${method} ${path}: ${status} ${JSON.stringify(json)}`);
    return json as { readonly item: Item | null; readonly next: Item | null };
  };
  const rest = () => (pauseMeanMs === 0 ? Promise.resolve() : pause(-Math.log(1 - random()) * pauseMeanMs));
  await rest();
  let { item } = await timed('next item', 'POST', '/next', queue);
  for (let count = 0; count < itemsEach && item !== null; count += 1) {
    itemIds.push(item.id);
    await rest();
    const isLast = count === itemsEach - 1;
    const verdict = random() < rejected ? { verdict: 'reject', reason: 1 } : { verdict: 'accept' };
    const decision = { key: `${shift}-${nth}-${count}-key`, revision: item.revision, ...verdict };
    const path = `/items/${item.id}/decision`;
    if (count % 2 === 0 && !isLast) {
      item = (await timed('decision with the next item', 'POST', path, { ...decision, and_next: queue })).next;
    } else {
      await timed('decision', 'POST', path, decision);
      item = isLast ? null : (await timed('next item', 'POST', '/next', queue)).item;
    }
  }
}

async function workAll(shift: Shift): Promise<ShiftDone> {
  const browsers: Browser[] = [];
  for (let nth = 0; nth < shift.editors; nth += 1) browsers.push(await signIn(shift.port, editorName(nth)));
  const itemIds: string[] = [];
  const times: Record<string, number[]> = {};
  await Promise.all(browsers.map((browser, nth) => work(browser, nth, shift, itemIds, times)));
  return { itemIds, times };
}

if (parentPort !== null) parentPort.postMessage(await workAll(workerData as Shift));
