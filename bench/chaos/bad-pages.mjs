// Loaded into a worker before the program (`node --import`): pages with a word of ours misbehave as no page of ours does, in the
// very place where pages are read. One never ends, one ends the thread that reads it. And nobody waits 20 seconds for the first.
import { registerHooks } from 'node:module';

const begin = 'export function extractStory(input: StoryInput, extractor: Extractor): StoryExtraction {';
const misbehaviour = `
  const said = new TextDecoder().decode(input.bytes);
  if (said.includes('never-ends')) for (;;);
  if (said.includes('ends-its-thread')) process.exit(1);`;
const changes = [
  ['/extraction/extract-story.ts', begin, begin + misbehaviour],
  ['/pipeline/pipeline.ts', 'extractTimeoutMs = 20_000', 'extractTimeoutMs = 5_000'],
];

registerHooks({
  load: (url, context, nextLoad) => {
    const loaded = nextLoad(url, context);
    for (const [file, before, after] of changes) {
      if (!url.endsWith(file)) continue;
      const source = String(loaded.source);
      if (!source.includes(before)) throw new Error(`bad pages: ${file} does not say "${before}" any more`);
      return { ...loaded, source: source.replace(before, after) };
    }
    return loaded;
  },
});
