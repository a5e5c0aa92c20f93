import { describe, expect, test } from 'vitest';
import { positionsIn } from '../../testing/shipped-stances.ts';

const lede = 'The Salem City Council on Monday rejected a ban on camping in city parks on a 4-3 vote.';
const behind = (text: string) => positionsIn(`${lede}\n\n${text}`).slice(1);

describe('who dissents', () => {
  test('dissents from what the sentence tells, whatever was decided before', () => {
    expect(behind('The planning board had backed the ban 6-1, with Council member Rita Molina dissenting.')).toEqual([
      'planning board supports homeless-encampments',
      'Rita Molina opposes homeless-encampments',
    ]);
  });

  test('dissents from what was decided where the sentence tells but the vote', () => {
    expect(behind('The vote came near midnight, with Council member Rita Molina dissenting.')).toEqual([
      'Rita Molina supports homeless-encampments',
    ]);
  });
});
