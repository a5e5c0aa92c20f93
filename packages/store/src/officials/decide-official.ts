// A person's word on who is who: written once, never changed; the picture follows from all such words in order.
// Knows what may be decided; what follows from it is next door.
import { UsageError } from '@civicwire/shared';
import { z } from 'zod';
import { contentId, stableJson, storable } from '../hashing.ts';
import type { OfficialDecisionTable, OfficialTable } from '../schema/official-tables.ts';
import type { Database } from '../schema/tables.ts';
import { type Context, isoTimeAfter, type Writing, writing } from '../writing.ts';
import { applyPicture, comparePictures, type PictureChange } from './apply-picture.ts';
import { findOfficial, findOfficialDecision, findRosterEntry, findStoryId } from './find-records.ts';
import { addOfficials } from './link-story.ts';
import { type Picture, pictureOf, splitOfficialId } from './official-picture.ts';

const given = z.string().trim().min(1);
const by = { editor: given, reason: given };

/** Ids may be given by their first digits, stories by their address too. */
const decisionSchema = z.discriminatedUnion('kind', [
  /** `officialId` is `intoId`, under whose name and place both are shown. */
  z.strictObject({ kind: z.literal('merge'), officialId: given, intoId: given, ...by }),
  /** In this story `officialId` is somebody else, who gets a row of his or her own. */
  z.strictObject({ kind: z.literal('split'), officialId: given, storyId: given, ...by }),
  /** They are two people, and no longer proposed as one. */
  z.strictObject({ kind: z.literal('apart'), officialId: given, otherId: given, ...by }),
  z.strictObject({ kind: z.literal('link'), officialId: given, rosterEntryId: given, ...by }),
  /** The decision no longer counts. */
  z.strictObject({ kind: z.literal('undo'), decisionId: given, ...by }),
]);
export type OfficialDecisionInput = z.infer<typeof decisionSchema>;

export interface OfficialDecisionResult {
  /** The decision as written, or as it would be; null when it says what stands already. */
  readonly decision: OfficialDecisionTable | null;
  /** False for a dry run and for what stands already: no row has changed. */
  readonly written: boolean;
  readonly change: PictureChange;
}

/** What a decision is about, all ids whole. */
type Subject = Pick<
  OfficialDecisionTable,
  'kind' | 'officialId' | 'otherOfficialId' | 'storyId' | 'findingIds' | 'rosterEntryId' | 'undoes'
>;

/**
 * Writes a decision about officials and brings the picture up to date; with `dryRun` only says what would change. What
 * stands already is not written again. Throws `UsageError` for unknown ids and for what cannot be (an official merged into
 * itself, a split of a story that does not name the official, a merge of two that a person has told apart, an undo of an
 * undo), with nothing written.
 */
export async function decideOfficial(
  context: Context,
  input: OfficialDecisionInput,
  options: { readonly dryRun?: boolean } = {},
): Promise<OfficialDecisionResult> {
  const parsed = decisionSchema.safeParse(storable(input));
  if (!parsed.success) throw new UsageError(`decision about officials: ${z.prettifyError(parsed.error)}`);
  const { editor, reason } = parsed.data;
  return writing(context, async (transaction) => {
    const { db } = transaction;
    const decisions = await db.selectFrom('officialDecision').selectAll().orderBy('position').execute();
    const before = pictureOf(decisions);
    const subject = await settleSubject(db, parsed.data, before, decisions);
    if (subject === null) return { decision: null, written: false, change: { merges: [], links: [], storyIds: [] } };
    const position = (decisions.at(-1)?.position ?? -1) + 1;
    const decidedAt = isoTimeAfter(transaction.at, decisions.at(-1)?.decidedAt);
    const id = contentId('official decision', position, stableJson(subject), editor, reason);
    const decision = { id, position, ...subject, editor, reason, decidedAt };
    const after = pictureOf([...decisions, decision]);
    const change = comparePictures(before, after);
    if (options.dryRun === true) return { decision, written: false, change };
    await db.insertInto('officialDecision').values(decision).execute();
    transaction.changed('official_decision', id, null, 'insert');
    if (decision.kind === 'split') await addSplitOfficial(transaction, decision, before);
    const about = decisions.find(({ id: known }) => known === decision.undoes) ?? decision;
    const decided = [about.officialId, ...(about.otherOfficialId === null ? [] : [about.otherOfficialId])];
    await applyPicture(transaction, after, change, decided);
    return { decision, written: true, change };
  });
}

