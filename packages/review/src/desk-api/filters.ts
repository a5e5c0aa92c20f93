// A filter of the contract in the store's words, and rows in the contract's. Knows both; runs no query.
import type { QueueFilter, QueueRow } from '@civicwire/store';
import type { DeskFilter, DeskQueueRow } from './contract.ts';

/** The filter as the store takes it. */
export function storeFilter(filter: DeskFilter): QueueFilter {
  const { show, kind, issue, position, rule, since, until, words, held } = filter;
  return {
    ...{ show, kind, issue, position, rule, since, until, words, held },
    sourceId: filter.source_id,
    storyId: filter.story_id,
    officialId: filter.official_id,
    placeId: filter.place_id,
    state: filter.state,
    unplaced: filter.unplaced === undefined ? undefined : true,
    confidenceMax: filter.confidence_max,
  };
}

const rowTextMax = 180;

/** Cut between words, never inside of a surrogate pair. */
function shorten(text: string): string {
  if (text.length <= rowTextMax) return text;
  const space = text.lastIndexOf(' ', rowTextMax);
  return `${text.slice(0, space > 0 ? space : rowTextMax).toWellFormed()} …`;
}

/** A row of the queue. */
export function wireRow(row: QueueRow): DeskQueueRow {
  const { id, kind, label, text, status, reopened, rule, confidence, createdAt, story, lease } = row;
  return {
    ...{ id, kind, label, text: shorten(text), status, reopened, rule, confidence },
    story: { id: story.id, title: story.title, source_name: story.sourceName, seen_on: story.seenOn },
    lease,
    created_at: createdAt,
  };
}
