// The demo's deliveries: RSS 2.0, Atom, a news sitemap, and RSS with syntax errors. Knows stories and addresses, no pages.
import { escaped } from './markup.ts';
import type { Delivery, Outlet } from './outlets.ts';
import type { Story } from './read-stories.ts';

interface FeedInput {
  readonly outlet: Outlet;
  /** Newest first. */
  readonly stories: readonly Story[];
  /** Address of the wire's server, without a slash at the end. */
  readonly base: string;
}

const deliveries: Readonly<Record<Delivery, { type: string; write: (input: FeedInput) => string }>> = {
  rss: { type: 'application/rss+xml; charset=utf-8', write: rss },
  atom: { type: 'application/atom+xml; charset=utf-8', write: atom },
  'news-sitemap': { type: 'application/xml; charset=utf-8', write: newsSitemap },
  'broken-rss': { type: 'text/xml', write: brokenRss },
};

/** The outlet's feed or sitemap and its Content-Type. */
export function renderFeed(input: FeedInput): { readonly type: string; readonly body: string } {
  const { type, write } = deliveries[input.outlet.delivery];
  return { type, body: write(input) };
}

/** Addresses of one story as delivered: its own, and a second one for a story with an alias. */
function deliveredUrls(story: Story, base: string): readonly string[] {
  const tracking = '?utm_source=rss&utm_medium=feed&utm_campaign=demo';
  return [base + story.path, ...(story.alias === null ? [] : [base + story.alias + tracking])];
}

function rss({ outlet, stories, base }: FeedInput): string {
  const items = stories.flatMap((story) =>
    deliveredUrls(story, base).map(
      (url, index) => `<item><title>${escaped(story.title)}</title><link>${escaped(url)}</link>
<guid isPermaLink="false">${outlet.id}-${story.slug}${index === 0 ? '' : `-${index + 1}`}</guid>
<dc:creator>${escaped(story.byline)}</dc:creator><category>${escaped(story.section)}</category>
<pubDate>${new Date(story.published).toUTCString()}</pubDate>
<description>${escaped(story.paragraphs[0] ?? '')}</description></item>`,
    ),
  );
  return `<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:atom="http://www.w3.org/2005/Atom"><channel>
<title>${escaped(outlet.name)}</title><link>${base}/${outlet.id}/</link><description>News</description><language>en-us</language>
<atom:link href="${base}${outlet.deliveryPath}" rel="self" type="application/rss+xml"/>
${items.join('\n')}
</channel></rss>
`;
}

function atom({ outlet, stories, base }: FeedInput): string {
  const entries = stories.map(
    (story) => `<entry><id>tag:${outlet.id}.example,2026:${story.slug}</id><title>${escaped(story.title)}</title>
<link rel="alternate" type="text/html" href="${base}${story.path}"/><author><name>${escaped(story.byline)}</name></author>
<published>${story.published}</published><updated>${story.modified ?? story.published}</updated>
<summary>${escaped(story.paragraphs[0] ?? '')}</summary></entry>`,
  );
  const updated = stories
    .map((story) => story.modified ?? story.published)
    .sort((a, b) => Date.parse(a) - Date.parse(b));
  return `<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom"><id>tag:${outlet.id}.example,2026:feed</id><title>${escaped(outlet.name)}</title>
<link rel="self" href="${base}${outlet.deliveryPath}"/><link href="${base}/${outlet.id}/"/><updated>${updated.at(-1) ?? ''}</updated>
${entries.join('\n')}
</feed>
`;
}

function newsSitemap({ outlet, stories, base }: FeedInput): string {
  const urls = stories.map(
    (
      story,
    ) => `<url><loc>${base}${story.path}</loc><news:news><news:publication><news:name>${escaped(outlet.name)}</news:name>
<news:language>en</news:language></news:publication><news:publication_date>${story.published}</news:publication_date>
<news:title>${escaped(story.title)}</news:title></news:news></url>`,
  );
  return `<?xml version="1.0" encoding="UTF-8"?>
<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:news="http://www.google.com/schemas/sitemap-news/0.9">
${urls.join('\n')}
</urlset>
`;
}

/** RSS as a tired content system writes it: a raw ampersand, a category that is never closed, no end of the document. */
function brokenRss(input: FeedInput): string {
  return rss(input)
    .replace('<description>News</description>', '<description>Ports & schools & everything between</description>')
    .replace('</category>', '')
    .replace('</channel></rss>', '');
}
