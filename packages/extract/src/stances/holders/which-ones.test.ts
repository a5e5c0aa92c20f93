import { expect, test } from 'vitest';
import { positionsIn } from '../../testing/shipped-stances.ts';

const bill = 'under a bill approved by the Senate.';

test('who passed what becomes of some places is not for what these places do', () => {
  for (const cities of ['Cities', 'Cities and counties']) {
    const keep = `${cities} that keep their police from working with immigration agents`;
    expect(positionsIn(`${keep} could lose their state aid ${bill}`).join()).not.toContain('limit-ice-cooperation');
    expect(positionsIn(`${keep} would have to report it ${bill}`).join()).not.toContain('limit-ice-cooperation');
  }
});

test('what a bill bars is for those who passed it', () => {
  expect(positionsIn(`Cities could not keep their police from working with immigration agents ${bill}`)).toEqual([
    'Senate opposes limit-ice-cooperation',
  ]);
  expect(positionsIn(`Landlords that own ten homes could not raise rents by more than 5 percent ${bill}`)).toEqual([
    'Senate supports rent-control',
  ]);
});
