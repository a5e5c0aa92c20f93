// What each thread of the extraction pool runs. The tables are loaded once a thread; the packs whenever a job brings others.
import { type Extractor, type PackFile, withPacks } from '@civicwire/extract';
import { loadExtractorWith } from '../load-extractor.ts';
import { compileRules } from '../packs/rules.ts';
import { extractStory, type StoryExtraction, type StoryInput } from './extract-story.ts';

/** A story and the packs to read it with: UTF-8 of a JSON list of files, in memory that all threads share. */
export interface ExtractionJob {
  readonly input: StoryInput;
  readonly version: string;
  readonly packs: SharedArrayBuffer;
  /** Set to 1 when the tables are there and the page begins to be read: the time of a page runs from then on. */
  readonly begun: Int32Array<SharedArrayBuffer>;
}

let ready: { readonly version: string; readonly extractor: Extractor } | null = null;

/** Called by the pool for each story. */
export function extractInThread({ input, version, packs, begun }: ExtractionJob): StoryExtraction {
  if (ready?.version !== version) {
    // A copy: text is not decoded from shared memory.
    const files = JSON.parse(new TextDecoder().decode(new Uint8Array(packs).slice())) as PackFile[];
    const extractor = ready ? withPacks(ready.extractor, compileRules(files).packs) : loadExtractorWith(files);
    ready = { version, extractor };
  }
  Atomics.store(begun, 0, 1);
  return extractStory(input, ready.extractor);
}
