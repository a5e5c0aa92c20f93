// Extraction in threads that can be killed: a page that hangs or eats memory costs its own story alone.
import { Piscina } from 'piscina';
import type { Rules } from '../packs/rules.ts';
import type { StoryExtraction, StoryInput } from './extract-story.ts';
import type { ExtractionJob } from './extraction-thread.ts';
import { shareRules } from './ready-extractor.ts';

export interface ExtractionPool {
  /** Extracts one story with these rules; a page that takes longer than `timeoutMs` gives `timed-out` and its thread is replaced. Rejects when the thread died (memory). */
  readonly extract: (input: StoryInput, rules: Rules, timeoutMs: number) => Promise<StoryExtraction>;
  /** Loads the tables in every thread; resolves when they are there. */
  readonly warm: (rules: Rules) => Promise<void>;
  readonly close: () => Promise<void>;
}

/** A page with nothing on it. */
const nothing: StoryInput = {
  bytes: new Uint8Array(),
  url: 'about:blank',
  contentType: 'text/html',
  publisher: null,
  publisherPlace: null,
  publisherNational: false,
  feedTitle: null,
  feedPublishedAt: null,
  pageRule: null,
};

/** Starts `threads` threads, each with its own extractor and a bounded heap. */
export function createExtractionPool(threads: number): ExtractionPool {
  const pool = new Piscina<ExtractionJob, StoryExtraction>({
    filename: new URL('./extraction-thread.ts', import.meta.url).href,
    name: 'extractInThread',
    minThreads: threads,
    maxThreads: threads,
    resourceLimits: threadLimits,
  });
  return {
    extract: async (input, rules, timeoutMs) => {
      const begun = new Int32Array(new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT));
      const watch = watchTime(begun, timeoutMs);
      try {
        return await pool.run({ input, rules: shareRules(rules), begun }, { signal: watch.signal });
      } catch (error) {
        if (!watch.signal.aborted) throw error;
        return timedOut(input.url, timeoutMs);
      } finally {
        watch.stop();
      }
    },
    warm: async (rules) => {
      const shared = shareRules(rules);
      const begun = new Int32Array(new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT));
      const jobs = Array.from({ length: threads }, () => ({ input: nothing, rules: shared, begun }));
      await Promise.all(jobs.map((job) => pool.run(job)));
    },
    close: () => pool.destroy(),
  };
}

/** What a thread may use; one that needs more is ended. */
export const threadLimits = { maxOldGenerationSizeMb: 512, maxYoungGenerationSizeMb: 24, stackSizeMb: 4 };

/** What a page that took too long comes to. */
export function timedOut(url: string, timeoutMs: number): StoryExtraction & { readonly ok: false } {
  const detail = `reading ${url} took longer than ${timeoutMs / 1000} s; expected a page that reads in far less`;
  return { ok: false, reason: 'timed-out', detail };
}

const watchEveryMs = 200;

/**
 * Aborts when one page takes longer than `timeoutMs`: `begun` holds the number of the page that is being read, 0 before the
 * first. Time in the queue, or while a new thread loads its tables, is not the page's.
 */
export function watchTime(
  begun: Int32Array,
  timeoutMs: number,
): { readonly signal: AbortSignal; readonly stop: () => void } {
  const controller = new AbortController();
  let page = 0;
  let beganMs = 0;
  const timer = setInterval(() => {
    const now = Atomics.load(begun, 0);
    if (now !== page) beganMs = Date.now();
    page = now;
    if (page !== 0 && Date.now() - beganMs >= timeoutMs) controller.abort();
  }, watchEveryMs);
  return { signal: controller.signal, stop: () => clearInterval(timer) };
}
