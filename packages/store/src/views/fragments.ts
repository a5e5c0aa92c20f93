// Pieces of SQL that several views share, with the words that describe their columns. Knows the tables; makes no view.
import type { DialectSql } from './dialect-sql.ts';

/**
 * A finding stands: nobody rejected it and the machine still finds it, or a person stands behind it. Said the other way round
 * SQLite would begin with all findings of these statuses, whatever else is asked for.
 */
export const inUse = (finding: string) => `${finding}.status not in ('rejected', 'superseded')`;

/** A person stands behind the finding. */
export const decidedFor = (finding: string) => `${finding}.status not in ('pending', 'rejected', 'superseded')`;

/** 1 where a person stands behind the finding, else 0. */
export const isPublished = (finding: string) => `case when ${decidedFor(finding)} then 1 else 0 end`;

/** The date of a story: as its page says, else as its feed says, else when it was discovered. */
export const dayOfStory = (d: DialectSql, story: string, version: string) =>
  `case when ${d.isDay(`${version}.published_at`)} then substr(${version}.published_at, 1, 10) when ${d.isDay(`${story}.feed_published_at`)} then substr(${story}.feed_published_at, 1, 10) else substr(${story}.discovered_at, 1, 10) end`;

/** Where a claim stands: its story, the version that its offsets point into, its source. */
export const claimStory = (finding: string) => `
  join story s on s.id = ${finding}.story_id
  join source o on o.id = s.source_id
  join story_version v on v.id = ${finding}.version_id`;

type Columns = Readonly<Record<string, readonly [string, string]>>;

/** Columns that place a claim; `finding` is the alias of the finding, beside those of `claimStory`. */
export const claimColumns = (finding: string, seenOn: string): Columns => ({
  story_id: ['Story that it belongs to.', `${finding}.story_id`],
  version_id: ['Story version whose text the offsets point into.', `${finding}.version_id`],
  source_id: ['Outlet.', 's.source_id'],
  source_name: ['Name of the outlet.', 'o.name'],
  url: ['Address of the story as its feed gives it.', 's.url'],
  story_title: ['Headline.', 'v.title'],
  seen_on: ['Date of the story (YYYY-MM-DD): as its page says, else as its feed says, else when discovered.', seenOn],
});

/** Columns that say what an editor and the machine say of a claim. */
export const reviewColumns = (finding: string): Columns => ({
  status: ['pending, or a person’s word: accepted or edited.', `${finding}.status`],
  published: ['1: a person has accepted or edited it.', isPublished(finding)],
  reopened: ['1: the machine has come to disagree with the person; the person’s word is shown.', `${finding}.reopened`],
  rule: ['Rule that found it.', `${finding}.rule`],
  rules_version: ['State of all rules and packs when extraction last changed it.', `${finding}.rules_version`],
  confidence: ['Of the extraction, 0 to 1; null where the kind has none.', `${finding}.confidence`],
});

/** Columns of the passage that shows it. */
export const spanColumns = (row: string): Columns => ({
  text: ['The passage, exactly.', `${row}.text`],
  start: ['First character of the passage in the version’s text: UTF-16 code units, from 0.', `${row}."start"`],
  end: ['One past the last character (half-open).', `${row}."end"`],
});

/** From a row's official to the one that stands for the person after merges: aliases `one` and `official`. */
export const officialJoins = (row: string) => `
  left join official one on one.id = ${row}.official_id
  left join official official on official.id = one.canonical_official_id`;

/** Columns of that official. */
export const officialColumns: Columns = {
  official_id: [
    'The official that stands for the person after all merges; null when it is none.',
    'one.canonical_official_id',
  ],
  official_name: ['That official’s name.', 'official.name'],
  official_role: ['Role from the controlled list.', 'official.role'],
  jurisdiction: [
    'Place that the official’s office governs, as “Phoenix, AZ”; null when unknown.',
    'official.jurisdiction',
  ],
};
