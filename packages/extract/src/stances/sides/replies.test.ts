// Who answers a reported question by yes, no or half a sentence takes that side; what follows “but” or another question is left alone.
import { expect, test } from 'vitest';
import { positionsIn } from '../../testing/shipped-stances.ts';

const forum = 'Three candidates met at a forum Tuesday.';
const asked = `${forum}\n\nThe moderator, Ann Holt, asked whether the city should cap rent increases.`;
const by = (text: string, name: string): readonly string[] => positionsIn(text).filter((one) => one.startsWith(name));

test('yes and no are sides of what was asked', () => {
  const text = `${asked}\n\nMo Vance said yes. Councilwoman Kay Ruiz and Councilman Ed Fox said no.`;
  expect(by(text, 'Mo Vance')).toEqual(['Mo Vance supports rent-control']);
  expect(by(text, 'Kay Ruiz')).toEqual(['Kay Ruiz opposes rent-control']);
  expect(by(text, 'Ed Fox')).toEqual(['Ed Fox opposes rent-control']);
});

test('so is half a sentence', () => {
  const text = `${asked}\n\nMo Vance said it should. Kay Ruiz said she would not. Ed Fox said he had no objection.`;
  expect(by(text, 'Mo Vance')).toEqual(['Mo Vance supports rent-control']);
  expect(by(text, 'Kay Ruiz')).toEqual(['Kay Ruiz opposes rent-control']);
  expect(by(text, 'Ed Fox')).toEqual(['Ed Fox supports rent-control']);
});

test('yes to a repeal is no to what it takes back', () => {
  const text = `${forum}\n\nA voter asked whether the city should repeal its rent cap. Mo Vance said yes.`;
  expect(by(text, 'Mo Vance')).toEqual(['Mo Vance opposes rent-control']);
});

test('an answer that is half taken back, and one to another question, tell nothing', () => {
  expect(by(`${asked}\n\nMo Vance said yes, but only for large landlords.`, 'Mo Vance')).toEqual([]);
  expect(by(`${asked}\n\nMo Vance said he would need to see the numbers.`, 'Mo Vance')).toEqual([]);
  const other = 'Asked whether she would run again, Kay Ruiz said no.';
  expect(by(`${asked}\n\nThe crowd cheered.\n\n${other}`, 'Kay Ruiz')).toEqual([]);
  expect(by(`${asked}\n\nOn parks, Kay Ruiz said no.`, 'Kay Ruiz')).toEqual([]);
});

test('a question with two ways out has no yes', () => {
  const text = `${forum}\n\nA voter asked whether the city should cap rents or build more homes. Mo Vance said yes.`;
  expect(by(text, 'Mo Vance')).toEqual([]);
});

test('what a moderator asks later is not what the story is about', () => {
  const text = `${forum}\n\nThe crowd was large.\n\nA voter asked whether the city should cap rent increases. Mo Vance said no.\n\nThe night ended late.\n\nOne driver honked.\n\nThe janitor slept.\n\nIt rained.\n\nCouncilwoman Kay Ruiz opposes the plan.`;
  expect(by(text, 'Kay Ruiz')).toEqual([]);
});

test('a question is talked of until the next one', () => {
  const text = `${asked}\n\nThe city is growing.\n\nIt has 200,000 people.\n\nMo Vance said he supports the idea.`;
  expect(by(text, 'Mo Vance')).toEqual(['Mo Vance supports rent-control']);
  expect(by(text.replace('It has', 'A voter asked about taxes. The city has'), 'Mo Vance')).toEqual([]);
});

const kept = `${forum}\n\nThe moderator, Ann Holt, asked whether the city should keep its license plate readers.\n\n`;

test('so is what somebody would do with the thing', () => {
  const answers =
    'Mo Vance said he would keep them but wants rules. Kay Ruiz said she would double the number and add drones.';
  expect(by(`${kept}${answers}`, 'Mo Vance')).toEqual(['Mo Vance supports alpr-cameras']);
  expect(by(`${kept}${answers}`, 'Kay Ruiz')).toEqual(['Kay Ruiz supports alpr-cameras']);
  expect(by(`${kept}Ed Fox said he’d get rid of them.`, 'Ed Fox')).toEqual(['Ed Fox opposes alpr-cameras']);
  expect(by(`${kept}Ed Fox said he would not renew the contract.`, 'Ed Fox')).toEqual(['Ed Fox opposes alpr-cameras']);
  const repeal = `${forum}\n\nA voter asked whether the city should repeal its rent cap.`;
  expect(by(`${repeal} Mo Vance said he would keep it.`, 'Mo Vance')).toEqual(['Mo Vance supports rent-control']);
  expect(by(`${repeal} Mo Vance said he would scrap it.`, 'Mo Vance')).toEqual(['Mo Vance opposes rent-control']);
});

test('how a yes is given takes nothing of it', () => {
  expect(by(`${kept}Mo Vance said yes without hesitation.`, 'Mo Vance')).toEqual(['Mo Vance supports alpr-cameras']);
  expect(by(`${kept}Mo Vance said no right away.`, 'Mo Vance')).toEqual(['Mo Vance opposes alpr-cameras']);
});

test('a deed on a condition, or to something else, is no answer', () => {
  for (const words of [
    'he would keep them only in parks.',
    'he would keep them, if they work.',
    'he would keep them but only for a year.',
    'he would keep an eye on costs.',
    'he would take the bus.',
    'he would add officers.',
  ])
    expect(by(`${kept}Mo Vance said ${words}`, 'Mo Vance')).toEqual([]);
});
