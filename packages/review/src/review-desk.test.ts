// Tests of the desk as an editor uses it: the keys that the pages name, and a real Chromium where there is one.
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { findingId, useDesk } from './testing/desk-under-test.ts';

const executablePath = process.env.CIVICWIRE_TEST_CHROMIUM;
const desk = useDesk({ inside: false });

describe('keys', () => {
  test('every single key in the list of a page is on a link, button or field of that page', async () => {
    await desk.visitor.enter(desk.server.url);
    const id = await findingId(desk, desk.filled.councilId, 'Ana Ruiz opposes');
    for (const path of [`/findings/${id}?done=${id}&from=${id}`, '/overview']) {
      const { body } = await desk.visitor.get(path);
      const named = [...body.matchAll(/<dt><kbd>([a-z])<\/kbd>/g)].map((match) => match[1] ?? '');
      expect(named.length).toBeGreaterThan(0);
      // "u" is there after a decision only.
      const missing = named.filter((key) => key !== 'u' && !new RegExp(`data-(?:focus-)?key="${key}"`).test(body));
      expect([path, missing]).toEqual([path, []]);
    }
  });

  test('no page needs the script: every action is a link or a form', async () => {
    await desk.visitor.enter(desk.server.url);
    const id = await findingId(desk, desk.filled.councilId, 'Ana Ruiz opposes');
    const { body } = await desk.visitor.get(`/findings/${id}`);
    expect(body).toMatch(/<form method="post" action="[^"]+"><input[^>]+><input[^>]+><button[^>]+value="accept"/);
    expect(body).toMatch(/<button[^>]+form="reject-form"[^>]+value="reject"/);
    expect(body).not.toMatch(/ on[a-z]+="|style="/);
  });
});

