// What the review desk asks of the store, as one object. Knows which function does what; each is described where it is written.
import type { FindingKind } from '../save/finding-values.ts';
import type { DeskActionTable } from '../schema/desk-tables.ts';
import { type Context, type Writing, writing } from '../writing.ts';
import { type ActionKind, type ActionResult, logAction } from './act.ts';
import { type AuditQuestion, listAudit } from './audit.ts';
import { type BulkInput, type BulkResult, decideBulk, decideSame } from './bulk.ts';
import { comment } from './comments.ts';
import {
  type CityPositions,
  type PositionsQuestion,
  positionsByCity,
  type StanceHolders,
  type StateCoverage,
  stanceHolders,
  stateCoverage,
  type Timeline,
  type TimelineOf,
  timeline,
} from './dashboard-figures.ts';
import { adjudicate, type DeskDecided, type DeskDecision, deskDecide } from './desk-decide.ts';
import { askSecondOpinion, type DoubleReviewPolicy } from './double-review.ts';
import { type FunnelQuestion, type FunnelStory, funnelStories } from './funnel-stories.ts';
import { type ItemRecord, kindOf, readItem } from './item-record.ts';
import { type LeaseResult, leaseItem, type NextQuestion, releaseEditor, releaseItems, takeNext } from './leases.ts';
import { listQueue, type QueuePage, type QueueQuestion, type QueueRow, queueRows } from './queue.ts';
import { countQueue, type QueueChoices, type QueueCounts, queueChoices, queueIssues } from './queue-counts.ts';
import type { QueueFilter } from './queue-question.ts';
import {
  changeOwnPassword,
  type DeskSession,
  type SignIn,
  type SignInInput,
  sessionOf,
  signIn,
  signOut,
} from './sessions.ts';
import {
  type DecisionMoment,
  decisionMoments,
  type OpinionGiven,
  opinionsGiven,
  type RuleReviews,
  type RuleReviewsSplit,
  ruleReviews,
  ruleReviewsSplit,
} from './team-figures.ts';
import { type Undone, undoLast } from './undo.ts';
import { addUser, changeUser, findUser, listUsers, type User, type UserChange, type UserInput } from './users.ts';
import { deleteView, getPreferences, listViews, type SavedView, saveView, setPreferences } from './views.ts';
import type { DeskWho } from './who.ts';

export interface DeskStore {
  listQueue(question: QueueQuestion, who: DeskWho): Promise<QueuePage>;
  queueRows(ids: readonly string[], who: DeskWho): Promise<QueueRow[]>;
  countQueue(filter: QueueFilter, who: DeskWho): Promise<QueueCounts>;
  queueChoices(): Promise<QueueChoices>;
  queueIssues(): Promise<string[]>;
  takeNext(question: NextQuestion, who: DeskWho): Promise<string | null>;
  leaseItem(findingId: string, who: DeskWho): Promise<LeaseResult>;
  releaseItems(findingId: string | null, who: DeskWho): Promise<void>;
  releaseEditor(editor: string): Promise<void>;

  readItem(findingId: string, who: DeskWho): Promise<ItemRecord | null>;
  /** Null for an unknown item. */
  kindOf(findingId: string): Promise<FindingKind | null>;
  decide(input: DeskDecision, who: DeskWho, policy: DoubleReviewPolicy): Promise<ActionResult<DeskDecided>>;
  adjudicate(input: DeskDecision, who: DeskWho): Promise<ActionResult<DeskDecided>>;
  undo(key: string, who: DeskWho): Promise<ActionResult<Undone>>;
  decideBulk(
    input: BulkInput & { readonly filter: QueueFilter; readonly limit: number },
    who: DeskWho,
    policy: DoubleReviewPolicy,
  ): Promise<BulkResult>;
  decideSame(
    input: BulkInput & { readonly findingId: string },
    who: DeskWho,
    policy: DoubleReviewPolicy,
  ): Promise<BulkResult>;
  comment(
    input: { readonly findingId: string; readonly key: string; readonly text: string },
    who: DeskWho,
  ): Promise<ActionResult<{ readonly findingId: string }>>;
  askSecondOpinion(
    input: { readonly findingId: string; readonly key: string; readonly words?: string | undefined },
    who: DeskWho,
  ): Promise<ActionResult<{ readonly findingId: string }>>;

