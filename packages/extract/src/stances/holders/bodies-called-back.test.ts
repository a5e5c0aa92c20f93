// A body's name for the noun that calls it back: through the stage and the shipped packs.
import { expect, test } from 'vitest';
import { positionsIn } from '../../testing/shipped-stances.ts';

const cases: readonly (readonly [string, readonly string[]])[] = [
  // A name beside it, or shortly before.
  [
    'Rosa Park, an organizer with Salem Stands Together, thanked them. Her group wants a cap on rents.',
    ['Salem Stands Together supports rent-control'],
  ],
  [
    'A march is set for Friday. The organizer, Salem Marches On, opposes the cap on rents.',
    ['Salem Marches On opposes rent-control'],
  ],
  // The one union of officers, wherever it is named.
  [
    'The police union opposes the ban on chokeholds. Ed Lowe leads the Salem Police Officers Association.',
    ['Salem Police Officers Association opposes use-of-force-limits'],
  ],
  [
    'Ed Lowe, president of the Salem Police Officers Association, said the union opposes the ban on chokeholds.',
    ['Salem Police Officers Association opposes use-of-force-limits'],
  ],
  // The department is the police's where the story tells of no other.
  [
    'Salem police are short of staff. The department opposes the ban on chokeholds.',
    ['police department opposes use-of-force-limits'],
  ],
  [
    'Salem police and the fire department met. The department opposes the ban on chokeholds.',
    ['department opposes use-of-force-limits'],
  ],
  // Two bodies, none, or another one: the noun stays.
  [
    'The Salem Tenants Alliance and the Salem Builders Federation met. The group opposes the cap on rents.',
    ['group opposes rent-control'],
  ],
  ['The Salem Tenants Alliance met. A group of landlords opposes the cap on rents.', ['group opposes rent-control']],
];

for (const [text, expected] of cases)
  test(text, () => {
    expect(positionsIn(text)).toEqual(expected);
  });
