// What each thread of the extraction pool runs: one story a job.
import { extractStory, type StoryExtraction, type StoryInput } from './extract-story.ts';
import { readyExtractor, type SharedRules } from './ready-extractor.ts';

/** A story and the packs to read it with. */
export interface ExtractionJob {
  readonly input: StoryInput;
  readonly rules: SharedRules;
  /** Set to 1 when the tables are there and the page begins to be read: the time of a page runs from then on. */
  readonly begun: Int32Array<SharedArrayBuffer>;
}

/** Called by the pool for each story. */
export function extractInThread({ input, rules, begun }: ExtractionJob): StoryExtraction {
  const extractor = readyExtractor(rules);
  Atomics.store(begun, 0, 1);
  return extractStory(input, extractor);
}
