// The shape of every table, for the compiler. Knows columns and their types; what they mean is in fields.ts.
// Columns are camelCase here and snake_case in the database (Kysely's CamelCasePlugin is the one place that maps).
// Times are ISO 8601 text in UTC with milliseconds, flags are 0 or 1, JSON is text: the same on SQLite and PostgreSQL.
import type { Kysely } from 'kysely';
import type { ApiTokenTable } from './api-tables.ts';
import type { StoryLinkTable, StoryShingleTable } from './copy-tables.ts';
import type { DeskTables } from './desk-tables.ts';
import type { HostTurnTable } from './host-tables.ts';
import type {
  OfficialDecisionTable,
  OfficialMentionTable,
  OfficialSplitTable,
  OfficialTable,
  OfficialTallyTable,
  RosterEntryTable,
} from './official-tables.ts';
import type { StanceTallyTable } from './reading-tables.ts';
import type { SearchEntryTable } from './search-tables.ts';
import type { WebhookSecretTable, WebhookTable } from './webhook-tables.ts';
import type { DutyTable, LeaseColumns, StoryWorkColumns, WorkerProcessTable } from './worker-tables.ts';

/** 0 is no, 1 is yes. SQLite has no other boolean. */
type Flag = 0 | 1;

export interface SourceTable {
  id: string;
  name: string;
  homeName: string | null;
  homeState: string | null;
  homeGeoid: string | null;
  national: Flag;
  expectedGapDays: number | null;
  alarms: string;
  alarmedAt: string | null;
  pageRules: string;
  createdAt: string;
}

export interface FeedTable extends LeaseColumns {
  id: string;
  sourceId: string;
  url: string;
  kind: string;
  etag: string | null;
  lastModified: string | null;
  bodyHash: string | null;
  lastPolledAt: string | null;
  nextPollAt: string;
  intervalMs: number | null;
  wishMs: number | null;
  overlap: number | null;
  unchangedAnswers: number;
  conditionalOff: Flag;
  failures: number;
  failureScore: number;
  lastError: string | null;
  warnings: string;
  health: string;
  createdAt: string;
}

export interface StoryTable extends LeaseColumns, StoryWorkColumns {
  id: string;
  sourceId: string;
  feedId: string | null;
  state: string;
  dropReason: string | null;
  dropDetail: string | null;
  attempts: number;
  nextAttemptAt: string;
  lastError: string | null;
  guid: string | null;
  url: string;
  urlKey: string;
  canonicalUrl: string | null;
  canonicalUrlKey: string | null;
  titleHash: string | null;
  duplicateOf: string | null;
  feedTitle: string | null;
  feedPublishedAt: string | null;
  feedUpdatedAt: string | null;
  discoveredAt: string;
  snapshotId: string | null;
  fetchedAt: string | null;
  finalUrl: string | null;
  extractionId: string | null;
  versionId: string | null;
  savedAt: string | null;
}

export interface SnapshotTable {
  id: string;
  bytes: Uint8Array;
  encoding: string;
  size: number;
  status: number;
  contentType: string | null;
  headers: string;
  finalUrl: string;
  fetchedAt: string;
}

export interface ExtractionTable {
  id: string;
  storyId: string;
  snapshotId: string;
  rulesVersion: string;
  payload: string;
  createdAt: string;
}

export interface StoryVersionTable {
  id: string;
  storyId: string;
  previousVersion: string | null;
  snapshotId: string;
  title: string | null;
  byline: string | null;
  publishedAt: string | null;
  modifiedAt: string | null;
  methods: string;
  text: string;
  textHash: string;
  rulesVersion: string;
  notes: string;
  refusals: string;
  refused: number;
  createdAt: string;
  correction: string | null;
  correctionFrom: string | null;
  section: string | null;
}

export interface PlaceTable {
  id: string;
  geoid: string | null;
  name: string;
  state: string | null;
  type: string;
  lat: number | null;
  lon: number | null;
}

export interface CityMentionTable {
  id: string;
  findingId: string;
  storyId: string;
  versionId: string;
  placeId: string;
  start: number;
  end: number;
  text: string;
  inOrg: Flag;
  focus: Flag;
  confidence: number;
  seenOn: string;
  isFirst: Flag;
}

export interface QuoteTable {
  id: string;
  storyId: string;
  versionId: string;
  kind: string;
  group: string;
  part: number;
  start: number;
  end: number;
  text: string;
  speakerStart: number | null;
  speakerEnd: number | null;
  speakerText: string | null;
  speakerName: string | null;
  speakerType: string;
  officialId: string | null;
  cueStart: number | null;
  cueEnd: number | null;
  cueText: string | null;
  seenOn: string;
}

export interface StanceTable {
  id: string;
  storyId: string;
  versionId: string;
  holder: string;
  holderType: string;
  officialId: string | null;
  issue: string;
  position: string;
  basis: string;
  act: string;
  modality: string;
  target: string | null;
  attributedBy: string | null;
  quoteId: string | null;
  start: number;
  end: number;
  text: string;
  trace: string;
  seenOn: string;
  placeId: string | null;
  placeFrom: string | null;
  standing: number;
}

export interface FindingTable {
  id: string;
  storyId: string;
  versionId: string;
  kind: string;
  status: string;
  reopened: Flag;
  found: Flag;
  rule: string;
  rulesVersion: string;
  confidence: number | null;
  start: number;
  end: number;
  text: string;
  machineStart: number | null;
  machineEnd: number | null;
  label: string;
  trace: string | null;
  value: string;
  valueHash: string;
  contentHash: string;
  decidedValue: string | null;
  seenValueHash: string | null;
  createdAt: string;
  updatedAt: string;
}

export interface DecisionTable {
  id: string;
  findingId: string;
  position: number;
  editor: string;
  verdict: string;
  patch: string | null;
  reason: string | null;
  versionId: string;
  seenValue: string;
  seenValueHash: string;
  decidedAt: string;
  undoes: string | null;
  actionId: string | null;
}

export interface ChangeTable {
  seq: number;
  entity: string;
  entityId: string;
  storyId: string | null;
  kind: string;
  at: string;
}

interface SequencerTable {
  id: number;
  value: number;
}

export interface Tables extends DeskTables {
  source: SourceTable;
  feed: FeedTable;
  story: StoryTable;
  snapshot: SnapshotTable;
  extraction: ExtractionTable;
  storyVersion: StoryVersionTable;
  storyLink: StoryLinkTable;
  storyShingle: StoryShingleTable;
  place: PlaceTable;
  cityMention: CityMentionTable;
  official: OfficialTable;
  officialMention: OfficialMentionTable;
  officialTally: OfficialTallyTable;
  officialSplit: OfficialSplitTable;
  officialDecision: OfficialDecisionTable;
  rosterEntry: RosterEntryTable;
  quote: QuoteTable;
  stance: StanceTable;
  stanceTally: StanceTallyTable;
  finding: FindingTable;
  decision: DecisionTable;
  change: ChangeTable;
  sequencer: SequencerTable;
  searchEntry: SearchEntryTable;
  hostTurn: HostTurnTable;
  workerProcess: WorkerProcessTable;
  duty: DutyTable;
  apiToken: ApiTokenTable;
  webhook: WebhookTable;
  webhookSecret: WebhookSecretTable;
}

/** A connection or an open transaction over the tables of the store. */
export type Database = Kysely<Tables>;
