// What each thread of the extraction pool runs. The extractor is loaded once a thread.
import { loadExtractor } from '../load-extractor.ts';
import { extractStory, type StoryExtraction, type StoryInput } from './extract-story.ts';

const extractor = await loadExtractor();

/** Called by the pool for each story. */
export function extractInThread(input: StoryInput): StoryExtraction {
  return extractStory(input, extractor);
}
