// Words before and behind an issue phrase that leave its sign open, and the like of them that do not.
import { describe, expect, test } from 'vitest';
import { positionsIn } from '../../testing/shipped-stances.ts';

test('what is liked in part or kept with changes is left open', () => {
  expect(positionsIn('Councilwoman Ann Park is in favor of the rent cap.')).toEqual(['Ann Park supports rent-control']);
  expect(positionsIn('Councilwoman Ann Park is in favor of cottages but not of triplexes.')).toEqual([]);
  expect(positionsIn('Mayor Ana Ruiz would not repeal rent control but would exempt small buildings.')).toEqual([]);
  expect(positionsIn('Mayor Ana Ruiz said she would not repeal rent control.')).toEqual([
    'Ana Ruiz supports rent-control',
  ]);
});

test('who has no quarrel with people has said nothing of what they use', () => {
  expect(positionsIn('Mayor Ana Ruiz has no quarrel with rent control.')).toEqual(['Ana Ruiz supports rent-control']);
  expect(positionsIn('Mayor Ana Ruiz has no quarrel with the officers who use license plate readers.')).toEqual([]);
});

test('neither for nor against is no side, and whose clause stands right before is “it”', () => {
  expect(positionsIn('Staff did not recommend for or against the rent cap.')).toEqual([]);
  expect(positionsIn('Staff did not recommend the rent cap.')).toEqual(['Staff opposes rent-control']);
  expect(positionsIn('The officers who use the license plate readers were trained in May.')).toEqual([]);
  expect(
    positionsIn(
      'The lawsuit, filed in federal court, says the police department broke the law when it refused requests for the body camera video.',
    ),
  ).toEqual(['police department opposes body-camera-release']);
});

test('what is said of a thing that lacks something is not said of the thing', () => {
  expect(positionsIn('The league said a rent cap without inspectors is a joke.')).toEqual([]);
  expect(positionsIn('The league said a rent cap that cannot be enforced is a joke.')).toEqual([]);
  expect(positionsIn('The league said a rent cap is a joke.')).toEqual(['league opposes rent-control']);
});

test('who signs no letter against a thing need not be for it', () => {
  expect(positionsIn('Mayor Ann Lee refused to sign a letter opposing the rent cap.')).toEqual([]);
  expect(positionsIn('Mayor Ann Lee did not join a lawsuit against the rent cap.')).toEqual([]);
  expect(positionsIn('Mayor Ann Lee signed a letter opposing the rent cap.')).toEqual(['Ann Lee opposes rent-control']);
  expect(positionsIn('Mayor Ann Lee refused to sign the rent cap.')).toEqual(['Ann Lee opposes rent-control']);
  // A court that throws a suit out has decided on what it is against.
  expect(positionsIn('A judge threw out a lawsuit against the rent cap.')).toEqual(['judge supports rent-control']);
});

describe('who speaks for and against a thing', () => {
  test('has no one side', () => {
    expect(positionsIn('Residents spoke for and against license plate readers.')).toEqual([]);
    expect(positionsIn('Residents spoke against license plate readers.')).toEqual(['Residents opposes alpr-cameras']);
  });
});
