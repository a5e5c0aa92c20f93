// An amendment to the measure is not the measure: what it would do says nothing of what the measure does.
import { expect, test } from 'vitest';
import { positionsIn } from '../../testing/shipped-stances.ts';

const told = 'Duplexes will be allowed citywide under an ordinance that the City Council approved Monday.';

test('an amendment that goes the other way leaves the ordinance what it is', () => {
  for (const amendment of [
    'Councilman Bo Lane proposed an amendment limiting duplexes to corner lots.',
    'Councilman Bo Lane offered an amendment that would bar duplexes near the park.',
    "The council rejected Bo Lane's amendment to ban duplexes.",
  ])
    expect(positionsIn(`${told} ${amendment} Councilwoman Ana Diaz opposes the ordinance.`), amendment).toContain(
      'Ana Diaz opposes upzoning',
    );
});

test('a charter amendment is a measure of its own', () => {
  const text = 'Councilman Bo Lane proposed a charter amendment to cap rent increases. Ana Diaz opposes the amendment.';
  expect(positionsIn(text)).toContain('Ana Diaz opposes rent-control');
});

test('what somebody says had been so before is no second measure', () => {
  const before = 'Councilman Bo Lane said the city had made it illegal to build duplexes.';
  expect(positionsIn(`${told} ${before} Councilwoman Ana Diaz voted no.`)).toContain('Ana Diaz opposes upzoning');
});

test('to send a question to voters is no side of it', () => {
  expect(positionsIn(`${told} Ana Diaz asked the council to put the question to a referendum.`)).not.toContain(
    'Ana Diaz supports upzoning',
  );
  expect(positionsIn(`${told} Ana Diaz asked the council to send the ordinance to voters.`)).not.toContain(
    'Ana Diaz supports upzoning',
  );
  expect(positionsIn(`${told} Ana Diaz asked the council to pass the ordinance.`)).toContain(
    'Ana Diaz supports upzoning',
  );
});
