// Extraction in threads that can be killed: a page that hangs or eats memory costs its own story alone.
import { Piscina } from 'piscina';
import type { StoryExtraction, StoryInput } from './extract-story.ts';

export interface ExtractionPool {
  /** Extracts one story; a page that takes longer than `timeoutMs` gives `timed-out` and its thread is replaced. Rejects when the thread died (memory). */
  readonly extract: (input: StoryInput, timeoutMs: number) => Promise<StoryExtraction>;
  readonly close: () => Promise<void>;
}

/** Starts `threads` threads, each with its own extractor and a bounded heap. */
export function createExtractionPool(threads: number): ExtractionPool {
  const pool = new Piscina<StoryInput, StoryExtraction>({
    filename: new URL('./extraction-thread.ts', import.meta.url).href,
    name: 'extractInThread',
    minThreads: threads,
    maxThreads: threads,
    resourceLimits: { maxOldGenerationSizeMb: 512, stackSizeMb: 4 },
  });
  return {
    extract: async (input, timeoutMs) => {
      const signal = AbortSignal.timeout(timeoutMs);
      try {
        return await pool.run(input, { signal });
      } catch (error) {
        if (!signal.aborted) throw error;
        return {
          ok: false,
          reason: 'timed-out',
          detail: `reading ${input.url} took longer than ${timeoutMs / 1000} s; expected a page that reads in far less`,
        };
      }
    },
    close: () => pool.destroy(),
  };
}
