// Reading feeds beside rss-parser: the demo wire's small feed, and a long one with the text of every story in it.
// Knows feeds as bytes; no reader of ours but the door.
import { parseFeed } from '@civicwire/ingest';
import RssParser from 'rss-parser';
import { readStories } from '../demo/wire/read-stories.ts';
import { startWire } from '../demo/wire/server.ts';
import type { Contest } from './measure.ts';

const decoder = new TextDecoder();
/** How often a round reads a feed, so that it lasts longer than a clock's tick. */
const passes = 20;

export async function makeFeedContests(): Promise<readonly Contest[]> {
  const wire = await startWire();
  const small = new Uint8Array(await (await fetch(`${wire.url}/old-pueblo/feed.xml`)).arrayBuffer());
  await wire.close();
  const long = await longFeed();
  const contest = (name: string, feed: Uint8Array): Contest => ({
    name,
    unit: 'feeds',
    unitsPerRound: passes,
    peer: 'rss-parser',
    atLeast: 1,
    ours: () => Array.from({ length: passes }, () => parseFeed(feed, {})),
    theirs: () => Promise.all(Array.from({ length: passes }, () => new RssParser().parseString(decoder.decode(feed)))),
  });
  return [contest('feed → entries', small), contest('long feed → entries', long)];
}

/** Sixty entries, each with a summary and a whole story as escaped and as CDATA HTML. */
async function longFeed(): Promise<Uint8Array> {
  const { stories } = await readStories();
  const items = Array.from({ length: 60 }, (_, at) => {
    const story = stories[at % stories.length];
    if (!story) throw new Error('expected stories in the demo');
    const html = story.paragraphs.map((text) => `<p>${text}</p>`).join('');
    return `<item><title>${escapeXml(story.title)}</title><link>https://paper.example/${at}</link><guid isPermaLink="false">${at}</guid><pubDate>${new Date(story.published).toUTCString()}</pubDate><dc:creator>${escapeXml(story.byline)}</dc:creator><description>${escapeXml(html.slice(0, 300))}</description><content:encoded><![CDATA[${html}]]></content:encoded></item>`;
  });
  return new TextEncoder().encode(
    `<?xml version="1.0" encoding="UTF-8"?><rss version="2.0" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><title>The paper</title><link>https://paper.example/</link>${items.join('')}</channel></rss>`,
  );
}

function escapeXml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
