import type { PageRule } from '@civicwire/shared';
import { describe, expect, it } from 'vitest';
import { readPage } from './read-page.ts';

const paragraph =
  '<p>The council put the vote off until May, after an evening of questions to the sheriff and the clerk.</p>';
const promo =
  '<p>The Ledger’s spring raffle ends on Friday, and every reader who sends in a coupon may win a bicycle.</p>';
const body = `<h1>The Ledger</h1><h2 class="head">Council delays vote on jail</h2><span id="when">March 4, 2026</span><em class="who">By Ann Lowe</em>
<article class="text">${paragraph.repeat(6)}<section class="raffle">${promo}</section></article><div class="more"><p>Short.</p></div>`;
const nothing: PageRule = { keep: [], remove: [], title: null, byline: null, date: null };

function read(rule: Partial<PageRule> | null) {
  const bytes = new TextEncoder().encode(
    `<html><head><title>The Ledger Online</title></head><body>${body}</body></html>`,
  );
  const input = { bytes, url: 'https://ledger.example/jail-vote', contentType: 'text/html; charset=utf-8' };
  return readPage(rule === null ? input : { ...input, rule: { ...nothing, ...rule } });
}

describe('a rule for an outlet’s pages', () => {
  it('goes before the general reading, field by field, and is named as the method', () => {
    const { article } = read({ title: 'h2.head', byline: '.who', date: '#when' });
    expect(article).toMatchObject({
      title: 'Council delays vote on jail',
      byline: 'By Ann Lowe',
      publishedAt: '2026-03-04',
    });
    expect(article?.methods).toMatchObject({ title: 'source-rule', byline: 'source-rule', publishedAt: 'source-rule' });
    expect(article?.methods.text).not.toBe('source-rule');
  });
  it('takes out what is no part of the story, and leaves the rest as it was', () => {
    const general = read(null).article?.text ?? '';
    expect(general).toContain('raffle');
    const { article } = read({ remove: ['.raffle'] });
    expect(article?.text).not.toContain('raffle');
    expect(article?.text.startsWith(general.slice(0, general.indexOf('\nThe Ledger’s')))).toBe(true);
  });
  it('keeps what it names, whole and alone, each element once', () => {
    const { article } = read({ keep: ['.text', 'article p', '.more'], remove: ['.raffle'] });
    expect(article?.text.split('\n')).toHaveLength(7);
    expect(article?.text.endsWith('\nShort.')).toBe(true);
    expect(article?.methods.text).toBe('source-rule');
  });
  it('that finds nothing leaves the general reading, and says so for each selector', () => {
    const { article, notes } = read({ keep: ['.story'], remove: ['.ad'], title: 'h3', date: '.who' });
    expect(article).toEqual(read(null).article);
    expect(notes.filter((note) => note.startsWith('source rule'))).toEqual([
      'source rule: title "h3": found nothing on the page',
      'source rule: date ".who": found no date in it',
      'source rule: remove ".ad": found nothing on the page',
      'source rule: keep ".story": found nothing on the page',
    ]);
  });
});
