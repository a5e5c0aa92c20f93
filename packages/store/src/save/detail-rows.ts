// The normalised rows under a finding: mentions, places, officials, quotes, stances. Knows columns; decides nothing.
import { contentId, normalise } from '../hashing.ts';
import type {
  CityMentionTable,
  Database,
  OfficialMentionTable,
  OfficialTable,
  PlaceTable,
  QuoteTable,
  StanceTable,
} from '../schema/tables.ts';
import { inBatches } from '../writing.ts';
import type { CityDraft, FindingDraft, OfficialDraft, QuoteDraft, StanceDraft } from './finding-drafts.ts';
import type { CityValue, OfficialValue, QuoteValue, StanceValue } from './finding-values.ts';

/** A finding with the value that counts: a person's where there is one, else the machine's. */
export interface Settled<Draft extends FindingDraft = FindingDraft> {
  readonly draft: Draft;
  readonly value: Draft['value'];
}

export interface DetailRows {
  readonly places: PlaceTable[];
  readonly cityMentions: CityMentionTable[];
  readonly officials: OfficialTable[];
  readonly officialMentions: OfficialMentionTable[];
  readonly quotes: QuoteTable[];
  readonly stances: StanceTable[];
}

/** The row of a city. */
export function placeRow(value: CityValue): PlaceTable {
  const { geoid, name, state, lat, lon } = value;
  const id = contentId('place', geoid, name, state);
  return { id, geoid, name, state, type: 'city', lat, lon };
}

/** The row of an official: the same description in two stories gives the same row. */
export function officialRow(value: OfficialValue): OfficialTable {
  const { jurisdiction_id: jurisdictionId, ...facts } = value;
  const { name, title, role, organization, jurisdiction, tenure } = facts;
  const key = [name, title, role, organization, jurisdiction, jurisdictionId, tenure];
  const id = contentId('official', ...key.map((part) => (part === null ? null : normalise(part))));
  return { id, ...facts, jurisdictionId };
}

/** Rows for these findings. `all` are the findings of the whole story: quotes and stances link to its officials and quotes. */
export function detailRows(
  storyId: string,
  versionId: string,
  changed: readonly Settled[],
  all: readonly Settled[],
): DetailRows {
  const rows: DetailRows = {
    places: [],
    cityMentions: [],
    officials: [],
    officialMentions: [],
    quotes: [],
    stances: [],
  };
  const officialIds = new Map(
    all.flatMap(({ draft, value }) => {
      const official = draft.kind === 'official' ? (value as OfficialValue) : null;
      return official?.name ? [[normalise(official.name), officialRow(official).id] as const] : [];
    }),
  );
  const officialOf = (name: string | null) => (name === null ? null : (officialIds.get(normalise(name)) ?? null));
  const quotes = all.flatMap(({ draft, value }) =>
    draft.kind === 'quote' ? [{ draft, speaker: (value as QuoteValue).speaker_name }] : [],
  );
  for (const { draft, value } of changed) {
    const place = { storyId, versionId };
    if (draft.kind === 'city') addCity(rows, place, draft, value as CityValue);
    else if (draft.kind === 'official') addOfficial(rows, place, draft, value as OfficialValue);
    else if (draft.kind === 'quote') rows.quotes.push(quoteRow(place, draft, value as QuoteValue, officialOf));
    else rows.stances.push(stanceRow(place, draft, value as StanceValue, officialOf, quotes));
  }
  return rows;
}

interface Where {
  readonly storyId: string;
  readonly versionId: string;
}

function addCity(rows: DetailRows, where: Where, draft: CityDraft, value: CityValue): void {
  const place = placeRow(value);
  rows.places.push(place);
  for (const { start, end, text, inOrg, confidence } of draft.detail) {
    const id = contentId('mention', draft.id, where.versionId, start, end);
    const facts = { inOrg: inOrg ? (1 as const) : (0 as const), focus: value.focus ? (1 as const) : (0 as const) };
    rows.cityMentions.push({
      id,
      findingId: draft.id,
      ...where,
      placeId: place.id,
      start,
      end,
      text,
      ...facts,
      confidence,
    });
  }
}

