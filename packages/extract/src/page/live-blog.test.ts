import { describe, expect, it } from 'vitest';
import { readPage } from './read-page.ts';

const paragraph =
  '<p>The council put the vote off until May, after an evening of questions to the sheriff and the clerk.</p>';
const times = ['8:40 p.m.', '8:15 p.m.', '7:52 p.m.', '7:30 p.m.', '7:05 p.m.'];
const liveTitle = 'Live updates: Council takes up the jail contract';

/** A page with this headline, JSON-LD, entries, and address. */
function read({
  title = 'Council takes up the jail contract',
  data = [] as readonly object[],
  entries = paragraph.repeat(6),
  path = '/2026/03/04/jail-contract',
}) {
  const script = data.map((entry) => `<script type="application/ld+json">${JSON.stringify(entry)}</script>`).join('');
  const html = `<html><head><title>${title}</title>${script}</head><body><article><h1>${title}</h1>${entries}</article></body></html>`;
  const url = `https://ledger.example${path}`;
  return readPage({ bytes: new TextEncoder().encode(html), url, contentType: 'text/html; charset=utf-8' });
}

const onLines = times.map((time) => `<div><time>${time}</time></div><h3>News</h3>${paragraph}${paragraph}`).join('');
const inParagraphs = times.map((time) => `<p><strong>${time}</strong> — ${paragraph.slice(3)}${paragraph}`).join('');

describe('a live blog', () => {
  it('is what its own data call so, and keeps its text', () => {
    const { status, article, notes } = read({ data: [{ '@type': 'LiveBlogPosting', headline: 'Jail contract' }] });
    expect(status).toBe('live-blog');
    expect(article?.text).toContain('put the vote off');
    expect(notes).toContain('its data call it a LiveBlogPosting');
  });
  it('is told by its headline and by entries, whose times stand on lines of their own or begin paragraphs', () => {
    for (const entries of [onLines, inParagraphs]) {
      const { status, notes } = read({ title: liveTitle, entries });
      expect(status).toBe('live-blog');
      expect(notes[0]).toBe('its headline says that it is live, and it has 5 entries with times');
    }
  });
  it('is told by its address and by entries that are stamped with day and time', () => {
    const entries = times.map((time) => `<h4>Updated March 4, ${time} MST</h4>${paragraph}`).join('');
    for (const path of ['/live-updates/jail-contract/', '/news/jail-contract-live-blog', '/live/2026/jail-contract'])
      expect(read({ path, entries }).status, path).toBe('live-blog');
  });
});

describe('a story is none', () => {
  it('that merely says live updates, in its headline, in its address, or in its text', () => {
    const entries = `${paragraph.repeat(5)}<p>The clerk posted live updates at 8:15 p.m. and 9 p.m. on the city’s page, and the video is there.</p>`;
    const path = '/2026/03/04/city-will-post-live-updates';
    expect(read({ title: 'City will post live updates of its meetings', path, entries }).status).toBe('ok');
  });
  it('that tells an evening by the clock, without words that call it live', () => {
    expect(read({ title: 'How the jail vote came about', entries: onLines }).status).toBe('ok');
    expect(read({ path: '/2026/03/04/olive-blog-live-oak', entries: inParagraphs }).status).toBe('ok');
  });
  it('whose data name a live blog beside the story’s own entry', () => {
    const data = [
      { '@type': 'NewsArticle', headline: 'Council takes up the jail contract' },
      { '@type': 'LiveBlogPosting', headline: 'Storm, hour by hour', liveBlogUpdate: [] },
    ];
    expect(read({ data }).status).toBe('ok');
  });
  it('that lists when its live coverage begins, times without paragraphs', () => {
    const list = `<ul>${times.map((time) => `<li>${time}</li>`).join('')}</ul>`;
    expect(read({ title: 'Election night: live coverage on air', entries: paragraph.repeat(6) + list }).status).toBe(
      'ok',
    );
  });
});
