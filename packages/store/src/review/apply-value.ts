// What a person stands behind, in the normalised rows under a finding. Knows columns; does not know why it was decided.
import { addOfficials, describedOfficials, linkStory, settleStoryOfficials } from '../officials/link-story.ts';
import { addPlaces, mentionWording, placeRow } from '../save/detail-rows.ts';
import {
  cityValueSchema,
  type FindingKind,
  type FindingValue,
  officialValueSchema,
  quoteValueSchema,
  stanceValueSchema,
} from '../save/finding-values.ts';
import type { Database, FindingTable } from '../schema/tables.ts';
import type { Writing } from '../writing.ts';

/** The normalised rows say what the person said. */
export async function applyValue({ db }: Writing, finding: FindingTable, value: FindingValue): Promise<void> {
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
export async function relinkStory(transaction: Writing, storyId: string): Promise<readonly string[]> {
  const { db } = transaction;
  const officials = await settleStoryOfficials(db, storyId, await describedOfficials(db, storyId));
  await addOfficials(transaction, officials.described);
  return linkStory(db, storyId, officials);
}
