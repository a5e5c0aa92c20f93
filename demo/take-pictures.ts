// Takes pictures of every screen of the review desk over the demo's stories, light and dark, into docs/images.
//   node demo/take-pictures.ts [WORD…]      only the screens whose names hold a word; CIVICWIRE_TEST_CHROMIUM names the browser
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { propositions, runPipeline } from '@civicwire/cli';
import { describeRule } from '@civicwire/extract';
import { loadSources } from '@civicwire/ingest';
import { serveReview } from '@civicwire/review';
import { systemClock } from '@civicwire/shared';
import { openStore, type Store } from '@civicwire/store';
import { type Browser, chromium, type Page } from 'playwright-core';
import { screens } from '../packages/review/web/tests/screens.ts';
import { startWire } from './wire/server.ts';

const words = process.argv.slice(2);
const images = fileURLToPath(new URL('../docs/images/', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'civicwire-pictures-'));
const password = 'a long enough password';
const executablePath = process.env.CIVICWIRE_TEST_CHROMIUM ?? '/usr/bin/chromium';

mkdirSync(images, { recursive: true });
const wire = await startWire();
const store = await openStore(`sqlite:${join(folder, 'demo.db')}`, { clock: systemClock });
try {
  await fill(store);
  const editor = 'Kim';
  const server = await serveReview({
    store,
    editor,
    users: true,
    port: 0,
    clock: systemClock,
    describeRule,
    describeIssue: propositions(),
  });
  const args = ['--no-sandbox', '--disable-gpu', '--no-first-run', '--disable-background-networking'];
  const browser = await chromium.launch({ executablePath, args });
  try {
    for (const colorScheme of ['light', 'dark'] as const) await takeAll(browser, server.url, colorScheme);
  } finally {
    await browser.close();
    await server.close();
  }
} finally {
  await store.close();
  await wire.close();
  rmSync(folder, { recursive: true, force: true });
}

/** The demo's stories, one of them corrected; three users; some decisions, so that there is something to see. */
async function fill(into: Store): Promise<void> {
  const sources = loadSources(wire.sourcesYaml, 'demo/sources.yaml');
  const options = { once: true, signal: new AbortController().signal, quiet: true };
  await runPipeline(into, sources, options);
  wire.publishUpdate();
  await runPipeline(into, sources, options);
  for (const [name, role] of [
    ['Kim', 'admin'],
    ['Lee', 'editor'],
    ['Sam', 'editor'],
  ] as const) {
    await into.desk.addUser({ name, role, password }, 'pictures');
  }
  const { findings } = await into.listFindings({ needsReview: true, limit: 1000 });
  for (const [at, { id, kind }] of findings.entries()) {
    if (at % 3 !== 0 && kind !== 'quote') continue;
    const verdict = at % 7 === 1 ? 'reject' : 'accept';
    const reason = verdict === 'reject' ? { reason: 'not part of the story (page furniture)' } : {};
    await into.decide({ findingId: id, editor: at % 2 === 0 ? 'Lee' : 'Sam', verdict, ...reason });
  }
}

async function takeAll(browser: Browser, url: string, colorScheme: 'light' | 'dark'): Promise<void> {
  const { origin } = new URL(url);
  const context = await browser.newContext({
    colorScheme,
    viewport: { width: 1280, height: 800 },
    reducedMotion: 'reduce',
  });
  const page = await context.newPage();
  const take = async (name: string) => {
    if (words.length === 0 || words.some((word) => name.includes(word))) {
      await page.screenshot({ path: join(images, `desk-${name}-${colorScheme}.png`) });
      console.log(`desk-${name}-${colorScheme}.png`);
    }
  };
  await page.goto(url);
  await page.getByLabel('Name').waitFor();
  await take('sign-in');
  await page.getByLabel('Name').fill('Kim');
  await page.getByLabel('Password').fill(password);
  await page.keyboard.press('Enter');
  await page.waitForSelector('.claim-title');
  for (const { name, path, keys, ready } of screens(await shownStance(store))) {
    await page.goto(origin + path);
    await page.waitForSelector(ready);
    await press(page, keys);
    await take(name);
  }
  await page.goto(`${origin}/desk?kind=stance`);
  await press(page, []);
  const late = new URL(page.url()).searchParams.get('item') ?? '';
  await store.decide({ findingId: late, editor: 'Lee', verdict: colorScheme === 'light' ? 'reject' : 'accept' });
  await page.keyboard.press('a');
  await page.getByRole('button', { name: 'See both' }).click();
  await page.waitForTimeout(400);
  await take('too-late');
  await page.getByRole('button', { name: 'Leave it as it stands' }).click();
  await context.setOffline(true);
  for (const key of ['a', 'a']) await press(page, [key]);
  await page.waitForSelector('.bar.bad');
  await take('lost-connection');
  await context.setOffline(false);
  await page.waitForSelector('text=All decisions saved');
  await context.close();
}

async function press(page: Page, keys: readonly string[]): Promise<void> {
  await page.waitForTimeout(400);
  for (const key of keys) await page.keyboard.press(key);
  await page.waitForTimeout(400);
}

/** A stance that nobody has decided on, of a story with several versions where there is one. */
async function shownStance(from: Store): Promise<string> {
  const { findings } = await from.listFindings({ kind: 'stance', needsReview: true, limit: 1000 });
  const stories = await Promise.all(findings.map(({ storyId }) => from.getStory(storyId)));
  const at = Math.max(
    0,
    stories.findIndex((story) => (story?.versions.length ?? 0) > 1),
  );
  return findings[at]?.id ?? '';
}
