// Tests of words that are no side: of a speaker who has come to another mind, or of what the speaker would do.
import { expect, test } from 'vitest';
import { positionsAmong, positionsIn } from '../../testing/shipped-stances.ts';

test('words behind a change of mind are not against the measure', () => {
  const lead = 'The council voted 5-2 on Monday to ban high-speed police chases.';
  const said = (before: string) => positionsAmong(['Ann Lee'], `${lead}\n\n${before}\n\n“It goes too far,” Lee said.`);
  expect(said('Councilor Ann Lee sat alone.')).toContain('Ann Lee opposes use-of-force-limits');
  expect(said('Councilor Ann Lee now says she was wrong.')).toEqual(['council supports use-of-force-limits']);
});

test('nor are they words for what the speaker held before', () => {
  const lead = 'The council voted 5-2 on Monday to ban high-speed police chases.';
  const told = 'Councilor Ann Lee criticized the ban last year.';
  const count = (then: string) =>
    positionsAmong(
      ['Ann Lee'],
      `${lead}\n\n${told} ${then}\n\n“We lost some cars, and nobody has died,” Lee said.`,
    ).filter((position) => position.startsWith('Ann Lee')).length;
  expect(count('She owns a shop.')).toBe(2);
  expect(count('She now says she was wrong.')).toBe(1);
});

test('what a speaker no longer believes is no word for what the speaker held before', () => {
  const lead = 'The council voted 5-2 on Monday to ban high-speed police chases. Councilor Ann Lee criticized the ban.';
  const count = (words: string) =>
    positionsAmong(['Ann Lee'], `${lead}\n\n“${words},” Lee said.`).filter((one) => one.startsWith('Ann Lee')).length;
  expect(count('We lost some cars, and nobody has died')).toBe(2);
  expect(count('We lost some cars, and I no longer believe it matters')).toBe(1);
});

test('another one’s change of mind is not the speaker’s', () => {
  const lead = 'The council voted 5-2 on Monday to ban high-speed police chases.';
  const turn = 'Councilor Ann Lee spoke last. Councilor Tom Ruiz says he was wrong.';
  expect(positionsAmong(['Ann Lee', 'Tom Ruiz'], `${lead}\n\n${turn}\n\n“It goes too far,” Lee said.`)).toContain(
    'Ann Lee opposes use-of-force-limits',
  );
});

test('what an official would do does not come of the measure', () => {
  const lead = 'The council voted 5-2 to clear homeless camps.';
  expect(positionsIn(`${lead}\n\nChief Dan Orr said he would keep sending officers out with the crews.`)).toEqual([
    'council supports homeless-encampments',
  ]);
  expect(
    positionsIn('The council voted 5-2 to adopt rent control.\n\nBuilder Dan Orr said we would be forced to sell.'),
  ).toEqual(['council supports rent-control', 'Builder Dan Orr opposes rent-control']);
});

test.each(['I’ve come around on this', 'You could say I had a change of heart'])(
  'nor what somebody says who has come around: %s',
  (words) => {
    const lead =
      'The council voted 5-2 on Monday to ban high-speed police chases. Councilor Ann Lee criticized the ban.';
    const count = (said: string) =>
      positionsAmong(['Ann Lee'], `${lead}\n\n“${said},” Lee said.`).filter((one) => one.startsWith('Ann Lee')).length;
    expect(count('We lost some cars, and thieves come around every week')).toBe(2);
    expect(count(words)).toBe(1);
  },
);
