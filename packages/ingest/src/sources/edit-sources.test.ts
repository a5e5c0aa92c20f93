import { describe, expect, it } from 'vitest';
import { addSources } from './add-sources.ts';
import { loadSources } from './load-sources.ts';
import { readOpml } from './read-opml.ts';
import { sourceIdOf } from './source-id.ts';

const mesa = {
  id: 'mesa-post',
  name: 'The Mesa Post',
  home: { place: 'Mesa', state: 'AZ' },
  feeds: ['https://mesa.example/rss'],
  sitemaps: [],
  indexPages: [],
};

describe('addSources', () => {
  it('adds behind what is there and keeps comments', () => {
    const text = `# our list\ncontact: desk@example.org # who reads this\nsources:\n  # the big one\n  - id: dispatch\n    name: Dispatch\n    national: true\n    feeds: [https://dispatch.example/rss.xml]\n`;
    const added = addSources(text, [mesa], 'sources.yaml');
    expect(added.startsWith(text.slice(0, text.indexOf('    feeds')))).toBe(true);
    expect(added).toContain('home: { place: Mesa, state: AZ }');
    expect(loadSources(added, 'x').sources.map(({ id }) => id)).toEqual(['dispatch', 'mesa-post']);
  });

  it('makes a file of nothing, and of an empty list', () => {
    for (const text of ['', 'sources: []\n'])
      expect(loadSources(addSources(text, [mesa], 'x'), 'x').sources).toHaveLength(1);
  });

  it('refuses an id or an address that is there already', () => {
    const once = addSources('', [mesa], 'x');
    expect(() => addSources(once, [mesa], 'x')).toThrow('again');
    expect(() => addSources(once, [{ ...mesa, id: 'other' }], 'x')).toThrow('again');
  });

  it('makes ids of names', () => {
    expect(sourceIdOf('Él Póst — Daily!', new Set())).toBe('el-post-daily');
    expect(sourceIdOf('Post', new Set(['post', 'post-2']))).toBe('post-3');
    expect(sourceIdOf('…', new Set())).toBe('source');
  });
});

describe('readOpml', () => {
  it('reads feeds in folders, each once, and names those without a name by their host', () => {
    const opml = `<?xml version="1.0"?><opml version="2.0"><head><title>Feeds</title></head><body><outline text="Arizona">
      <outline text="Mesa Post" type="rss" xmlUrl="https://mesa.example/rss?a=1&b=2"/><outline xmlUrl="https://yuma.example/rss" text=""/></outline>
      <outline text="again" xmlUrl="https://yuma.example/rss"/><outline text="mail" xmlUrl="mailto:a@example.org"/></body></opml>`;
    expect(readOpml(Buffer.from(opml), 'x.opml')).toEqual([
      { name: 'Mesa Post', url: 'https://mesa.example/rss?a=1&b=2' },
      { name: 'yuma.example', url: 'https://yuma.example/rss' },
    ]);
  });

  it('says what it found instead', () => {
    expect(() => readOpml(Buffer.from('<rss></rss>'), 'x.opml')).toThrow('x.opml: found XML with the root <rss>');
  });
});
