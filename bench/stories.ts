// The texts that the contests over text read: local news of our own, and stories full of stances. Knows files; no contest.
import { existsSync, readFileSync } from 'node:fs';
import { readStories } from '../demo/wire/read-stories.ts';

/** Stories for rules in the making; what is held out for measuring is not read. */
const openParts: ReadonlySet<string> = new Set(['work', 'probe', 'probe-2', 'second-probe']);

/** Texts and how much they are together, in millions of bytes. */
export interface Shelf {
  readonly texts: readonly string[];
  readonly megabytes: number;
}

/** News of all kinds as papers printed it, from the development sets; null where they are not beside the project. */
export function readDevelopmentNews(): Shelf | null {
  const folder = new URL('../../shared/eval/', import.meta.url);
  const files = ['places/lgl.dev.jsonl', 'quotes/polnear.dev.jsonl'].map((name) => new URL(name, folder));
  if (!files.every((file) => existsSync(file))) return null;
  return toShelf(files.flatMap((file) => readLines(file).map(({ text }) => text)));
}

/** The demo's stories and those of the officials' set: some 110 in the manner of local papers, an official in every line. */
export async function readLocalNews(): Promise<Shelf> {
  return toShelf([...(await readDemoStories()), ...readSet('officials')]);
}

/** The stances' set: some 110 stories in which somebody takes a position in every other sentence. */
export function readStanceNews(): Shelf {
  return toShelf(readSet('stances'));
}

/** Crime, sport, weather, obituaries, business: stories in which nobody takes a position. */
export function readPlainNews(): readonly string[] {
  return readSet('stances', 'none');
}

/** The demo's whole stories, a line a paragraph. */
export async function readDemoStories(): Promise<readonly string[]> {
  const { stories } = await readStories();
  return stories.filter((story) => story.show === 'full').map((story) => story.paragraphs.join('\n'));
}

function readSet(name: string, pack?: string): readonly string[] {
  const stories = readLines(new URL(`../evaluation/${name}/stories.jsonl`, import.meta.url));
  return stories
    .filter((story) => openParts.has(story.part ?? '') && (pack === undefined || story.pack === pack))
    .map(({ text }) => text);
}

interface StoryLine {
  readonly text: string;
  readonly part?: string;
  readonly pack?: string;
}

function readLines(file: URL): readonly StoryLine[] {
  const lines = readFileSync(file, 'utf8').trim().split('\n');
  return lines.map((line) => JSON.parse(line) as StoryLine);
}

function toShelf(texts: readonly string[]): Shelf {
  return { texts, megabytes: texts.reduce((sum, text) => sum + Buffer.byteLength(text), 0) / 1e6 };
}
