import { describe, expect, it } from 'vitest';
import { positionsIn } from '../../testing/shipped-stances.ts';

describe('a verb of barring before another one', () => {
  it('turns it', () => {
    for (const text of [
      'A new Indiana law bars cities from limiting no-knock warrants.',
      'The new Indiana law forbids cities to ban no-knock warrants.',
      'An Indiana law prevents towns from restricting chokeholds.',
    ])
      expect(positionsIn(text)).toEqual(['Indiana law opposes use-of-force-limits']);
    expect(positionsIn('Gov. Ann Lee signed a law that prohibits cities from banning camping.')).toEqual([
      'Ann Lee opposes homeless-encampments',
    ]);
  });

  it('leaves alone what is barred itself', () => {
    expect(positionsIn('An Indiana law bars officers from using chokeholds.')).toEqual([
      'Indiana law supports use-of-force-limits',
    ]);
    expect(positionsIn('The council banned no-knock warrants.')).toEqual(['council supports use-of-force-limits']);
  });
});

describe('a verb of ending between a paper and its thing', () => {
  it('turns it', () => {
    expect(positionsIn('The mayor supports a proposal to ban facial recognition.')).toEqual([
      'mayor opposes facial-recognition',
    ]);
    expect(positionsIn('The mayor opposes the plan to end facial recognition.')).toEqual([
      'mayor supports facial-recognition',
    ]);
    expect(positionsIn('The mayor supports a proposal to use facial recognition.')).toEqual([
      'mayor supports facial-recognition',
    ]);
  });
});

describe('a rule that is kept', () => {
  it('is kept with its “from”', () => {
    const kept = 'rule that bars deputies from chasing drivers';
    expect(positionsIn(`Sheriff Dan Cole will keep a ${kept}.`)).toEqual(['Dan Cole supports use-of-force-limits']);
    expect(positionsIn(`Sheriff Dan Cole repealed a ${kept}.`)).toEqual(['Dan Cole opposes use-of-force-limits']);
    expect(positionsIn(`Sheriff Dan Cole kept a log on the ${kept}.`)).toEqual([]);
  });
});

describe('what is to stay away', () => {
  it('is opposed', () => {
    const group = 'The group Eyes Off Mesa';
    const opposes = ['Eyes Off Mesa opposes alpr-cameras'];
    expect(positionsIn(`${group} demanded that license plate readers stay out of the city.`)).toEqual(opposes);
    expect(positionsIn(`${group} wants license plate readers kept out of the city.`)).toEqual(opposes);
    expect(positionsIn(`${group} wants license plate readers to stay.`)).toEqual([
      'Eyes Off Mesa supports alpr-cameras',
    ]);
  });
});

describe('“it” behind a ban', () => {
  it('is the ban where it is signed', () => {
    expect(positionsIn('The Ohio Legislature outlawed rent control, and Gov. Ann Lee signed it.')).toEqual([
      'Ohio Legislature opposes rent-control',
      'Ann Lee opposes rent-control',
    ]);
    expect(positionsIn('The Legislature banned rent control in 2022. Gov. Ann Lee signed it.')).toEqual([
      'Legislature opposes rent-control',
    ]);
  });
});
