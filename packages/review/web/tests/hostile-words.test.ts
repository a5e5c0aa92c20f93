// Tests that 200 pieces of hostile text run nowhere: in a story, its title and outlet, names, rules' sentences, traces, comments.
import { type Annotation, textSpan } from '@civicwire/shared';
import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { type FilledStore, plainArticle, saveStory } from '../../src/testing/filled-store.ts';
import { chromiumPath, useBrowser } from './browser.ts';
import { claimShown, enter, useServedDesk } from './desk-in-browser.ts';
import { payloads } from './hostile-payloads.ts';

const perStory = 25;

/** One story of hostile paragraphs under a hostile title, each paragraph a stance whose every word is hostile. */
function hostileStory(lines: readonly string[]): { title: string; text: string; annotation: Annotation } {
  const text = lines.join('\n');
  let at = 0;
  const stances = lines.map((line) => {
    const evidence = textSpan(text, at, at + line.length);
    at += line.length + 1;
    return {
      holder: line,
      holderType: 'official',
      issue: line,
      position: 'opposes' as const,
      basis: 'position' as const,
      act: line,
      modality: line,
      target: line,
      attributedBy: line,
      evidence,
      trace: `${line} (+1) = +1: opposes`,
      confidence: 0.5,
      rule: `stance/${line}`,
    };
  });
  const nothing = { cities: [], places: [], people: [], officials: [], quotes: [] };
  return { title: lines[0] ?? '', text, annotation: { ...nothing, stances, notes: [...lines] } };
}

async function fillHostile({ store }: FilledStore): Promise<void> {
  for (let at = 0; at < payloads.length; at += perStory) {
    const { title, text, annotation } = hostileStory(payloads.slice(at, at + perStory));
    const story = { ...plainArticle(title, text), byline: title, section: title };
    await saveStory(store, `https://desert-wire.example/hostile-${at}`, story, annotation);
  }
  await store.upsertSource({ id: 'desert-wire', name: payloads[0] ?? '', home: null, national: false });
}

describe.runIf(chromiumPath !== '')('hostile words', () => {
  const desk = useServedDesk({ fill: fillHostile, more: { describeRule: (rule) => rule } });
  const browser = useBrowser();

  const nothingRan = async (page: Page) => {
    expect(await page.evaluate('[window.owned, document.scripts.length, window.refused]')).toEqual([
      undefined,
      1,
      undefined,
    ]);
  };

  test('are shown on the desk, all 200 of them, and never run', { timeout: 240_000 }, async () => {
    expect(new Set(payloads).size).toBe(200);
    const page = await browser.newPage();
    await page.addInitScript(
      "addEventListener('securitypolicyviolation', (event) => { window.refused = event.blockedURI; })",
    );
    await enter(desk, page);
    const { findings } = await desk.filled.store.listFindings({ kind: 'stance', needsReview: true, limit: 400 });
    const hostile = findings.filter(({ text }) => payloads.includes(text));
    expect(hostile).toHaveLength(200);
    const shown = new Set<string>();
    for (const [at, { id }] of hostile.entries()) {
      if (at % 20 === 0) {
        await page.goto(desk.at(`/desk?kind=stance&item=${id}`));
        await claimShown(page);
        await page.keyboard.press('v');
      } else {
        await page.evaluate(`document.querySelector('a.other[href="?item=${id}"], .also-one')?.click()`);
      }
      await page.waitForURL((url) => url.searchParams.has('item'));
      for (const words of await page.locator('.story-text p').allTextContents()) shown.add(words);
      await nothingRan(page);
    }
    expect(payloads.filter((payload) => !shown.has(payload))).toEqual([]);
  });

  test('run neither in comments, views and searches, nor on paper and the other pages', {
    timeout: 120_000,
  }, async () => {
    const page = await browser.newPage();
    await enter(desk, page);
    const { findings } = await desk.filled.store.listFindings({ kind: 'stance', needsReview: true, limit: 400 });
    const id = findings.find(({ text }) => payloads.includes(text))?.id ?? '';
    for (const [at, text] of payloads.entries()) {
      await desk.filled.store.desk.comment(
        { findingId: id, key: `hostile-${at}`, text },
        { editor: payloads[at % 20] ?? '', sessionId: 'tests' },
      );
    }
    for (const path of [`/desk?item=${id}`, `/desk/print/${id}`, '/desk/officials', '/desk/team']) {
      await page.goto(desk.at(path));
      await page.waitForSelector('h1:not(.hidden)');
      await page.waitForTimeout(300);
      await nothingRan(page);
    }
    await page.goto(desk.at(`/desk?item=${id}`));
    await expect.poll(() => page.locator('.comments li').count()).toBe(200);
    await page.goto(
      desk.at(`/desk?words=${encodeURIComponent(payloads[0] ?? '')}&rule=${encodeURIComponent(payloads[3] ?? '')}`),
    );
    await page.waitForSelector('.filters');
    await page.keyboard.press('b');
    await page.waitForTimeout(300);
    await nothingRan(page);
  });
});
