import { expect, test } from 'vitest';
import { positionsIn } from '../../testing/shipped-stances.ts';

const law = 'A law that makes police come to the City Council before they buy drones or license plate readers';
const votes =
  'Alderman Carl Dent sponsored the amendment. Six members voted to override. Aldermen Joel Sand and Priya Rao voted to sustain the veto.';

test('what a law holds is not what they voted on who voted on the veto of an amendment to it', () => {
  const story = `${law} will stay as written after an effort to override Mayor Ann Lee failed Wednesday.

Lee vetoed an amendment last month that would have ended the yearly report.

${votes}`;
  expect(positionsIn(story, 'Override fails; surveillance law stays as it is')).toEqual([]);
});

test('an amendment that the first sentence tells of is the measure', () => {
  const story = `The City Council failed to override Mayor Ann Lee’s veto of an amendment that would have exempted drones from the surveillance ordinance.

${votes}`;
  expect(positionsIn(story, 'Council falls short on drones')).toEqual(
    expect.arrayContaining(['Ann Lee supports surveillance-oversight', 'Carl Dent opposes surveillance-oversight']),
  );
});
