// What stands between an act and its phrase: what may be stepped over, and what turns the sense. Every sentence is told of one holder.
import { expect, test } from 'vitest';
import { stancesIn } from '../../testing/shipped-stances.ts';

const positions = (text: string): readonly string[] =>
  stancesIn(text)
    .filter(({ issue }) => issue === 'rent-control')
    .map(({ position }) => position);

const lee = 'Council member Ann Lee';

test.each([
  // Whom somebody asks, with all that hangs on them.
  ['supports', `${lee} asked leaders of two other towns to adopt a rent control ordinance.`],
  ['opposes', `${lee} urged colleagues on the finance panel to reject a rent control ordinance.`],
  ['opposes', `${lee} joined nine other officials in a lawsuit to block the rent control ordinance.`],
  ['none', `${lee} urged leaders of a drive to repeal the rent control ordinance to come in.`],
  ['none', `${lee} asked critics of the mayor about the rent control ordinance.`],
  // Whose request, plea or pledge it is.
  ['opposes', `${lee} rejected a request from neighbors for a rent control ordinance.`],
  ['supports', `${lee} rejected a call by landlords to end the rent control ordinance.`],
  ['none', `${lee} rejected complaints from neighbors about the rent control ordinance.`],
  ['none', `${lee} asked for a study of the rent control ordinance.`],
  // When and where.
  ['opposes', `${lee} voted at a special meeting in the library to repeal the rent control ordinance.`],
  ['supports', `${lee} agreed in writing to support the rent control ordinance.`],
  // Verbs that turn nothing, and those that do.
  ['opposes', `${lee} refused Tuesday to submit the rent control ordinance to the state.`],
  ['supports', `${lee} voted to make towns adopt a rent control ordinance.`],
  ['supports', `${lee} put her name to the rent control ordinance.`],
  ['none', `${lee} voted to study the rent control ordinance until May.`],
  ['none', `${lee} wants to keep the rent control ordinance off the ballot.`],
  ['none', `${lee} voted to give residents a say on the rent control ordinance.`],
  // What is said behind whom, when and how it is said.
  ['opposes', `${lee} announced last year that she would not support the rent control ordinance.`],
  ['opposes', `${lee} told a packed room last week that she would vote against the rent control ordinance.`],
  ['supports', `${lee} said crime is down and that she would vote for the rent control ordinance.`],
  ['none', `${lee} said some people think that the city should end the rent control ordinance.`],
  // What somebody threatens with or warns of.
  ['opposes', `${lee} threatened to sue if the city adopts rent control.`],
  ['supports', `${lee} warned that rents would rise if the rent control ordinance is repealed.`],
  ['opposes', `${lee} threatened to veto the budget unless the council repeals the rent control ordinance.`],
  ['none', `${lee} warned that the state would sue if the city adopts rent control.`],
  ['none', `${lee} said the vote would be close if the council takes up rent control.`],
  ['none', `${lee} did not threaten to sue if the city adopts rent control.`],
  // A pledge that somebody runs on.
  ['opposes', `${lee} won office on a promise to repeal the rent control ordinance.`],
])('%s: %s', (position, text) => {
  expect(positions(text)).toEqual(position === 'none' ? [] : [position]);
});

test('to go further and do a thing is to do it', () => {
  expect(positions(`${lee} asked the council to go a step further and cap rents.`)).toEqual(['supports']);
  expect(positions(`${lee} asked the council to go slow and cap rents.`)).toEqual([]);
});

test('who will gather signatures for a measure wants what it would do', () => {
  const gathers = 'Salem Tenants United plans to begin gathering signatures next month for a measure that would';
  expect(positions(`${gathers} cap rents.`)).toEqual(['supports']);
  expect(positions(`${gathers} repeal the rent cap.`)).toEqual(['opposes']);
});