/** The decision with whole ids; null when the picture says so already. */
async function settleSubject(
  db: Database,
  input: OfficialDecisionInput,
  picture: Picture,
  decisions: readonly OfficialDecisionTable[],
): Promise<Subject | null> {
  const nothing = { otherOfficialId: null, storyId: null, findingIds: null, rosterEntryId: null, undoes: null };
  if (input.kind === 'undo') {
    const decision = await findOfficialDecision(db, input.decisionId);
    if (decision.kind === 'undo') {
      throw new UsageError(`decision ${decision.id}: is an undo; expected another kind (decide it again instead)`);
    }
    const gone = decisions.some(({ undoes }) => undoes === decision.id);
    return gone ? null : { ...nothing, kind: 'undo', officialId: decision.officialId, undoes: decision.id };
  }
  const { id: officialId } = await findOfficial(db, input.officialId);
  const root = picture.canonicalOf(officialId);
  switch (input.kind) {
    case 'merge':
    case 'apart': {
      const { id: otherOfficialId } = await findOfficial(db, input.kind === 'merge' ? input.intoId : input.otherId);
      return settlePair(picture, { ...nothing, kind: input.kind, officialId, otherOfficialId });
    }
    case 'link': {
      const { id: rosterEntryId } = await findRosterEntry(db, input.rosterEntryId);
      return picture.links.get(root) === rosterEntryId ? null : { ...nothing, kind: 'link', officialId, rosterEntryId };
    }
    case 'split': {
      const storyId = await findStoryId(db, input.storyId);
      const findingIds = await findingsOf(db, root, storyId);
      const subject = { ...nothing, kind: 'split', officialId, storyId, findingIds: JSON.stringify(findingIds) };
      if (findingIds.length > 0) return subject;
      const isSplit = picture.standing.some(
        (decision) =>
          decision.kind === 'split' &&
          decision.storyId === storyId &&
          picture.canonicalOf(decision.officialId) === root,
      );
      if (isSplit) return null;
      throw new UsageError(
        `official ${officialId}: not named in story ${storyId}; expected a story that names him or her`,
      );
    }
  }
}

function settlePair(picture: Picture, subject: Subject & { readonly otherOfficialId: string }): Subject | null {
  const { kind, officialId, otherOfficialId } = subject;
  if (officialId === otherOfficialId) {
    throw new UsageError(`official ${officialId}: given twice; expected two officials`);
  }
  const isOne = picture.canonicalOf(officialId) === picture.canonicalOf(otherOfficialId);
  const apart = picture.apartBy(officialId, otherOfficialId);
  if (kind === 'merge' && isOne) return null;
  if (kind === 'merge' && apart !== null) {
    throw new UsageError(
      `officials ${officialId} and ${otherOfficialId}: told apart by decision ${apart}; expected it to be undone first`,
    );
  }
  if (kind === 'apart' && isOne) {
    throw new UsageError(
      `officials ${officialId} and ${otherOfficialId}: merged; expected the merge to be undone first`,
    );
  }
  return kind === 'apart' && apart !== null ? null : subject;
}

/** The findings of a story that are of this canonical official now. */
async function findingsOf(db: Database, root: string, storyId: string): Promise<string[]> {
  const rows = await db
    .selectFrom('officialMention')
    .innerJoin('official', 'official.id', 'officialMention.officialId')
    .select('officialMention.findingId as id')
    .distinct()
    .where('officialMention.storyId', '=', storyId)
    .where('official.canonicalOfficialId', '=', root)
    .execute();
  return rows.map(({ id }) => id).sort();
}

/** The row of the one who was split off: the same description, his or her own id. */
async function addSplitOfficial(transaction: Writing, decision: OfficialDecisionTable, before: Picture): Promise<void> {
  const root = before.canonicalOf(decision.officialId);
  const from = await transaction.db.selectFrom('official').selectAll().where('id', '=', root).executeTakeFirstOrThrow();
  const id = splitOfficialId(decision.id);
  const own: Partial<OfficialTable> = { id, scope: 'split', canonicalOfficialId: id, rosterEntryId: null };
  await addOfficials(transaction, [{ ...from, ...own, findings: 0, firstSeen: null, lastSeen: null }]);
}
