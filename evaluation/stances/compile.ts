// Compiles the stance stories: `node evaluation/stances/compile.ts` writes stories.jsonl. Knows files, not the format.
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { storyPacks, storyParts } from './codebook-ids.ts';
import { parseStory, type StanceStory } from './story-source.ts';

const here = fileURLToPath(new URL('.', import.meta.url));
const compiled = join(here, 'stories.jsonl');

/** All stories as their source files (PACK/PART/ID.txt) hold them, by pack, part and name. */
export function storiesFromSources(): StanceStory[] {
  return storyPacks.flatMap((pack) =>
    storyParts.flatMap((part) => {
      const folder = join(here, pack, part);
      if (!existsSync(folder)) return [];
      const files = readdirSync(folder).toSorted();
      return files.map((file) =>
        parseStory(`${pack}-${file.replace(/\.txt$/, '')}`, pack, part, readFileSync(join(folder, file), 'utf8')),
      );
    }),
  );
}

/** The compiled stories of stories.jsonl. */
export function readStories(): StanceStory[] {
  const lines = readFileSync(compiled, 'utf8').split('\n').filter(Boolean);
  return lines.map((line) => JSON.parse(line) as StanceStory);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const stories = storiesFromSources();
  writeFileSync(compiled, stories.map((story) => `${JSON.stringify(story)}\n`).join(''));
  for (const pack of storyPacks)
    for (const part of storyParts) {
      const own = stories.filter((story) => story.pack === pack && story.part === part);
      if (own.length === 0) continue;
      const stances = own.flatMap((story) => story.stances);
      const unsure = stances.filter((stance) => stance.ambiguous).length;
      console.error(`${pack} ${part}: ${own.length} stories, ${stances.length} stances (${unsure} ambiguous)`);
    }
}
