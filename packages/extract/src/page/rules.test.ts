import { describe, expect, it } from 'vitest';
import { readBlocks } from './blocks.ts';
import { type PageElement, parsePage } from './dom.ts';
import { elementRules, matchElement } from './element-rules.ts';
import { lineRules, matchLine } from './line-rules.ts';

function elementOf(html: string): PageElement {
  const parsed = parsePage(`<!doctype html><html><head></head><body>${html}</body></html>`);
  const element = parsed.ok ? parsed.document.body?.children[0] : undefined;
  if (!element) throw new Error(`no element in ${html}`);
  return element;
}

function ruleOfLine(text: string): string | null {
  const block = readBlocks(elementOf(`<p>${text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')}</p>`))[0];
  if (!block) throw new Error(`no block in ${text}`);
  const middle = { isLead: false, isTail: false, isEnd: false, hasDataTables: false, title: null, byline: null };
  return matchLine({ block, ...middle })?.id ?? null;
}

describe('each element rule drops its examples and leaves its near misses', () => {
  const yes = elementRules.flatMap(({ id, examples }) => examples.yes.map((html) => [id, html] as const));
  const no = elementRules.flatMap(({ id, examples }) => examples.no.map((html) => [id, html] as const));
  it.each(yes)('%s drops %s', (id, html) => expect(matchElement(elementOf(html))?.rule.id).toBe(id));
  it.each(no)('%s leaves %s', (_id, html) => expect(matchElement(elementOf(html))).toBeNull());
});

describe('each line rule drops its examples and leaves its near misses', () => {
  const yes = lineRules.flatMap(({ id, examples }) => examples.yes.map((text) => [id, text] as const));
  const no = lineRules.flatMap(({ id, examples }) => examples.no.map((text) => [id, text] as const));
  it.each(yes)('%s drops “%s”', (id, text) => expect(ruleOfLine(text)).toBe(id));
  it.each(no)('%s leaves “%s”', (_id, text) => expect(ruleOfLine(text)).toBeNull());
});

describe('rule ids', () => {
  it('are used once', () => {
    const ids = [...elementRules, ...lineRules].map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
  });
});
