// What a law that stands holds, and what it does not: through the stage and the shipped packs.
import { expect, test } from 'vitest';
import { positionsIn } from '../../testing/shipped-stances.ts';

const cases: readonly (readonly [string, readonly string[]])[] = [
  ['State law prohibits cities from limiting rents.', ['State law opposes rent-control']],
  ['Ohio law, which dates to 1974, prohibits cities from capping rents.', ['Ohio law opposes rent-control']],
  ['A 2019 statute also bars cities from capping rents.', ['2019 statute opposes rent-control']],
  ['The Fair Rents Act, signed in 2021, bars cities from capping rents.', ['Fair Rents Act opposes rent-control']],
  [
    'Senate Bill 12, which took effect in March, bars cities from capping rents.',
    ['Senate Bill 12 opposes rent-control'],
  ],
  ['Under state law, cities cannot limit rents.', ['state law opposes rent-control']],
  ['Cities in Ohio are barred by state law from capping rents.', ['state law opposes rent-control']],
  [
    'Police may not share license plate data with other states under a 2023 law.',
    ['2023 law opposes alpr-data-sharing'],
  ],
  [
    'Under Ohio law, officers may not stop or question people about their immigration status.',
    ['Ohio law opposes status-policing'],
  ],
  [
    'Texas law bars cities from capping rents. It also prohibits local limits on evictions.',
    ['Texas law opposes rent-control', 'Texas law opposes eviction-protection'],
  ],
  [
    'The Fair Rents Act was signed in 2021. The law bars cities from capping rents.',
    ['Fair Rents Act opposes rent-control'],
  ],
  [
    'Two laws that the Legislature passed in 2023 take effect today. Those laws bar cities from capping rents.',
    ['Legislature opposes rent-control'],
  ],
  [
    'A 2019 statute, passed by the Legislature, bars cities from capping rents.',
    ['Legislature opposes rent-control', '2019 statute opposes rent-control'],
  ],
  [
    'State law bars cities from capping rents. The Legislature passed that law in 2021.',
    ['State law opposes rent-control', 'Legislature opposes rent-control'],
  ],
  [
    'State law bars cities from capping rents. The Legislature passed a budget in 2021.',
    ['State law opposes rent-control'],
  ],
  [
    'A law that took effect July 1 allows the state to withhold grants from cities that limit cooperation with ICE.',
    ['law supports funding-penalty'],
  ],
  ['A new law lets the attorney general fine cities that refuse to help ICE.', ['law supports funding-penalty']],
  ['A law passed in May bars cities from capping rents.', ['law opposes rent-control']],
  ['A law in Spain bars cities from capping rents.', []],
  [
    'Texas law bans sanctuary policies. Cities found in violation face fines of $25,000 a day.',
    ['Texas law opposes sanctuary-policy', 'Texas law supports funding-penalty'],
  ],
  [
    'Texas law bans sanctuary policies.\n\nCities found in violation face fines of $25,000 a day.',
    ['Texas law opposes sanctuary-policy'],
  ],
  [
    'A 2021 state law requires sheriffs to honor ICE detainers. The attorney general can sue those who do not.',
    ['2021 state law supports detainer-custody', '2021 state law supports funding-penalty'],
  ],
  // Near misses: no law yet, no longer, none at all, or somebody's reading of it.
  ['Ohio law says police will release body camera video when a case is closed.', []],
  ['Ohio law says a chief may choose to release body camera video.', []],
  ['Ohio law says police must release body camera video.', ['Ohio law supports body-camera-release']],
  ['Under state law, cities may limit rents.', []],
  ['The proposed state law would bar cities from capping rents.', []],
  ['Senate Bill 12 bars cities from capping rents.', []],
  ['State law barred cities from capping rents until 2021.', []],
  ['No state law bars cities from capping rents.', []],
  ['If state law bars cities from capping rents, the council will appeal.', []],
  ['Opponents say state law bars cities from capping rents.', []],
  ['The law firm bars its lawyers from capping rents.', []],
  ['The mayor wants a state law that bars cities from capping rents.', ['mayor opposes rent-control']],
];

for (const [text, expected] of cases)
  test(text, () => {
    expect(positionsIn(text)).toEqual(expected);
  });
