// Compiles the annotated stories: `node evaluation/officials/compile.ts` writes stories.jsonl. Knows files, not the format.
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type GoldStory, type Part, parseStories, unmarkedSurnames } from './story-source.ts';

const here = fileURLToPath(new URL('.', import.meta.url));
const compiled = join(here, 'stories.jsonl');

/** All stories as their source files hold them, in the order of the files' names, in the order of the parts. */
export function storiesFromSources(): GoldStory[] {
  const parts: readonly Part[] = ['work', 'probe', 'probe-2', 'held-out'];
  return parts.flatMap((part) =>
    readdirSync(join(here, part))
      .toSorted()
      .flatMap((file) => parseStories(readFileSync(join(here, part, file), 'utf8'), part)),
  );
}

/** The compiled stories of stories.jsonl. */
export function readStories(): GoldStory[] {
  const lines = readFileSync(compiled, 'utf8').split('\n').filter(Boolean);
  return lines.map((line) => JSON.parse(line) as GoldStory);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const stories = storiesFromSources();
  writeFileSync(compiled, stories.map((story) => `${JSON.stringify(story)}\n`).join(''));
  const open = stories.filter(({ part }) => part !== 'held-out');
  for (const warning of open.flatMap(unmarkedSurnames)) console.error(`surname without a mark: ${warning}`);
  const count = (part: Part): number => stories.filter((story) => story.part === part).length;
  const officials = stories.reduce((sum, story) => sum + story.officials.length, 0);
  console.error(
    `${count('work')} work + ${count('probe')} + ${count('probe-2')} probe + ${count('held-out')} held-out stories, ${officials} officials`,
  );
}