  listViews(editor: string): Promise<SavedView[]>;
  saveView(view: Omit<SavedView, 'id'>): Promise<SavedView>;
  deleteView(id: string, owner: string): Promise<void>;
  getPreferences(editor: string): Promise<unknown>;
  setPreferences(editor: string, preferences: unknown): Promise<void>;

  listUsers(): Promise<User[]>;
  findUser(name: string): Promise<User | null>;
  addUser(input: UserInput, by: string): Promise<User>;
  changeUser(id: string, change: UserChange, by: string): Promise<User>;
  signIn(input: SignInInput): Promise<SignIn>;
  sessionOf(secret: string): Promise<DeskSession | null>;
  signOut(session: DeskSession): Promise<void>;
  changeOwnPassword(
    session: DeskSession,
    passwords: { readonly oldPassword: string; readonly newPassword: string },
  ): Promise<boolean>;

  listAudit(question: AuditQuestion): Promise<DeskActionTable[]>;
  /** Writes into the log what was done elsewhere: `key` tells it from others of the same editor. */
  log(
    entry: { readonly editor: string; readonly kind: ActionKind; readonly key: string },
    about: string,
  ): Promise<void>;
  decisionMoments(since: string): Promise<DecisionMoment[]>;
  opinionsGiven(since: string): Promise<OpinionGiven[]>;
  ruleReviews(rule: string): Promise<RuleReviews>;
  ruleReviewsSplit(at: string): Promise<RuleReviewsSplit[]>;
  positionsByCity(question: PositionsQuestion): Promise<CityPositions[]>;
  stanceHolders(): Promise<StanceHolders>;
  timeline(of: TimelineOf): Promise<Timeline>;
  stateCoverage(): Promise<StateCoverage[]>;
  funnelStories(question: FunnelQuestion): Promise<FunnelStory[]>;
}

/** The desk over a store's database. */
export function deskOver(context: Context): DeskStore {
  return {
    listQueue: (question, who) => listQueue(context, question, who),
    queueRows: (ids, who) => queueRows(context, ids, who),
    countQueue: (filter, who) => countQueue(context, filter, who),
    queueChoices: () => queueChoices(context),
    queueIssues: () => queueIssues(context),
    takeNext: (question, who) => takeNext(context, question, who),
    leaseItem: (findingId, who) => leaseItem(context, findingId, who),
    releaseItems: (findingId, who) => releaseItems(context.db, findingId, who),
    releaseEditor: (editor) => releaseEditor(context.db, editor),

    readItem: (findingId, who) => readItem(context, findingId, who),
    kindOf: (findingId) => kindOf(context, findingId),
    decide: (input, who, policy) => deskDecide(context, input, who, policy),
    adjudicate: (input, who) => adjudicate(context, input, who),
    undo: (key, who) => undoLast(context, key, who),
    decideBulk: (input, who, policy) => decideBulk(context, input, who, policy),
    decideSame: (input, who, policy) => decideSame(context, input, who, policy),
    comment: (input, who) => comment(context, input, who),
    askSecondOpinion: (input, who) => askSecondOpinion(context, input, who),

    listViews: (editor) => listViews(context, editor),
    saveView: (view) => saveView(context, view),
    deleteView: (id, owner) => deleteView(context, id, owner),
    getPreferences: (editor) => getPreferences(context, editor),
    setPreferences: (editor, preferences) => setPreferences(context, editor, preferences),

    listUsers: () => listUsers(context),
    findUser: (name) => findUser(context, name),
    addUser: (input, by) => addUser(context, input, by),
    changeUser: (id, change, by) => changeUser(context, id, change, by),
    signIn: (input) => signIn(context, input),
    sessionOf: (secret) => sessionOf(context, secret),
    signOut: (session) => signOut(context, session),
    changeOwnPassword: (session, passwords) => changeOwnPassword(context, session, passwords),

    listAudit: (question) => listAudit(context, question),
    log: (entry, about) => writing(context, (transaction: Writing) => logAction(transaction, entry, about)),
    decisionMoments: (since) => decisionMoments(context, since),
    opinionsGiven: (since) => opinionsGiven(context, since),
    ruleReviews: (rule) => ruleReviews(context, rule),
    ruleReviewsSplit: (at) => ruleReviewsSplit(context, at),
    positionsByCity: (question) => positionsByCity(context, question),
    stanceHolders: () => stanceHolders(context),
    timeline: (of) => timeline(context, of),
    stateCoverage: () => stateCoverage(context),
    funnelStories: (question) => funnelStories(context, question),
  };
}
