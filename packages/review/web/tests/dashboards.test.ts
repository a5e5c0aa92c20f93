// Tests of the dashboards in a browser: numbers are the store's, each leads to as many claims, keys and files work.
import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { chromiumPath, useBrowser } from './browser.ts';
import { enter, useServedDesk } from './desk-in-browser.ts';

const boards = ['positions', 'timelines', 'funnel', 'sources', 'rules', 'coverage'];

interface Counted {
  readonly words: string;
  readonly href: string;
}

describe.runIf(chromiumPath !== '')('the dashboards', () => {
  const desk = useServedDesk({
    cities: 30,
    fill: async ({ store }) => {
      const { findings } = await store.listFindings({ limit: 1000 });
      for (const [at, { id }] of findings.entries()) {
        if (at % 3 !== 2)
          await store.decide({ findingId: id, editor: 'Lee', verdict: at % 3 === 0 ? 'accept' : 'reject' });
      }
    },
  });
  const browser = useBrowser();

  async function open(page: Page, path: string): Promise<void> {
    await page.goto(desk.at(`/desk/dashboards/${path}`));
    await page.waitForSelector('.figure .chart, .figure-none');
  }

  async function showTables(page: Page): Promise<void> {
    for (const button of await page.getByRole('button', { name: 'Table', exact: true }).all()) await button.click();
  }

  /** How many claims the queue has for an address of the desk. */
  async function claimsAt(page: Page, href: string): Promise<number> {
    return page.evaluate(async (search) => {
      const answer = await fetch(`/api/desk/queue${search === '' ? '?' : `${search}&`}limit=200`);
      return ((await answer.json()) as { items: unknown[] }).items.length;
    }, new URL(href, 'http://desk').search);
  }

  test('show numbers that each lead to as many claims, in tables and in charts', { timeout: 120_000 }, async () => {
    const page = await browser.newPage();
    await enter(desk, page);
    let seen = 0;
    for (const board of boards) {
      await open(page, board);
      const marks = await page
        .locator('a.mark')
        .evaluateAll((all) =>
          all.map((mark) => ({ words: mark.getAttribute('aria-label') ?? '', href: mark.getAttribute('href') ?? '' })),
        );
      for (const { words, href } of marks as Counted[]) {
        const said = /(?:^|[ :])(\d+) (?:stances?|claims?|of \d+$)/.exec(words)?.[1];
        if (said !== undefined)
          expect([board, words, await claimsAt(page, href)]).toEqual([board, words, Number(said)]);
        seen += said === undefined ? 0 : 1;
      }
      await showTables(page);
      const numbers = await page
        .locator('td.number a[href^="/desk?"]')
        .evaluateAll((all) =>
          all.map((link) => ({ words: link.textContent ?? '', href: link.getAttribute('href') ?? '' })),
        );
      // An outlet's saved stories lead to their claims, which are more.
      for (const { words, href } of board === 'sources' ? [] : (numbers as Counted[])) {
        expect([board, href, await claimsAt(page, href)]).toEqual([board, href, Number(words.replaceAll(',', ''))]);
        seen += 1;
      }
    }
    expect(seen).toBeGreaterThan(50);
  });

  test('count what the store’s own views count', async () => {
    const { store } = desk.filled;
    const stances = await store.readView({ view: 'v_stance', order: ['id'], direction: 'asc', limit: 1000 });
    const placed = stances.filter(({ place_id }) => place_id !== null);
    expect(placed.length).toBeGreaterThan(0);
    const counts = await store.counts();
    const page = await browser.newPage();
    await enter(desk, page);
    await open(page, 'positions');
    await showTables(page);
    const totals = await page.locator('.figure').last().locator('td.number').allTextContents();
    expect(totals.reduce((sum, words) => sum + Number(words), 0)).toBe(placed.length);
    await open(page, 'funnel');
    const { stories, saved, waiting, droppedByReason } = counts;
    const dropped = Object.values(droppedByReason).reduce((sum, count) => sum + count, 0);
    expect(await page.locator('.figure-note').first().textContent()).toBe(
      `${stories} discovered = ${saved} saved + ${dropped} dropped + ${waiting} waiting.`,
    );
    await showTables(page);
    const cells = await page.locator('.figure').last().locator('tbody td:last-child').allTextContents();
    const found = counts.findings.reduce((sum, { count }) => sum + count, 0);
    expect(cells.reduce((sum, words) => sum + Number(words), 0)).toBe(found);
  });

  test('are walked through by the arrows, and Enter opens the claims of a mark', async () => {
    const page = await browser.newPage();
    await enter(desk, page);
    await open(page, 'funnel');
    const chart = page.locator('.chart').last();
    expect(await chart.locator('a[tabindex="0"]').count()).toBe(1);
    await chart.locator('a[tabindex="0"]').focus();
    await page.keyboard.press('End');
    await page.keyboard.press('ArrowLeft');
    const name = await page.evaluate<string>('document.activeElement.getAttribute("aria-label")');
    expect(await chart.locator('.tip').textContent()).toContain(name.split(',')[0]);
    const [, count = ''] = /: (\d+) claims/.exec(name) ?? [];
    await page.keyboard.press('Enter');
    await page.waitForSelector('.rows');
    expect(await page.locator('.rows > li').count()).toBe(Number(count));
  });

  test('keep what they are narrowed to in the address', async () => {
    const page = await browser.newPage();
    await enter(desk, page);
    await open(page, 'positions');
    await page.getByLabel('Accepted by people').check();
    await page.waitForURL(/reviewed=true/);
    await page.getByLabel('Stories from').fill('2026-04-01');
    await page.waitForSelector('text=No stance of a city fits this choice.');
    await page.reload();
    await page.waitForSelector('text=No stance of a city fits this choice.');
    await page.goBack();
    await expect.poll(() => page.getByLabel('Stories from').inputValue()).toBe('');
  });

  test('are saved as CSV, SVG and PNG, as shown', async () => {
    const page = await browser.newPage({ acceptDownloads: true });
    await enter(desk, page);
    await open(page, 'funnel');
    const figure = page.locator('.figure').last();
    const saved = async (kind: string) => {
      const [download] = await Promise.all([
        page.waitForEvent('download'),
        figure.getByRole('button', { name: kind, exact: true }).click(),
      ]);
      return { name: download.suggestedFilename(), bytes: readFileSync(await download.path()) };
    };
    const csv = await saved('CSV');
    expect(csv.name).toBe('claims-by-what-became-of-them.csv');
    const lines = csv.bytes.toString().trim().split('\r\n');
    expect(lines[0]).toBe('Kind,Accepted,Edited,To review,Rejected,No longer found,All');
    expect(lines.slice(1).map((line) => line.split(',')[0])).toEqual(['Cities', 'Officials', 'Quotes', 'Stances']);
    const svg = (await saved('SVG')).bytes.toString();
    expect(svg).toMatch(/^<svg xmlns="http:\/\/www\.w3\.org\/2000\/svg"/);
    expect(svg).toContain('>Claims, by what became of them</text>');
    expect(svg).not.toMatch(/ class=| style=|light-dark|var\(/);
    const png = (await saved('PNG')).bytes;
    expect(png.subarray(1, 4).toString()).toBe('PNG');
    expect(png.readUInt32BE(16)).toBe(2 * Number(/ width="(\d+)"/.exec(svg)?.[1]));
    expect(png.length).toBeGreaterThan(5_000);
  });

  test('say when they cannot be had, and ask again', async () => {
    browser.expected = /503|Failed to load/;
    const page = await browser.newPage();
    await enter(desk, page);
    let broken = true;
    await page.route('**/api/desk/dashboards/**', (route) =>
      broken ? route.fulfill({ status: 503, contentType: 'text/plain', body: 'no' }) : route.continue(),
    );
    await page.goto(desk.at('/desk/dashboards/rules'));
    await page.waitForSelector('text=The desk’s server does not answer.');
    broken = false;
    await page.getByRole('button', { name: 'Ask again' }).click();
    await page.waitForSelector('.chart');
  });

  test('run nothing that stands in names', async () => {
    const page = await browser.newPage();
    await enter(desk, page);
    await open(page, 'sources');
    expect(await page.locator('.row-name').first().textContent()).toBe('The Desert Wire <i>');
  });
});
