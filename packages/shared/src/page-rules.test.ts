import { expect, it } from 'vitest';
import { isPageSelector, pageRuleAt } from './page-rules.ts';

it.each([
  'p',
  '*',
  '.story-text p',
  'div.story.text, #main article',
  '[itemprop~="articleBody"]',
  '[class*="story body" i] p:not(aside)',
  'time[datetime]',
])('%s is a selector', (text) => {
  expect(isPageSelector(text)).toBe(true);
});

it.each([
  '',
  ' ',
  ',',
  'p,',
  '.a > .b',
  'p:first-child',
  ':has(p)',
  '[a=b]',
  'p..a',
  '.a*',
  '#',
  `p${' p'.repeat(200)}`,
])('%s is none', (text) => {
  expect(isPageSelector(text)).toBe(false);
});

it('a rule holds from its first day to its last, both included', () => {
  const rule = { keep: ['p'], remove: [], title: null, byline: null, date: null };
  const rules = [
    { ...rule, from: null, until: '2026-03-04' },
    { ...rule, keep: ['div'], from: '2026-03-06', until: null },
  ];
  const keptOn = (moment: string) => pageRuleAt(rules, moment)?.keep ?? null;
  expect(keptOn('2026-03-04T23:59:59.999Z')).toEqual(['p']);
  expect(keptOn('2026-03-05T00:00:00.000Z')).toBeNull();
  expect(keptOn('2026-03-06')).toEqual(['div']);
  expect(pageRuleAt([], '2026-03-06')).toBeNull();
});
