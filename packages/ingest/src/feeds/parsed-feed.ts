// What reading a feed gives. Knows no format.

/** Titles and authors are plain text; summary and content are HTML without active markup. Dates are ISO 8601. */
export interface FeedEntry {
  readonly title: string | null;
  /** Absolute http(s) address where the base is known; null when the entry has none. */
  readonly link: string | null;
  readonly guid: string | null;
  readonly published: string | null;
  readonly updated: string | null;
  readonly author: string | null;
  readonly summary: string | null;
  readonly content: string | null;
}

export type FeedFormat = 'rss' | 'rdf' | 'atom' | 'json' | 'cdf';
export type FeedRefusal =
  | 'too-large'
  | 'empty'
  | 'html'
  | 'not-xml'
  | 'not-a-feed'
  | 'too-deep'
  | 'entity-bomb'
  | 'bad-json';

/** `ok: false` is "this is no feed"; a feed without entries is `ok: true`. The two must be counted apart. */
export type ParsedFeed =
  | {
      readonly ok: true;
      readonly encoding: string;
      readonly format: FeedFormat;
      readonly feed: { readonly title: string | null; readonly link: string | null; readonly updated: string | null };
      readonly entries: readonly FeedEntry[];
      /** How long the feed wishes to be left alone between two polls (ttl, syndication period), in milliseconds; null when it does not say. */
      readonly pollEveryMs: number | null;
      readonly warnings: readonly string[];
    }
  | {
      readonly ok: false;
      readonly encoding: string | null;
      readonly reason: FeedRefusal;
      readonly detail: string;
      readonly feed: null;
      readonly entries: readonly [];
      readonly warnings: readonly string[];
    };

/** A text as the format gave it: markup still in it, or already plain. `base` resolves its links. */
export interface RawText {
  readonly value: string;
  readonly kind: 'html' | 'plain';
  readonly base: string | null;
}

/** An entry before cleaning: what the two readers hand to `finish-entry.ts`. */
export interface RawEntry {
  readonly title: RawText | null;
  readonly link: string | null;
  readonly guid: string | null;
  readonly published: string | null;
  readonly updated: string | null;
  readonly author: string | null;
  readonly summary: RawText | null;
  readonly content: RawText | null;
}

export interface RawFeed {
  readonly format: FeedFormat;
  readonly title: RawText | null;
  readonly link: string | null;
  readonly updated: string | null;
  readonly entries: readonly RawEntry[];
  readonly pollEveryMs: number | null;
  /** What the reader had to leave out, in words. */
  readonly warnings: readonly string[];
}
