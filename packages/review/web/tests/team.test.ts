// Tests of several editors at once: nobody holds what another holds, and who is late sees both versions.
import { describe, expect, test } from 'vitest';
import { chromiumPath, useBrowser } from './browser.ts';
import {
  allSaved,
  anotherItemShown,
  claimShown,
  itemShown,
  signIn,
  statusCounts,
  useServedDesk,
} from './desk-in-browser.ts';

const users = [
  { name: 'Kim', role: 'admin' },
  { name: 'Lee', role: 'editor' },
  { name: 'Vic', role: 'viewer' },
] as const;

describe.runIf(chromiumPath !== '')('two editors', () => {
  const desk = useServedDesk({ cities: 40, users });
  const browser = useBrowser();

  test('never have one item, and decide each once', { timeout: 120_000 }, async () => {
    const [kim, lee] = await Promise.all([signIn(desk, browser, 'Kim'), signIn(desk, browser, 'Lee')]);
    const seen = { kim: [] as string[], lee: [] as string[] };
    for (let round = 0; round < 15; round += 1) {
      const shown = { kim: await itemShown(kim), lee: await itemShown(lee) };
      seen.kim.push(shown.kim);
      seen.lee.push(shown.lee);
      expect(shown.kim).not.toBe(shown.lee);
      await Promise.all([kim.keyboard.press('a'), lee.keyboard.press('a')]);
      await Promise.all([anotherItemShown(kim, shown.kim), anotherItemShown(lee, shown.lee)]);
    }
    await Promise.all([allSaved(kim), allSaved(lee)]);
    expect(seen.kim.filter((id) => seen.lee.includes(id))).toEqual([]);
    expect(new Set([...seen.kim, ...seen.lee]).size).toBe(30);
    expect((await desk.filled.store.counts()).decisions).toBe(30);
  });

  test('see who has what, and cannot decide on it', async () => {
    browser.expected = /409/;
    const kim = await signIn(desk, browser, 'Kim');
    const lee = await browser.newPage();
    await lee.goto(desk.at(`/desk?item=${await itemShown(kim)}`));
    await lee.getByLabel('Name').fill('Lee');
    await lee.getByLabel('Password').fill('a long enough password');
    await lee.keyboard.press('Enter');
    await lee.waitForSelector('text=has this on screen now');
    await lee.keyboard.press('a');
    await lee.waitForTimeout(200);
    expect((await desk.filled.store.counts()).decisions).toBe(0);
  });

  test('who is late sees both versions and can decide again', async () => {
    browser.expected = /409/;
    const kim = await signIn(desk, browser, 'Kim');
    const id = await itemShown(kim);
    await desk.filled.store.decide({ findingId: id, editor: 'Lee', verdict: 'reject', reason: 'not a place here' });
    await kim.keyboard.press('a');
    await kim.waitForSelector('text=Too late');
    await kim.reload();
    await kim.waitForSelector('text=Too late');
    await kim.getByRole('button', { name: 'See both' }).click();
    const dialog = kim.locator('dialog');
    await dialog.getByText('not a place here').waitFor();
    expect(await dialog.textContent()).toMatch(/Yours.*Accepted.*As it stands now.*Rejected.*Lee/s);
    await dialog.getByRole('button', { name: 'Decide mine again' }).click();
    await allSaved(kim);
    await expect.poll(() => statusCounts(desk)).toMatchObject({ accepted: 1 });
    expect((await desk.filled.store.getFinding(id))?.decisions.map(({ editor }) => editor)).toEqual(['Lee', 'Kim']);
  });

  test('a viewer reads, and has no key that decides', async () => {
    const vic = await signIn(desk, browser, 'Vic');
    for (const key of ['a', 'x', 'e', 's', 'u', 'b']) await vic.keyboard.press(key);
    await vic.waitForTimeout(200);
    expect(await vic.locator('.reject-panel, .edit-form, dialog').count()).toBe(0);
    expect((await desk.filled.store.counts()).decisions).toBe(0);
  });

  test('sign in with the right password alone, and are asked again when the session has ended', async () => {
    browser.expected = /401/;
    const page = await browser.newPage();
    await page.goto(desk.at('/desk'));
    await page.getByLabel('Name').fill('Kim');
    await page.getByLabel('Password').fill('not the right password');
    await page.keyboard.press('Enter');
    await page.waitForSelector('text=wrong');
    await page.getByLabel('Password').fill('a long enough password');
    await page.keyboard.press('Enter');
    await claimShown(page);
    await page.context().clearCookies();
    await page.keyboard.press('a');
    await page.waitForSelector('text=Your session has ended');
    const dialog = page.locator('dialog');
    await dialog.getByLabel('Name').fill('Kim');
    await dialog.getByLabel('Password').fill('a long enough password');
    await page.keyboard.press('Enter');
    await dialog.waitFor({ state: 'detached' });
    await allSaved(page);
    expect((await desk.filled.store.counts()).decisions).toBe(1);
  });
});
