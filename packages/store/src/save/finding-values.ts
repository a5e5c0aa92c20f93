// What an editor judges in each kind of finding, as it is stored and shown (snake_case), and when two values differ.
// Knows the four kinds; knows no span and no table.
import { officialTenures, positions, quoteKinds } from '@civicwire/shared';
import { z } from 'zod';
import { contentId, stableJson } from '../hashing.ts';

export const findingKinds = ['city', 'official', 'quote', 'stance'] as const;
export type FindingKind = (typeof findingKinds)[number];

const wording = z.string().min(1);

export const cityValueSchema = z.strictObject({
  name: wording,
  state: wording.nullable(),
  geoid: wording.nullable(),
  lat: z.number().nullable(),
  lon: z.number().nullable(),
  focus: z.boolean(),
});
export type CityValue = z.infer<typeof cityValueSchema>;

export const officialValueSchema = z.strictObject({
  name: wording.nullable(),
  title: wording.nullable(),
  role: wording.nullable(),
  organization: wording.nullable(),
  jurisdiction: wording.nullable(),
  jurisdiction_id: wording.nullable(),
  tenure: z.enum(officialTenures),
});
export type OfficialValue = z.infer<typeof officialValueSchema>;

export const quoteValueSchema = z.strictObject({ kind: z.enum(quoteKinds), speaker_name: wording.nullable() });
export type QuoteValue = z.infer<typeof quoteValueSchema>;

export const stanceValueSchema = z.strictObject({
  holder: wording,
  holder_type: wording,
  issue: wording,
  position: z.enum(positions),
  basis: z.enum(['position', 'practice']),
  act: wording,
  modality: wording,
  target: wording.nullable(),
  attributed_by: wording.nullable(),
});
export type StanceValue = z.infer<typeof stanceValueSchema>;

export type FindingValue = CityValue | OfficialValue | QuoteValue | StanceValue;

/** The schema of each kind's value. */
export const valueSchemas = {
  city: cityValueSchema,
  official: officialValueSchema,
  quote: quoteValueSchema,
  stance: stanceValueSchema,
} as const;

/** The fields in which a machine may disagree with a person. Coordinates and the wording of an act are not a judgement. */
const judged: Record<FindingKind, readonly string[]> = {
  city: ['name', 'state', 'geoid', 'focus'],
  official: ['name', 'title', 'role', 'organization', 'jurisdiction', 'tenure'],
  quote: ['kind', 'speaker_name'],
  stance: ['holder', 'issue', 'position', 'basis', 'target', 'attributed_by'],
};

/** Equal for values that an editor would judge alike. */
export function judgedHash(kind: FindingKind, value: Readonly<Record<string, unknown>>): string {
  return contentId(kind, stableJson(judged[kind].map((field) => value[field] ?? null)));
}
