// What extraction found in one story as bytes that can be compared: from a new reading, or from what a release keeps.
// Knows that a finding's content hash covers all that extraction says of it, every mention and span.
import type { Annotation, Article } from '@civicwire/shared';
import { contentId, stableJson, storable } from '../hashing.ts';
import { draftFindings } from '../save/finding-drafts.ts';

export interface Extraction {
  readonly title: string | null;
  readonly byline: string | null;
  readonly publishedAt: string | null;
  readonly text: string;
  readonly findings: readonly { readonly id: string; readonly contentHash: string }[];
}

/** One text for equal extractions, whatever the order of their findings. */
export function extractionBytes({ title, byline, publishedAt, text, findings }: Extraction): string {
  const sorted = findings.map(({ id, contentHash }) => `${id} ${contentHash}`).sort();
  return stableJson({ title, byline, publishedAt, text, findings: sorted });
}

/** The bytes of a new reading of a story, as a release of it would give them. */
export function readingBytes(
  storyId: string,
  versionId: string,
  reading: { readonly article: Article; readonly annotation: Annotation },
): string {
  const { article, annotation } = storable({ article: reading.article, annotation: reading.annotation });
  const findings = draftFindings(storyId, article.text, annotation).findings.map((draft) => ({
    id: draft.id,
    contentHash: contentId(versionId, stableJson(draft)),
  }));
  const { title, byline, publishedAt, text } = article;
  return extractionBytes({ title, byline, publishedAt, text, findings });
}
