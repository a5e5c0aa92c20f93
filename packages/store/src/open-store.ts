// The store as its users see it: one object over one database, every operation of the ledger, the records and the review.
// Knows which function does what; every operation lives in its own file.
import { randomUUID } from 'node:crypto';
import type { Clock, HostTurns } from '@civicwire/shared';
import { type Change, changesSince, lastChangeSeq } from './changes.ts';
import { connect } from './connect/connect.ts';
import type { Dialect } from './connect/database-address.ts';
import { type DeskStore, deskOver } from './desk/desk-store.ts';
import { type Dataset, datasets } from './export/datasets.ts';
import { type ExportKind, type ExportRow, exportColumns, exportRows } from './export/export-rows.ts';
import { type ExportRequest, exportStream, exportTo } from './export/formats.ts';
import { type Counts, counts, type Status, status } from './ledger/counts.ts';
import { type Discovery, discover } from './ledger/discover.ts';
import { createHostTurns } from './ledger/host-turns.ts';
import { type Claims, openClaims } from './ledger/open-claims.ts';
import {
  describeSnapshot,
  drop,
  getSnapshot,
  type Progress,
  recordSnapshot,
  requeue,
  retryLater,
  type Snapshot,
  type SnapshotFacts,
  type SnapshotInput,
} from './ledger/progress.ts';
import { type Pulse, pulse, type Settled, settled } from './ledger/pulse.ts';
import { type ExtractionInput, recordExtraction } from './ledger/record-extraction.ts';
import type { Feed, FeedInput, PollResult, Source, SourceInput, StoryInput } from './ledger/records.ts';
import { type SavedStory, savedStories } from './ledger/saved-stories.ts';
import { recordAlarms, type SourceHistory, sourceHistory } from './ledger/source-history.ts';
import { getSource, listFeeds, listSources, pollNow, recordPoll, upsertFeed, upsertSource } from './ledger/sources.ts';
import { type StoredArticle, storedArticle } from './ledger/stored-article.ts';
import {
  decideOfficial,
  type OfficialDecisionInput,
  type OfficialDecisionResult,
} from './officials/decide-official.ts';
import { importRoster, type RosterImport } from './officials/import-roster.ts';
import {
  getOfficial,
  type ListedOfficial,
  listOfficials,
  type OfficialFilter,
  type OfficialView,
} from './officials/list-officials.ts';
import { type OfficialCandidate, officialCandidates } from './officials/official-candidates.ts';
import type { RosterFacts, RosterLine } from './officials/roster-entries.ts';
import { readView, type ViewQuestion, type ViewRow } from './reading/read-view.ts';
import { cutRelease, type ReleaseInput, type ReleaseState, releaseState } from './release/cut-release.ts';
import type { ReleaseFacts } from './release/manifest.ts';
import { type Provenance, provenanceOf } from './release/provenance.ts';
import { type DecisionInput, decide } from './review/decide.ts';
import {
  type Decision,
  type FindingFilter,
  type FindingPage,
  type FindingView,
  findStory,
  getFinding,
  getStory,
  listFindings,
  type StoryView,
} from './review/findings.ts';
import { compareReading, type ReadingComparison } from './save/compare-reading.ts';
import { type Republished, type Rereading, republish } from './save/republish.ts';
import { type SaveResult, save, saveExtraction } from './save/save.ts';
import { type DictionaryEntry, dictionary } from './schema/dictionary.ts';
import { type SearchOptions, type SearchPage, search } from './search/search.ts';
import {
  type ApiToken,
  type ApiTokenInput,
  createToken,
  listTokens,
  recogniseToken,
  revokeToken,
} from './tokens/tokens.ts';
import { type Retention, type RetentionPolicy, removeSnapshotBytes } from './upkeep/retain.ts';
import { type ReaderAccess, readerAccess } from './views/reader-role.ts';
import { openWebhooks, type Webhooks } from './webhooks/open-webhooks.ts';
import type { Context } from './writing.ts';

/** The operations of the store; each is described where it is written (the function of the same name). */
export interface Store extends Claims {
  readonly dialect: Dialect;
  /** See `StoreOptions`. */
  readonly owner: string;
  close(): Promise<void>;
  /** Hosts' turns, shared by all processes on this database. */
  readonly hostTurns: HostTurns;
  /** Addresses that are told of changes. */
  readonly webhooks: Webhooks;
  /** The people at the review desk and what they do there. */
  readonly desk: DeskStore;

