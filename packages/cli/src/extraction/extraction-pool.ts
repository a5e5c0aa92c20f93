// Extraction in threads that can be killed: a page that hangs or eats memory costs its own story alone.
import { Piscina } from 'piscina';
import type { Rules } from '../packs/rules.ts';
import type { StoryExtraction, StoryInput } from './extract-story.ts';
import type { ExtractionJob } from './extraction-thread.ts';

export interface ExtractionPool {
  /** Extracts one story with these rules; a page that takes longer than `timeoutMs` gives `timed-out` and its thread is replaced. Rejects when the thread died (memory). */
  readonly extract: (input: StoryInput, rules: Rules, timeoutMs: number) => Promise<StoryExtraction>;
  readonly close: () => Promise<void>;
}

/** Starts `threads` threads, each with its own extractor and a bounded heap. */
export function createExtractionPool(threads: number): ExtractionPool {
  const shared = new WeakMap<Rules, SharedArrayBuffer>();
  const packsOf = (rules: Rules): SharedArrayBuffer => {
    const packs = shared.get(rules) ?? shareJson(rules.files);
    shared.set(rules, packs);
    return packs;
  };
  const pool = new Piscina<ExtractionJob, StoryExtraction>({
    filename: new URL('./extraction-thread.ts', import.meta.url).href,
    name: 'extractInThread',
    minThreads: threads,
    maxThreads: threads,
    resourceLimits: { maxOldGenerationSizeMb: 512, stackSizeMb: 4 },
  });
  return {
    extract: async (input, rules, timeoutMs) => {
      const begun = new Int32Array(new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT));
      const watch = watchTime(begun, timeoutMs);
      try {
        const job = { input, version: rules.version, packs: packsOf(rules), begun };
        return await pool.run(job, { signal: watch.signal });
      } catch (error) {
        if (!watch.signal.aborted) throw error;
        return {
          ok: false,
          reason: 'timed-out',
          detail: `reading ${input.url} took longer than ${timeoutMs / 1000} s; expected a page that reads in far less`,
        };
      } finally {
        watch.stop();
      }
    },
    close: () => pool.destroy(),
  };
}

const watchEveryMs = 200;

/** Aborts when `timeoutMs` have gone by since the job began. Time in the queue, or while a new thread loads its tables, is not the page's. */
function watchTime(begun: Int32Array, timeoutMs: number): { readonly signal: AbortSignal; readonly stop: () => void } {
  const controller = new AbortController();
  let beganMs: number | null = null;
  const timer = setInterval(() => {
    if (Atomics.load(begun, 0) === 0) return;
    beganMs ??= Date.now();
    if (Date.now() - beganMs >= timeoutMs) controller.abort();
  }, watchEveryMs);
  return { signal: controller.signal, stop: () => clearInterval(timer) };
}

/** Packs are the same for thousands of stories: they cross to the threads without being copied each time. */
function shareJson(value: unknown): SharedArrayBuffer {
  const bytes = new TextEncoder().encode(JSON.stringify(value));
  const memory = new SharedArrayBuffer(bytes.length);
  new Uint8Array(memory).set(bytes);
  return memory;
}
