// A law in force is what a story is about where headline or first sentence say so: what it holds is then told without anybody who decides.
import { expect, test } from 'vitest';
import { positionsIn } from '../../testing/shipped-stances.ts';

const bill = 'House Bill 12 bars cities from capping rents.';
const foe = 'Mayor Ana Ruiz lobbied against the measure.';
const side = 'Ana Ruiz supports rent-control';

test('a new law is the measure that its first sentences tell', () => {
  expect(positionsIn(`Salem must rewrite its code. ${bill} ${foe}`, 'New Oregon law forces Salem to act')).toEqual([
    side,
  ]);
  const effect = 'A state law that took effect Monday leaves Salem little choice.';
  expect(positionsIn(`${effect} ${bill} ${foe}`)).toContain(side);
});

test('a law that is spoken of in passing is none', () => {
  expect(positionsIn(`Salem must rewrite its code. ${bill} ${foe}`, 'Salem hires a planner')).toEqual([]);
  expect(positionsIn(`A state law is on the books. ${bill} ${foe}`)).toEqual([]);
  const late = `Salem hired a planner. She starts Monday. She is 40. She lives here. The hall was full. ${bill}`;
  expect(positionsIn(`${late} ${foe}`, 'New law partner named')).not.toContain(side);
});

test('what a law holds besides is no measure where the story speaks of something else first', () => {
  const ban = 'Akron has until July 1 to drop its ban on police use of facial recognition or lose state grants.';
  const law = 'The Ohio law sets fines. It requires departments to give plate data to the state police.';
  const vow = 'Mayor Ana Ruiz, who backed the measure in May, said it was a good law.';
  const texts = positionsIn(`${ban} ${law} ${vow}`, 'Akron weighs end of face scan ban');
  expect(texts.filter((text) => text.startsWith('Ana'))).toEqual([]);
});
