// Tests of the desk under an editor's hands: keys alone, in a real Chromium.
import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { chromiumPath, useBrowser } from './browser.ts';
import {
  allSaved,
  anotherClaimShown,
  anotherItemShown,
  claimShown,
  enter,
  itemShown,
  statusCounts,
  useServedDesk,
} from './desk-in-browser.ts';

/** Presses a key and waits until another claim is on screen. */
async function pressOn(page: Page, ...keys: string[]): Promise<void> {
  const before = await itemShown(page);
  for (const key of keys) await page.keyboard.press(key);
  await anotherItemShown(page, before);
}

describe.runIf(chromiumPath !== '')('an editor with a keyboard', () => {
  const desk = useServedDesk({ cities: 60 });
  const browser = useBrowser();

  test('clears fifty findings with it alone', { timeout: 120_000 }, async () => {
    const page = await browser.newPage();
    await enter(desk, page);
    for (let done = 0; done < 50; done += 1) {
      if (done % 5 === 1) await pressOn(page, 'x', '2');
      else if (done % 5 === 3) await pressOn(page, 'x', 'Enter');
      else if (done % 10 === 4) await pressOn(page, 'e', 'Enter');
      else await pressOn(page, 'a');
    }
    await allSaved(page);
    expect(await statusCounts(desk)).toMatchObject({ accepted: 30, rejected: 20, pending: 20 });
    expect((await desk.filled.store.counts()).decisions).toBe(50);
  });

  test('edits a field by candidate, by own words and by marking words in the story', async () => {
    const page = await browser.newPage();
    await enter(desk, page);
    await page.goto(desk.at(`/desk?story_id=${desk.filled.councilId}&kind=official`));
    const before = await claimShown(page);
    await page.keyboard.press('e');
    // Own words for the first field, then the next field by Tab.
    await page.keyboard.press('0');
    await page.keyboard.type('Ana María Ruiz');
    await page.keyboard.press('Tab');
    await page.waitForSelector('fieldset.open[data-field="title"]');
    await page.locator('fieldset[data-field="title"] input:checked').focus();
    for (const key of ['{', ']', '}']) await page.keyboard.press(key);
    expect(await page.locator('.being-marked').count()).toBeGreaterThan(0);
    await page.keyboard.press('Enter');
    await anotherClaimShown(page, before);
    await allSaved(page);
    const view = await desk.filled.store.getStory(desk.filled.councilId);
    const edited = view?.findings.find(({ status }) => status === 'edited');
    expect(edited?.decidedValue).toMatchObject({ name: 'Ana María Ruiz' });
  });

  test('gives the evidence other bounds by key, which are kept with their words', async () => {
    const page = await browser.newPage();
    await enter(desk, page);
    await page.goto(desk.at(`/desk?story_id=${desk.filled.councilId}&kind=stance`));
    const before = await claimShown(page);
    const id = await itemShown(page);
    const machine = (await desk.filled.store.getFinding(id))?.finding;
    await page.keyboard.press('e');
    const places = await page.locator('fieldset.field').count();
    for (let place = 0; place < 3 * places; place += 1) {
      if ((await page.locator('fieldset.open[data-field="evidence"]').count()) > 0) break;
      await page.keyboard.press('Tab');
    }
    await page.keyboard.press('{');
    await page.waitForSelector('.evidence-field.changed');
    expect(await page.locator('.being-marked').count()).toBeGreaterThan(0);
    await page.keyboard.press('Enter');
    await anotherClaimShown(page, before);
    await allSaved(page);
    const kept = await desk.filled.store.provenance(id);
    expect(kept?.span).toEqual({
      start: (machine?.start ?? 0) + (machine?.text.indexOf(' ') ?? 0) + 1,
      end: machine?.end,
      text: machine?.text.slice(machine.text.indexOf(' ') + 1),
      holds: true,
    });
    expect(kept?.claim.value).toEqual(machine?.value);
  });

  test('takes back what was decided, one after the other, and goes on from there', async () => {
    const page = await browser.newPage();
    await enter(desk, page);
    const first = await claimShown(page);
    for (let done = 0; done < 3; done += 1) await pressOn(page, 'a');
    await allSaved(page);
    for (const left of [2, 1, 0]) {
      await page.keyboard.press('u');
      await page.waitForSelector(
        left === 0 ? `.claim-title:text-is(${JSON.stringify(first)})` : '.toast:has-text("Taken back")',
      );
      await allSaved(page);
      await expect.poll(async () => (await statusCounts(desk)).accepted ?? 0).toBe(left);
    }
    await page.keyboard.press('u');
    await page.waitForSelector('text=Nothing of yours is left to take back');
  });

  test('moves without deciding, skips, searches and comes back', async () => {
    const page = await browser.newPage();
    await enter(desk, page);
    const first = await itemShown(page);
    await pressOn(page, 'j');
    await pressOn(page, 'k');
    expect(await itemShown(page)).toBe(first);
    await pressOn(page, 's');
    await page.keyboard.press('/');
    await page.keyboard.type('Town0007');
    await page.keyboard.press('Enter');
    await page.waitForSelector('.claim-title:has-text("Town0007")');
    expect(await page.locator('.row').count()).toBe(1);
    expect(await statusCounts(desk)).toEqual({ pending: 70 });
  });

  test('decides once with a key that is held down', async () => {
    const page = await browser.newPage();
    await enter(desk, page);
    for (let round = 0; round < 4; round += 1) await page.keyboard.down('a');
    await page.keyboard.up('a');
    await allSaved(page);
    expect((await desk.filled.store.counts()).decisions).toBe(1);
  });

  test('turns single keys off and gives actions other keys, for good', async () => {
    const page = await browser.newPage();
    await enter(desk, page);
    await page.keyboard.press('?');
    await page.getByRole('button', { name: /^Key a: accept/ }).click();
    await page.keyboard.press('x');
    await page.waitForSelector('text=is already: reject');
    await page.keyboard.press('y');
    await page.keyboard.press('Escape');
    await pressOn(page, 'y');
    await allSaved(page);
    expect((await desk.filled.store.counts()).decisions).toBe(1);
    await page.keyboard.press('?');
    await page.getByRole('button', { name: 'Single keys are on' }).click();
    await page.waitForSelector('text=Single keys are off');
    await page.reload();
    await claimShown(page);
    await page.keyboard.press('y');
    await page.keyboard.press('x');
    await page.waitForTimeout(200);
    expect(await page.locator('.reject-panel').count()).toBe(0);
    expect((await desk.filled.store.counts()).decisions).toBe(1);
  });

  test('reads why, the whole story and the versions, and comments', async () => {
    const page = await browser.newPage();
    await enter(desk, page);
    await page.goto(desk.at(`/desk?story_id=${desk.filled.councilId}&kind=stance`));
    await claimShown(page);
    await page.waitForSelector('.why >> text=−1');
    await page.keyboard.press('w');
    await page.waitForSelector('.why', { state: 'detached' });
    await page.keyboard.press('w');
    await page.keyboard.press('c');
    await page.keyboard.type('Is that the whole vote?');
    await page.keyboard.press('Enter');
    await page.waitForSelector('.comments >> text=Is that the whole vote?');
    await page.keyboard.press('d');
    await page.waitForSelector('text=There is only one version');
    await page.keyboard.press('Escape');
    await page.waitForSelector('dialog', { state: 'detached' });
    expect(await page.locator('mark').allTextContents()).not.toEqual([]);
  });
});
