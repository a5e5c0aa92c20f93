// The article of a version as it is stored, for who would find the same in its bytes. Reads; knows no page.
import type { Article } from '@civicwire/shared';
import { keptQuery } from '../connect/kept-query.ts';
import type { Context } from '../writing.ts';

/** What is kept of an article: all but its canonical address and what its page says of corrections. */
export type StoredArticle = Omit<Article, 'canonicalUrl' | 'corrections'>;

/** Null when there is no such version. */
export async function storedArticle({ db }: Context, versionId: string): Promise<StoredArticle | null> {
  const [row] = await articleOf(db, { id: versionId });
  return row === undefined ? null : { ...row, methods: JSON.parse(row.methods) as Record<string, string> };
}

const articleOf = keptQuery((db, { id }: { readonly id: string }) =>
  db
    .selectFrom('storyVersion')
    .select(['title', 'byline', 'section', 'publishedAt', 'modifiedAt', 'text', 'methods'])
    .where('id', '=', id),
);
