// A snapshot's bytes → article and findings: the two halves of extraction in one call, as the worker threads run it.
import { annotate, type Extractor, readPage } from '@civicwire/extract';
import type { AnnotateInput, Annotation, Article, PageRule, PageStatus } from '@civicwire/shared';

/** What the ledger knows about where a story came from. */
export interface StoryFacts {
  readonly url: string;
  readonly publisher: string | null;
  readonly publisherPlace: { readonly name: string; readonly state: string | null } | null;
  readonly publisherNational: boolean;
}

/** What extraction is told: the bytes, and where they came from. */
export interface StoryInput extends StoryFacts {
  readonly bytes: Uint8Array;
  readonly contentType: string | null;
  /** Title and day as the feed gave them: used where the page is silent. */
  readonly feedTitle: string | null;
  readonly feedPublishedAt: string | null;
  /** What the operator says of this outlet’s pages at the time of the bytes; null for nothing. */
  readonly pageRule: PageRule | null;
}

export type StoryExtraction =
  | { readonly ok: true; readonly article: Article; readonly annotation: Annotation }
  | { readonly ok: false; readonly reason: Exclude<PageStatus, 'ok'>; readonly detail: string };

/** Pure given its extractor. Never throws for a bad page. */
export function extractStory(input: StoryInput, extractor: Extractor): StoryExtraction {
  const page = readPage({ bytes: input.bytes, url: input.url, contentType: input.contentType, rule: input.pageRule });
  if (page.status !== 'ok' || page.article === null) {
    const reason = page.status === 'ok' ? 'empty' : page.status;
    return { ok: false, reason, detail: page.notes.join('; ') || `the page at ${input.url} was read as ${reason}` };
  }
  const article = withFeedFacts(page.article, input);
  const annotation = annotate(annotateInput(article, input), extractor);
  return { ok: true, article, annotation: { ...annotation, notes: [...page.notes, ...annotation.notes] } };
}

/** The article of a story as the stages are given it. */
export function annotateInput(article: Article, input: StoryFacts): AnnotateInput {
  const place = input.publisherPlace;
  return {
    id: input.url,
    text: article.text,
    title: article.title,
    url: input.url,
    publisher: input.publisher,
    publisher_place: place ? { name: place.name, ...(place.state ? { state: place.state } : {}) } : null,
    publisher_national: input.publisherNational,
    published_at: article.publishedAt,
  };
}

function withFeedFacts(article: Article, input: StoryInput): Article {
  const methods = { ...article.methods };
  const { title, publishedAt } = article;
  if (title === null && input.feedTitle !== null) methods.title = 'feed';
  if (publishedAt === null && input.feedPublishedAt !== null) methods.publishedAt = 'feed';
  return { ...article, title: title ?? input.feedTitle, publishedAt: publishedAt ?? input.feedPublishedAt, methods };
}
