// The one door to feeds: bytes in, entries or a named refusal out. Knows no network and no clock.
import { decodeText } from '../xml/decode-text.ts';
import { prepareXml } from '../xml/prepare-xml.ts';
import { unpackGzip } from '../xml/unpack-gzip.ts';
import { finishDate, finishEntry, finishLink, finishTitle } from './finish-entry.ts';
import type { FeedRefusal, ParsedFeed, RawFeed } from './parsed-feed.ts';
import { readJsonFeed } from './read-json-feed.ts';
import { readXmlFeed } from './read-xml-feed.ts';

export interface ParseFeedOptions {
  /** Value of the Content-Type header; its charset counts. */
  readonly contentType?: string | null;
  /** Address of the feed: base of relative links. */
  readonly url?: string | null;
  /** With it, dates in the future are warned of. Milliseconds since the epoch. */
  readonly nowMs?: number | null;
}

/** Largest feed read, in bytes, and most entries kept of one; what is left out is said in `warnings`. */
export const feedBytesMax = 20_000_000;
export const feedEntriesMax = 10_000;
const warningsMax = 50;

/**
 * Reads RSS, RDF, Atom, CDF and JSON Feed as publishers write them. Never throws, fetches nothing, expands no foreign entity.
 * `ok: false` with a reason for what is no feed (an HTML block page, JSON error, nothing); no entries is `ok: true`.
 */
export function parseFeed(packed: Uint8Array, options: ParseFeedOptions = {}): ParsedFeed {
  const bytes = packed.byteLength > feedBytesMax ? null : unpackGzip(packed, feedBytesMax);
  if (bytes === null) {
    const detail = `the feed has ${packed.byteLength} bytes, expected a sound document of at most ${feedBytesMax} (unpacked)`;
    return refuseFeed(null, 'too-large', detail);
  }
  const decoded = decodeText(bytes, options.contentType);
  const warnings = [...decoded.warnings];
  const url = options.url ?? null;
  const read = /^[\s\ufeff]*[[{]/.test(decoded.text)
    ? readJson(decoded.text, url)
    : readXml(decoded.text, url, warnings);
  if ('reason' in read) return refuseFeed(decoded.encoding, read.reason, read.detail);
  warnings.push(...read.warnings);
  return finishFeed(read, decoded.encoding, warnings, options.nowMs ?? null);
}

interface Refusal {
  readonly reason: FeedRefusal;
  readonly detail: string;
}

function readXml(text: string, url: string | null, warnings: string[]): RawFeed | Refusal {
  const prepared = prepareXml(text);
  if (!prepared.ok) return { reason: prepared.reason, detail: prepared.detail };
  warnings.push(...prepared.warnings);
  return (
    readXmlFeed(prepared.text, url) ?? {
      reason: 'not-a-feed',
      detail: `expected a feed, found XML with the root <${prepared.root}>`,
    }
  );
}

function readJson(text: string, url: string | null): RawFeed | Refusal {
  const feed = readJsonFeed(text, url);
  return (
    feed ?? {
      reason: 'bad-json',
      detail: `expected a feed, found JSON that is no JSON Feed: ${text.trim().slice(0, 60)}`,
    }
  );
}

function finishFeed(raw: RawFeed, encoding: string, warnings: string[], nowMs: number | null): ParsedFeed {
  let unsaid = 0;
  const warn = (warning: string): void => {
    if (warnings.length < warningsMax) warnings.push(warning);
    else unsaid += 1;
  };
  const kept = raw.entries.slice(0, feedEntriesMax);
  if (kept.length < raw.entries.length)
    warn(
      `${raw.entries.length - kept.length} of ${raw.entries.length} entries left out, at most ${feedEntriesMax} are read`,
    );
  const entries = kept.map((entry) => finishEntry(entry, warn, nowMs));
  const guids = new Set(entries.map((entry) => entry.guid ?? entry));
  if (guids.size < entries.length) warn(`${entries.length - guids.size} entries repeat the guid of another`);
  const feed = {
    title: finishTitle(raw.title),
    link: finishLink(raw.link, warn),
    updated: finishDate(raw.updated, 'feed', warn, nowMs),
  };
  if (unsaid > 0) warnings.push(`${unsaid} further warnings not listed`);
  return { ok: true, encoding, format: raw.format, feed, entries, pollEveryMs: raw.pollEveryMs, warnings };
}

function refuseFeed(encoding: string | null, reason: FeedRefusal, detail: string): ParsedFeed {
  return { ok: false, encoding, reason, detail, feed: null, entries: [], warnings: [detail] };
}
