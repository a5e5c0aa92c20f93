// What a story calls back to, and what only looks like it: through the stage and the shipped packs.
import { describe, expect, test } from 'vitest';
import { positionsIn } from '../../testing/shipped-stances.ts';

const cap = 'The council voted 5-2 Monday to cap rents.';
const passed = 'council supports rent-control';

const cases: readonly (readonly [string, readonly string[]])[] = [
  // "That ban": what the sentence before told.
  [
    'The council voted 5-2 Monday to ban camping in parks. Oregon law bars cities from limiting rents. Tenants want lawmakers to repeal that ban.',
    ['council supports homeless-encampments', 'Oregon law opposes rent-control', 'Tenants supports rent-control'],
  ],
  [
    'The council voted 5-2 Monday to ban camping in parks. Tenants want the council to repeal that ban.',
    ['council supports homeless-encampments', 'Tenants opposes homeless-encampments'],
  ],
  [`${cap} The union asked for an exception for small buildings. The mayor rejected that idea.`, [passed]],
  // The decision told last, not first.
  [
    `${cap} The mayor vetoed it Tuesday. Tenants criticized that decision.`,
    [passed, 'mayor opposes rent-control', 'Tenants supports rent-control'],
  ],
  [`${cap} Tenants criticized that decision.`, [passed, 'Tenants opposes rent-control']],
  // Whose decision it is.
  [`${cap} Landlords criticized the council's decision.`, [passed, 'Landlords opposes rent-control']],
  [`${cap} Landlords criticized the sheriff's decision.`, [passed]],
  [`${cap} Landlords criticized Monday's decision.`, [passed, 'Landlords opposes rent-control']],
  // "It" behind another paper.
  [`${cap} Landlords signed a petition asking for delay. The mayor rejected it.`, [passed]],
  [`${cap} The ordinance takes effect in May. The mayor rejected it.`, [passed, 'mayor opposes rent-control']],
  // What is sent away is not backed.
  ['Sen. Lou Park offered a motion to send the rent control bill to a committee.', []],
  // What was approved years ago is not on the table.
  [
    'The council voted 5-2 Monday to require approval before police buy drones. The ordinance would not remove the plate readers, which the council approved in 2022. Landlords oppose the measure.',
    [
      'council supports surveillance-oversight',
      'council supports alpr-cameras',
      'Landlords opposes surveillance-oversight',
    ],
  ],
];

for (const [text, expected] of cases)
  test(text, () => {
    expect(positionsIn(text)).toEqual(expected);
  });

describe('where a measure takes a thing away', () => {
  const lede = 'The City Council voted 5-2 Tuesday to take down its 30 license plate readers.';
  test('what got the thing is not the measure', () => {
    expect(positionsIn(`${lede} The Chamber of Commerce supported the purchase.`)).toEqual([
      'City Council opposes alpr-cameras',
    ]);
    expect(positionsIn(`${lede} Mayor Jo Lund backed the program.`)).toEqual(['City Council opposes alpr-cameras']);
  });
  test('a proposal is', () => {
    expect(positionsIn(`${lede} The Chamber of Commerce opposed the proposal.`)).toEqual([
      'City Council opposes alpr-cameras',
      'Chamber of Commerce supports alpr-cameras',
    ]);
  });
});

test('words that would name their issue with more of it beside them turn what the story has told', () => {
  const lede = 'The council voted 5-2 Monday to buy 40 license plate readers for the police.';
  const between = 'It rained. The hall was full. Two men sang. A dog slept. The clerk read the roll. The mayor smiled.';
  const found = positionsIn(`${lede} ${between} The group Harbor Light called on the city to take the cameras down.`);
  expect(found).not.toContain('Harbor Light supports alpr-cameras');
});
