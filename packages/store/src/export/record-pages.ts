// The records that are exported, one query for each kind, in pages by key. Knows which columns belong together; writes no file.
import { type Compilable, type SelectQueryNode, sql } from 'kysely';
import { inUseStatuses } from '../save/merge-findings.ts';
import type { Database } from '../schema/tables.ts';

export const exportKinds = [
  'stories',
  'story_links',
  'cities',
  'officials',
  'quotes',
  'stances',
  'findings',
  'decisions',
  'official_records',
  'official_decisions',
] as const;
export type ExportKind = (typeof exportKinds)[number];

/** The columns that place a record: which story, which version, what an editor says of it. */
const reviewColumns = [
  'finding.storyId',
  'finding.versionId',
  'story.sourceId',
  'story.url',
  'finding.status',
  'finding.reopened',
  'finding.rule',
  'finding.rulesVersion',
] as const;

/** As an expression, so that no index of statuses is taken: it would sort all rows for each page. */
const inUse = sql<boolean>`(finding.status || '') in (${sql.join(inUseStatuses.map((status) => sql.lit(status)))})`;

function storiesPage(db: Database, after: string, limit: number) {
  return db
    .selectFrom('story')
    .leftJoin('storyVersion as version', 'version.id', 'story.versionId')
    .leftJoin('storyLink as link', 'link.storyId', 'story.id')
    .select(['story.id', 'story.sourceId', 'story.url', 'story.canonicalUrl', 'story.finalUrl', 'story.guid'])
    .select(['story.state', 'story.dropReason', 'story.dropDetail', 'story.duplicateOf', 'story.feedTitle'])
    .select(['story.feedPublishedAt', 'story.discoveredAt', 'story.fetchedAt', 'story.savedAt', 'story.versionId'])
    .select(['version.previousVersion', 'version.title', 'version.byline', 'version.section'])
    .select(['version.publishedAt', 'version.modifiedAt', 'version.text', 'version.textHash', 'version.rulesVersion'])
    .select(['version.correction', 'version.correctionFrom', 'link.originalId', 'link.kind as linkKind'])
    .where('story.id', '>', after)
    .orderBy('story.id')
    .limit(limit);
}

/** Copies with their originals; `id` is the copy's. */
function storyLinksPage(db: Database, after: string, limit: number) {
  return db
    .selectFrom('storyLink as link')
    .innerJoin('story', 'story.id', 'link.storyId')
    .innerJoin('story as original', 'original.id', 'link.originalId')
    .select(['link.storyId as id', 'link.originalId', 'link.kind', 'link.shared', 'story.sourceId', 'story.url'])
    .select(['original.sourceId as originalSourceId', 'original.url as originalUrl'])
    .select(['link.versionId', 'link.comparedVersionId', 'link.linkedAt'])
    .where('link.storyId', '>', after)
    .orderBy('link.storyId')
    .limit(limit);
}

function citiesPage(db: Database, after: string, limit: number) {
  return db
    .selectFrom('cityMention as mention')
    .innerJoin('finding', 'finding.id', 'mention.findingId')
    .innerJoin('story', 'story.id', 'mention.storyId')
    .innerJoin('place', 'place.id', 'mention.placeId')
    .select(['mention.id', 'mention.findingId', ...reviewColumns])
    .select(['mention.start', 'mention.end', 'mention.text', 'place.name', 'place.state', 'place.geoid'])
    .select(['place.lat', 'place.lon', 'mention.inOrg', 'mention.focus', 'mention.confidence'])
    .where(inUse)
    .where('mention.id', '>', after)
    .orderBy('mention.id')
    .limit(limit);
}

function officialsPage(db: Database, after: string, limit: number) {
  return db
    .selectFrom('officialMention as mention')
    .innerJoin('finding', 'finding.id', 'mention.findingId')
    .innerJoin('story', 'story.id', 'mention.storyId')
    .innerJoin('official', 'official.id', 'mention.officialId')
    .innerJoin('official as canonical', 'canonical.id', 'official.canonicalOfficialId')
    .select(['mention.id', 'mention.findingId', ...reviewColumns])
    .select(['mention.start', 'mention.end', 'mention.text', 'mention.kind'])
    .select(['canonical.id as officialId', 'canonical.name as officialName'])
    .select(['mention.name', 'mention.title', 'official.role', 'mention.organization', 'mention.jurisdiction'])
    .select(['official.jurisdictionId', 'mention.tenure', 'mention.seenOn'])
    .where(inUse)
    .where('mention.id', '>', after)
    .orderBy('mention.id')
    .limit(limit);
}