if (executablePath !== undefined && executablePath !== '') {
  describe('in a real Chromium', () => {
    let browser: Browser;
    let page: Page;
    const contexts: BrowserContext[] = [];
    /** What should never happen: dialogs, script errors, refused loads. */
    const troubles: string[] = [];

    beforeAll(async () => {
      const quiet = ['--disable-background-networking', '--disable-component-update', '--disable-sync'];
      const args = ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', ...quiet];
      browser = await chromium.launch({ executablePath, args });
    });
    afterAll(() => browser.close());
    afterEach(async () => {
      for (const context of contexts.splice(0)) await context.close();
      expect(troubles.splice(0)).toEqual([]);
    });

    async function open(options: Parameters<Browser['newContext']>[0] = {}): Promise<void> {
      const context = await browser.newContext(options);
      contexts.push(context);
      page = await context.newPage();
      page.on('dialog', (dialog) => {
        troubles.push(`dialog ${dialog.message()}`);
        void dialog.dismiss();
      });
      page.on('pageerror', (error) => troubles.push(`error ${error.message}`));
      page.on('console', (message) => {
        if (message.type() === 'error') troubles.push(`console ${message.text()}`);
      });
      await page.goto(desk.server.url);
      await page.waitForURL(/:\d+\/$/);
    }

    const goTo = (path: string) => page.goto(new URL(path, desk.server.url).href);

    test('an editor clears the whole queue with the keyboard alone', async () => {
      await open();
      await page.keyboard.press('s');
      for (let done = 0; done < 10; done += 1) {
        await page.waitForSelector('h2#card-title');
        const before = page.url();
        if (done % 3 === 2) await page.keyboard.press('2');
        await page.keyboard.press(done % 3 === 0 ? 'a' : 'x');
        await page.waitForURL((url) => url.href !== before);
      }
      await page.waitForSelector('text=Nothing needs review');
      const counts = await desk.filled.store.counts();
      const total = (status: string) =>
        counts.findings.filter((row) => row.status === status).reduce((all, row) => all + row.count, 0);
      expect([counts.decisions, total('accepted'), total('rejected'), total('pending')]).toEqual([10, 4, 6, 0]);
    });

    test('a reason written by key is kept with the rejection', async () => {
      await open();
      const id = await findingId(desk, desk.filled.councilId, 'Tom Adler');
      await goTo(`/findings/${id}`);
      await page.keyboard.press('3');
      await page.keyboard.press('r');
      await page.keyboard.type('a mayor emeritus, says the caption');
      await page.keyboard.press('Enter');
      await page.waitForURL(/done=/);
      const view = await desk.filled.store.getFinding(id);
      expect(view?.decisions[0]?.reason).toBe('wrong title or role: a mayor emeritus, says the caption');
    });

    test('j and k move through rows and findings, u goes back to the last decision, a held key decides nothing', async () => {
      await open();
      for (const key of ['j', 'j', 'k', 'Enter']) await page.keyboard.press(key);
      await page.waitForURL(/\/findings\//);
      const first = page.url();
      await page.keyboard.press('j');
      await page.waitForURL((url) => url.href !== first);
      await page.keyboard.press('k');
      await page.waitForURL((url) => url.pathname === new URL(first).pathname);
      await page.keyboard.press('a');
      await page.waitForURL(/done=/);
      await page.keyboard.press('u');
      await page.waitForURL((url) => url.pathname === new URL(first).pathname);
      await page.keyboard.down('a');
      await page.waitForURL(/done=/);
      await page.keyboard.down('a');
      await page.keyboard.down('a');
      await page.waitForTimeout(200);
      expect((await desk.filled.store.counts()).decisions).toBe(1);
    });

    test('? shows the keys, and single-letter keys can be turned off for good', async () => {
      await open();
      await page.keyboard.press('?');
      expect(await page.locator('.keys-panel').isVisible()).toBe(true);
      await page.locator('#keys-switch').click();
      await page.reload();
      await page.keyboard.press('s');
      await page.waitForTimeout(200);
      expect(new URL(page.url()).pathname).toBe('/');
    });

    test('without a script an editor accepts by Tab and Enter', async () => {
      await open({ javaScriptEnabled: false });
      const id = await findingId(desk, desk.filled.councilId, 'Mesquite');
      await goTo(`/findings/${id}`);
      for (let tabs = 0; tabs < 12; tabs += 1) {
        await page.keyboard.press('Tab');
        if (await page.locator('button.accept:focus-visible').count()) break;
      }
      await page.keyboard.press('Enter');
      await page.waitForURL(/done=/);
      expect((await desk.filled.store.getFinding(id))?.finding.status).toBe('accepted');
    });

    test('hostile stories run nothing and change nothing on the page', async () => {
      await open();
      await goTo(`/stories/${desk.filled.harborId}`);
      expect(await page.title()).toMatch(/^Lena Ortiz "><script>alert\(3\)<\/script> supports .* · Civicwire review$/);
      expect(await page.locator('h1').textContent()).toContain('<script>document.title = "owned"</script>');
      expect(await page.locator('script').count()).toBe(1);
    });

    test('the marked text is the evidence, character by character, also after an emoji', async () => {
      await open();
      for (const [storyId, label] of [
        [desk.filled.councilId, 'City Council'],
        [desk.filled.harborId, 'Port Alden'],
      ] as const) {
        const id = await findingId(desk, storyId, label);
        await goTo(`/findings/${id}`);
        const marked = (await page.locator('mark').allTextContents()).join('');
        expect(marked).toBe((await desk.filled.store.getFinding(id))?.finding.text);
      }
    });

    test('no page is wider than a telephone', async () => {
      await open({ viewport: { width: 390, height: 844 } });
      const id = await findingId(desk, desk.filled.harborId, 'Lena Ortiz "');
      for (const path of ['/', '/overview', `/findings/${id}`]) {
        await goTo(path);
        expect([path, await page.evaluate('document.documentElement.scrollWidth')]).toEqual([path, 390]);
      }
    });
  });
}
