// Tests of one decision on many: a trial with samples first, then five hundred at once, and one undo for all of them.
import { describe, expect, test } from 'vitest';
import { chromiumPath, useBrowser } from './browser.ts';
import { allSaved, claimShown, enter, statusCounts, useServedDesk } from './desk-in-browser.ts';

describe.runIf(chromiumPath !== '')('a bulk decision', () => {
  const desk = useServedDesk({ cities: 500 });
  const browser = useBrowser();

  test('says how many and shows five, decides five hundred, and one undo takes all back', {
    timeout: 120_000,
  }, async () => {
    const page = await browser.newPage();
    await enter(desk, page);
    await page.goto(desk.at('/desk?kind=city&words=Town'));
    await claimShown(page);
    await page.keyboard.press('b');
    const dialog = page.locator('dialog');
    await dialog.getByText('500 items', { exact: true }).waitFor();
    expect(await dialog.locator('.samples li').count()).toBe(5);
    expect(await statusCounts(desk)).toEqual({ pending: 510 });
    await page.keyboard.press('Enter');
    await page.waitForSelector('text=Nothing is left in this queue');
    expect(await statusCounts(desk)).toEqual({ pending: 10, accepted: 500 });
    await page.keyboard.press('u');
    await page.waitForSelector('text=of 500 items');
    await allSaved(page);
    expect(await statusCounts(desk)).toEqual({ pending: 510 });
  });

  test('is called off by Escape, and decides nothing then', async () => {
    const page = await browser.newPage();
    await enter(desk, page);
    await page.keyboard.press('b');
    await page.locator('dialog .samples li').first().waitFor();
    await page.keyboard.press('Escape');
    await page.waitForSelector('dialog', { state: 'detached' });
    await page.keyboard.press('Enter');
    expect(await statusCounts(desk)).toEqual({ pending: 510 });
  });
});
