import { describe, expect, it } from 'vitest';
import { positionsAmong } from '../../testing/shipped-stances.ts';

const people = ['Ana Diaz'];
const held = (text: string): readonly string[] =>
  positionsAmong(people, text).filter((one) => /^(?:Ana Diaz|Harbor Light)/.test(one));

describe('who sued, in a story of what a court ruled', () => {
  const ordered = 'A judge ordered the sheriff Monday to release body camera video of a shooting.';
  const upheld = 'A judge on Friday upheld the city’s camping ban.';

  it('is for what the court gave', () => {
    expect(held(`${ordered} His mother, Ana Diaz, sued for the recording in March.`)).toEqual([
      'Ana Diaz supports body-camera-release',
    ]);
    expect(held(`${ordered} The ruling came in a lawsuit filed by Ana Diaz.`)).toEqual([
      'Ana Diaz supports body-camera-release',
    ]);
    expect(held('A judge ruled Monday that the sheriff must release body camera video. Ana Diaz sued in May.')).toEqual(
      ['Ana Diaz supports body-camera-release'],
    );
  });

  it('is against what the court let stand', () => {
    expect(held(`${upheld} Harbor Light United sued the city in May.`)).toEqual([
      'Harbor Light United opposes homeless-encampments',
    ]);
  });

  it('stays open in another suit, and where nobody is told to have sued', () => {
    expect(held(`${upheld} Ana Diaz sued the city for damages in May.`)).toEqual([]);
    expect(held(`${upheld} Ana Diaz was sued by her landlord.`)).toEqual([]);
    expect(held(`${upheld} Ana Diaz watched from the back row.`)).toEqual([]);
    expect(held('A judge upheld part of the camping ban and struck down the rest. Ana Diaz sued in May.')).toEqual([]);
  });
});
