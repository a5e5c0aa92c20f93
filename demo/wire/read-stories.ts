// Reads the demo's stories from stories/*.txt: lines `key: value` between two `---`, then one paragraph a line.
// Knows no HTML.
import { readdir, readFile } from 'node:fs/promises';
import { type Outlet, outletById } from './outlets.ts';

/** What a reader without an account is shown at the story's address. */
type Shown = 'full' | 'paywall' | 'consent-wall' | 'truncated';

export interface Story {
  readonly outlet: Outlet;
  readonly slug: string;
  readonly title: string;
  readonly section: string;
  readonly byline: string;
  /** ISO 8601 with offset. */
  readonly published: string;
  /** ISO 8601 with offset; null in a first version. */
  readonly modified: string | null;
  /** Path on the server, also that of the canonical link. */
  readonly path: string;
  /** A second path under which the same story is delivered; null for most. */
  readonly alias: string | null;
  readonly show: Shown;
  readonly caption: string | null;
  readonly credit: string | null;
  /** In order; one that begins with "## " is a crosshead. */
  readonly paragraphs: readonly string[];
}

/** Every story in its first version, and the later versions by slug. Lists are newest first. */
export interface StoryShelf {
  readonly stories: readonly Story[];
  readonly updates: ReadonlyMap<string, Story>;
}

const shown: readonly Shown[] = ['full', 'paywall', 'consent-wall', 'truncated'];

/** Reads all stories. Throws with file and key for one that lacks a key. */
export async function readStories(folder: URL = new URL('./stories/', import.meta.url)): Promise<StoryShelf> {
  const names = (await readdir(folder)).filter((name) => name.endsWith('.txt')).sort();
  const stories: Story[] = [];
  const updates = new Map<string, Story>();
  for (const name of names) {
    const story = parseStory(name, await readFile(new URL(name, folder), 'utf8'));
    if (name.endsWith('.updated.txt')) updates.set(story.slug, story);
    else stories.push(story);
  }
  stories.sort((a, b) => Date.parse(b.published) - Date.parse(a.published));
  return { stories, updates };
}

/** One file's story. `file` only serves the messages. */
function parseStory(file: string, source: string): Story {
  const [opening, header, ...rest] = source.split(/^---$/m);
  if (opening !== '' || header === undefined) throw new Error(`${file}: expected front matter between two lines "---"`);
  const facts = new Map(header.trim().split('\n').map(readFact));
  const need = (key: string): string => {
    const value = facts.get(key);
    if (value === undefined) throw new Error(`${file}: front matter lacks "${key}"`);
    return value;
  };
  const outlet = outletById(need('outlet'));
  const slug = need('slug');
  const section = need('section');
  return {
    outlet,
    slug,
    section,
    title: need('title'),
    byline: need('byline'),
    published: need('published'),
    modified: facts.get('modified') ?? null,
    path: `/${outlet.id}/${section}/${slug}${outlet.pathSuffix}`,
    alias: facts.get('alias') ?? null,
    show: shown.find((kind) => kind === facts.get('show')) ?? 'full',
    caption: facts.get('caption') ?? null,
    credit: facts.get('credit') ?? null,
    paragraphs: rest
      .join('---')
      .split('\n')
      .map((line) => line.trim())
      .filter((line) => line !== ''),
  };
}

function readFact(line: string): [key: string, value: string] {
  const colon = line.indexOf(': ');
  return [line.slice(0, colon), line.slice(colon + 2).trim()];
}