function quotesPage(db: Database, after: string, limit: number) {
  return db
    .selectFrom('quote')
    .innerJoin('finding', 'finding.id', 'quote.id')
    .innerJoin('story', 'story.id', 'quote.storyId')
    .leftJoin('official', 'official.id', 'quote.officialId')
    .leftJoin('official as canonical', 'canonical.id', 'official.canonicalOfficialId')
    .select(['quote.id', ...reviewColumns])
    .select(['quote.start', 'quote.end', 'quote.text', 'quote.kind', 'quote.group', 'quote.part', 'quote.speakerName'])
    .select(['quote.speakerStart', 'quote.speakerEnd', 'quote.speakerText', 'quote.speakerType'])
    .select(['canonical.id as officialId', 'canonical.name as officialName'])
    .select(['quote.cueStart', 'quote.cueEnd', 'quote.cueText'])
    .where(inUse)
    .where('quote.id', '>', after)
    .orderBy('quote.id')
    .limit(limit);
}

function stancesPage(db: Database, after: string, limit: number) {
  return db
    .selectFrom('stance')
    .innerJoin('finding', 'finding.id', 'stance.id')
    .innerJoin('story', 'story.id', 'stance.storyId')
    .leftJoin('official', 'official.id', 'stance.officialId')
    .leftJoin('official as canonical', 'canonical.id', 'official.canonicalOfficialId')
    .select(['stance.id', ...reviewColumns])
    .select(['stance.holder', 'stance.holderType', 'canonical.id as officialId', 'canonical.name as officialName'])
    .select(['stance.issue', 'stance.position'])
    .select(['stance.basis', 'stance.act', 'stance.modality', 'stance.target', 'stance.attributedBy', 'stance.quoteId'])
    .select(['stance.start', 'stance.end', 'stance.text', 'stance.trace', 'finding.confidence'])
    .where(inUse)
    .where('stance.id', '>', after)
    .orderBy('stance.id')
    .limit(limit);
}

function findingsPage(db: Database, after: string, limit: number) {
  return db
    .selectFrom('finding')
    .innerJoin('story', 'story.id', 'finding.storyId')
    .select(['finding.id', 'finding.kind', ...reviewColumns])
    .select(['finding.found', 'finding.confidence', 'finding.start', 'finding.end', 'finding.text', 'finding.label'])
    .select(['finding.trace', 'finding.value', 'finding.decidedValue', 'finding.createdAt', 'finding.updatedAt'])
    .where('finding.id', '>', after)
    .orderBy('finding.id')
    .limit(limit);
}

function decisionsPage(db: Database, after: string, limit: number) {
  return db
    .selectFrom('decision')
    .innerJoin('finding', 'finding.id', 'decision.findingId')
    .select(['decision.id', 'decision.findingId', 'decision.position', 'finding.storyId', 'finding.kind'])
    .select(['finding.label', 'decision.editor', 'decision.verdict', 'decision.patch', 'decision.reason'])
    .select(['decision.versionId', 'decision.seenValue', 'decision.decidedAt'])
    .where('decision.id', '>', after)
    .orderBy('decision.id')
    .limit(limit);
}

/** Rows without findings are left out: descriptions that no story uses any more. */
function officialRecordsPage(db: Database, after: string, limit: number) {
  return db
    .selectFrom('official')
    .select(['id', 'canonicalOfficialId', 'scope', 'name', 'role', 'title', 'organization', 'jurisdiction'])
    .select(['jurisdictionId', 'findings', 'firstSeen', 'lastSeen', 'rosterEntryId'])
    .where('findings', '>', 0)
    .where('id', '>', after)
    .orderBy('id')
    .limit(limit);
}

function officialDecisionsPage(db: Database, after: string, limit: number) {
  return db
    .selectFrom('officialDecision')
    .select(['id', 'position', 'kind', 'officialId', 'otherOfficialId', 'storyId', 'findingIds', 'rosterEntryId'])
    .select(['undoes', 'editor', 'reason', 'decidedAt'])
    .where('id', '>', after)
    .orderBy('id')
    .limit(limit);
}

const pages = {
  stories: storiesPage,
  story_links: storyLinksPage,
  cities: citiesPage,
  officials: officialsPage,
  quotes: quotesPage,
  stances: stancesPage,
  findings: findingsPage,
  decisions: decisionsPage,
  official_records: officialRecordsPage,
  official_decisions: officialDecisionsPage,
} as const satisfies Record<ExportKind, unknown>;

/** The query for up to `limit` rows of a kind whose ids come after `after`, in the order of their ids. */
export function recordPage(
  db: Database,
  kind: ExportKind,
  after: string,
  limit: number,
): Pick<Compilable, 'compile'> & { toOperationNode(): SelectQueryNode } {
  return pages[kind](db, after, limit);
}

/** What a row of each kind is. */
export const recordAbouts: Readonly<Record<ExportKind, string>> = {
  stories: 'Every story that was discovered, with its current words.',
  story_links: 'Stories that are another one printed again, with their originals.',
  cities: 'Passages that name a city, of findings in use.',
  officials: 'Passages that name an official, of findings in use.',
  quotes: 'Quotes in use.',
  stances: 'Stances in use.',
  findings: 'Findings of all kinds and statuses, rejected and superseded ones too.',
  decisions: 'Every decision of a person on a finding.',
  official_records: 'Officials across stories, merged ones too, that a standing finding names.',
  official_decisions: 'Every decision of a person on officials.',
};
