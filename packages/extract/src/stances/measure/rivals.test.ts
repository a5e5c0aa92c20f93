import { expect, test } from 'vitest';
import { positionsIn } from '../../testing/shipped-stances.ts';

const measure = 'Frederick aldermen will vote on a plan to buy facial recognition software for police.';

test("“it” behind somebody's own paper is that paper, which may go another way than the measure", () => {
  const rival = `${measure} Alderman Marcus Field plans an ordinance of his own.`;
  expect(
    positionsIn(`${rival} Field's ordinance would need three votes. Alderwoman Kate Moss said she would support it.`),
  ).not.toContain('Kate Moss supports facial-recognition');
  expect(positionsIn(`${measure} Alderwoman Kate Moss said she would support it.`)).toContain(
    'Kate Moss supports facial-recognition',
  );
});

test('an option that somebody would like to keep is no measure', () => {
  const cameras = 'The council will vote on a plan to add license plate cameras. Chief Ana Ruiz said she would';
  expect(positionsIn(`${cameras} like to keep that option.`)).toEqual([]);
  expect(positionsIn(`${cameras} like to keep that plan.`)).toEqual(['Ana Ruiz supports alpr-cameras']);
});

test('cameras that a measure would remove are not their removal', () => {
  const text =
    'The city council will vote on removing its license plate cameras. The council bought the cameras in 2022.';
  expect(positionsIn(text)).not.toContain('council opposes alpr-cameras');
});

test('what was decided first one way and then the other is nothing to thank for', () => {
  const rejected = 'Bradenton council reversed course Monday. The council had rejected an agreement with ICE in May.';
  const turned = `${rejected} The council approved the agreement 4-1.`;
  expect(positionsIn(`${rejected} Mayor Ana Ruiz thanked the council.`)).not.toContain(
    'Ana Ruiz opposes ice-agreement',
  );
  expect(positionsIn(`${turned} Mayor Ana Ruiz praised the decision.`)).not.toContain('Ana Ruiz opposes ice-agreement');
});

test('a council member who tells what the city forbids has not forbidden it', () => {
  // What has been shut out is complained of.
  expect(positionsIn('Councilwoman Meredith Koslow said the city had made it illegal to build duplexes.')).toEqual([
    'Meredith Koslow supports upzoning',
  ]);
  expect(positionsIn('Councilwoman Meredith Koslow said the city should make it illegal to build duplexes.')).toEqual([
    'Meredith Koslow opposes upzoning',
  ]);
});
