// A story as read from a page: the words shared by extraction, store and command line. Knows no HTML.
import { z } from 'zod';
import type { PageRule } from './page-rules.ts';

/** Why a page gave no article. One of these is on every story that goes no further than extraction. */
export const pageStatuses = [
  'ok',
  'consent-wall',
  'bot-wall',
  'paywall-stub',
  'live-blog',
  'not-an-article',
  'empty',
  'too-large',
  'timed-out',
] as const;
export type PageStatus = (typeof pageStatuses)[number];

/** Text and facts of a page. `methods` says which reader gave each field ("json-ld", "meta", "readability", …). */
export const articleSchema = z.object({
  title: z.string().nullable(),
  byline: z.string().nullable(),
  /** Of the paper that the story stands in, in the outlet’s words ("Public Safety"); null when the page names none. */
  section: z.string().nullable().default(null),
  /** ISO 8601 as precise as the page gives it ("2025-06-18" or with time and zone); null when unknown. */
  publishedAt: z.string().nullable(),
  modifiedAt: z.string().nullable(),
  canonicalUrl: z.string().nullable(),
  /** Paragraphs joined by one newline. All offsets point into this string. */
  text: z.string(),
  methods: z.record(z.string(), z.string()),
  /** What the page’s own data say was corrected, in its words; absent when they say nothing. */
  corrections: z.array(z.string()).optional(),
});
export type Article = z.infer<typeof articleSchema>;

/** What a page says of itself, whether or not it holds an article: an article without its text. */
export const pageFactsSchema = articleSchema.omit({ text: true, corrections: true });
export type PageFacts = z.infer<typeof pageFactsSchema>;

/**
 * The outcome of reading one page. `article` is null unless `status` is ok, paywall-stub or live-blog; `facts` (title, dates, address)
 * are there for every page that could be taken apart. Never thrown, always returned.
 */
export const pageReadingSchema = z.object({
  status: z.enum(pageStatuses),
  article: articleSchema.nullable(),
  facts: pageFactsSchema.nullable(),
  notes: z.array(z.string()),
});
export type PageReading = z.infer<typeof pageReadingSchema>;

/** What fetching knows about a page; input of extraction beside the bytes. */
export interface PageInput {
  readonly bytes: Uint8Array;
  readonly url: string | null;
  /** Value of the Content-Type header; null when unknown. */
  readonly contentType: string | null;
  /** What the operator says of this outlet’s pages; absent or null for nothing. */
  readonly rule?: PageRule | null;
}
