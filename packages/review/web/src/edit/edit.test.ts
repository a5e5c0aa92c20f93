// Tests of what an edit comes to.
import { describe, expect, it } from 'vitest';
import {
  boundsIn,
  type Candidate,
  choose,
  chosenAt,
  type Field,
  machineBounds,
  patchOf,
  valueIn,
  write,
} from './edit.ts';

const candidate = (label: string, patch: Record<string, unknown>): Candidate => ({
  label,
  why: null,
  patch,
  start: null,
  end: null,
});
const field = (name: string, value: unknown, changes: Partial<Field> = {}): Field => ({
  name,
  label: name,
  type: 'text',
  nullable: false,
  value,
  machine_value: value,
  candidates: [],
  ...changes,
});

const cedarIowa = candidate('Cedar Bend, IA', { name: 'Cedar Bend', state: 'IA', geoid: '19' });
const cedarArizona = candidate('Cedar Bend, AZ', { name: 'Cedar Bend', state: 'AZ', geoid: null });
const fields = [
  field('name', 'Cedar Bend', { candidates: [cedarIowa, cedarArizona] }),
  field('state', 'AZ', { nullable: true }),
  field('geoid', null, { nullable: true }),
  field('lat', 3, { type: 'number', nullable: true }),
];
const item = (of: readonly Field[], machine: { start: number; end: number } | null = null) => ({
  fields: of,
  text: { evidence: { start: 10, end: 20, machine } },
});
const [name, state, , lat] = fields as [Field, Field, Field, Field];

describe('an edit', () => {
  it('of a candidate sets all that the candidate says, and no more is different', () => {
    const changes = choose({}, cedarIowa);
    expect(patchOf(item(fields), changes)).toEqual({ state: 'IA', geoid: '19' });
    expect([chosenAt(name, fields, changes), chosenAt(name, fields, {})]).toEqual([0, 1]);
  });

  it('is none of the candidates, or the only one of this name', () => {
    expect(chosenAt(name, fields, { state: 'TX' })).toBe(-1);
    const [only] = [{ ...name, candidates: [cedarIowa] }];
    expect(chosenAt(only, fields, { state: 'TX' })).toBe(0);
    expect(chosenAt(only, fields, { name: 'Other' })).toBe(-1);
  });

  it('back to what was said comes to nothing', () => {
    expect(patchOf(item(fields), {})).toBeNull();
    expect(patchOf(item(fields), choose(choose({}, cedarIowa), cedarArizona))).toBeNull();
    expect(patchOf(item(fields), write({}, name, ' Cedar \n Bend '))).toBeNull();
  });

  it('says anew what a person changed before, for it is kept beside what the machine says', () => {
    const before = [field('position', 'mixed', { machine_value: 'opposes' }), field('holder', 'Ruiz')];
    const [position, holder] = before as [Field, Field];
    expect(patchOf(item(before), write({}, holder, 'Ana Ruiz'))).toEqual({ position: 'mixed', holder: 'Ana Ruiz' });
    expect(patchOf(item(before), {})).toEqual({ position: 'mixed' });
    expect(patchOf(item(before), write({}, position, 'opposes'))).toBeNull();
  });

  it('of the bounds is both ends, and none where they are the machine’s', () => {
    expect(patchOf(item(fields), { start: 8, end: 20 })).toEqual({ start: 8, end: 20 });
    expect(patchOf(item(fields), { start: 10, end: 20 })).toBeNull();
    const moved = item(fields, { start: 12, end: 20 });
    expect([machineBounds(moved), boundsIn(moved, {})]).toEqual([
      { start: 12, end: 20 },
      { start: 10, end: 20 },
    ]);
    expect(patchOf(moved, {})).toEqual({ start: 10, end: 20 });
    expect(patchOf(moved, { start: 12, end: 20 })).toBeNull();
  });

  it('by typing takes the words, or nothing where a field may be empty', () => {
    expect(patchOf(item(fields), write({}, name, 'Cedar  Falls'))).toEqual({ name: 'Cedar Falls' });
    expect(patchOf(item(fields), write({}, state, ''))).toEqual({ state: null });
    expect(valueIn(name, write({ name: 'Other' }, name, ''))).toBe('Cedar Bend');
    expect(patchOf(item(fields), write({}, lat, '4.5'))).toEqual({ lat: 4.5 });
    expect(patchOf(item(fields), write({}, lat, 'north'))).toBeNull();
  });
});
