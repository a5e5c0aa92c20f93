// Turns what a reader found into what leaves the program: plain titles, clean HTML, ISO dates, http links. Knows no format.
import { escapeXml } from '../xml/prepare-xml.ts';
import { cleanHtml, plainText, squeeze } from './clean-html.ts';
import type { FeedEntry, RawEntry, RawText } from './parsed-feed.ts';
import { readDate } from './read-date.ts';

/** Dates before the web are typing errors; said, not trusted. */
const earliest = '1990';

/** Never throws. `warn` gets a sentence for each value that was left out; `nowMs` (when known) marks dates in the future. */
export function finishEntry(raw: RawEntry, warn: (warning: string) => void, nowMs: number | null): FeedEntry {
  const date = (value: string | null, field: string): string | null => finishDate(value, field, warn, nowMs);
  return {
    title: finishTitle(raw.title),
    link: finishLink(raw.link, warn),
    guid: raw.guid === null || raw.guid.trim() === '' ? null : raw.guid.trim(),
    published: date(raw.published, 'published'),
    updated: date(raw.updated, 'updated'),
    author: finishAuthor(raw.author),
    summary: finishHtml(raw.summary),
    content: finishHtml(raw.content),
  };
}

export function finishTitle(raw: RawText | null): string | null {
  if (raw === null) return null;
  const text = raw.kind === 'plain' ? squeeze(raw.value) : plainText(raw.value);
  return text === '' ? null : text;
}

/** Only http and https leave; anything else (javascript:, file:, data:) is no story address. */
export function finishLink(raw: string | null, warn: (warning: string) => void): string | null {
  const link = raw?.trim();
  if (!link) return null;
  if (/^https?:\/\//i.test(link) || !/^[a-z][a-z0-9+.-]*:/i.test(link)) return link;
  warn(`link left out, not an http address: ${link.slice(0, 60)}`);
  return null;
}

export function finishDate(
  raw: string | null,
  field: string,
  warn: (warning: string) => void,
  nowMs: number | null,
): string | null {
  if (raw === null || raw.trim() === '') return null;
  const date = readDate(raw);
  if (date === null || date < earliest) {
    warn(`${field} date left out, ${date === null ? 'unreadable' : 'before the web'}: ${raw.trim().slice(0, 60)}`);
    return null;
  }
  // A day of grace for zones and slow clocks.
  if (nowMs !== null && Date.parse(date) > nowMs + 86_400_000) warn(`${field} date is in the future: ${date}`);
  return date;
}

function finishHtml(raw: RawText | null): string | null {
  if (raw === null) return null;
  const html = raw.kind === 'plain' ? escapeXml(raw.value).trim() : cleanHtml(raw.value, raw.base).trim();
  return html === '' ? null : html;
}

/** "ann@paper.example (Ann Reporter)" and "Ann Reporter <ann@paper.example>" are Ann Reporter. */
function finishAuthor(raw: string | null): string | null {
  const text = raw === null ? '' : squeeze(raw);
  const bracketed = /^\S+@\S+\s*\(([^()]+)\)$/.exec(text)?.[1] ?? /^(.*\S)\s*[(<]\S+@\S+[)>]$/.exec(text)?.[1];
  const name = plainText(bracketed ?? text);
  return name === '' ? null : name;
}
