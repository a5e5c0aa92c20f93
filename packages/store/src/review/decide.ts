// An editor's word on a finding: written once, never changed, stronger than any machine. Knows verdicts and patches.
import { UsageError } from '@civicwire/shared';
import { z } from 'zod';
import { contentId, stableJson, storable } from '../hashing.ts';
import { addOfficials, describedOfficials, linkStory, settleStoryOfficials } from '../officials/link-story.ts';
import { refreshOfficials, tallying } from '../officials/official-tally.ts';
import { addPlaces, mentionWording, placeRow } from '../save/detail-rows.ts';
import {
  cityValueSchema,
  type FindingKind,
  type FindingValue,
  officialValueSchema,
  quoteValueSchema,
  stanceValueSchema,
  valueSchemas,
} from '../save/finding-values.ts';
import type { Database, FindingTable } from '../schema/tables.ts';
import { type Context, isoTimeAfter, type Writing, writing } from '../writing.ts';
import { type Decision, decisionOf } from './findings.ts';

const decisionSchema = z.strictObject({
  findingId: z.string().min(1),
  editor: z.string().trim().min(1),
  verdict: z.enum(['accept', 'reject', 'edit']),
  /** For `edit`: the fields of the finding's value that are to be different, in snake_case. */
  patch: z.record(z.string(), z.unknown()).optional(),
  reason: z.string().optional(),
});
export type DecisionInput = z.infer<typeof decisionSchema>;

const statusOf = { accept: 'accepted', reject: 'rejected', edit: 'edited' } as const;

/**
 * Writes a decision down and gives the finding its status. The same decision twice in a row by the same editor on the same
 * value is one decision. Throws `UsageError` for an unknown finding, an edit without a patch, a patch without an edit, and a
 * patch that does not fit the kind of finding; nothing is written then.
 */
export async function decide(context: Context, input: DecisionInput): Promise<Decision> {
  const parsed = decisionSchema.safeParse(storable(input));
  if (!parsed.success) throw new UsageError(`decision: ${z.prettifyError(parsed.error)}`);
  const decision = parsed.data;
  return writing(context, async (transaction) => {
    const { db, at, changed } = transaction;
    const finding = await db.selectFrom('finding').selectAll().where('id', '=', decision.findingId).executeTakeFirst();
    if (finding === undefined) {
      throw new UsageError(`finding ${decision.findingId}: not in this database; expected the id of a finding`);
    }
    const decidedValue = decideValue(finding, decision);
    const earlier = await db
      .selectFrom('decision')
      .selectAll()
      .where('findingId', '=', finding.id)
      .orderBy('position', 'desc')
      .executeTakeFirst();
    const row = {
      findingId: finding.id,
      position: earlier === undefined ? 0 : earlier.position + 1,
      editor: decision.editor,
      verdict: decision.verdict,
      patch: decision.patch === undefined ? null : stableJson(decision.patch),
      reason: decision.reason ?? null,
      versionId: finding.versionId,
      seenValue: finding.value,
      seenValueHash: finding.valueHash,
    };
    if (earlier !== undefined && isSame(earlier, row) && finding.reopened === 0) return decisionOf(earlier);
    const id = contentId(
      'decision',
      ...[row.findingId, row.position, row.editor, row.verdict, row.patch, row.reason, row.seenValueHash],
    );
    const written = { id, ...row, decidedAt: isoTimeAfter(at, earlier?.decidedAt) };
    await db.insertInto('decision').values(written).execute();
    const { result: relinked, officialIds } = await tallying(transaction, finding.storyId, async () => {
      await db
        .updateTable('finding')
        .set({
          status: statusOf[decision.verdict],
          reopened: 0,
          decidedValue: decidedValue === null ? null : stableJson(decidedValue),
          seenValueHash: finding.valueHash,
          updatedAt: at,
        })
        .where('id', '=', finding.id)
        .execute();
      await applyValue(transaction, finding, decidedValue ?? (JSON.parse(finding.value) as FindingValue));
      return relinkStory(transaction, finding.storyId);
    });
    await refreshOfficials(transaction, officialIds);
    changed('decision', id, finding.storyId, 'insert');
    for (const changedId of new Set([finding.id, ...relinked]))
      changed('finding', changedId, finding.storyId, 'update');
    return decisionOf(written);
  });
}

