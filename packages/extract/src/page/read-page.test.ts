import { readdirSync, readFileSync } from 'node:fs';
import type { PageReading } from '@civicwire/shared';
import { JSDOM } from 'jsdom';
import { describe, expect, it } from 'vitest';
import { decodePage } from './decode.ts';
import type { PageDocument } from './dom.ts';
import { readDocument, readPage } from './read-page.ts';

const folder = new URL('../../fixtures/page/', import.meta.url);
const cases = readdirSync(folder).sort();

interface Expected extends Pick<PageReading, 'status' | 'article'> {
  readonly url: string | null;
  readonly contentType: string | null;
}

function load(name: string) {
  const bytes = readFileSync(new URL(`${name}/input.html`, folder));
  const expected = JSON.parse(readFileSync(new URL(`${name}/expected.json`, folder), 'utf8')) as Expected;
  return { bytes, expected, input: { bytes, url: expected.url, contentType: expected.contentType } };
}

describe('readPage reads each fixture as expected', () => {
  it.each(cases)('%s', (name) => {
    const { input, expected } = load(name);
    const { status, article } = readPage(input);
    expect({ status, article }).toEqual({ status: expected.status, article: expected.article });
  });
});

describe('readPage', () => {
  // jsdom builds the tree as browsers do; it is too slow for every page, so it is the oracle here.
  it.each(cases.filter((name) => load(name).expected.article !== null))(
    'finds the same story in %s with jsdom',
    (name) => {
      const { bytes, expected } = load(name);
      const { document } = new JSDOM(decodePage(bytes, null).html).window;
      const reading = readDocument(document as unknown as PageDocument, expected.url, 'utf-8');
      expect(reading.article?.text).toBe(expected.article?.text);
    },
  );

  it('gives the same answer twice', () => {
    const { input } = load('local-news');
    expect(readPage(input)).toEqual(readPage(input));
  });

  it('drops captions, biographies and related links, whose people would become speakers', () => {
    const text = readPage(load('local-news').input).article?.text ?? '';
    for (const foreign of [
      'Residents fill',
      'listens on Tuesday',
      'covers city hall',
      'Sheriff declines',
      'in your inbox',
      '@hcrowe',
    ]) {
      expect(text).not.toContain(foreign);
    }
    expect(text.split('\n')).toHaveLength(6);
  });

  it('calls bytes that are no page by their kind and does not read them', () => {
    const pdf = readPage({ bytes: Buffer.from('%PDF-1.7 …'), url: null, contentType: null });
    expect(pdf).toEqual({ status: 'not-an-article', article: null, facts: null, notes: ['a PDF document'] });
    const image = readPage({ bytes: Buffer.from('x'), url: null, contentType: 'image/png' });
    expect(image.status).toBe('not-an-article');
  });

  it('calls no bytes empty', () => {
    expect(readPage({ bytes: new Uint8Array(), url: null, contentType: null }).status).toBe('empty');
  });

  const hostile: readonly (readonly [string, string])[] = [
    ['nested elements', '<div>'.repeat(60_000)],
    ['unclosed formatting', '<b>'.repeat(2_000) + 'x'.repeat(100)],
    ['links', '<a href="/">x</a> '.repeat(200_000)],
    ['an unclosed comment', `<p>Text.</p><!-- ${'-'.repeat(300_000)}`],
    ['spaces', `<p>${' '.repeat(1_000_000)}x</p>`],
    ['digits', `<p>${'20250618'.repeat(100_000)}</p>`],
    ['quotation marks', `<p>${'"”’)'.repeat(100_000)}</p>`],
    ['capital words', `<p>${'By A '.repeat(100_000)}</p>`],
    ['nested JSON-LD', `<script type="application/ld+json">${'{"@graph":['.repeat(20_000)}</script><p>Text.</p>`],
    ['more bytes than the limit', 'x'.repeat(12_000_001)],
  ];
  it.each(hostile)('answers in time and without an error for a page of %s', (_name, html) => {
    const reading = readPage({ bytes: Buffer.from(html), url: 'https://ledger.example/', contentType: 'text/html' });
    expect(reading.notes.join(' ')).not.toContain('could not be read');
  });
});

it('corrections are read from the page’s data, and notices in the story stay in its text', () => {
  const notice = 'Correction: The council met on Tuesday, not on Monday.';
  const data = {
    '@type': 'NewsArticle',
    headline: 'Council delays vote on jail',
    correction: [
      { '@type': 'CorrectionComment', text: '<p>The clerk&rsquo;s name is Ann Lowe.</p>' },
      'https://ledger.example/corrections',
      { '@type': 'CorrectionComment', datePublished: '2026-03-04' },
    ],
  };
  const story =
    '<p>The council put the vote off until May, after an evening of questions to the sheriff and the clerk.</p>';
  const bytes = new TextEncoder().encode(
    `<html><head><script type="application/ld+json">${JSON.stringify(data)}</script></head><body><article><h1>Council delays vote on jail</h1>${story.repeat(6)}<p><em>${notice}</em></p></article></body></html>`,
  );
  const { article } = readPage({ bytes, url: null, contentType: 'text/html; charset=utf-8' });
  expect(article?.corrections).toEqual(['The clerk’s name is Ann Lowe.']);
  expect(article?.text.endsWith(`\n${notice}`)).toBe(true);
});

it('a title is the heading, whichever side of it the window names the paper', () => {
  const page = (window: string): Uint8Array =>
    new TextEncoder().encode(
      `<html><head><title>${window}</title></head><body><h1>Council delays vote on jail</h1>${'<p>The council put the vote off until May, after an evening of questions to the sheriff and the clerk.</p>'.repeat(6)}</body></html>`,
    );
  for (const window of ['The Mesa Post - Council delays vote on jail', 'Council delays vote on jail - The Mesa Post']) {
    expect(readPage({ bytes: page(window), url: null, contentType: 'text/html; charset=utf-8' }).article?.title).toBe(
      'Council delays vote on jail',
    );
  }
});
