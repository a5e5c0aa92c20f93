// The demo's wire is what the demo says it is: feeds, sitemap, pages, robots, walls, duplicate and update.
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { outlets } from './outlets.ts';
import { readStories, type Story } from './read-stories.ts';
import { closedPath, startWire, type Wire } from './server.ts';

const { stories, updates } = await readStories();
let wire: Wire;

beforeEach(async () => {
  wire = await startWire();
});
afterEach(() => wire.close());

const read = async (path: string): Promise<string> => (await fetch(wire.url + path)).text();
const ofOutlet = (id: string): readonly Story[] => stories.filter((story) => story.outlet.id === id);

describe('the stories', () => {
  it('are at least fourteen full ones of 150 to 450 words from at least three outlets', () => {
    const full = stories.filter((story) => story.show === 'full' && !story.path.startsWith(closedPath));
    expect(full.length).toBeGreaterThanOrEqual(14);
    expect(new Set(full.map((story) => story.outlet.id)).size).toBeGreaterThanOrEqual(3);
    for (const story of full) {
      const words = story.paragraphs.join(' ').split(/\s+/).length;
      expect(words, story.slug).toBeGreaterThanOrEqual(150);
      expect(words, story.slug).toBeLessThanOrEqual(450);
    }
  });

  it('have addresses and slugs of their own', () => {
    expect(new Set(stories.map((story) => story.path)).size).toBe(stories.length);
    expect(new Set(stories.map((story) => story.slug)).size).toBe(stories.length);
  });
});

describe('deliveries', () => {
  it.each(outlets)('$name names each of its stories once in its $delivery', async ({ id, deliveryPath }) => {
    const feed = await read(deliveryPath);
    for (const { path } of ofOutlet(id))
      expect(feed.split(`${wire.url}${path}<`).length + feed.split(`${path}"`).length, path).toBe(3);
  });

  it('are RSS 2.0, Atom and a news sitemap', async () => {
    expect(await read('/old-pueblo/feed.xml')).toContain('<rss version="2.0"');
    expect(await read('/front-range/atom.xml')).toContain('<feed xmlns="http://www.w3.org/2005/Atom">');
    expect(await read('/common-record/news-sitemap.xml')).toContain('<news:publication_date>');
  });

  it('include one feed with a raw ampersand, an unclosed tag and no end', async () => {
    const feed = await read('/bay-observer/rss');
    expect(feed).toContain('Ports & schools');
    expect(feed.split('<category>').length).toBe(feed.split('</category>').length + 1);
    expect(feed).not.toContain('</rss>');
  });

  it('are named in the sources text, each at the address of this server', () => {
    for (const { deliveryPath } of outlets) expect(wire.sourcesYaml).toContain(`["${wire.url}${deliveryPath}"]`);
    expect(wire.sourcesYaml).toContain('allow_addresses: [127.0.0.0/8]');
  });
});

describe('pages', () => {
  it('carry the whole story amid navigation, related links and a footer', async () => {
    for (const story of stories.filter(({ show }) => show === 'full')) {
      const page = await read(story.path);
      const last = (story.paragraphs.at(-1) ?? '').replaceAll('"', '&quot;');
      expect(page, story.slug).toContain(last);
      expect(page, story.slug).toContain(`<link rel="canonical" href="${wire.url}${story.path}">`);
      expect(page, story.slug).toContain('events are invented');
    }
  });

  it('stop after two paragraphs behind the paywall', async () => {
    const story = stories.find(({ show }) => show === 'paywall');
    const page = await read(story?.path ?? '');
    expect(page).toContain('Subscribe to continue reading');
    expect(page).toContain('"isAccessibleForFree":false');
    expect(page).not.toContain(story?.paragraphs[2]);
  });

  it('show nothing of the story on the consent wall and on the truncated page', async () => {
    for (const story of stories.filter(({ show }) => show === 'consent-wall' || show === 'truncated')) {
      const page = await read(story.path);
      expect(page, story.slug).not.toContain(story.paragraphs[0]);
      expect(page.includes('</html>'), story.slug).toBe(story.show === 'consent-wall');
    }
  });

  it('are answered with 304 to a reader who holds them, and with 404 where there are none', async () => {
    const path = stories[0]?.path ?? '';
    const first = await fetch(wire.url + path);
    const again = await fetch(wire.url + path, { headers: { 'if-none-match': first.headers.get('etag') ?? '' } });
    expect([first.status, again.status, (await fetch(`${wire.url}/nowhere`)).status]).toEqual([200, 304, 404]);
    expect(wire.requests).toBe(3);
  });
});

describe('robots.txt', () => {
  it('closes one path, with exactly one delivered story behind it', async () => {
    expect(await read('/robots.txt')).toContain(`Disallow: ${closedPath}`);
    expect(stories.filter((story) => story.path.startsWith(closedPath))).toHaveLength(1);
  });
});

describe('the duplicate', () => {
  it('is delivered under a second path with tracking parameters and names its original as canonical', async () => {
    const story = stories.find(({ alias }) => alias !== null);
    expect(await read('/old-pueblo/feed.xml')).toContain(`${story?.alias}?utm_source=rss&amp;utm_medium=feed`);
    const page = await read(`${story?.alias}?utm_source=rss`);
    expect(page).toBe(await read(story?.path ?? ''));
    expect(page).toContain(`<link rel="canonical" href="${wire.url}${story?.path}">`);
  });
});

describe('the update', () => {
  it('appears on the page and in the feed once it is published, and not before', async () => {
    const [slug, update] = [...updates][0] ?? [];
    const before = stories.find((story) => story.slug === slug);
    expect(await read(before?.path ?? '')).not.toContain('Correction');
    expect(await read('/front-range/atom.xml')).not.toContain(update?.modified);
    wire.publishUpdate();
    const page = await read(before?.path ?? '');
    expect(page).toContain('Correction, Nov. 11');
    expect(page).toContain(`content="${update?.modified}"`);
    expect(await read('/front-range/atom.xml')).toContain(`<updated>${update?.modified}</updated>`);
  });
});
