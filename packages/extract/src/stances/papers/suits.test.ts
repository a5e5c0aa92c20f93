// What those who sue hold by what they claim: through the stage and the shipped packs.
import { expect, test } from 'vitest';
import { positionsIn } from '../../testing/shipped-stances.ts';

const cases: readonly (readonly [string, readonly string[]])[] = [
  [
    'Landlords sued Salem. The lawsuit argues that the rent cap violates the state constitution.',
    ['Landlords opposes rent-control'],
  ],
  [
    'The family sued the city, alleging that officers used a chokehold on him.',
    ['family supports use-of-force-limits'],
  ],
  [
    'Six tenants sued Salem, saying the city refuses to release body camera video.',
    ['Six tenants supports body-camera-release'],
  ],
  [
    'Landlords sued Salem on Monday. The suit asks the court to strike down the rent cap.',
    ['Landlords opposes rent-control'],
  ],
  [
    'Landlords sued Salem in May. The complaint runs to 40 pages. It asks a judge to bar officers from asking about immigration status.',
    ['Landlords opposes status-policing'],
  ],
  // Near misses: who is sued, a noun alone, a rule against the thing.
  ['Two men sued Salem, saying the landlord raised the rent in spite of the rent cap.', []],
  ['The chief sued the city, claiming its rule against helping ICE violates a 2017 state law.', []],
];

for (const [text, expected] of cases)
  test(text, () => {
    expect(positionsIn(text)).toEqual(expected);
  });
