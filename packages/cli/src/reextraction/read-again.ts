// The archive through today's rules, on all cores, in bounded memory. Knows the order of work; writes no record.
import type { ReadingComparison, Rereading, SavedStory } from '@civicwire/store';
import { Piscina } from 'piscina';
import { threadLimits, timedOut, watchTime } from '../extraction/extraction-pool.ts';
import { shareRules } from '../extraction/ready-extractor.ts';
import type { Rules } from '../packs/rules.ts';
import { extractTimeoutMs } from '../pipeline/pipeline.ts';
import type { Reread, RereadJob } from './reread-thread.ts';

export interface ReadAgainOptions {
  /** The database's address: each thread opens it for itself. */
  readonly db: string;
  readonly threads: number;
  readonly rules: Rules;
  /** Whether `onReading` is to be given the readings themselves; else null. */
  readonly keep: boolean;
  readonly signal: AbortSignal;
  readonly onReading: (story: SavedStory, comparison: ReadingComparison, reading: Rereading | null) => Promise<void>;
  /** A story that gave no article this time: its records stay as they are. */
  readonly onUnread: (story: SavedStory, reason: string) => void;
}

/** Stories a job: few enough that what is lost with a thread is soon read again. */
const storiesPerJob = 16;

/** Reads every story; returns when all are done or the signal came. */
export async function readAgain(stories: AsyncGenerator<SavedStory>, options: ReadAgainOptions): Promise<void> {
  const pool = new Piscina<RereadJob, Reread[]>({
    filename: new URL('./reread-thread.ts', import.meta.url).href,
    name: 'rereadInThread',
    minThreads: options.threads,
    maxThreads: options.threads,
    resourceLimits: threadLimits,
  });
  try {
    await readInJobs(stories, (job, signal) => pool.run(job, { signal }), options);
  } finally {
    await pool.destroy();
  }
}

/** Does a job in a thread. Rejects when the signal came, which ends the thread, or when the thread ended by itself. */
type RunJob = (job: RereadJob, signal: AbortSignal) => Promise<readonly Reread[]>;

/** As `readAgain`, with threads that the caller knows. */
export async function readInJobs(
  stories: AsyncGenerator<SavedStory>,
  run: RunJob,
  options: ReadAgainOptions,
): Promise<void> {
  const work = async (): Promise<void> => {
    while (!options.signal.aborted) {
      const some = await nextOf(stories, storiesPerJob);
      if (some.length === 0) return;
      await readSome(some, run, options);
    }
  };
  // Twice as many as threads, so that none waits for its next stories.
  await Promise.all(Array.from({ length: 2 * options.threads }, work));
}

async function nextOf<Item>(items: AsyncGenerator<Item>, count: number): Promise<Item[]> {
  const taken: Item[] = [];
  while (taken.length < count) {
    const { value, done } = await items.next();
    if (done) break;
    taken.push(value);
  }
  return taken;
}

/** Hands on what came of each story. When the thread had to be ended, every story is read by itself: one of them did it. */
async function readSome(stories: readonly SavedStory[], run: RunJob, options: ReadAgainOptions): Promise<void> {
  const { db, rules, keep, onReading, onUnread } = options;
  const begun = new Int32Array(new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT));
  const watch = watchTime(begun, extractTimeoutMs);
  let read: readonly Reread[];
  try {
    read = await run({ stories, db, rules: shareRules(rules), keep, begun }, watch.signal);
  } catch (error) {
    const [only] = stories;
    if (stories.length > 1) for (const story of stories) await readSome([story], run, options);
    else if (only !== undefined) onUnread(only, watch.signal.aborted ? tooSlow(only) : endedThread(error));
    return;
  } finally {
    watch.stop();
  }
  for (const [index, story] of stories.entries()) {
    const one = read[index];
    if (one?.ok) await onReading(story, one.comparison, one.reading);
    else if (one) onUnread(story, one.reason);
  }
}

function tooSlow({ story }: SavedStory): string {
  const { reason, detail } = timedOut(story.finalUrl ?? story.url, extractTimeoutMs);
  return `${reason}: ${detail}`;
}

const endedThread = (error: unknown): string => `reading it ended its thread: ${String(error)}`;
