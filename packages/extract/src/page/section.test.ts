import { describe, expect, it } from 'vitest';
import { readPage } from './read-page.ts';

const paragraph =
  '<p>The council put the vote off until May, after an evening of questions to the sheriff and the clerk.</p>';
const title = 'Council delays vote on jail';

/** Section and its method, of a page with this head, this markup before its story, and this address. */
function sectionOf({ head = '', before = '', url = 'https://ledger.example/2026/03/04/jail-vote' }) {
  const html = `<html><head><title>${title}</title><meta property="og:site_name" content="The Ledger">${head}</head><body>${before}<article><h1>${title}</h1>${paragraph.repeat(6)}</article></body></html>`;
  const { article } = readPage({ bytes: new TextEncoder().encode(html), url, contentType: 'text/html; charset=utf-8' });
  return [article?.section, article?.methods.section];
}

const data = (...entries: readonly object[]) =>
  `<script type="application/ld+json">${JSON.stringify({ '@graph': entries })}</script>`;
const story = { '@type': 'NewsArticle', headline: title };
const trail = {
  '@type': 'BreadcrumbList',
  itemListElement: [
    { '@type': 'ListItem', position: 3, name: title },
    { '@type': 'ListItem', position: 1, item: { '@id': 'https://ledger.example/', name: 'Home' } },
    { '@type': 'ListItem', position: 2, item: { '@id': 'https://ledger.example/crime', name: 'Crime &amp; Courts' } },
  ],
};
const meta = '<meta property="article:section" content="Local News">';
const links =
  '<nav aria-label="Breadcrumb"><a href="/">Home</a> <a href="/news">News</a> <a href="/news/schools">Schools</a></nav>';

describe('the section of a story', () => {
  it('is what the page’s data say, before all other witnesses', () => {
    const head = `${meta}${data({ ...story, articleSection: ['Public Safety', 'News'] }, trail)}`;
    expect(sectionOf({ head, before: links })).toEqual(['Public Safety', 'json-ld']);
  });
  it('is what the head says, before the trail', () => {
    expect(sectionOf({ head: `${meta}${data(story, trail)}`, before: links })).toEqual(['Local News', 'meta']);
  });
  it('is the last step of the trail before the story, in the data or on the page', () => {
    expect(sectionOf({ head: data(story, trail), before: links })).toEqual(['Crime & Courts', 'breadcrumb']);
    expect(sectionOf({ before: links })).toEqual(['Schools', 'breadcrumb']);
  });
  it('is, last, the most special section that the address names', () => {
    const url = 'https://ledger.example/news/public-safety/2026/jail-vote/';
    expect(sectionOf({ url })).toEqual(['public safety', 'url']);
  });
});

describe('a page has no section', () => {
  it('where the only word for it says nothing', () => {
    const head = `<meta property="article:section" content="Uncategorized">${data({ ...story, articleSection: '' })}`;
    expect(sectionOf({ head })).toEqual([null, undefined]);
  });
  it('where its trail holds the front page, the paper and the story alone', () => {
    const before = `<div class="breadcrumbs"><a href="/">Home</a> <a href="/">The Ledger</a> <a href="#">${title}</a></div>`;
    expect(sectionOf({ before })).toEqual([null, undefined]);
  });
  it('where a word of its address is the story’s own name, or part of one', () => {
    expect(sectionOf({ url: 'https://ledger.example/2026/03/sports' })).toEqual([null, undefined]);
    expect(sectionOf({ url: 'https://ledger.example/sports-complex-vote/jail' })).toEqual([null, undefined]);
  });
  it('where what stands in its place is an address or a sentence', () => {
    const sentence = 'All the news of the county that was fit to print on paper this past week, and more';
    for (const articleSection of ['https://ledger.example/news', sentence])
      expect(sectionOf({ head: data({ ...story, articleSection }) })).toEqual([null, undefined]);
  });
});
