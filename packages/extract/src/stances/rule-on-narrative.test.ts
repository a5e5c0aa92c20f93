// Who does what a story tells in its own words: not whoever a program binds, nor any sheriff of many counties, nor a bare title.
import { expect, test } from 'vitest';
import { positionsIn } from '../testing/shipped-stances.ts';

const cases: readonly (readonly [string, readonly string[]])[] = [
  ['Officers question inmates about their immigration status.', ['Officers supports status-policing']],
  ['Under the program, trained officers question inmates about their immigration status.', []],
  ['Under the task force model, patrol officers question people about their immigration status.', []],
  ['The task force model lets patrol officers question people about their immigration status.', []],
  ['Nobody can say how often deputies hold people for ICE.', []],
  ['Nobody counts how many people jails hand over to ICE.', []],
  ['Deputies hold people for ICE.', ['Deputies supports detainer-custody']],
  ['The forum is held in counties where the sheriff has let ICE agents into the jail.', []],
  ['The county sheriff has let ICE agents into the jail.', ['county sheriff supports detainer-custody']],
];

for (const [text, expected] of cases)
  test(text, () => {
    expect(positionsIn(text)).toEqual(expected);
  });

test('a judgement right behind a speaker’s own agreement is of that', () => {
  const story =
    'Marchers called on police to write citations to drivers without licenses.\n\nThe jail is run by Sheriff Al Roe, who signed an agreement with ICE in March.\n\n“I’m proud of this program,” Roe said.';
  const found = positionsIn(story, 'Marchers ask police for tickets');
  expect(found.filter((one) => one.includes('Roe') && one.includes('arrest-discretion'))).toEqual([]);
});

test('a proposal’s other parts are not what members voted on', () => {
  const story =
    'An ordinance that would bar immigration agents from city parking lots passed on first reading Monday.\n\nUnder the proposal, the city would publish a log of each call from ICE.\n\nCouncil members Al Roe and Ann Poe voted no.';
  expect(positionsIn(story).filter((one) => one.includes('contact-transparency') && /Roe|Poe/.test(one))).toEqual([]);
});
