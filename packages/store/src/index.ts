// The door of @civicwire/store.
export type { Change } from './changes.ts';
export { type Dialect, databasePlace } from './connect/database-address.ts';
export type { Printing } from './copies/printings.ts';
export { KeyUsedError } from './desk/act.ts';
export { type BulkResult, bulkMax, OtherSelectionError } from './desk/bulk.ts';
export { type DeskDecision, StaleItemError, type Verdict } from './desk/desk-decide.ts';
export type { DeskStore } from './desk/desk-store.ts';
export type { DoubleReview, DoubleReviewPolicy } from './desk/double-review.ts';
export { type FunnelStage, funnelStages } from './desk/funnel-stories.ts';
export type { ItemRecord } from './desk/item-record.ts';
export type { QueueKey, QueueOrder, QueueRow } from './desk/queue.ts';
export type { QueueFilter, QueueShow } from './desk/queue-question.ts';
export { type DeskSession, sessionIdleMsMax } from './desk/sessions.ts';
export type { DecisionMoment, OpinionGiven, RuleReviews } from './desk/team-figures.ts';
export { type User, type UserChange, type UserRole, userRoles } from './desk/users.ts';
export type { SavedView } from './desk/views.ts';
export type { DeskWho } from './desk/who.ts';
export type { Dataset } from './export/datasets.ts';
export { type ExportKind, type ExportRow, exportKinds } from './export/export-rows.ts';
export { type ExportFormat, type ExportRequest, exportFormats } from './export/formats.ts';
export { explainWriting, type WrittenFile, writeStream } from './export/write-stream.ts';
export type { Work } from './ledger/claim.ts';
export type { PageToRead, StoryToRead } from './ledger/claim-to-read.ts';
export type { Counts, Status } from './ledger/counts.ts';
export { type Discovery, storyId } from './ledger/discover.ts';
export type { ProcessFacts, WorkerProcess } from './ledger/processes.ts';
export type { Progress, Snapshot, SnapshotFacts, SnapshotInput } from './ledger/progress.ts';
export type { Pulse, Settled, StagePulse } from './ledger/pulse.ts';
export type { Reconciled } from './ledger/reconcile.ts';
export type { ExtractionInput } from './ledger/record-extraction.ts';
export {
  type Feed,
  type FeedInput,
  type PollResult,
  type Source,
  type SourceInput,
  type Story,
  type StoryInput,
  type StoryState,
  type StoryWork,
  storyStates,
} from './ledger/records.ts';
export type { Replayed, ReplayFilter } from './ledger/replay.ts';
export type { SavedStory } from './ledger/saved-stories.ts';
export type { SourceHistory } from './ledger/source-history.ts';
export { feedId } from './ledger/sources.ts';
export type { OfficialDecisionInput, OfficialDecisionResult } from './officials/decide-official.ts';
export type { RosterImport } from './officials/import-roster.ts';
export type { ListedOfficial, OfficialFilter, OfficialInStory, OfficialView } from './officials/list-officials.ts';
export type { OfficialCandidate } from './officials/official-candidates.ts';
export { type RosterFacts, type RosterLine, rosterLineSchema } from './officials/roster-entries.ts';
export type { RosterEvidence } from './officials/roster-evidence.ts';
export { openStore, type Store, type StoreOptions } from './open-store.ts';
export type { ViewCondition, ViewQuestion, ViewRow, ViewValue } from './reading/read-view.ts';
export type { ReleaseInput, ReleaseState } from './release/cut-release.ts';
export { diffReleases, type Flip, type ReleaseDiff, type ReleasedClaim } from './release/diff-releases.ts';
export { readingBytes } from './release/extraction-bytes.ts';
export type { ReleaseFacts } from './release/manifest.ts';
export { openRelease, type Release, type ReleasedStory } from './release/open-release.ts';
export type { Provenance } from './release/provenance.ts';
export {
  compareVersions,
  type DiffPassage,
  type DiffPiece,
  shortenPassage,
  type VersionChanges,
} from './review/compare-versions.ts';
export type { DecisionInput } from './review/decide.ts';
export type {
  Decision,
  Finding,
  FindingFilter,
  FindingPage,
  FindingView,
  StoryVersion,
  StoryView,
} from './review/findings.ts';
export type { FindingChange, ReadingComparison, ReadingSide } from './save/compare-reading.ts';
export type { Refusal } from './save/finding-drafts.ts';
export { type FindingKind, type FindingValue, findingKinds } from './save/finding-values.ts';
export { type FindingStatus, findingStatuses } from './save/merge-findings.ts';
export type { Republished, Rereading } from './save/republish.ts';
export type { SaveResult } from './save/save.ts';
export type { DictionaryEntry } from './schema/dictionary.ts';
export { type FieldDescription, fields } from './schema/fields.ts';
export type { Excerpt, Highlighted } from './search/highlight.ts';
export { type SearchHit, type SearchKind, type SearchOptions, type SearchPage, searchKinds } from './search/search.ts';
export { type ApiScope, type ApiToken, type ApiTokenInput, apiScopes } from './tokens/tokens.ts';
export { type BackupResult, backUp, restore } from './upkeep/backup.ts';
export { type CheckOptions, checkStore, type StoreCheck } from './upkeep/check-store.ts';
export { type CopiedTable, type CopyResult, copyStore } from './upkeep/copy-store.ts';
export { describeStore, type ServerDescription, type StoreDescription } from './upkeep/describe-store.ts';
export type { Retention, RetentionPolicy } from './upkeep/retain.ts';
export type { ReaderAccess } from './views/reader-role.ts';
export type { Webhooks } from './webhooks/open-webhooks.ts';
export type { WebhookDelivery } from './webhooks/webhook-deliveries.ts';
export type { Webhook, WebhookInput } from './webhooks/webhooks.ts';
export { type ChangedEntity, type ChangeKind, changedEntities } from './writing.ts';