const decisionFields = ['editor', 'verdict', 'patch', 'reason', 'versionId', 'seenValueHash'] as const;

function isSame<Row extends Record<(typeof decisionFields)[number], string | null>>(
  a: Row,
  b: Omit<Row, 'id' | 'decidedAt'>,
): boolean {
  return decisionFields.every((field) => a[field] === (b as Row)[field]);
}

/** The value that the person stands behind; null for a rejection. */
function decideValue(finding: FindingTable, decision: DecisionInput): FindingValue | null {
  const place = `finding ${finding.id} (${finding.kind})`;
  if ((decision.verdict === 'edit') !== (decision.patch !== undefined)) {
    throw new UsageError(`${place}: verdict ${decision.verdict}; expected a patch with an edit, and none without`);
  }
  if (decision.verdict === 'reject') return null;
  const value = JSON.parse(finding.value) as FindingValue;
  if (decision.verdict === 'accept') return value;
  const edited = valueSchemas[finding.kind as FindingKind].safeParse({ ...value, ...decision.patch });
  if (!edited.success) throw new UsageError(`${place}: patch does not fit: ${z.prettifyError(edited.error)}`);
  return edited.data;
}

/** The normalised rows say what the person said. */
async function applyValue({ db }: Writing, finding: FindingTable, value: FindingValue): Promise<void> {
  switch (finding.kind as FindingKind) {
    case 'city': {
      const city = cityValueSchema.parse(value);
      const place = placeRow(city);
      await addPlaces(db, [place]);
      await db
        .updateTable('cityMention')
        .set({ placeId: place.id, focus: city.focus ? 1 : 0 })
        .where('findingId', '=', finding.id)
        .execute();
      return;
    }
    case 'official': {
      await db
        .updateTable('officialMention')
        .set(mentionWording(officialValueSchema.parse(value)))
        .where('findingId', '=', finding.id)
        .execute();
      return;
    }
    case 'quote': {
      const quote = quoteValueSchema.parse(value);
      await db.updateTable('quote').set({ kind: quote.kind }).where('id', '=', finding.id).execute();
      await renameSpeaker(db, finding, quote.speaker_name);
      return;
    }
    case 'stance': {
      const { holder_type: holderType, attributed_by: attributedBy, ...rest } = stanceValueSchema.parse(value);
      await db
        .updateTable('stance')
        .set({ ...rest, holderType, attributedBy })
        .where('id', '=', finding.id)
        .execute();
      return;
    }
  }
}

/** A speaker's name that differs from the stored one is linked to the story's official of that name, if there is one. */
async function renameSpeaker(db: Database, finding: FindingTable, speakerName: string | null): Promise<void> {
  const stored = await db
    .selectFrom('quote')
    .select(['storyId', 'speakerName'])
    .where('id', '=', finding.id)
    .executeTakeFirst();
  if (stored === undefined || stored.speakerName === speakerName) return;
  const officials = await settleStoryOfficials(db, stored.storyId, await describedOfficials(db, stored.storyId));
  const officialId = officials.ofName(speakerName);
  await db
    .updateTable('quote')
    .set({ speakerName, speakerType: officialId === null ? 'unknown' : 'official', officialId })
    .where('id', '=', finding.id)
    .execute();
}

/** A name that a person gave links quotes and stances anew. Gives the findings whose rows point elsewhere now. */
async function relinkStory(transaction: Writing, storyId: string): Promise<readonly string[]> {
  const { db } = transaction;
  const officials = await settleStoryOfficials(db, storyId, await describedOfficials(db, storyId));
  await addOfficials(transaction, officials.described);
  return linkStory(db, storyId, officials);
}
