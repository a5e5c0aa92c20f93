// Whom "it" and "he" mean: the paper that opened the sentence before is nobody, and a clause of "which" stays in its own sentence.
import { expect, test } from 'vitest';
import { positionsAmong, positionsIn } from '../../testing/shipped-stances.ts';

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
  // One person is no "it".
  [
    'A judge ruled Friday that Quill broke the law when it refused to release body camera video. Judge Ana Roe gave it ten days.',
    [],
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

const people = ['Maria Soto', 'Mark Hill', 'Robin Diaz', 'Tom Ferraro'];

const byName: readonly (readonly [string, readonly string[]])[] = [
  // Nobody whom the pronoun hardly goes with, and then only one whom it does.
  ['Maria Soto met Mark Hill. He supports rent control.', ['Mark Hill supports rent-control']],
  ['Maria Soto met Robin Diaz. He supports rent control.', []],
  ['Maria Soto spoke first. He supports rent control.', []],
  ["Mark Hill's lawyer, Maria Soto, said he opposes rent control.", ['Mark Hill opposes rent-control']],
  ['Maria Soto said he opposes rent control.', []],
  ['Mark Hill left.\n\nMaria Soto said he opposes rent control.', []],
  ['“He voted against rent control,” Maria Soto said.', []],
  ['Mark Hill left.\n\n“He voted against rent control,” Robin Diaz said.', []],
  // Near misses: the pronoun goes with the name, or nothing tells, or the title does.
  ['Maria Soto met Mark Hill. She supports rent control.', ['Maria Soto supports rent-control']],
  ['Robin Diaz spoke first. She supports rent control.', ['Robin Diaz supports rent-control']],
  ['Maria Soto said she opposes rent control.', ['Maria Soto opposes rent-control']],
  ['Robin Diaz said he opposes rent control.', ['Robin Diaz opposes rent-control']],
  ['Robin Diaz spoke. “I oppose rent control,” he said.', ['Robin Diaz opposes rent-control']],
  ['Maria Soto spoke. “I oppose rent control,” he said.', []],
  ['Mark Hill spoke after Maria Soto. “I oppose rent control,” she said.', ['Maria Soto opposes rent-control']],
];

for (const [text, expected] of byName)
  test(text, () => {
    expect(positionsAmong(people, text)).toEqual(expected);
  });

for (const [text, expected] of cases)
  test(text, () => {
    expect(positionsIn(text)).toEqual(expected);
  });
