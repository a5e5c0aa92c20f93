// A served desk over a filled store for each test, and editors who come in by browser. For tests only.
import type { UserRole } from '@civicwire/store';
import type { Page } from 'playwright-core';
import { afterEach, beforeEach, expect } from 'vitest';
import { type ReviewOptions, type ReviewServer, serveReview } from '../../src/serve-review.ts';
import { type FilledStore, fillStore, manyCities, saveStory } from '../../src/testing/filled-store.ts';
import type { BrowserUnderTest } from './browser.ts';

export interface ServedDesk {
  filled: FilledStore;
  server: ReviewServer;
  /** The server's address with a path of it. */
  at(path: string): string;
  /** Stops the server and starts one like it at the same port, over the same store. */
  restart(): Promise<void>;
}

interface ServedOptions {
  /** Cities in a story of their own, besides the ten findings that are always there. */
  readonly cities?: number;
  /** Who may sign in; without any, one editor comes in by the one-time address. */
  readonly users?: readonly { readonly name: string; readonly role: UserRole }[];
  readonly more?: Partial<ReviewOptions>;
  /** Fills the store further. */
  readonly fill?: (filled: FilledStore) => Promise<void>;
}

/** Good for every user of the tests. */
const password = 'a long enough password';

/** Starts and stops a store and a server around each test. */
export function useServedDesk({ cities = 0, users = [], more = {}, fill }: ServedOptions = {}): ServedDesk {
  const desk = {} as ServedDesk;
  const serve = async (port: number) => {
    const { store, clock } = desk.filled;
    const describeRule = () => 'A body votes to end <what> it had.';
    const editor = 'Kim <b>Editor</b>';
    return serveReview({ store, editor, users: users.length > 0, port, clock, describeRule, ...more });
  };
  beforeEach(async () => {
    desk.filled = await fillStore();
    const { store } = desk.filled;
    if (cities > 0) {
      const { story, annotation } = manyCities(cities);
      await saveStory(store, 'https://desert-wire.example/towns', story, annotation);
    }
    await fill?.(desk.filled);
    for (const { name, role } of users) await store.desk.addUser({ name, role, password }, 'tests');
    desk.server = await serve(0);
    desk.at = (path) => new URL(path, desk.server.url).href;
    desk.restart = async () => {
      await desk.server.close();
      desk.server = await serve(desk.server.port);
    };
  });
  afterEach(async () => {
    await desk.server.close();
    await desk.filled.remove();
  });
  return desk;
}

/** Waits until an item is on screen; gives its claim. */
export async function claimShown(page: Page): Promise<string> {
  await page.waitForSelector('.claim-title');
  return (await page.locator('.claim-title').textContent()) ?? '';
}

/** The id of the item on screen; empty when there is none. The page is asked: `page.url()` hears of a new address late. */
export async function itemShown(page: Page): Promise<string> {
  await claimShown(page);
  return itemOf(page);
}

/** Waits until another item is on screen than `before`. */
export async function anotherItemShown(page: Page, before: string): Promise<void> {
  await until(page, itemOf, (item) => item !== '' && item !== before);
  await claimShown(page);
}

/** Waits until another claim is on screen than `before`. */
export async function anotherClaimShown(page: Page, before: string): Promise<void> {
  await until(page, claimShown, (claim) => claim !== before);
}

/**
 * Asks the page from here, again and again. `page.waitForFunction` asks from within, where the desk's own policy
 * (no `eval`) now and then refuses the question.
 */
async function until(page: Page, ask: (page: Page) => Promise<string>, holds: (answer: string) => boolean) {
  await expect.poll(async () => holds(await ask(page)), { interval: 25, timeout: 20_000 }).toBe(true);
}

function itemOf(page: Page): Promise<string> {
  return page.evaluate<string>('new URLSearchParams(location.search).get("item") ?? ""');
}

/** Comes in by the one-time address: the desk with its first item. */
export async function enter(desk: ServedDesk, page: Page): Promise<void> {
  await page.goto(desk.server.url);
  await claimShown(page);
}

/** Opens a page and signs in there as one of the desk's users. */
export async function signIn(
  desk: ServedDesk,
  browser: BrowserUnderTest,
  name: string,
  options: Parameters<BrowserUnderTest['newPage']>[0] = {},
): Promise<Page> {
  const page = await browser.newPage(options);
  await page.goto(desk.at('/desk'));
  await page.getByLabel('Name').fill(name);
  await page.getByLabel('Password').fill(password);
  await page.keyboard.press('Enter');
  await claimShown(page);
  return page;
}

/** Waits until everything that was decided has reached the server. */
export async function allSaved(page: Page): Promise<void> {
  await page.waitForSelector('text=All decisions saved');
}

/** How many findings have each status. */
export async function statusCounts({ filled }: ServedDesk): Promise<Record<string, number>> {
  const { findings } = await filled.store.counts();
  const counts: Record<string, number> = {};
  for (const { status, count } of findings) counts[status] = (counts[status] ?? 0) + count;
  return counts;
}
