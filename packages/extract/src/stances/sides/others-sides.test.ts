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

describe('the decision of one who decides alone', () => {
  const told =
    'Sheriff Nora Quist said Friday that her office will no longer share license plate reader data with federal agencies.';
  const after = (text: string) => positionsIn(`${told}\n\n${text}`).filter((one) => !one.startsWith('Nora Quist'));

  test('is what the story told that she does', () => {
    expect(after("Todd Beck, a council member, criticized the sheriff's decision.")).toEqual([
      'Todd Beck supports alpr-data-sharing',
    ]);
    expect(after("Council member Todd Beck praised the sheriff's decision.")).toEqual([
      'Todd Beck opposes alpr-data-sharing',
    ]);
  });

  test('is not that of another', () => {
    expect(after("Council member Todd Beck criticized the mayor's decision.")).toEqual([]);
    expect(after("Council member Todd Beck criticized the sheriff's decision to close the gun range.")).toEqual([]);
    expect(after("Council member Todd Beck defended the sheriff's decision on overtime.")).toEqual([]);
  });
});
