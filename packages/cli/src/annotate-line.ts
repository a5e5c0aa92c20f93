// One line of `civicwire annotate`: input row in, output row out. Knows the contract's names; no streams.
import { annotate, type Extractor } from '@civicwire/extract';
import { annotateInputSchema, toWire } from '@civicwire/shared';
import { z } from 'zod';

/** A line that cannot be annotated; `message` says what was expected and where it was not so. */
export class BadLine extends Error {}

/** Annotates one parsed row. Fields that the contract does not name never reach the output. Throws `BadLine` when a field is missing or of the wrong kind. */
export function annotateLine(row: unknown, extractor: Extractor): Record<string, unknown> {
  const input = annotateInputSchema.safeParse(row);
  if (!input.success) throw new BadLine(z.prettifyError(input.error).replaceAll(/\s*\n\s*/g, ' '));
  const annotation = toWire(annotate(input.data, extractor)) as Record<string, unknown>;
  const { people, ...rest } = annotation;
  return {
    id: input.data.id,
    cities: rest.cities,
    places: rest.places,
    people,
    officials: rest.officials,
    quotes: rest.quotes,
    stances: rest.stances,
    notes: rest.notes,
  };
}
