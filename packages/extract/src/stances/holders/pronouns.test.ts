// Whom "it" and "he" mean: the paper that opened the sentence before is nobody, and a clause of "which" stays in its own sentence.
import { expect, test } from 'vitest';
import { positionsIn } from '../../testing/shipped-stances.ts';

const noAsking = 'bars officers from asking about immigration status';

const cases: readonly (readonly [string, readonly string[]])[] = [
  [
    'A 2017 law, Senate Bill 9, requires Ohio jails to honor ICE detainers. It also bans cities from adopting sanctuary policies.',
    ['Senate Bill 9 supports detainer-custody', 'Senate Bill 9 opposes sanctuary-policy'],
  ],
  [
    'A law the General Assembly passed in May pays sheriffs. It also makes it a felony for officials to vote for a sanctuary policy.',
    ['General Assembly opposes sanctuary-policy'],
  ],
  [
    'Immigrants sued Mesa County on Monday. The lawsuit, filed in state court, is long. It asks a judge to order the jail to stop honoring ICE detainers.',
    ['Immigrants opposes detainer-custody'],
  ],
  [
    'Mayor Al Roe spoke Monday. The council censured the sheriff over a post in which he said he would not honor detainers.',
    ['sheriff opposes detainer-custody'],
  ],
  // Near misses: a body that opens the sentence, a paper that another reads, two who may be "he".
  [`The council met Monday. It ${noAsking}.`, ['council opposes status-policing']],
  [`The council adopted the ordinance in May. It ${noAsking}.`, ['council opposes status-policing']],
  [`The memo went to the city on Friday. It ${noAsking}.`, []],
  [
    'Mayor Al Roe spoke Monday. The county removed a jailer after a talk in which he said he would not honor detainers.',
    [],
  ],
];

for (const [text, expected] of cases)
  test(text, () => {
    expect(positionsIn(text)).toEqual(expected);
  });
