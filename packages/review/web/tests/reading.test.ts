// Tests of what an editor reads: the words that are marked, where else a story was printed, what its outlet changed, both sides.
import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { plainArticle, saveStory } from '../../src/testing/filled-store.ts';
import { chromiumPath, useBrowser } from './browser.ts';
import { claimShown, enter, useServedDesk } from './desk-in-browser.ts';

const nothing = { cities: [], places: [], people: [], officials: [], quotes: [], stances: [], notes: [] };

describe.runIf(chromiumPath !== '')('an editor who reads', () => {
  const proposes = 'Local police should enforce <federal> immigration law.';
  const desk = useServedDesk({ more: { describeIssue: () => proposes } });
  const browser = useBrowser();

  const openItem = async (page: Page, storyId: string, label: string): Promise<string> => {
    const view = await desk.filled.store.getStory(storyId);
    const id = view?.findings.find((finding) => finding.label.startsWith(label))?.id ?? '';
    await page.goto(desk.at(`/desk?item=${id}`));
    await claimShown(page);
    return id;
  };

  test('sees the evidence marked, character by character, also after an emoji', async () => {
    const page = await browser.newPage();
    await enter(desk, page);
    for (const [storyId, label] of [
      [desk.filled.councilId, 'City Council'],
      [desk.filled.harborId, 'Port Alden'],
    ] as const) {
      const id = await openItem(page, storyId, label);
      const marked = (await page.locator('mark').allTextContents()).join('');
      expect(marked).toBe((await desk.filled.store.getFinding(id))?.finding.text);
    }
  });

  test('sees what the issue of a stance proposes', async () => {
    const page = await browser.newPage();
    await enter(desk, page);
    await openItem(page, desk.filled.councilId, 'City Council opposes');
    expect(await page.locator('.proposition').textContent()).toContain(proposes);
  });

  test('sees other findings of the story and goes to them', async () => {
    const page = await browser.newPage();
    await enter(desk, page);
    await openItem(page, desk.filled.councilId, 'City Council');
    await page.locator('a.other', { hasText: 'Ana Ruiz' }).first().click();
    await page.waitForSelector('.claim-title:has-text("Ana Ruiz")');
    await page.getByText(/^Also found in this story/).click();
    await page.locator('.also-one', { hasText: 'Tom Adler' }).click();
    await page.waitForSelector('.claim-title:has-text("Tom Adler")');
  });

  test('sees where else it was printed, and what its outlet changed', async () => {
    const { store, councilId } = desk.filled;
    const view = await store.getStory(councilId);
    const text = view?.version?.text ?? '';
    const article = plainArticle('Jail pact ends <b>', text);
    await saveStory(store, 'https://desert-wire.example/again', article, nothing);
    const changed = plainArticle('Council ends jail agreement, 5-2', text.replace('voted 4-3', 'voted 5-2'));
    const [ruiz] = view?.findings.filter(({ kind }) => kind === 'city') ?? [];
    const city = {
      start: ruiz?.start ?? 0,
      end: ruiz?.end ?? 1,
      text: ruiz?.text ?? '',
      name: 'Mesquite Flats',
      state: 'AZ',
      geoid: null,
      lat: null,
      lon: null,
      type: 'city' as const,
      inOrg: false,
      focus: true,
      focusConfidence: 0.8,
      confidence: 0.9,
      rule: 'city/home-state',
    };
    const url = view?.story.url ?? '';
    await saveStory(store, url, changed, { ...nothing, cities: [city] }, 'rules-2');
    const page = await browser.newPage();
    await enter(desk, page);
    await openItem(page, councilId, 'Mesquite Flats');
    await page.getByText('Also printed by').click();
    await page.waitForSelector('.printings a:has-text("Jail pact ends <b>")');
    await page.keyboard.press('d');
    await page.waitForSelector('dialog ins:has-text("5-2")');
    expect(await page.locator('dialog del').allTextContents()).toContain('4-3');
  });

  test('sees both sides where the machine has come to disagree with a person', async () => {
    const { store, councilId } = desk.filled;
    const view = await store.getStory(councilId);
    const id = view?.findings.find(({ label }) => label.startsWith('Tom Adler'))?.id ?? '';
    await store.decide({ findingId: id, editor: 'Lee', verdict: 'accept' });
    await desk.filled.readAgain();
    const page = await browser.newPage();
    await enter(desk, page);
    await page.goto(desk.at('/desk?show=reopened'));
    await claimShown(page);
    const sides = page.locator('.both-sides');
    await sides.getByText('The machine now says otherwise').waitFor();
    expect(await sides.locator('tbody td').allTextContents()).toEqual(['Mayor', 'Vice Mayor']);
    await page.keyboard.press('a');
    await page.waitForSelector('text=Nothing is left in this queue');
    expect((await store.getFinding(id))?.finding).toMatchObject({ status: 'accepted', reopened: false });
  });
});
