// A measure that a story tells of beside its own is meant right behind that, and no further.
import { expect, test } from 'vitest';
import { positionsIn } from '../../testing/shipped-stances.ts';

const capped = 'The council voted 5-2 Monday to cap rent increases at 5 percent.';
const asked = 'Residents urged the city to ban camping on public property.';

test('who takes a side right behind a second measure takes it of that one', () => {
  const found = positionsIn(
    `${capped}\n\n${asked} Councilman Jo Lee said he supports the idea. Councilwoman Mia Diaz spoke against it.`,
  );
  expect(found).toContain('Jo Lee supports homeless-encampments');
  expect(found).toContain('Mia Diaz opposes homeless-encampments');
  expect(found.filter((one) => one.includes('rent-control'))).toEqual(['council supports rent-control']);
});

test('votes and the ordinance stay with the measure of the story', () => {
  const found = positionsIn(
    `${capped}\n\n${asked} Councilman Jo Lee voted no. Councilwoman Mia Diaz opposes the ordinance.`,
    'Council caps rents',
  );
  expect(found).toContain('Jo Lee opposes rent-control');
  expect(found).toContain('Mia Diaz opposes rent-control');
});

test('a second measure is in force until the next paragraph ends', () => {
  const between = 'The meeting went on for an hour.\n\nIt was hot.\n\n';
  expect(positionsIn(`${capped}\n\n${asked}\n\n${between}Councilman Jo Lee said he supports the idea.`)).not.toContain(
    'Jo Lee supports homeless-encampments',
  );
});

test('in a story without one measure a plain noun means what was told right before it', () => {
  const forum =
    'Sheriff Al Vann wants a citizen panel to look into complaints against deputies. Councilwoman Ann Pratt said she does not need a panel.';
  expect(positionsIn(forum, 'Candidates differ')).toContain('Ann Pratt opposes civilian-oversight');
});

test('behind a question a thing of the kind that was asked about is the one', () => {
  const put =
    'Three candidates met at a forum Tuesday. The moderator asked whether the city should hire an independent monitor to look into complaints about police.';
  const found = positionsIn(
    `${put}\n\nCouncilman Jo Lee said he would appoint a monitor. Councilwoman Mia Diaz said she opposes creating another office.`,
  );
  expect(found).toContain('Jo Lee supports civilian-oversight');
  expect(found).toContain('Mia Diaz opposes civilian-oversight');
});

test('what is said of a law of another issue is not said of the measure', () => {
  const law =
    'A 2021 state law requires jails to honor ICE detainers. Sen. Kay Ruiz, who sponsored the law, was there.';
  const found = positionsIn(`The council voted 5-2 Monday to cap rent increases.\n\n${law}`);
  expect(found.filter((one) => one.startsWith('Kay Ruiz') && one.includes('rent'))).toEqual([]);
});
