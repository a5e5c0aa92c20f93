import { describe, expect, test } from 'vitest';
import { positionsIn } from '../../testing/shipped-stances.ts';

describe('who came together for something', () => {
  test('where they stood is no holder', () => {
    expect(
      positionsIn('About 90 parents rallied near the Justice Center on Sunday to demand a civilian review board.'),
    ).toEqual(['parents supports civilian-oversight']);
  });

  test('those who came and their supporters are one', () => {
    expect(
      positionsIn(
        'About 150 renters and their supporters rallied outside the Government Center to demand that lawmakers cap rents.',
      ),
    ).toEqual(['renters supports rent-control']);
  });

  test.each([
    'Police officers stood outside City Hall while tenants rallied to demand a rent cap.',
    'Officers stood guard as protesters gathered to oppose the sweeps of homeless camps.',
  ])('who only stood by holds nothing: %s', (text) => {
    expect(positionsIn(text)).toEqual([]);
  });
});

describe('what is wanted without an article', () => {
  test.each([
    ['Renters want rent control.', 'Renters supports rent-control'],
    ['Police Chief Rob Tate wants license plate readers downtown.', 'Rob Tate supports alpr-cameras'],
    ['Tenants came to City Hall to demand rent control.', 'Tenants supports rent-control'],
    ['Mayor Jo Orr wants fewer license plate readers.', 'Jo Orr opposes alpr-cameras'],
    ['Mayor Jo Orr called for fewer sweeps of homeless camps.', 'Jo Orr opposes homeless-encampments'],
    ['Mayor Jo Orr said the city needs more police officers, not fewer.', 'Jo Orr supports police-budget'],
  ])('%s', (text, position) => {
    expect(positionsIn(text)).toEqual([position]);
  });

  test.each([
    'Mayor Jo Orr wants sweeps on hold.',
    'Residents want license plate readers regulated.',
    'Mayor Jo Orr said the city should hire fewer police officers.',
    'Nobody wants rent control.',
  ])('nothing: %s', (text) => {
    expect(positionsIn(text)).toEqual([]);
  });
});
