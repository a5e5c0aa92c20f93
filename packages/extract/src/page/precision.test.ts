import { describe, expect, it } from 'vitest';
import { readBlocks } from './blocks.ts';
import { parsePage } from './dom.ts';
import { markElements, marksOfBlocks } from './marks.ts';
import { keepStory } from './precision.ts';

const full =
  'The council voted on Tuesday night to keep the library on Elm Street open through the end of the year, a clerk said.';
const next =
  'The clerk will count the votes again on Friday, since two members had left the room before the list was read to them.';
const last =
  'Nobody spoke against the plan at the hearing, though a dozen people had put their names on the list to do so in May.';
const p = `<p>${full}</p>`;
const q = `<p>${next}</p>`;
const r = `<p>${last}</p>`;

function keep(html: string, title: string | null = null, byline: string | null = null) {
  const parsed = parsePage(`<!doctype html><html><head></head><body>${html}</body></html>`);
  if (!parsed.ok || !parsed.document.body) throw new Error('not parsed');
  const marks = markElements(parsed.document);
  const blocks = readBlocks(parsed.document.body);
  const { kept, dropped } = keepStory(blocks, marksOfBlocks(blocks), { title, byline, marks });
  expect(kept.length + dropped.length).toBe(blocks.length);
  return { kept: kept.map(({ text }) => text), rules: dropped.map(({ rule }) => rule) };
}

describe('keepStory', () => {
  it('drops lines that are nothing but a link, and keeps links within sentences', () => {
    const { kept, rules } = keep(
      `${p}<p><a href="/1">Pool opens late</a></p><p>The <a href="/2">plan</a> is old.</p>${q}`,
    );
    expect(rules).toEqual(['line.links']);
    expect(kept).toContain('The plan is old.');
  });

  it('drops the headline before the text but not the same words within it', () => {
    const title = 'Library stays open';
    expect(keep(`<h2>${title}</h2>${p}${q}`, title).rules).toEqual(['line.title']);
    expect(keep(`${p}<p>${title}</p>${q}`, title).rules).toEqual([]);
  });

  it('drops short fragments at the edges and keeps short quotations within', () => {
    const { kept, rules } = keep(`<p>City hall</p>${p}<p>“No,” she said.</p>${q}<p>The Ledger</p>`);
    expect(rules).toEqual(['line.edge', 'line.edge']);
    expect(kept[1]).toBe('“No,” she said.');
  });

  it('drops cells of a data table and keeps the sentences of a table that lays out the page', () => {
    expect(keep(`${p}${q}<table><tr><td>Ward 1</td><td>Yes, by a lot</td></tr></table>`).rules).toEqual([
      'line.cell',
      'line.cell',
    ]);
    expect(keep(`<table><tr><td>${p}<p>“Yes,” he said.</p>${q}</td></tr></table>`).rules).toEqual([]);
  });

  it('drops closing lines about the reporter of the byline', () => {
    const bio = '<p>Hannah Crowe covers city hall and has two dogs.</p>';
    expect(keep(`${p}${q}${bio}`, null, 'Hannah Crowe, Tom Vance').rules).toEqual(['line.author']);
    expect(keep(`${p}${q}${bio}`, null, 'Tom Vance').rules).toEqual([]);
  });

  it('drops headings that introduce nothing any more', () => {
    const { kept } = keep(
      `${p}<h3>What is next</h3>${q}<h3>More stories</h3><div class="related">Pool opens late</div>`,
    );
    expect(kept).toEqual([full, 'What is next', next]);
  });

  it('keeps what a telling name holds when that is most of the text', () => {
    expect(keep(`<div class="author-page-sidebar related">${p}${q}${r}</div>`).kept).toHaveLength(3);
  });

  it('keeps quotations that a page sets as figures', () => {
    const quote =
      '<figure><blockquote>“We will fight this in court,” the mayor said.</blockquote><figcaption>Ann Lowe</figcaption></figure>';
    expect(keep(`${p}${quote}${q}`).kept).toEqual([full, '“We will fight this in court,” the mayor said.', next]);
  });

  it('says a full paragraph once that the page shows twice, and short lines as often as they stand', () => {
    const { kept, rules } = keep(`${p}<p>“No,” she said.</p>${q}<div>${p}</div><p>“No,” she said.</p>${r}`);
    expect(kept).toEqual([full, '“No,” she said.', next, '“No,” she said.', last]);
    expect(rules).toEqual(['line.repeated']);
  });
});
