// The normalised rows under a finding: mentions, places, officials, quotes, stances. Knows columns; decides nothing.
import { keptInsert } from '../connect/kept-query.ts';
import { contentId, normalise } from '../hashing.ts';
import type { StoryOfficials } from '../officials/link-story.ts';
import type { OfficialMentionTable } from '../schema/official-tables.ts';
import type { CityMentionTable, Database, PlaceTable, QuoteTable, StanceTable } from '../schema/tables.ts';
import { inBatches } from '../writing.ts';
import type { CityDraft, FindingDraft, OfficialDraft, QuoteDraft, StanceDraft } from './finding-drafts.ts';
import type { CityValue, OfficialValue, QuoteValue, StanceValue } from './finding-values.ts';
import { settlePlaces } from './settle-stances.ts';

/** A finding with the value that counts: a person's where there is one, else the machine's. */
export interface Settled<Draft extends FindingDraft = FindingDraft> {
  readonly draft: Draft;
  readonly value: Draft['value'];
}

export interface DetailRows {
  readonly places: PlaceTable[];
  readonly cityMentions: CityMentionTable[];
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

/** What the findings of one story share. */
export interface DetailsOf {
  readonly storyId: string;
  readonly versionId: string;
  /** Date of the story, YYYY-MM-DD. */
  readonly seenOn: string;
  readonly officials: StoryOfficials;
  /** The findings of the whole story: stances link to its quotes. */
  readonly all: readonly Settled[];
}

/** Rows for these findings. */
export function detailRows(story: DetailsOf, changed: readonly Settled[]): DetailRows {
  const { storyId, versionId, all } = story;
  const rows: DetailRows = {
    places: [],
    cityMentions: [],
    officialMentions: [],
    quotes: [],
    stances: [],
  };
  const officialOf = story.officials.ofName;
  const quotes = all.flatMap(({ draft, value }) =>
    draft.kind === 'quote' ? [{ draft, speaker: (value as QuoteValue).speaker_name }] : [],
  );
  for (const { draft, value } of changed) {
    const place = { storyId, versionId, seenOn: story.seenOn };
    if (draft.kind === 'city') addCity(rows, place, draft, value as CityValue);
    else if (draft.kind === 'official') addOfficial(rows, story, draft, value as OfficialValue);
    else if (draft.kind === 'quote') rows.quotes.push(quoteRow(place, draft, value as QuoteValue, officialOf));
    else rows.stances.push(stanceRow(place, draft, value as StanceValue, officialOf, quotes));
  }
  return rows;
}

interface Where {
  readonly storyId: string;
  readonly versionId: string;
  readonly seenOn: string;
}

function addCity(rows: DetailRows, where: Where, draft: CityDraft, value: CityValue): void {
  const place = placeRow(value);
  rows.places.push(place);
  for (const [nth, { start, end, text, inOrg, confidence }] of draft.detail.entries()) {
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
      isFirst: nth === 0 ? 1 : 0,
    });
  }
}

function addOfficial(rows: DetailRows, story: DetailsOf, draft: OfficialDraft, value: OfficialValue): void {
  const { storyId, versionId, seenOn } = story;
  const officialId = story.officials.ofFinding(draft.id);
  if (officialId === null) throw new Error(`finding ${draft.id}: expected an official for every finding of that kind`);
  for (const { start, end, text, kind } of draft.detail) {
    const id = contentId('mention', draft.id, versionId, start, end);
    const span = { kind, start, end, text };
    const place = { findingId: draft.id, storyId, versionId, officialId };
    rows.officialMentions.push({ id, ...place, ...span, ...mentionWording(value), seenOn });
  }
}

/** The columns of a mention that say how its story words the office. */
export function mentionWording({
  name,
  title,
  organization,
  jurisdiction,
  tenure,
}: OfficialValue): Pick<OfficialMentionTable, 'name' | 'title' | 'organization' | 'jurisdiction' | 'tenure'> {
  return { name, title, organization, jurisdiction, tenure };
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
    // Settled when the story's officials and cities are (settle-stances.ts).
    placeId: null,
    placeFrom: null,
    standing: 0,
  };
}

const unique = <Row extends { readonly id: string }>(rows: readonly Row[]): Row[] => [
  ...new Map(rows.map((row) => [row.id, row])).values(),
];

/** Replaces the rows of the given findings by `rows`. Places are shared by stories and only ever added. */
export async function writeDetailRows(db: Database, findingIds: readonly string[], rows: DetailRows): Promise<void> {
  await inBatches(findingIds, async (ids) => {
    await db.deleteFrom('cityMention').where('findingId', 'in', ids).execute();
    await db.deleteFrom('officialMention').where('findingId', 'in', ids).execute();
    await db.deleteFrom('quote').where('id', 'in', ids).execute();
    await db.deleteFrom('stance').where('id', 'in', ids).execute();
  });
  await addPlaces(db, unique(rows.places));
  await addCityMentions(db, rows.cityMentions);
  await addOfficialMentions(db, rows.officialMentions);
  await addQuotes(db, rows.quotes);
  await addStances(db, rows.stances);
}

const addCityMentions = keptInsert((db, rows: CityMentionTable[]) => db.insertInto('cityMention').values(rows));
const addOfficialMentions = keptInsert((db, rows: OfficialMentionTable[]) =>
  db.insertInto('officialMention').values(rows),
);
const addQuotes = keptInsert((db, rows: QuoteTable[]) => db.insertInto('quote').values(rows));
const addStances = keptInsert((db, rows: StanceTable[]) => db.insertInto('stance').values(rows));

/** Adds the places that are missing; stances are settled anew where two cities have one name now. */
export async function addPlaces(db: Database, places: readonly PlaceTable[]): Promise<void> {
  await settlePlaces(db, await addMissing(db, places));
}

const addMissing = keptInsert((db, rows: PlaceTable[]) =>
  db
    .insertInto('place')
    .values(rows)
    .onConflict((conflict) => conflict.column('id').doNothing())
    .returningAll(),
);
