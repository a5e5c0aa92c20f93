// Who is meant by "both candidates", "all three": the people of the story who run, when it is plain who they are.
import { expect, test } from 'vitest';
import { positionsAmong } from '../../testing/shipped-stances.ts';

const forum = [
  'The two candidates for mayor met Monday at the library.',
  'Mike Tolliver said he would plant trees. “We need shade,” Tolliver said.',
  'Carol Anders said she likes the trees. “They are fine,” Anders said.',
].join('\n\n');

const told = (text: string): readonly string[] => positionsAmong(['Mike Tolliver', 'Carol Anders', 'Ann Poe'], text);

test('what both candidates say is said by each', () => {
  const said = ['Mike Tolliver opposes rent-control', 'Carol Anders opposes rent-control'];
  expect(told(`${forum}\n\nBoth candidates said they oppose rent control.`)).toEqual(said);
  expect(told(`${forum}\n\nAsked about housing, both said rent control should end.`)).toEqual(said);
  expect(told(`${forum}\n\nBoth candidates for mayor oppose rent control.`)).toEqual(said);
});

test('a number that is not told at the outset means nobody by name', () => {
  const named = told(`${forum}\n\nAll three said they oppose rent control.`).join();
  expect(named).not.toMatch(/Tolliver|Anders/);
});

test('a third who speaks as much leaves it open who is meant', () => {
  const third = 'Librarian Ann Poe said she was glad. “Come again,” Poe said.';
  const named = told(`${forum}\n\n${third}\n\nBoth said they oppose rent control.`).join();
  expect(named).not.toMatch(/Tolliver|Anders|Poe/);
});

test('“both” beside a noun that is not who runs means no candidate', () => {
  const named = told(`${forum}\n\nBoth landlords said they oppose rent control.`).join();
  expect(named).not.toMatch(/Tolliver|Anders/);
});

test('those who are asked hold what they answer, and ask nothing', () => {
  expect(told(`${forum}\n\nAsked whether the city should cap rents, both candidates said no.`)).toEqual([
    'Mike Tolliver opposes rent-control',
    'Carol Anders opposes rent-control',
  ]);
});