  upsertSource(source: SourceInput): Promise<Source>;
  getSource(id: string): Promise<Source | null>;
  listSources(): Promise<Source[]>;
  upsertFeed(feed: FeedInput): Promise<Feed>;
  listFeeds(): Promise<Feed[]>;
  recordPoll(feedId: string, result: PollResult): Promise<void>;
  pollNow(): Promise<void>;
  sourceHistory(sourceId: string, sinceMs: number): Promise<SourceHistory>;
  recordAlarms(
    sourceId: string,
    judged: { readonly expectedGapDays: number | null; readonly alarms: readonly string[] },
  ): Promise<void>;

  discover(stories: readonly StoryInput[]): Promise<Discovery>;
  recordSnapshot(
    storyId: string,
    snapshot: SnapshotInput,
  ): Promise<{ readonly snapshotId: string; readonly progress: Progress }>;
  getSnapshot(id: string): Promise<Snapshot | null>;
  describeSnapshot(id: string): Promise<SnapshotFacts | null>;
  recordExtraction(storyId: string, extraction: ExtractionInput): Promise<Progress>;
  save(storyId: string): Promise<SaveResult>;
  saveExtraction(storyId: string, extraction: ExtractionInput): Promise<SaveResult>;
  drop(storyId: string, reason: string, detail: string): Promise<Progress>;
  retryLater(
    storyId: string,
    afterMs: number,
    error: string,
    options?: { readonly countsAsAttempt?: boolean },
  ): Promise<void>;
  requeue(storyId: string, work: 'fetch' | 'extract'): Promise<boolean>;

  savedStories(options?: {
    readonly storyIds?: readonly string[] | undefined;
    readonly limit?: number | undefined;
  }): AsyncGenerator<SavedStory>;
  storedArticle(versionId: string): Promise<StoredArticle | null>;
  compareReading(reading: Rereading): Promise<ReadingComparison>;
  republish(readings: AsyncIterable<Rereading> | Iterable<Rereading>): Promise<Republished>;

  counts(): Promise<Counts>;
  status(): Promise<Status>;
  pulse(): Promise<Pulse>;
  settled(): Promise<Settled>;

  listFindings(filter: FindingFilter): Promise<FindingPage>;
  getFinding(id: string): Promise<FindingView | null>;
  getStory(id: string): Promise<StoryView | null>;
  findStory(urlOrKey: string): Promise<StoryView | null>;
  decide(decision: DecisionInput): Promise<Decision>;

  listOfficials(filter?: OfficialFilter): Promise<ListedOfficial[]>;
  getOfficial(id: string): Promise<OfficialView>;
  officialCandidates(): Promise<OfficialCandidate[]>;
  decideOfficial(
    decision: OfficialDecisionInput,
    options?: { readonly dryRun?: boolean },
  ): Promise<OfficialDecisionResult>;
  importRoster(
    facts: RosterFacts,
    lines: readonly RosterLine[],
    options?: { readonly dryRun?: boolean },
  ): Promise<RosterImport>;

  exportRows(kind: ExportKind): AsyncGenerator<ExportRow>;
  exportColumns(kind: ExportKind): string[];
  datasets(): readonly Dataset[];
  exportStream(request: ExportRequest, onRows?: (count: number) => void): AsyncGenerator<string | Uint8Array>;
  exportTo(request: ExportRequest, place: string): Promise<Readonly<Record<string, number>>>;
  cutRelease(release: ReleaseInput, folder: string): Promise<ReleaseFacts>;
  releaseState(): Promise<ReleaseState>;
  provenance(id: string): Promise<Provenance | null>;
  changesSince(seq: number, limit: number): Promise<Change[]>;
  lastChangeSeq(): Promise<number>;

  search(query: string, options?: SearchOptions): Promise<SearchPage>;
  dictionary(): readonly DictionaryEntry[];
  readerAccess(): Promise<ReaderAccess>;

  removeSnapshotBytes(policy: RetentionPolicy, options?: { readonly dryRun?: boolean }): Promise<Retention>;
  readView(question: ViewQuestion): Promise<ViewRow[]>;

  createToken(input: ApiTokenInput): Promise<{ readonly token: ApiToken; readonly text: string }>;
  listTokens(): Promise<ApiToken[]>;
  revokeToken(id: string): Promise<ApiToken>;
  recogniseToken(text: string): Promise<ApiToken | null>;
}

