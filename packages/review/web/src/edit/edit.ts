// What an editor has changed in a claim so far, and the patch that it comes to. Pure; knows fields, no screen.
import type { DeskItem } from '../../../src/desk-api/contract.ts';
import type { Span } from '../text/bounds.ts';

export type Field = DeskItem['fields'][number];
export type Candidate = Field['candidates'][number];
/** What an edit begins with. */
export interface Edited {
  readonly fields: readonly Field[];
  readonly text: { readonly evidence: Pick<DeskItem['text']['evidence'], 'start' | 'end' | 'machine'> };
}

/** New values by field name. Fields that are not in it stay as they are. */
export type Changes = Readonly<Record<string, unknown>>;

/** What a field would say after the edit. */
export function valueIn(field: Field, changes: Changes): unknown {
  return field.name in changes ? changes[field.name] : field.value;
}

/** The edit after a candidate was chosen: it may set other fields too (a place brings its state and number). */
export function choose(changes: Changes, candidate: Candidate): Changes {
  return { ...changes, ...candidate.patch };
}

/**
 * The edit after words were typed or marked for a field. Nothing typed means no value where the field may be empty, and
 * leaves the field as it was where it may not.
 */
export function write(changes: Changes, field: Field, typed: string): Changes {
  const { [field.name]: _, ...others } = changes;
  const text = typed.replaceAll(/\s+/gu, ' ').trim();
  if (text === '') return field.nullable ? { ...others, [field.name]: null } : others;
  if (field.type !== 'number') return { ...others, [field.name]: text };
  const number = Number(text);
  return Number.isFinite(number) ? { ...others, [field.name]: number } : others;
}

/** Whether the claim says what the candidate says, as far as the candidate goes. */
function isChosen(fields: readonly Field[], changes: Changes, candidate: Candidate): boolean {
  return Object.entries(candidate.patch).every(([name, value]) => {
    const field = fields.find((other) => other.name === name);
    return same(field === undefined ? changes[name] : valueIn(field, changes), value);
  });
}

/**
 * Which candidate of a field the claim agrees with: one that says all that the claim says, else the only one with this
 * field's own value. −1 for none.
 */
export function chosenAt(field: Field, fields: readonly Field[], changes: Changes): number {
  const whole = field.candidates.findIndex((candidate) => isChosen(fields, changes, candidate));
  if (whole >= 0) return whole;
  const value = valueIn(field, changes);
  const alike = field.candidates.filter(({ patch }) => same(patch[field.name], value));
  return alike.length === 1 ? field.candidates.findIndex(({ patch }) => same(patch[field.name], value)) : -1;
}

/** The evidence among the fields; its bounds are `start` and `end` of an edit. */
export const evidenceField = 'evidence';

/** The bounds that the machine gave the evidence. */
export function machineBounds({ text: { evidence } }: Edited): Span {
  return evidence.machine ?? { start: evidence.start, end: evidence.end };
}

/** The bounds that the evidence would have after the edit. */
export function boundsIn({ text: { evidence } }: Edited, { start, end }: Changes): Span {
  return { start: Number(start ?? evidence.start), end: Number(end ?? evidence.end) };
}

/** All that the claim would say otherwise than the machine, what a person changed before too; null when that is nothing. */
export function patchOf(item: Edited, changes: Changes): Changes | null {
  const { start: _start, end: _end, ...others } = changes;
  const [bounds, machine] = [boundsIn(item, changes), machineBounds(item)];
  const fields = item.fields.map((field) => [field.name, valueIn(field, changes), field.machine_value] as const);
  const known = new Set(fields.map(([name]) => name));
  const entries = [
    ...fields.filter(([, value, machines]) => !same(value, machines)).map(([name, value]) => [name, value] as const),
    ...Object.entries(others).filter(([name]) => !known.has(name)),
    ...(same(bounds, machine) ? [] : Object.entries(bounds)),
  ];
  return entries.length === 0 ? null : Object.fromEntries(entries);
}

function same(a: unknown, b: unknown): boolean {
  return (a ?? null) === (b ?? null) || JSON.stringify(a) === JSON.stringify(b);
}
