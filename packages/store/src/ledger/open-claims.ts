// The ledger as those see it who work on it together: taking work, giving it back, putting back what the dead have held.
// Knows which function does what; each is described where it is written (the function of the same name).
import type { Context } from '../writing.ts';
import { claimFeed, claimFeeds, claimStories, claimStory, nextDueMs, type Work } from './claim.ts';
import { claimToRead, type PageToRead, pageToRead, type StoryToRead } from './claim-to-read.ts';
import { openProcesses, type Processes } from './processes.ts';
import { giveBack, type Reconciled, reconcile } from './reconcile.ts';
import type { Feed, Story, StoryWork } from './records.ts';
import { type Replayed, type ReplayFilter, replay } from './replay.ts';
import { openTickets, type Tickets } from './tickets.ts';

export interface Claims {
  /** The processes at work here. */
  readonly processes: Processes;
  /** What waits, for queues. */
  readonly tickets: Tickets;
  claim(work: 'poll', limit: number, leaseMs: number): Promise<Feed[]>;
  claim(work: StoryWork, limit: number, leaseMs: number): Promise<Story[]>;
  claimOne(work: 'poll', id: string, leaseMs: number): Promise<Feed | null>;
  claimOne(work: StoryWork, id: string, leaseMs: number): Promise<Story | null>;
  claimToRead(id: string, leaseMs: number): Promise<StoryToRead | null>;
  pageToRead(story: Story): Promise<PageToRead>;
  nextDueMs(work: Work): Promise<number | null>;
  reconcile(options?: { readonly gone?: readonly string[] }): Promise<Reconciled>;
  giveBack(): Promise<void>;
  replay(filter: ReplayFilter, options?: { readonly dryRun?: boolean }): Promise<Replayed[]>;
}

export function openClaims(context: Context): Claims {
  function claim(work: 'poll', limit: number, leaseMs: number): Promise<Feed[]>;
  function claim(work: StoryWork, limit: number, leaseMs: number): Promise<Story[]>;
  function claim(work: Work, limit: number, leaseMs: number): Promise<Feed[] | Story[]> {
    return work === 'poll' ? claimFeeds(context, limit, leaseMs) : claimStories(context, work, limit, leaseMs);
  }
  function claimOne(work: 'poll', id: string, leaseMs: number): Promise<Feed | null>;
  function claimOne(work: StoryWork, id: string, leaseMs: number): Promise<Story | null>;
  function claimOne(work: Work, id: string, leaseMs: number): Promise<Feed | Story | null> {
    return work === 'poll' ? claimFeed(context, id, leaseMs) : claimStory(context, work, id, leaseMs);
  }
  return {
    processes: openProcesses(context),
    tickets: openTickets(context),
    claim,
    claimOne,
    claimToRead: (id, leaseMs) => claimToRead(context, id, leaseMs),
    pageToRead: (story) => pageToRead(context, story),
    nextDueMs: (work) => nextDueMs(context, work),
    reconcile: (options) => reconcile(context, options),
    giveBack: () => giveBack(context),
    replay: (filter, options) => replay(context, filter, options),
  };
}
