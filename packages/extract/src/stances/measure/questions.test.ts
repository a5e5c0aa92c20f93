import { describe, expect, test } from 'vitest';
import { positionsIn } from '../../testing/shipped-stances.ts';

const said = 'Council member Rita Molina said she will vote no.';

describe('what is but talked of at the outset', () => {
  test.each([
    [
      'Residents sparred for two hours Tuesday over whether the city should ban camping in parks.',
      'homeless-encampments',
    ],
    ['Council members spent most of Tuesday discussing whether to hire 15 more police officers.', 'police-budget'],
    ['The council heard testimony Monday on whether to buy 12 license plate readers.', 'alpr-cameras'],
    ['Two candidates for mayor clashed Monday over a proposed cap on rent increases.', 'rent-control'],
  ])('%s', (lede, issue) => {
    expect(positionsIn(`${lede}\n\n${said}`)).toContain(`Rita Molina opposes ${issue}`);
  });

  test('who says no to taking a thing back is for it', () => {
    expect(
      positionsIn(`Commissioners heard testimony Monday on whether to end the agreement with ICE.\n\n${said}`),
    ).toContain('Rita Molina supports ice-agreement');
  });

  test.each([
    'Economists disagree about whether the rent cap has worked.',
    'The council discussed whether the review board had met in May.',
    'Residents argued about whether the license plate readers or the new lights had cut crime.',
  ])('no measure: %s', (lede) => {
    expect(positionsIn(`${lede}\n\n${said}`).filter((one) => one.startsWith('Rita Molina'))).toEqual([]);
  });
});
