// Lists of stories by selectors: what is read, what is refused with which words, and what is proposed for a page.
import { describe, expect, it } from 'vitest';
import { type IndexPage, isSelector } from './index-page.ts';
import { indexEntriesMax, parseIndexPage } from './parse-index-page.ts';
import { proposeIndexPage } from './propose-index-page.ts';

const url = 'https://ledger.example/news/';
const headlines = [
  'Council delays vote on the jail',
  'Library board ends late fines',
  'Bridge to close for six weeks',
  'Mayor names a new fire chief',
  'County sells the old depot',
  'Schools add four bus routes',
];
const story = (title: string, at: number) =>
  `<li class="story wide"><img src="/p.jpg"><h3><a href="/2026/0${at + 1}/story-${at}?utm_source=home">${title}</a></h3><a href="/section">News</a><time datetime="2026-03-0${at + 1}T08:00:00-07:00">March ${at + 1}</time></li>`;
const page = `<html><body><nav><ul><li class="menu"><a href="/a">All the news of the county</a></li></ul></nav><main><ul>${headlines.map(story).join('')}</ul></main></body></html>`;
const selectors: Omit<IndexPage, 'url'> = { list: 'main li.story', link: 'h3 a', title: null, date: 'time' };
const read = (html: string, changes: Partial<typeof selectors> = {}) =>
  parseIndexPage(Buffer.from(html), url, 'text/html; charset=utf-8', { ...selectors, ...changes });

describe('an index page', () => {
  it('gives addresses, titles and dates, each story once', () => {
    const parsed = read(page.replace('</ul></main>', `${story('Again', 0)}</ul></main>`));
    expect(parsed).toMatchObject({ ok: true, warnings: [] });
    expect(parsed.ok && parsed.entries).toHaveLength(6);
    expect(parsed.ok && parsed.entries[0]).toEqual({
      url: 'https://ledger.example/2026/01/story-0?utm_source=home',
      title: 'Council delays vote on the jail',
      published: '2026-03-01T15:00:00Z',
    });
  });

  it('takes links that are the list’s elements themselves, and relative ones by the page’s base', () => {
    const html = `<base href="/b/"><a class="card" href="one"><h2>One story</h2></a><a class="card" href="two">Two</a>`;
    const parsed = read(html, { list: 'a.card', link: 'a[href]', date: null, title: 'h2' });
    expect(parsed.ok && parsed.entries.map(({ url: address, title }) => [address, title])).toEqual([
      ['https://ledger.example/b/one', 'One story'],
      ['https://ledger.example/b/two', null],
    ]);
  });

  it.each([
    [{ list: 'div.gone' }, 'list "div.gone": found nothing on the page, expected an element for each story'],
    [{ link: 'h2 a' }, 'link "h2 a": found no address in 6 elements, expected a link to each story'],
  ])('that has changed is refused with the selector that no longer fits: %j', (changes, detail) => {
    expect(read(page, changes)).toEqual({ ok: false, detail, warnings: [] });
  });

  it('leaves out links to other hosts and says so', () => {
    const html = page.replace('/2026/01/', 'https://elsewhere.example/').replace('/2026/02/', 'javascript:x//');
    const parsed = read(html);
    expect(parsed.ok && parsed.entries).toHaveLength(4);
    expect(parsed.warnings).toEqual([
      '1 of 6 elements without a link to a story left out',
      '1 links to other hosts left out',
    ]);
  });

  it('says when no date can be read', () => {
    expect(read(page, { date: 'h3' }).warnings).toEqual(['date "h3": no date could be read']);
  });

  it.each([
    ['nested elements', '<li class="story">'.repeat(60_000)],
    [
      'a thousand stories',
      page.replace('<ul><li', `<ul>${Array.from({ length: 1000 }, (_, at) => story('x', at)).join('')}<li`),
    ],
    ['bytes that are no text', String.fromCharCode(...Array.from({ length: 5000 }, (_, at) => at % 256))],
    ['nothing', ''],
  ])('of %s is answered, within its bounds', (_name, html) => {
    const parsed = read(html);
    if (parsed.ok) expect(parsed.entries.length).toBeLessThanOrEqual(indexEntriesMax);
    else expect(parsed.detail).not.toBe('');
  });
});

it('selectors are told from what is none', () => {
  expect(['main article', 'li.story > h3 a', 'a[href^="/news/"]', 'div:has(time)'].map(isSelector)).toEqual(
    Array(4).fill(true),
  );
  expect(['', 'div[', '>>', 'a:nope(', 'p'.repeat(400)].map(isSelector)).toEqual(Array(5).fill(false));
});

describe('a proposal', () => {
  it('names the elements that hold one headline each, and reads the page', () => {
    const proposed = proposeIndexPage(page, url);
    expect(proposed).toEqual({ url, list: 'li.story', link: 'h3 a[href]', title: null, date: 'time' });
    const parsed = proposed && parseIndexPage(Buffer.from(page), url, null, proposed);
    expect(parsed?.ok && parsed.entries.map(({ title }) => title)).toEqual(headlines);
  });

  it('is not made for a page without a list of stories', () => {
    expect(proposeIndexPage(`<p>${'words '.repeat(100)}<a href="/x">one link to a story</a></p>`, url)).toBeNull();
    expect(proposeIndexPage('<div>'.repeat(60_000), url)).toBeNull();
    const deep = `${'<div class="a">'.repeat(5_000)}${'<a href="/x">one two three four</a>'.repeat(4_000)}`;
    expect(proposeIndexPage(deep, url)).toBeNull();
  });
});