export interface StoreOptions {
  readonly clock: Clock;
  /** How long to wait, in milliseconds, while another program writes to the same SQLite file; 10,000 unless given. */
  readonly lockWaitMs?: number | undefined;
  /** Name of this process on the leases that it takes, unlike that of any other; made up unless given. */
  readonly owner?: string | undefined;
}

/**
 * Opens the store at `sqlite:path`, a plain path or `postgres://…`, making folder and tables as needed. Throws `UsageError`
 * or `ServiceUnavailable` with the thing, the place and what was expected. Close it when done.
 */
export async function openStore(url: string, { clock, lockWaitMs, owner }: StoreOptions): Promise<Store> {
  return storeOver({ ...(await connect(url, lockWaitMs)), clock, owner: owner ?? randomUUID() });
}

function storeOver(context: Context): Store {
  return {
    dialect: context.dialect,
    owner: context.owner,
    close: () => context.db.destroy(),
    hostTurns: createHostTurns(context),
    ...openClaims(context),
    webhooks: openWebhooks(context),
    desk: deskOver(context),

    upsertSource: (source) => upsertSource(context, source),
    getSource: (id) => getSource(context, id),
    listSources: () => listSources(context),
    upsertFeed: (feed) => upsertFeed(context, feed),
    listFeeds: () => listFeeds(context),
    recordPoll: (feedId, result) => recordPoll(context, feedId, result),
    pollNow: () => pollNow(context),
    sourceHistory: (sourceId, sinceMs) => sourceHistory(context, sourceId, sinceMs),
    recordAlarms: (sourceId, judged) => recordAlarms(context, sourceId, judged),

    discover: (stories) => discover(context, stories),

    recordSnapshot: (storyId, snapshot) => recordSnapshot(context, storyId, snapshot),
    getSnapshot: (id) => getSnapshot(context, id),
    describeSnapshot: (id) => describeSnapshot(context, id),
    recordExtraction: (storyId, extraction) => recordExtraction(context, storyId, extraction),
    save: (storyId) => save(context, storyId),
    saveExtraction: (storyId, extraction) => saveExtraction(context, storyId, extraction),
    drop: (storyId, reason, detail) => drop(context, storyId, reason, detail),
    retryLater: (storyId, afterMs, error, options) => retryLater(context, storyId, afterMs, error, options),
    requeue: (storyId, work) => requeue(context, storyId, work),

    savedStories: (options) => savedStories(context, options),
    storedArticle: (versionId) => storedArticle(context, versionId),
    compareReading: (reading) => compareReading(context, reading),
    republish: (readings) => republish(context, readings),

    counts: () => counts(context),
    status: () => status(context),
    pulse: () => pulse(context),
    settled: () => settled(context),

    listFindings: (filter) => listFindings(context, filter),
    getFinding: (id) => getFinding(context, id),
    getStory: (id) => getStory(context, id),
    findStory: (urlOrKey) => findStory(context, urlOrKey),
    decide: (decision) => decide(context, decision),

    listOfficials: (filter) => listOfficials(context, filter),
    getOfficial: (id) => getOfficial(context, id),
    officialCandidates: () => officialCandidates(context),
    decideOfficial: (decision, options) => decideOfficial(context, decision, options),
    importRoster: (facts, lines, options) => importRoster(context, facts, lines, options),

    exportRows: (kind) => exportRows(context, kind),
    exportColumns: (kind) => exportColumns(context, kind),
    datasets: () => datasets(context),
    exportStream: (request, onRows) => exportStream(context, request, onRows),
    exportTo: (request, place) => exportTo(context, request, place),
    cutRelease: (release, folder) => cutRelease(context, release, folder),
    releaseState: () => releaseState(context),
    provenance: (id) => provenanceOf(context.db, id),
    changesSince: (seq, limit) => changesSince(context, seq, limit),
    lastChangeSeq: () => lastChangeSeq(context),

    search: (query, options) => search(context, query, options),
    dictionary,
    readerAccess: () => readerAccess(context),

    removeSnapshotBytes: (policy, options) => removeSnapshotBytes(context, policy, options),
    readView: (question) => readView(context, question),

    createToken: (input) => createToken(context, input),
    listTokens: () => listTokens(context),
    revokeToken: (id) => revokeToken(context, id),
    recogniseToken: (text) => recogniseToken(context, text),
  };
}
