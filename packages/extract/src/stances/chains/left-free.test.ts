import { expect, test } from 'vitest';
import { positionsIn } from '../../testing/shipped-stances.ts';

test('what nobody asks for, nobody is against', () => {
  expect(positionsIn('Police Chief Ana Ruiz said she won’t ask for money for more license plate cameras.')).toEqual([]);
  expect(positionsIn('Sheriff Ana Ruiz did not call for an end to the ICE agreement.')).toEqual([]);
  expect(positionsIn('Police Chief Ana Ruiz asked for money for more license plate cameras.')).toEqual([
    'Ana Ruiz supports alpr-cameras',
  ]);
  expect(positionsIn('Police Chief Ana Ruiz said she does not want license plate cameras.')).toEqual([
    'Ana Ruiz opposes alpr-cameras',
  ]);
});

test('a law is not for what it does not bar', () => {
  expect(
    positionsIn('State law does not stop the jail from telling ICE when an inmate is about to be released.'),
  ).toEqual([]);
  expect(positionsIn('State law bars the jail from telling ICE when an inmate is about to be released.')).toEqual([
    'State law opposes detainer-custody',
  ]);
});

test('how somebody does not want a thing done says nothing of the thing', () => {
  const story = `A proposed ordinance that would require council approval before police buy surveillance equipment will wait.

The ordinance, introduced by Councilwoman Mira Foss, would cover drones.

`;
  expect(
    positionsIn(`${story}Councilwoman Mira Foss warned that she did not want the measure “studied to death.”`),
  ).toEqual(positionsIn(story));
  expect(positionsIn(`${story}Councilman Jo Lee said he did not want the measure.`)).toContain(
    'Jo Lee opposes surveillance-oversight',
  );
});

test('what is freed from a limit by a vote goes against the limit, and who votes no is for it', () => {
  const lede = (words: string): string =>
    `Apartments built since 2000 ${words} Salem’s 3% cap on rent increases under changes the City Council approved Wednesday.`;
  const roll = '\n\nThe vote was 5-2. Councilwoman Nadia Osman and Councilman Peter Vang voted no.';
  const title = 'Salem eases rent cap for new buildings';
  for (const words of ['won’t be subject to', 'will be exempt from', 'will no longer be covered by'])
    expect(positionsIn(`${lede(words)}${roll}`, title)).toEqual([
      'Nadia Osman supports rent-control',
      'Peter Vang supports rent-control',
    ]);
});
