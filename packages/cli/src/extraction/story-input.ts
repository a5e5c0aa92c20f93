// What extraction is told about a stored story: its bytes, and what the ledger knows about where they came from.
import { pageRuleAt } from '@civicwire/shared';
import type { Snapshot, Source, Story } from '@civicwire/store';
import type { StoryFacts, StoryInput } from './extract-story.ts';

export function storyInput(story: Story, source: Source | null, snapshot: Snapshot): StoryInput {
  return {
    bytes: snapshot.bytes,
    contentType: snapshot.contentType,
    ...storyFacts(story, source),
    feedTitle: story.feedTitle,
    feedPublishedAt: story.feedPublishedAt,
    // By the day of the bytes, not of the reading: reading them again gives the same.
    pageRule: source === null ? null : pageRuleAt(source.pageRules, snapshot.fetchedAt),
  };
}

/** As `storyInput`, without the page. */
export function storyFacts(story: Story, source: Source | null): StoryFacts {
  return {
    // The same bytes may have come from another address before.
    url: story.finalUrl ?? story.url,
    publisher: source?.name ?? null,
    publisherPlace: source?.home ? { name: source.home.name, state: source.home.state } : null,
    publisherNational: source?.national ?? false,
  };
}
