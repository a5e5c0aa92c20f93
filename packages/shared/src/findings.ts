// What extraction finds in a story: the words that all packages use for cities, officials, quotes and stances.
// Knows shapes, no rules and no database. Field meanings: docs/FIELDS.md.
import { z } from 'zod';

const spanShape = { start: z.int().nonnegative(), end: z.int().positive(), text: z.string().min(1) };
const textSpanSchema = z.object(spanShape);

export const placeTypes = ['city', 'county-subdivision', 'county', 'state', 'country', 'other'] as const;
/** One mention of a place, resolved to one referent. `cities` holds those of type city; `places` all. */
export const placeMentionSchema = z.object({
  ...spanShape,
  /** Plain name without "city", "town" or "CDP". */
  name: z.string(),
  /** USPS code of the state ("AZ"); null outside of the United States. */
  state: z.string().nullable(),
  /** Census GEOID (7 digits for places, 5 for counties, 2 for states); null where there is none. */
  geoid: z.string().nullable(),
  lat: z.number().nullable(),
  lon: z.number().nullable(),
  type: z.enum(placeTypes),
  /** The mention stands inside of the name of an organization ("Phoenix Police Department"). */
  inOrg: z.boolean(),
  /** The place is one that the story is about. */
  focus: z.boolean(),
  /** 0 to 1: how far the place stands out as one that the story is about; null when `focus` is false. */
  focusConfidence: z.number().nullable(),
  /** 0 to 1: that the words name this place. */
  confidence: z.number(),
  rule: z.string(),
});
export type PlaceMention = z.infer<typeof placeMentionSchema>;

/** A named person, official or not. `name` is the fullest form in the story. */
export const personSchema = z.object({ name: z.string(), mentions: z.array(textSpanSchema) });
export type Person = z.infer<typeof personSchema>;

/** A named organization (council, department, nonprofit, outlet). */
export const organizationSchema = z.object({ name: z.string(), mentions: z.array(textSpanSchema) });
export type Organization = z.infer<typeof organizationSchema>;

export const officialTenures = ['current', 'former', 'acting', 'elect'] as const;
export const mentionKinds = ['full', 'surname', 'office', 'pronoun'] as const;
/** A holder of public office. `name` is null when the story names the office alone ("the city manager"). */
export const officialSchema = z.object({
  name: z.string().nullable(),
  /** As written in the story ("District 2 Councilwoman"). */
  title: z.string().nullable(),
  /** From the controlled list of packages/extract/data/titles. */
  role: z.string().nullable(),
  organization: z.string().nullable(),
  /** "Phoenix, AZ", "Maricopa County, AZ", "AZ", "United States"; null when the story does not tell. */
  jurisdiction: z.string().nullable(),
  /** Open Civic Data division id of the jurisdiction; null when it is unknown or has none. */
  jurisdictionId: z.string().nullable(),
  /** What the title says of the time: "acting" for interim holders too, "elect" for those named to an office. */
  tenure: z.enum(officialTenures),
  mentions: z.array(z.object({ ...spanShape, kind: z.enum(mentionKinds) })),
  rule: z.string(),
});
export type Official = z.infer<typeof officialSchema>;

export const quoteKinds = ['direct', 'mixed', 'indirect'] as const;
/** Which record of the story a speaker is: "unknown" for nobody named, or a name that is none of its records. */
export const speakerTypes = ['official', 'person', 'organization', 'unknown'] as const;
/** Speech ascribed to somebody. Fragments of one utterance share `group`; `part` counts from 0. */
export const quoteSchema = z.object({
  ...spanShape,
  kind: z.enum(quoteKinds),
  group: z.string(),
  part: z.int().nonnegative(),
  speaker: textSpanSchema.nullable(),
  /** Canonical name of the speaker in this story; null when unknown or not named. */
  speakerName: z.string().nullable(),
  speakerType: z.enum(speakerTypes),
  cue: textSpanSchema.nullable(),
  rule: z.string(),
});
export type Quote = z.infer<typeof quoteSchema>;

export const positions = ['supports', 'opposes', 'mixed', 'neutral'] as const;
/** A position of one holder on one issue's proposition, with the arithmetic that gave it. */
export const stanceSchema = z.object({
  holder: z.string(),
  holderType: z.string(),
  issue: z.string(),
  position: z.enum(positions),
  basis: z.enum(['position', 'practice']),
  act: z.string(),
  modality: z.string(),
  target: z.string().nullable(),
  attributedBy: z.string().nullable(),
  evidence: textSpanSchema,
  /** A sentence for an editor: each factor with its sign, and the product. */
  trace: z.string(),
  confidence: z.number(),
  rule: z.string(),
});
export type Stance = z.infer<typeof stanceSchema>;

/** Everything found in one text. Lists are in text order; `notes` say in words what was left out and why. */
export const annotationSchema = z.object({
  cities: z.array(placeMentionSchema),
  places: z.array(placeMentionSchema),
  people: z.array(personSchema),
  officials: z.array(officialSchema),
  quotes: z.array(quoteSchema),
  stances: z.array(stanceSchema),
  notes: z.array(z.string()),
});
export type Annotation = z.infer<typeof annotationSchema>;

/** Where a publisher sits; `state` or `admin1` is a USPS code or a state's name. */
export const publisherPlaceSchema = z.object({
  name: z.string(),
  state: z.string().optional(),
  admin1: z.string().optional(),
});

/** One line of `civicwire annotate` on standard input. Other fields are dropped, so that gold never leaks into output. */
export const annotateInputSchema = z.object({
  id: z.union([z.string(), z.number()]),
  text: z.string(),
  title: z.string().nullish(),
  url: z.string().nullish(),
  publisher: z.string().nullish(),
  publisher_place: publisherPlaceSchema.nullish().catch(null),
  publisher_national: z.boolean().nullish(),
  published_at: z.string().nullish(),
});
export type AnnotateInput = z.infer<typeof annotateInputSchema>;
