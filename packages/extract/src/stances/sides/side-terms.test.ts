import { describe, expect, test } from 'vitest';
import { positionsIn } from '../../testing/shipped-stances.ts';

const lede = 'The Salem City Council voted 5-2 Monday to buy 20 license plate readers.';
const council = 'Salem City Council supports alpr-cameras';
const behind = (text: string) => positionsIn(`${lede}\n\n${text}`).filter((one) => one !== council);

describe('sides that are taken on terms', () => {
  test.each([
    ['Council member Rita Molina said she would vote yes if the price came down.', 'supports'],
    ['Council member Rita Molina told reporters she would back it if the chief reports every year.', 'supports'],
    ['Council member Rita Molina said she would support it even if it cost more.', 'supports'],
    ['If the company cuts the price, Council member Rita Molina said, she will vote yes.', 'supports'],
    ['Council member Rita Molina said she would vote no unless the city adopts a policy first.', 'opposes'],
    ['Council member Rita Molina said she would oppose it even if it were free.', 'opposes'],
    ['Mayor Rita Molina has said she will veto it if it passes.', 'opposes'],
  ])('%s', (text, position) => {
    expect(behind(text)).toEqual([`Rita Molina ${position} alpr-cameras`]);
  });

  test('who would sue if the measure goes ahead is against it', () => {
    expect(behind('The police union said it would sue if the contract is signed.')).toEqual([
      'police union opposes alpr-cameras',
    ]);
  });

  test.each([
    'Council member Rita Molina said she would vote no if the price rose.',
    'Council member Rita Molina said she would have voted no if she had been there.',
    'Council member Rita Molina said she would be a yes if it were a real plan.',
    'Council member Rita Molina said she would vote yes only if it is rewritten.',
    'Council member Rita Molina said she would sue if the chief repeats the claim.',
    'Council member Rita Molina said she would sue if the city backed out.',
    'Council member Rita Molina said she did not know if she would vote yes.',
    'Council member Rita Molina wondered if the mayor would back it.',
    'Council member Rita Molina asked what would happen if she voted no.',
    'Council member Rita Molina said her husband would vote no if he were on the council.',
  ])('nothing: %s', (text) => {
    expect(behind(text)).toEqual([]);
  });

  test('who voted no is not for it on terms', () => {
    expect(
      behind('Council member Rita Molina voted no. Molina said she would vote yes if it ended in five years.'),
    ).toEqual(['Rita Molina opposes alpr-cameras']);
  });
});
