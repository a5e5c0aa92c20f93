// A real Chromium for a test file: pages that tell of every dialog, error and refused load. For tests only; knows no screen.
import { type Browser, type BrowserContext, type BrowserContextOptions, chromium, type Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect } from 'vitest';

/** Path of the browser; empty where there is none, and then tests in a browser are not there either. */
export const chromiumPath = process.env.CIVICWIRE_TEST_CHROMIUM ?? '';

export interface BrowserUnderTest {
  /** A page of a browser of its own: no cookie, no storage of another. */
  newPage(options?: BrowserContextOptions): Promise<Page>;
  /** What should never happen: dialogs, script errors, refused loads. Empty after each test, or the test fails. */
  readonly troubles: string[];
  /** Words of troubles that this test brings about itself (a lost connection, a refused decision). */
  expected: RegExp | null;
}

/** Starts a browser for the tests of a file and closes all pages after each. */
export function useBrowser(): BrowserUnderTest {
  let browser: Browser;
  const contexts: BrowserContext[] = [];
  const under: BrowserUnderTest = {
    troubles: [],
    expected: null,
    newPage: async (options = {}) => {
      const context = await browser.newContext({ viewport: { width: 1280, height: 800 }, ...options });
      contexts.push(context);
      const page = await context.newPage();
      watch(page, under);
      return page;
    },
  };
  beforeAll(async () => {
    const quiet = ['--disable-background-networking', '--disable-component-update', '--disable-sync'];
    const args = ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', ...quiet];
    browser = await chromium.launch({ executablePath: chromiumPath, args });
  });
  afterAll(() => browser.close());
  afterEach(async () => {
    for (const context of contexts.splice(0)) await context.close();
    const { expected } = under;
    under.expected = null;
    expect(under.troubles.splice(0).filter((trouble) => expected?.test(trouble) !== true)).toEqual([]);
  });
  return under;
}

function watch(page: Page, under: BrowserUnderTest): void {
  page.on('dialog', (dialog) => {
    under.troubles.push(`dialog ${dialog.message()}`);
    void dialog.dismiss();
  });
  page.on('pageerror', (error) => under.troubles.push(`error ${error.message}`));
  page.on('console', (message) => {
    if (message.type() === 'error') under.troubles.push(`console ${message.text()}`);
  });
}
