// What "the renewal" and "the cut" call back, who recommended "it", and what a law told in passing is not.
import { expect, test } from 'vitest';
import { positionsAmong, positionsIn } from '../../testing/shipped-stances.ts';

const renewed = 'The council voted 5-2 to renew its contract for 20 license plate cameras.';
const cap = 'The council voted 5-2 to cap rent increases.';

test('a deed is called back by its noun', () => {
  expect(positionsIn(`${renewed} Police Chief Kim Wu had recommended the renewal.`)).toContain(
    'Kim Wu supports alpr-cameras',
  );
  expect(positionsIn(`${renewed} Sheriff Joe Hall opposed the extension.`)).toContain('Joe Hall opposes alpr-cameras');
  expect(
    positionsIn(`${renewed} It also voted to publish a yearly audit of them. Chief Kim Wu opposed the renewal.`),
  ).toContain('Kim Wu opposes alpr-cameras');
  expect(positionsIn(`${renewed} Police Chief Kim Wu had recommended the hire.`)).not.toContain(
    'Kim Wu supports alpr-cameras',
  );
});

test('also where no measure is on the table', () => {
  const jail = 'The county board voted 4-1 to extend its contract to hold people for ICE. The hall was full.';
  expect(positionsIn(`${jail} Sheriff Joe Hall recommended the extension.`)).toContain(
    'Joe Hall supports ice-agreement',
  );
  expect(positionsIn(`${jail} Sheriff Joe Hall recommended the raise.`)).not.toContain(
    'Joe Hall supports ice-agreement',
  );
  const past = 'The council repealed its rent control ordinance in 2019.';
  expect(positionsIn(`${past} Mayor Ana Ruiz opposed the repeal.`)).toContain('Ana Ruiz supports rent-control');
});

test('who recommended it, and what is said after a vote', () => {
  expect(positionsIn(`${cap} The planning commission recommended it 5-1.`)).toContain(
    'planning commission supports rent-control',
  );
  const mayor = 'Mayor Ana Ruiz, who does not vote, said after the meeting that she plans to sign the ordinance.';
  expect(positionsAmong(['Ana Ruiz'], `${cap} ${mayor}`)).toContain('Ana Ruiz supports rent-control');
});

test('what critics call a thing is no words of whoever tells of it', () => {
  expect(positionsIn('Council member Dana Ruiz said critics call the rent control ordinance a mistake.')).not.toContain(
    'Dana Ruiz opposes rent-control',
  );
});

test('a second deed behind “and” is not governed by the first', () => {
  const coalition = 'The coalition opposed the measure and ran advertisements against it in May.';
  expect(positionsIn(`${cap} ${coalition}`)).toContain('coalition opposes rent-control');
});

test('whom a sentence describes is who acts in the clause behind', () => {
  const asks = 'said Ann Lee, 62, a retired nurse who asked the council to reject the cap.';
  expect(positionsAmong(['Ann Lee'], `${cap} “It is a lot of money,” ${asks}`)).toContain(
    'Ann Lee opposes rent-control',
  );
  const other = 'Ann Lee spoke with a retired nurse who asked the council to reject the cap.';
  expect(positionsAmong(['Ann Lee'], `${cap} ${other}`)).not.toContain('Ann Lee opposes rent-control');
});
