// A law in force is what a story is about where headline or first sentence say so: what it holds is then told without anybody who decides.
import { expect, test } from 'vitest';
import { positionsIn } from '../../testing/shipped-stances.ts';

const law = 'The law bars cities from capping rents.';
const foe = 'The Renters Union opposed it.';
const side = 'Renters Union supports rent-control';

test('a new law is the measure that its first sentences tell', () => {
  expect(positionsIn(`Salem must rewrite its code. ${law} ${foe}`, 'New Oregon law forces Salem to act')).toContain(
    side,
  );
  expect(positionsIn(`A state law that took effect Monday leaves Salem little choice. ${law} ${foe}`)).toContain(side);
  expect(
    positionsIn(`Salem must rewrite its code. House Bill 12 bars cities from capping rents. ${foe}`, 'New law'),
  ).toContain(side);
});

test('a law that is spoken of in passing is none', () => {
  expect(
    positionsIn(`Salem must rewrite its code. ${law} Mayor Ana Ruiz voted no.`, 'Salem hires a planner'),
  ).not.toContain('Ana Ruiz supports rent-control');
  const late = `Salem hired a planner. She starts Monday. She is 40. She lives here. The hall was full. ${law}`;
  expect(positionsIn(`${late} Mayor Ana Ruiz voted no.`, 'New law partner named')).not.toContain(
    'Ana Ruiz supports rent-control',
  );
});