function addOfficial(rows: DetailRows, where: Where, draft: OfficialDraft, value: OfficialValue): void {
  const official = officialRow(value);
  rows.officials.push(official);
  for (const { start, end, text, kind } of draft.detail) {
    const id = contentId('mention', draft.id, where.versionId, start, end);
    rows.officialMentions.push({
      id,
      findingId: draft.id,
      ...where,
      officialId: official.id,
      kind,
      start,
      end,
      text,
    });
  }
}

type OfficialOf = (name: string | null) => string | null;

function quoteRow(where: Where, draft: QuoteDraft, value: QuoteValue, officialOf: OfficialOf): QuoteTable {
  const { start, end, text, group, part, speaker, cue } = draft.detail;
  const officialId = officialOf(value.speaker_name);
  // A name that a person put in is linked anew; what it is besides an official nobody said.
  const corrected = value.speaker_name !== draft.detail.speakerName;
  return {
    id: draft.id,
    ...where,
    kind: value.kind,
    group,
    part,
    start,
    end,
    text,
    speakerStart: speaker?.start ?? null,
    speakerEnd: speaker?.end ?? null,
    speakerText: speaker?.text ?? null,
    speakerName: value.speaker_name,
    speakerType: corrected ? (officialId === null ? 'unknown' : 'official') : draft.detail.speakerType,
    officialId,
    cueStart: cue?.start ?? null,
    cueEnd: cue?.end ?? null,
    cueText: cue?.text ?? null,
  };
}

function stanceRow(
  where: Where,
  draft: StanceDraft,
  value: StanceValue,
  officialOf: OfficialOf,
  quotes: readonly { readonly draft: QuoteDraft; readonly speaker: string | null }[],
): StanceTable {
  const { evidence, trace } = draft.detail;
  const quote = quotes.find(
    ({ draft: { detail }, speaker }) =>
      speaker !== null &&
      normalise(speaker) === normalise(value.holder) &&
      detail.start < evidence.end &&
      evidence.start < detail.end,
  );
  return {
    id: draft.id,
    ...where,
    holder: value.holder,
    holderType: value.holder_type,
    officialId: officialOf(value.holder),
    issue: value.issue,
    position: value.position,
    basis: value.basis,
    act: value.act,
    modality: value.modality,
    target: value.target,
    attributedBy: value.attributed_by,
    quoteId: quote?.draft.id ?? null,
    ...evidence,
    trace,
  };
}

const unique = <Row extends { readonly id: string }>(rows: readonly Row[]): Row[] => [
  ...new Map(rows.map((row) => [row.id, row])).values(),
];

/** Replaces the rows of the given findings by `rows`. Places and officials are shared by stories and only ever added. */
export async function writeDetailRows(db: Database, findingIds: readonly string[], rows: DetailRows): Promise<void> {
  await inBatches(findingIds, async (ids) => {
    await db.deleteFrom('cityMention').where('findingId', 'in', ids).execute();
    await db.deleteFrom('officialMention').where('findingId', 'in', ids).execute();
    await db.deleteFrom('quote').where('id', 'in', ids).execute();
    await db.deleteFrom('stance').where('id', 'in', ids).execute();
  });
  await inBatches(unique(rows.places), (batch) =>
    db
      .insertInto('place')
      .values(batch)
      .onConflict((conflict) => conflict.column('id').doNothing())
      .execute(),
  );
  await inBatches(unique(rows.officials), (batch) =>
    db
      .insertInto('official')
      .values(batch)
      .onConflict((conflict) => conflict.column('id').doNothing())
      .execute(),
  );
  await inBatches(rows.cityMentions, (batch) => db.insertInto('cityMention').values(batch).execute());
  await inBatches(rows.officialMentions, (batch) => db.insertInto('officialMention').values(batch).execute());
  await inBatches(rows.quotes, (batch) => db.insertInto('quote').values(batch).execute());
  await inBatches(rows.stances, (batch) => db.insertInto('stance').values(batch).execute());
}
