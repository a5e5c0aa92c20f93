// Tests that no decision is lost: the line breaks, answers vanish, the server starts anew, the page is closed.
import { describe, expect, test } from 'vitest';
import { chromiumPath, useBrowser } from './browser.ts';
import {
  allSaved,
  anotherItemShown,
  claimShown,
  enter,
  itemShown,
  signIn,
  statusCounts,
  useServedDesk,
} from './desk-in-browser.ts';

describe.runIf(chromiumPath !== '')('a lost connection', () => {
  const desk = useServedDesk({ cities: 20 });
  const browser = useBrowser();

  test('loses no decision: they wait, visibly, and arrive in order', async () => {
    browser.expected = /ERR_INTERNET_DISCONNECTED/;
    const page = await browser.newPage();
    await enter(desk, page);
    await expect.poll(() => page.locator('.row').count()).toBeGreaterThan(3);
    await page.waitForTimeout(300);
    await page.context().setOffline(true);
    // Two items are there already; a third would have to be fetched.
    await page.keyboard.press('a');
    await claimShown(page);
    await page.keyboard.press('x');
    await page.keyboard.press('1');
    await page.waitForSelector('text=No connection to the desk’s server');
    await page.waitForSelector('text=2 not saved yet');
    expect(await statusCounts(desk)).toEqual({ pending: 30 });
    await page.context().setOffline(false);
    await allSaved(page);
    expect(await statusCounts(desk)).toEqual({ pending: 28, accepted: 1, rejected: 1 });
    expect(await page.locator('.bar').count()).toBe(0);
  });

  test('takes back what has not been sent', async () => {
    browser.expected = /ERR_INTERNET_DISCONNECTED/;
    const page = await browser.newPage();
    await enter(desk, page);
    await page.waitForTimeout(300);
    await page.context().setOffline(true);
    await page.keyboard.press('a');
    await page.waitForSelector('text=1 not saved yet');
    await page.keyboard.press('u');
    await page.waitForSelector('text=Taken back before it was sent');
    await page.context().setOffline(false);
    await page.reload();
    await claimShown(page);
    await allSaved(page);
    expect(await statusCounts(desk)).toEqual({ pending: 30 });
  });

  test('is not a server that fails on one decision: that one is set aside, visibly, and the others go on', async () => {
    browser.expected = /500/;
    const page = await browser.newPage();
    await enter(desk, page);
    const failing = await itemShown(page);
    const problem = { type: 'about:blank', title: 'Failed', status: 500, detail: 'the program’s log says what' };
    const answer = { status: 500, contentType: 'application/problem+json', body: JSON.stringify(problem) };
    await page.route(`**/items/${failing}/decision`, (route) => route.fulfill(answer));
    await page.keyboard.press('a');
    await anotherItemShown(page, failing);
    await page.keyboard.press('a');
    await page.waitForSelector('text=failed on 1 decision again and again', { timeout: 60_000 });
    await expect.poll(() => statusCounts(desk)).toEqual({ pending: 29, accepted: 1 });
    await page.waitForSelector('text=1 not saved yet');
    await page.unroute(`**/items/${failing}/decision`);
    await page.getByRole('button', { name: 'Try again' }).click();
    await allSaved(page);
    expect(await statusCounts(desk)).toEqual({ pending: 28, accepted: 2 });
    expect(await page.locator('.bar').count()).toBe(0);
  });

  test('whose answer alone was lost decides once', async () => {
    browser.expected = /ERR_FAILED/;
    const page = await browser.newPage();
    await enter(desk, page);
    let swallowed = 0;
    await page.route('**/decision', async (route) => {
      if (swallowed > 1) return route.continue();
      swallowed += 1;
      // The server hears it; its answer never comes.
      await route.fetch();
      await route.abort();
    });
    await page.keyboard.press('a');
    await page.waitForSelector('text=1 not saved yet');
    await allSaved(page);
    expect(swallowed).toBe(2);
    expect((await desk.filled.store.counts()).decisions).toBe(1);
  });
});

describe.runIf(chromiumPath !== '')('a program that is started anew', () => {
  const desk = useServedDesk({ cities: 3 });
  const browser = useBrowser();

  test('gives its editor what was on screen before', async () => {
    browser.expected = /ERR_CONNECTION|ERR_EMPTY_RESPONSE|401/;
    const page = await browser.newPage();
    await enter(desk, page);
    const before = await claimShown(page);
    await expect.poll(() => page.locator('.queue-foot').textContent()).not.toBeNull();
    await desk.restart();
    const again = await browser.newPage();
    await enter(desk, again);
    expect(await claimShown(again)).toBe(before);
    await again.keyboard.press('a');
    await allSaved(again);
    expect(await statusCounts(desk)).toMatchObject({ accepted: 1 });
  });
});

describe.runIf(chromiumPath !== '')('a page that is closed, and a server that starts anew', () => {
  const desk = useServedDesk({
    cities: 20,
    users: [
      { name: 'Kim', role: 'admin' },
      { name: 'Lee', role: 'editor' },
    ],
  });
  const browser = useBrowser();

  test('keep what was decided in between for the same editor, and for nobody else', async () => {
    browser.expected = /ERR_CONNECTION_REFUSED|ERR_CONNECTION_RESET|ERR_FAILED|ERR_EMPTY_RESPONSE/;
    const page = await signIn(desk, browser, 'Kim');
    await page.waitForTimeout(300);
    const { port } = desk.server;
    await desk.server.close();
    await page.keyboard.press('a');
    await page.waitForSelector('text=1 not saved yet');
    const context = page.context();
    await page.close();
    await desk.restart();
    expect(desk.server.port).toBe(port);
    const again = await context.newPage();
    await again.goto(desk.at('/desk'));
    await claimShown(again);
    await allSaved(again);
    await expect.poll(() => statusCounts(desk)).toEqual({ pending: 29, accepted: 1 });
    const { store } = desk.filled;
    const decided = (await store.listFindings({ status: 'accepted', limit: 2 })).findings[0];
    expect((await store.getFinding(decided?.id ?? ''))?.decisions.map(({ editor }) => editor)).toEqual(['Kim']);
  });
});
