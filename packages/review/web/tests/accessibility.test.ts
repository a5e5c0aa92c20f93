// Tests that every screen of the desk passes axe's rules for WCAG 2.2 AA, light and dark, wide and narrow.
import { source as axe } from 'axe-core';
import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { chromiumPath, useBrowser } from './browser.ts';
import { claimShown, enter, signIn, useServedDesk } from './desk-in-browser.ts';
import { screens } from './screens.ts';

const rules = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

interface Violation {
  readonly id: string;
  readonly impact: string;
  readonly nodes: readonly { readonly target: readonly string[] }[];
}

async function violations(page: Page): Promise<string[]> {
  await page.evaluate(axe);
  const { violations: found } = await page.evaluate<{ violations: Violation[] }>(
    `axe.run({ runOnly: ${JSON.stringify(rules)} })`,
  );
  return found.map(
    ({ id, impact, nodes }) => `${impact} ${id}: ${nodes.map(({ target }) => target.join(' ')).join(', ')}`,
  );
}

describe.runIf(chromiumPath !== '')('every screen', () => {
  const desk = useServedDesk({ cities: 20, fill: (filled) => filled.readAgain() });
  const browser = useBrowser();

  const shown = async () => {
    const { councilId, store } = desk.filled;
    const { findings } = await store.listFindings({ storyId: councilId, kind: 'stance', limit: 1 });
    return screens(findings[0]?.id ?? '');
  };

  for (const colorScheme of ['light', 'dark'] as const) {
    test(`has no violation in ${colorScheme}`, { timeout: 180_000 }, async () => {
      // The page's own policy lets no foreign script in: axe comes past it.
      const page = await browser.newPage({ colorScheme, bypassCSP: true, reducedMotion: 'reduce' });
      await enter(desk, page);
      for (const { name, path, keys, ready } of await shown()) {
        await page.goto(desk.at(path));
        await page.waitForSelector(ready);
        for (const key of keys) await page.keyboard.press(key);
        await page.waitForTimeout(250);
        expect([name, await violations(page)]).toEqual([name, []]);
      }
    });
  }

  test('has no violation on a telephone, and is not wider than it', { timeout: 180_000 }, async () => {
    const page = await browser.newPage({ viewport: { width: 390, height: 844 }, bypassCSP: true });
    await enter(desk, page);
    for (const { name, path, keys, ready } of await shown()) {
      await page.goto(desk.at(path));
      await page.waitForSelector(ready, { state: 'attached' });
      for (const key of keys) await page.keyboard.press(key);
      await page.waitForTimeout(250);
      expect([name, await violations(page)]).toEqual([name, []]);
      expect([name, await page.evaluate('document.documentElement.scrollWidth')]).toEqual([name, 390]);
    }
  });

  test('shows where the focus is, and lets nobody fall into a trap', async () => {
    const page = await browser.newPage();
    await enter(desk, page);
    const stops: string[] = [];
    for (let tabs = 0; tabs < 60; tabs += 1) {
      await page.keyboard.press('Tab');
      const stop = await page.evaluate<string>(`(() => {
        const { activeElement: at } = document;
        const { outlineStyle, outlineWidth } = getComputedStyle(at);
        return at === document.body ? 'end' : outlineStyle + outlineWidth + ' ' + at.outerHTML.slice(0, 60);
      })()`);
      stops.push(stop);
    }
    const unseen = stops.filter((stop) => stop !== 'end' && !/^(?:solid|auto)[1-9]/.test(stop));
    expect(unseen).toEqual([]);
    expect(new Set(stops).size).toBeGreaterThan(20);
    await page.reload();
    await claimShown(page);
  });
});

describe.runIf(chromiumPath !== '')('the door', () => {
  const desk = useServedDesk({ users: [{ name: 'Kim', role: 'admin' }] });
  const browser = useBrowser();

  test('has no violation in light and dark, where people sign in and where they come by address', async () => {
    for (const colorScheme of ['light', 'dark'] as const) {
      const page = await browser.newPage({ colorScheme, bypassCSP: true });
      await page.goto(desk.at('/desk'));
      await page.getByLabel('Name').waitFor();
      expect(await violations(page)).toEqual([]);
      const kim = await signIn(desk, browser, 'Kim', { colorScheme, bypassCSP: true });
      await kim.goto(desk.at('/desk/team'));
      await kim.waitForSelector('form[aria-label="Add a user"]');
      expect(await violations(kim)).toEqual([]);
    }
  });
});
